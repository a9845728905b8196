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
    "万": "萬", "倍": "背备陪培被", "年": "念", "天": "夭", "μg": "ug",
}  # fmt: skip
_CHARACTER_SLIPS = {
    "时": "是事市式",
    "瓦": "娃挖袜",
    "米": "迷咪密",
    "里": "理李礼",
    "吨": "顿盹噸",
    "次": "此词刺",
    "钟": "种中终",
    "方": "放房",
}
"""Characters of longer units with what is typed for them: a unit is recognized with one of them wrong."""
_LONG = 3
"""Characters that such a unit has at least."""
_ANY_CASE = "wWhHkKgGvVpPaAzZ"
"""Letters of symbols whose case tells nothing: m and M are a milliard apart, b and B eight to one."""


def misspelt(word: str, units: Units) -> str | None:
    """Return what an unknown word after a number was meant to be, or None when nothing known is like it, or several are."""
    finders = (_slip_of_scale, _slip_of_unit, _slip_of_form, _slip_of_case, _slip_of_divisor, _near_long_unit)
    return next((meant for find in finders if (meant := find(word, units))), None)


def _slip_of_scale(word: str, units: Units) -> str | None:
    scale = next((scale for scale, slips in _SCALE_SLIPS.items() if word[0] in slips), "")
    return scale + word[1:] if scale and (len(word) == 1 or units.longest(word[1:])) else None


def _slip_of_unit(word: str, _units: Units) -> str | None:
    return next((unit for unit, slips in _UNIT_SLIPS.items() if word in (slips if len(unit) == 1 else slips.split())), None)


def _slip_of_form(word: str, units: Units) -> str | None:
    """Find a unit in other characters of the same meaning (m2, ㎡)."""
    return _only(unit for unit in units.words if unit != word and _plain(unit) == _plain(word))


def _slip_of_case(word: str, units: Units) -> str | None:
    """Find a unit symbol in the wrong case (kwh), where the case of what differs tells nothing."""
    if len(word) == 1 or not word.isascii():
        return None
    alike = (unit for unit in units.words if unit != word and unit.lower() == word.lower())
    return _only(unit for unit in alike if all(a == b or a in _ANY_CASE for a, b in zip(unit, word, strict=True)))


def _slip_of_divisor(word: str, units: Units) -> str | None:
    """Find a unit over several that stand without brackets (元/平方米·月), by 每, or with a word misspelt above or below the slash."""
    pieces = [
        piece if units.get(piece) else misspelt(piece, units) if len(piece) < len(word) and piece else ""
        for piece in re.split("[/·每]", word)
    ]
    if not re.search("[/每]", word) or len(pieces) == 1 or not all(pieces):
        return None
    above, *under = filter(None, pieces)
    made = f"{above}/{under[0] if len(under) == 1 else '（' + '·'.join(under) + '）'}"
    return made if made != word and units.get(made) else None


def _near_long_unit(word: str, units: Units) -> str | None:
    alike = (unit for unit in units.words if len(unit) == len(word) >= _LONG)
    return _only(unit for unit in alike if _is_one_slip(unit, word))


def _is_one_slip(unit: str, word: str) -> bool:
    differing = [(meant, typed) for meant, typed in zip(unit, word, strict=True) if meant != typed]
    return len(differing) == 1 and differing[0][1] in _CHARACTER_SLIPS.get(differing[0][0], "")


def _only(found: Iterable[str]) -> str | None:
    """Return what was found if it is one."""
    several = list(islice(found, 2))
    return several[0] if len(several) == 1 else None


@lru_cache(maxsize=2048)
def _plain(word: str) -> str:
    return normalize("NFKC", word)
