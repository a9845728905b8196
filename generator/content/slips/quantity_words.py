"""Words round a quantity that are no part of it, and units written otherwise. Rules out, as data.

A value says how much; that it grew, of whom, since when and in which money say the kind, the scope and the unit of its figure.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.content.figures.quantity import QUALIFIERS, Quantity, read
from generator.content.slips.quantity_rule import BEFORE, Finder, readable, slip
from generator.diagnostics import said

if TYPE_CHECKING:
    from generator.content.figures.units import Units
    from generator.content.slip import Slip

_RISES = "增长 增加 提高 提升 上升 上涨 增幅 涨幅 上浮 扩大 增 涨 升".split()  # noqa: SIM905  # words read better than a list
_FALLS = "下降 减少 降低 下滑 回落 缩减 下跌 下调 降幅 减幅 跌幅 缩小 降 减 跌".split()  # noqa: SIM905
_AGAINST = ("同比", "环比", "较上年", "比上年", "比上年同期", "较上年同期", "较去年", "比去年", "年均", "")
_LEVELS = "达到 增至 增长至 增长到 增加到 增加至 提高到 提升至 升至 降至 下降到 下降至 减少到 减至 仅有 只有 共有 达 为 是 有 仅 只".split()  # noqa: SIM905
_WORDS: dict[str, tuple[str, ...]] = {
    "quantity.word-change": tuple(f"{against}{word}{done}" for against in _AGAINST for word in _RISES for done in ("了", "")),
    "quantity.word-level": tuple(_LEVELS),
    "quantity.word-money": ("人民币",),
    "quantity.word-total": ("累计达", "累计", "共计", "合计", "总计", "总共", "一共", "总额", "共"),
    "quantity.word-share": ("占比达", "占比", "占到", "约占", "占", "比例", "比重", "比率"),
    "quantity.word-scope": (
        "前", "后", "人均", "户均", "年均", "月均", "日均", "平均", "全年", "全国", "全省", "全市", "全县", "全球", "其中", "当年", "当月",
        "本年", "每年", "每月", "每天", "每日", "每人", "每户", "每家",
    ),
}  # fmt: skip
"""Words that an author writes before a number, by where they belong."""
_PLACES = {word: key for key, words in _WORDS.items() for word in words}
_KNOWN = re.compile("(?P<word>" + "|".join(sorted(map(re.escape, _PLACES), key=len, reverse=True)) + ")(?P<rest>[^A-Za-z].*)")
_FALL = re.compile(
    f"(?P<word>(?:{'|'.join(map(re.escape, _AGAINST))})(?:{'|'.join(_FALLS)})了?)(?P<rest>(?:{'|'.join(QUALIFIERS)})?[0-9].*)"
)
_BEFORE = re.compile(f"(?P<word>[一-鿿]{{1,12}}?)(?P<rest>(?:{'|'.join(QUALIFIERS)})?[0-9].*)")
_EACH = re.compile("(?P<before>.*[0-9][^每]*)每(?P<one>[^每0-9]+)")
_UNITS = {
    "m2": "m²", "M2": "m²", "m^2": "m²", "m^2^": "m²", "㎡": "m²", "平米": "平方米", "平": "平方米", "m3": "m³", "M3": "m³", "m^3": "m³",
    "m^3^": "m³", "㎥": "m³", "立方": "立方米", "方": "立方米", "km2": "km²", "km^2": "km²", "㎢": "km²", "hm2": "hm²", "cm2": "平方厘米",
    "cm3": "立方厘米", "㎏": "kg", "Kg": "kg", "KG": "kg", "㎎": "mg", "㎞": "km", "KM": "km", "㎝": "cm", "㎜": "mm", "ml": "mL",
    "ML": "mL", "㎖": "mL", "ℓ": "L", "°c": "℃", "度C": "℃", "°": "度", "摄氏": "摄氏度", "公分": "厘米", "市斤": "斤", "度电": "千瓦时",
    "KWH": "kWh", "kwh": "kWh", "Kwh": "kWh", "KWh": "kWh", "kW·h": "kWh", "kW.h": "kWh", "kw": "kW", "KW": "kW", "Kw": "kW",
    "％": "%", "﹪": "%", "٪": "%", "%％": "%", "pct": "%", "百分百": "%", "块钱": "元", "块": "元", "圆": "元", "圓": "元", "刀": "美元",
    "个点": "个百分点", "个百分比": "个百分点", "公顷²": "公顷", "人/次": "人次",
}  # fmt: skip
"""Units as people write them, with their words; those only that can mean nothing else."""
_DOUBTED = frozenset({"平", "方", "°", "刀", "个点", "ML", "百分百", "块"})
"""Words with another meaning: told by `likeness`, or by the author."""
_MEASURED = re.compile(
    rf"(?P<head>{BEFORE}[0-9][0-9.,]*[多余]?(?:万亿|亿|万)?[多余]?)(?P<space>\s?)"
    rf"(?P<unit>{'|'.join(re.escape(one) for one in sorted(_UNITS, key=len, reverse=True) if one not in _DOUBTED)})"
    r"(?P<rest>(?![A-Za-z0-9²³^]).*)"
)


def _unit(text: str, units: Units) -> Slip | None:
    found = _MEASURED.fullmatch(text)
    if not found:
        return None
    meant = _UNITS[found["unit"]]
    if units.longest(meant) != meant or units.longest(found["unit"]) == found["unit"]:
        return None
    return slip(text, said("quantity.unit-written", unit=meant), f"{found['head']}{meant}{found['rest']}")


def _approximators(text: str, units: Units) -> Slip | None:
    """Two approximators (约200余所): keep the one after the number, if that reads."""
    head = next((word for word in QUALIFIERS if text.startswith(word)), "")
    bare = text.removeprefix(head)
    kept = read(bare, units) if head and not readable(text, units) else None
    if not isinstance(kept, Quantity):
        return None
    approx = kept.qualifier or kept.approx or ("" if kept.digits else bare[0])
    return slip(text, said("quantity.approximators", first=head, second=approx), bare) if approx else None


def _arrow(text: str, units: Units) -> Slip | None:
    """Find 12.3%↑ and ▼12.3%: an arrow says a direction, some of them a negative number."""
    bare = text.strip(_ARROWS)
    if bare == text or not readable(bare, units):
        return None
    mark = next(char for char in text if char in _ARROWS)
    if mark in "↑⬆":
        return slip(text, said("quantity.word-change", word=mark), bare)
    cure = said("quantity.write-alone") if mark in "▲△" else said("quantity.fall", minus=f"-{bare}", bare=bare)
    return slip(text, said("quantity.word-fall", word=mark), None, cure)


_ARROWS = "↑↓▲▼△▽⬆⬇"


def _fall(text: str, units: Units) -> Slip | None:
    """下降12.3% is -12.3%, or 12.3% of a figure that says itself that it is a fall: only the author knows."""
    found = _FALL.fullmatch(text)
    if not found or not readable(found["rest"], units):
        return None
    rest = found["rest"]
    head = next((word for word in QUALIFIERS if rest.startswith(word)), "")
    cure = said("quantity.fall", minus=f"{head}-{rest.removeprefix(head)}", bare=rest)
    return slip(text, said("quantity.word-fall", word=found["word"]), None, cure)


def _word(text: str, _units: Units) -> Slip | None:
    """Find a known word before the number: it belongs elsewhere, and is told where."""
    found = _KNOWN.fullmatch(text)
    return slip(text, said(_PLACES[found["word"]], word=found["word"]), found["rest"]) if found else None


def _other_word(text: str, units: Units) -> Slip | None:
    """Find any other words before a quantity: what the number is without them, their author knows."""
    found = _BEFORE.fullmatch(text)
    if not found or not readable(found["rest"], units):
        return None
    return slip(text, said("quantity.word-before", word=found["word"]), None, said("quantity.write-alone"))


def _each(text: str, _units: Units) -> Slip | None:
    """3600万元每年 is a rate, 3600万元/年."""
    found = _EACH.fullmatch(text)
    return slip(text, said("quantity.each"), f"{found['before']}/{found['one']}") if found else None


WORDS: tuple[Finder, ...] = (_unit, _approximators, _arrow, _fall, _word, _each, _other_word)
"""In the order of telling."""
