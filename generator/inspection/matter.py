"""What a difference is about: a number, the wording, or the looks alone. The rules are data.

A change of words is a matter of numbers where it touches what a number means: its digits, its unit, its qualifier, its period, its
direction, a negation, or the name of a figure (GB/T 15835-2011; the words are those that corporate reports turn a meaning with).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generator.inspection.numerals import Numeral, mask, numerals
from generator.statement.model import Kind, Run, Thing, Value

if TYPE_CHECKING:
    from collections.abc import Iterable


class Matter(IntEnum):
    """What a difference is about, the gravest first."""

    NUMBER = 0
    WORDING = 1
    APPEARANCE = 2


TURNING = (  # noqa: SIM905 - words read better than a list
    # directions
    "增加 减少 增长 下降 上升 提高 降低 提升 回落 扩大 缩小 上涨 下跌 翻番 增 减 升 降 涨 跌 高于 低于 多于 少于 盈利 亏损 盈 亏 收入 支出 "
    # bases
    "同比 环比 比上年 累计 当年 全年 年均 月均 日均 每年 每月 每日 每天 平均 总计 合计 其中 "
    # negations and ranks
    "不 未 没有 没 无 非 首次 首个 再次 唯一 最高 最低 最大 最小 最多 最少 "
    "第一 首位 末位 领先 落后 包括 不含 全部 大部分 小部分 部分 多数 少数 大多数 "
).split()
"""Words that turn a meaning wherever they stand."""

BESIDE = (  # noqa: SIM905 - likewise
    # qualifiers
    "不少于 不低于 不多于 不超过 不高于 接近 将近 超过 大约 大概 至少 至多 最多 最少 高达 多达 不足 不到 近 超 约 逾 余 多 左右 "
    "上下 以上 以下 以内 之内 仅 满 正 负 "
    # periods
    "年 月 日 季度 财年 学年 上半年 下半年 年度 截至 截止 自 至 从 到 起 末 初 底 "
    # ranks, shares, scales and currencies
    "第一 名列 含 均 之一 倍 百分点 个百分点 成 半 万 亿 千 百 元 美元 港元 欧元 人民币 "
).split()
"""Words that turn what a number in the same text means."""

_WORDS = {
    everywhere: re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
    for everywhere, words in ((True, TURNING), (False, [*TURNING, *BESIDE]))
}
BESIDE_NUMBERS = _WORDS[False]
"""Words that a number beside them is read with."""
_SHARES = re.compile(
    "[零〇一二两三四五六七八九十百千万几]+(?:分之|成(?![为就立长果员本都功绩熟])|倍)|一半|半数|过半|近半|大半|全数"
)
"""Numbers in words that are no numerals of their own (三成, 两倍, 三分之二)."""
_HAN = re.compile(r"[㐀-鿿%‰‱℃°A-Za-z]")
_SIGNS = re.compile(r"[-−–—+±＋－<>≤≥＜＞≈~～.,，．:：∶/%％‰]")
_REACH = 2
"""Characters beside a number that a change must not touch without being about it: its unit and its qualifier."""


@dataclass(frozen=True, slots=True)
class Judge:
    """Tells what a change of words is about; `names` are words with numerals that are names (双11)."""

    names: tuple[str, ...] = ()

    def words(self, before: str, after: str) -> Matter:
        """Return what a change of words is about."""
        if before == after:
            return Matter.APPEARANCE
        return Matter.NUMBER if self._is_number(before, after) else Matter.WORDING

    def matters(self, text: str) -> bool:
        """Tell whether a text says anything of numbers: then its coming, going or being hidden is a matter of numbers."""
        return bool(figures(mask(text, self.names)))

    def _is_number(self, before: str, after: str) -> bool:
        old, new = figures(before), figures(after)
        if old != new:
            return True
        alone = not old
        return any(
            _turning(before, a, b, alone=alone) != _turning(after, c, d, alone=alone) for a, b, c, d in _changes(before, after)
        )


def figures(text: str) -> tuple[str, ...]:
    """Return the numerals of a text in order, each with what touches it: a sign before it, its unit after it."""
    shares = (Numeral(one.group(), one.start()) for one in _SHARES.finditer(text))
    found = sorted((*numerals(text), *shares), key=lambda one: one.start)
    return tuple(_with_touch(text, one.start, one.start + len(one.text)) for one in found)


def _with_touch(text: str, start: int, end: int) -> str:
    before = text[start - 1 : start] if _SIGNS.match(text[start - 1 : start]) else ""
    after = text[end : end + _REACH]
    unit = after if len(after) == _REACH and all(map(_HAN.match, after)) else after[:1] if _HAN.match(after[:1]) else ""
    return before + text[start:end] + "|" + unit[:1]


def _changes(before: str, after: str) -> Iterable[tuple[int, int, int, int]]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return ((a, b, c, d) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal")


def _turning(text: str, start: int, end: int, *, alone: bool) -> list[str]:
    """Return the turning words of a text that a change from start to end touches; `alone` where no number stands in it."""
    found = _turning_words(text, alone)
    return sorted(one.group() for one in found if one.start() < max(end, start + 1) and one.end() > start)


@lru_cache(maxsize=512)
def _turning_words(text: str, alone: bool) -> tuple[re.Match[str], ...]:  # noqa: FBT001 - a key of the cache
    return tuple(_WORDS[alone].finditer(text))


UNREAD = frozenset({"struck", "unseen", "hidden", "clipped", "faint", "signs"})
"""Facts of a run that is there and is not to be read: as good as taken away."""


def read_aloud(runs: Iterable[Run]) -> str:
    """Return what is read of runs: without what is struck out or hidden, raised and lowered signs marked as such."""
    return "".join(_aloud(run) for run in runs)


def _aloud(run: Run) -> str:
    told = dict(run.facts)
    if UNREAD & told.keys() or _is_squeezed(told.get("stretched")):
        return ""
    shift = told.get("shift") or _raised(told.get("rise"))
    return f"^{run.text}^" if shift == "super" else f"_{run.text}_" if shift == "sub" else run.text


def _raised(rise: Value | None) -> str:
    """Return how letters are shifted that are set so many points above their line."""
    return ("super" if rise > 0 else "sub") if isinstance(rise, int | float) and rise else ""


NARROW = 0.3
"""Letters that are set in less than this share of their width run into one another."""


def _is_squeezed(stretched: Value | None) -> bool:
    return isinstance(stretched, tuple) and abs(float(str(stretched[0]))) < NARROW


class Change(NamedTuple):
    """A fact that changed: its name, what it was and what it is, each "" for none."""

    name: str
    before: str
    after: str


NUMBER_FACTS: dict[Kind, frozenset[str]] = {
    Kind.PICTURE: frozenset({"picture", "dots", "hidden", "clipped", "turned", "masked", "meaning", "crop", "flip", "turn"}),
    Kind.CHART: frozenset(
        {"type", "grouping", "least", "most", "log", "upside-down", "backwards", "units", "axes", "plots", "crossing", "overlap"}
    ),
    Kind.SERIES: frozenset({"row", "extras", "drawn", "second", "from"}),
    Kind.POINT: frozenset({"value", "format", "row", "linked", "mismatch", "hollow"}),
    Kind.CELL: frozenset({"format", "formula", "type"}),
}
"""Facts of a kind of thing whose change is a change of numbers, whatever it says."""

SAID_FACTS: dict[Kind, frozenset[str]] = {
    Kind.CHART: frozenset({"unnamed", "every", "legend"}),
    Kind.POINT: frozenset({"beside"}),
    Kind.ALT: frozenset({"silent"}),
    Kind.TAG: frozenset({"role", "level", "scope", "like", "leads", "more", "astray", "expansion", "language", "title"}),
}
"""Facts whose change is one of wording: names that are shown no more or beside a number, how a page is read out."""

SHAPE_FACTS = frozenset({"width", "height", "geometry", "outline", "turn", "flip", "mirrored"})
"""Facts of a mark in a chart whose change says another number: how long, how high, which way."""

READ_FACTS = frozenset({"upside-down", "hidden", "nowhere", "crossed", "crowded", "mode", "glyphs", "clip"})
"""Facts of a text by which it is read otherwise or not at all."""

FAR = 150.0
"""Points by which a margin may change before its text is elsewhere than in its box."""
SMALL = 60_000
"""Thousandths of a per cent: text that is shrunk to less cannot be read."""
RUN_TOGETHER = -1.0
"""Points by which letters are set closer before digits run together."""
_MARGINS = frozenset({"margin", "hanging", "insets", "before", "after"})
_COUNTING = re.compile(r"[-−–—+±<>≤≥≈~\d]|arabic|roman|alpha|circleNum", re.IGNORECASE)
"""A bullet that is read with the number after it."""


def fact_matter(thing: Thing, change: Change, judge: Judge) -> Matter:
    """Return what a changed fact of a thing is about."""
    if change.name in NUMBER_FACTS.get(thing.kind, frozenset()):
        return Matter.NUMBER
    if change.name in SAID_FACTS.get(thing.kind, frozenset()):
        return Matter.WORDING
    if thing.kind is Kind.MARK:
        return Matter.NUMBER if thing.fact("chart") and change.name in SHAPE_FACTS else Matter.APPEARANCE
    if thing.kind is Kind.POINT and change.name == "colour" and not change.after:
        return Matter.NUMBER
    if _is_read_otherwise(change):
        return Matter.NUMBER if judge.matters(thing.text) else Matter.WORDING
    return Matter.APPEARANCE


def _is_read_otherwise(change: Change) -> bool:
    """Tell whether a text is read otherwise, or not at all, by a change of its place or look."""
    if change.name in READ_FACTS:
        return True
    if change.name == "bullet":
        return bool(_COUNTING.search(change.after))
    if change.name == "shrunk":
        return _amount(change.after) < SMALL
    if change.name == "spread":
        return _amount(change.after) <= RUN_TOGETHER
    return change.name in _MARGINS and abs(_amount(change.after) - _amount(change.before)) > FAR


def _amount(text: str) -> float:
    """Return the largest number of a fact, 0 where it has none."""
    return max((float(one) for one in re.findall(r"-?[0-9.]+", text)), key=abs, default=0.0)
