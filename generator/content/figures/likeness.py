"""Unit words that are easily mistaken for others: by sound, by shape, by a slip of the input method. Only faults come here."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.content.figures.units import Units

_SCALE_SLIPS = {"亿": "億忆仡艺意易", "万": "萬玩方完"}
_UNIT_SLIPS = {
    "元": "远园原圆員员源愿院沅圓無无", "个": "個箇各歌介哥", "棵": "科课顆颗可刻", "家": "加佳嘉価傢", "名": "明鸣铭冥",
    "所": "锁索处", "吨": "顿盹噸炖盾", "位": "为未味卫", "件": "建健间牛", "张": "章長长張", "批": "披劈皮",
    "人次": "人此 人词 人刺", "次": "此词刺欢", "%": "％", "千瓦时": "千瓦小时 千瓦是 千瓦事",
    "平方公里": "平方公理 平方工里 平方公李", "公斤": "公金 公今 公巾", "公里": "公理 公李", "度": "渡肚杜", "条": "條",
    "万": "萬", "倍": "背 备 陪 培 被", "年": "念 牛", "天": "夭 大",
}  # fmt: skip
_LONG = 3
"""A unit of at least so many characters is recognized with one of them wrong."""


def misspelt(word: str, units: Units) -> str | None:
    """Return what an unknown word after a number was meant to be, or None when nothing known is like it, or several are."""
    finders = (_slip_of_scale, _slip_of_unit, _slip_of_form, _slip_of_case, _slip_of_divisor, _near_long_unit)
    return next((meant for find in finders if (meant := find(word, units))), None)


def _slip_of_scale(word: str, units: Units) -> str | None:
    scale = next((scale for scale, slips in _SCALE_SLIPS.items() if word[0] in slips), "")
    return scale + word[1:] if scale and (len(word) == 1 or units.longest(word[1:])) else None


def _slip_of_unit(word: str, _units: Units) -> str | None:
    alone = len(word) == 1
    return next((unit for unit, slips in _UNIT_SLIPS.items() if word in (slips if alone else slips.split())), None)


def _slip_of_form(word: str, units: Units) -> str | None:
    """Find a unit in other characters of the same meaning (m2, ㎡)."""
    return _only(unit for unit in units.words if unit != word and _plain(unit) == _plain(word))


def _slip_of_case(word: str, units: Units) -> str | None:
    """Find a unit symbol in the wrong case (kwh)."""
    return _only(unit for unit in units.words if unit.lower() == word.lower()) if len(word) > 1 and word.isascii() else None


def _slip_of_divisor(word: str, units: Units) -> str | None:
    """Find a unit over several that stand without brackets (元/平方米·月), or with a word misspelt above or below the slash."""
    if "/" not in word:
        return None
    above, *under = (piece if units.get(piece) else misspelt(piece, units) or "" for piece in re.split("[/·]", word) if piece)
    made = f"{above}/{under[0] if len(under) == 1 else '（' + '·'.join(under) + '）'}" if under else ""
    return made if made != word and units.get(made) else None


def _near_long_unit(word: str, units: Units) -> str | None:
    alike = (unit for unit in units.words if len(unit) == len(word) >= _LONG and not word.isascii())
    return _only(unit for unit in alike if sum(a != b for a, b in zip(unit, word, strict=True)) == 1)


def _only(found: Iterable[str]) -> str | None:
    """Return what was found if it is one."""
    several = list(islice(found, 2))
    return several[0] if len(several) == 1 else None


@lru_cache(maxsize=2048)
def _plain(word: str) -> str:
    return normalize("NFKC", word)
