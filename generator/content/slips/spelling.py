"""Which known word was meant by an unknown one. Chinese words are short, so one wrong character in two is still a likeness."""

import re
from collections.abc import Iterable

_SHORT = 3
_SHORT_CUTOFF = 0.5
"""Of words up to three characters, one half may differ (善宽 for 善款)."""
_LONG = 40
"""A longer word is a sentence, and like no other."""
_CUTOFF = 0.6
_CHINESE = """
title=标题/题名 subtitle=副标题 organization=机构 edition=版次 date=日期 fiscal_year_ends=财年截止日 brand=品牌色 colophon=版权页
publisher=发布者 url=网址/链接 dimension=量 value=数值 source=来源 scope=范围/口径 status=状态 by=签核人 on=签核日期 because=理由/原因
means=含义 label=标签 kind=类别/类型/种类 owner=负责人 starts=起算 values=数值 note=附注 formula=算式/公式 form=形式 unit=单位
about=关于 found=发现 decision=决定 name=名称 remark=说明 when=时间/时期 text=正文
figures=数/数字 message=观点/导语/图题 series=各组 labels=标签 result=结果 events=事件 notes=讲稿/备注 minutes=分钟 question=问题
answer=答案 color=颜色 heroes=主角 charts=图/图表 story=故事 points=要点 report=报告 sources=来源 units=单位 names=名称 exempt=豁免
derived=算出的数 discrepancies=出入/差异 overview=数说 themes=主题 history=历程
outlook=展望 closing=结尾 sections=部分/自定部分 order=顺序/次序 portrait=肖像 signature=签名 office=职务 reply=寄到
"""
"""Keys of the format with the Chinese words by which authors call them."""


def in_english(word: str, keys: Iterable[str]) -> str | None:
    """Return the key that an author wrote in Chinese (标题 for title), or None."""
    called = dict(re.findall(r"(\w+)=(\S+)", _CHINESE))
    return next((key for key in keys if word in called.get(key, "").split("/")), None)


def did_you_mean(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate most like the word, or None when none is near."""
    from difflib import get_close_matches  # noqa: PLC0415  # only faults come here

    if len(word) > _LONG:
        return None
    known = sorted(set(candidates))
    if len(word) > _SHORT and (inside := _containing(word, known)):
        return inside
    cutoff = _SHORT_CUTOFF if len(word) <= _SHORT else _CUTOFF
    lowered = {one.lower(): one for one in reversed(known)}
    found = get_close_matches(word.lower(), lowered, n=1, cutoff=cutoff)
    return lowered[found[0]] if found else _containing(word, known)


def _containing(word: str, known: list[str]) -> str | None:
    """Return the only candidate that holds the word whole, or is held by it."""
    holders = [one for one in known if word and one and (word in one or one in word)]
    return holders[0] if len(holders) == 1 else None
