"""Unit words that are easily mistaken for others: by sound, by shape, by a slip of the input method. Only faults come here."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.content.figures.units import Units

_SCALE_SLIPS = {
    "億": "亿",
    "忆": "亿",
    "仡": "亿",
    "艺": "亿",
    "意": "亿",
    "易": "亿",
    "億万": "亿",
    "萬": "万",
    "玩": "万",
    "方": "万",
    "完": "万",
}

_UNIT_SLIPS = {
    "元": "远园原圆員员源愿院沅圓無无",
    "个": "個箇各歌介哥",
    "棵": "科课顆颗可刻",
    "家": "加佳嘉価傢",
    "名": "明鸣铭冥",
    "所": "锁索处",
    "吨": "顿盹噸炖盾",
    "位": "为未味卫",
    "件": "建健间牛",
    "张": "章長长張",
    "批": "披劈皮",
    "人次": "人此 人词 人刺",
    "次": "此词刺欢",
    "%": "％",
    "千瓦时": "千瓦小时 千瓦是 千瓦事",
    "平方公里": "平方公理 平方工里 平方公李",
    "公斤": "公金 公今 公巾",
    "公里": "公理 公李",
    "度": "渡肚杜",
    "条": "條",
    "万": "萬",
    "倍": "背 备 陪 培 被",
    "年": "念 牛",
    "天": "夭 大",
}


def misspelt(word: str, units: Units) -> str | None:
    """Return what an unknown word after a number was meant to be, or None when nothing known is like it."""
    return _slip_of_scale(word, units) or _slip_of_unit(word, units) or _slip_of_case(word, units) or _near_long_unit(word, units)


def _slip_of_scale(word: str, units: Units) -> str | None:
    scale = _SCALE_SLIPS.get(word[0])
    if scale and (len(word) == 1 or units.longest(word[1:])):
        return scale + word[1:]
    return None


def _slip_of_unit(word: str, _units: Units) -> str | None:
    for unit, slips in _UNIT_SLIPS.items():
        if word in slips.split() or (len(word) == 1 and word in slips):
            return unit
    return None


def _slip_of_case(word: str, units: Units) -> str | None:
    """Find a unit symbol in the wrong case (kwh)."""
    if len(word) == 1:
        return None
    return next((unit for unit in units.words if unit != word and unit.lower() == word.lower()), None)


_LONG = 3
"""A unit of at least so many characters is recognized with one of them wrong."""


def _near_long_unit(word: str, units: Units) -> str | None:
    for unit in units.words:
        if len(unit) == len(word) >= _LONG and sum(a != b for a, b in zip(unit, word, strict=True)) == 1:
            return unit
    return None
