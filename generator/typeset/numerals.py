"""Numbers in running text: the digits with what belongs to them, never parted (GB/T 15835-2011, 5.1.7; CLREQ, prefix and suffix).

In: the text of a paragraph. Out: the ranges of characters that stay together: qualifier, sign, digits, scale, unit. What a word
means is not asked: the lists below are the words that print beside numerals.
"""

from __future__ import annotations

import re

QUALIFIERS = ("接近", "将近", "超过", "超出", "大约", "不足", "不到", "至少", "至多", "逾", "超", "近", "约", "第")
SIGNS = "¥￥$＄€£№±+−≈-"
SCALES = ("万亿", "千亿", "百亿", "十亿", "千万", "百万", "十万", "亿", "万", "千", "百")
AFTER = "多余"
UNITS = (
    *("个百分点", "亿千瓦时", "千瓦时", "平方公里", "平方千米", "平方米", "立方米", "公里", "千米", "公斤", "千克", "公顷"),
    *("小时", "分钟", "人次", "周年", "财年", "年度", "年代", "个月", "季度", "世纪", "美元", "欧元", "日元", "港元", "人民币"),
    *"元个人家户亩棵株吨克米度倍年月日天时分秒岁次件所座名位项条种批期届辆台套只张份",
    *"笔场成折段章页号层级代遍回斤里升艘架部本册篇句字点站省市县区国村镇乡",
    *("%", "％", "‰", "℃", "°"),
)
"""Measure words; the longer before the shorter."""

CHINESE_DIGITS = "〇一二三四五六七八九十百千万亿两"


def _any(words: tuple[str, ...]) -> str:
    return "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")"


DIGITS = r"[0-9０-９]+(?:[,.．∶][0-9０-９]+)*"
"""The terms of a ratio stay together (1∶0.62)."""
SIGN = f"(?<![0-9A-Za-z年月日])[{re.escape(SIGNS)}]"
"""Not the hyphen of COVID-19 or of 2017年-2020年."""
VAGUE = f"[数几][十百千万亿]+{_any(UNITS)}?"
"""数亿件: a number in words, which has a unit as those in digits have."""
NUMERAL = re.compile(
    f"{_any(QUALIFIERS)}?(?:{SIGN})?{DIGITS}[{AFTER}]?{_any(SCALES)}?[{AFTER}]?{_any(UNITS)}?|第[{CHINESE_DIGITS}]+{_any(UNITS)}?|{VAGUE}"
)


DATE_JOINT = re.compile(r"(?<=[0-9]年)(?=[0-9]{1,2}月)|(?<=[0-9]月)(?=[0-9]{1,2}日)")


def date_joints(text: str) -> list[int]:
    """Return where a date's year, month and day meet: a line may end there, but better does not."""
    return [match.start() for match in DATE_JOINT.finditer(text)]


def numerals(text: str) -> list[tuple[int, int]]:
    """Return start and end of each number with its qualifier, scale and unit."""
    return [match.span() for match in NUMERAL.finditer(text)]
