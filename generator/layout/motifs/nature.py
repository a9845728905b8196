"""Which picture an opener has: that of the nature of its first hero, and its neighbours never the same.

The rule is data: the first row that holds for a figure names its picture. An author's `picture:` comes before it. Where the picture is
a neighbour's, or another theme has it already, the next hero chooses, and last the order in which pictures step in for one another.
A field is the first hero's alone: its squares are read as the share that stands over them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.document.model import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.document.model import Datum, Theme

MONEY = frozenset(("人民币", "美元", "欧元", "港元", "日元", "英镑"))
RATIOS = frozenset(("比率", "百分点", "倍数", "折扣"))
AREAS = frozenset(("面积", "亩", "顷"))
TIMES = frozenset(("时间", "历时", "届", "期", "岁", "等级", "名次"))
PEOPLE = re.compile(r"[人名位户口]|人次|人天|人日|户次")
FLOWING = frozenset(
    (
        "体积",
        "质量",
        "温室气体",
        "二氧化碳",
        "标准煤",
        "能量",
        "功率",
        "容量",
        "热量",
        "膳食热量",
        "长度",
        "数据",
        "速率",
        "温度",
        "浊度",
    )
)
FALLS = re.compile(r"[减降少低省缩]|下滑|节约")


def _measures(datum: Datum, dimensions: frozenset[str]) -> bool:
    return datum.number.dimension.partition(" ")[0] in dimensions


def _is_change(datum: Datum) -> bool:
    return datum.kind == "变化" or (_measures(datum, frozenset(("百分点", "倍数", "折扣"))))


def _is_people(datum: Datum) -> bool:
    return bool(PEOPLE.fullmatch(datum.number.unit)) or bool(re.search(r"[人员生师户者]$", datum.number.tail))


NATURES: tuple[tuple[str, Callable[[Datum], bool]], ...] = (
    ("path", _is_change),
    ("field", lambda datum: _measures(datum, RATIOS | AREAS)),
    ("dial", lambda datum: datum.kind in {"时长", "序数"} or _measures(datum, TIMES)),
    ("rings", lambda datum: _measures(datum, MONEY)),
    ("waves", lambda datum: _measures(datum, FLOWING)),
    ("seeds", _is_people),
    ("dots", lambda datum: datum.number.value is not None),
    ("rings", lambda _datum: True),
)
"""Pictures by the nature of a figure: the first that holds."""
FIELD = "field"
ORDER = ("rings", "dots", "waves", "seeds", "path", "field", "dial")
"""The pictures in the order in which they step in for one another."""


def picture_of(datum: Datum) -> str:
    """Return the picture of a figure's nature."""
    return next(name for name, holds in NATURES if holds(datum))


def pictures(themes: Sequence[Theme]) -> tuple[str, ...]:
    """Return the picture of each theme, by name."""
    made: list[str] = []
    for place, theme in enumerate(themes):
        following = themes[place + 1].picture if place + 1 < len(themes) else ""
        made.append(theme.picture or _chosen(theme, frozenset((*made[-1:], following)), made))
    return tuple(made)


def _chosen(theme: Theme, beside: frozenset[str], made: Sequence[str]) -> str:
    """Return the first picture of the heroes' natures that no neighbour has, rather one that no theme before has."""
    first, *others = [picture_of(hero) for hero in theme.heroes] or [""]
    natures = [name for name in dict.fromkeys((first, *(one for one in others if one != FIELD))) if name and name not in beside]
    fresh = [name for name in natures if name not in made]
    return next(iter((*fresh, *natures, *(name for name in ORDER if name not in beside))))


def share_of(theme: Theme) -> float | None:
    """Return the share that a field shows: the first hero's, where it is a percentage of a whole."""
    number = theme.heroes[0].number if theme.heroes else None
    percent = float(number.value) / 100 if number and number.value is not None and number.unit == "%" else None
    return percent if percent is not None and 0 < percent <= 1 else None


def falls(theme: Theme) -> bool:
    """Tell whether the change that a theme opens with is a fall."""
    first = theme.heroes[:1]
    return any(one.number.digits.startswith(("-", "−")) or FALLS.search(plain(one.label) + plain(one.means)) for one in first)
