"""How much a text says, read by the ear alone: the control of every cure. Text in; an exact number out, None for what has two meanings.

It shares nothing with the rules that write cures, nor with the reader of quantities: a cure is offered only when both agree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from unicodedata import category, normalize

_CAPITALS = str.maketrans("〇壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億两兩", "零一二二三三四五六六七八九十百千万亿二二")
_DIGITS = "零一二三四五六七八九"
_TENS = {"十": 1, "百": 2, "千": 3}
_SCALES = {"万": 4, "亿": 8, "W": 4, "w": 4, "K": 3, "k": 3}
_TOKEN = re.compile(
    r"(?P<arabic>\d+(?:\.\d+)?)|(?P<han>[零一二三四五六七八九])|(?P<tens>[十百千](?![瓦克米焦卡帕升伏分]))|(?P<scale>[万亿]|[WwKk](?![A-Za-z]))"
    r"|(?P<point>点(?=[零一二三四五六七八九]))|(?P<several>几[十百千]?)|(?P<passed>[多余来]|个(?=[多余]?[万亿]))"
)
_MISWRITTEN = (
    (re.compile(r"(?<=[\d多余])[忆仡艺意易](?=[元人家个]|$)"), "亿"),
    (re.compile(r"(?<=[\d多余])[玩完](?=[元人家个]|$)"), "万"),
)
"""Scales as an input method mistakes them."""
_START = re.compile("[0-9零一二三四五六七八九十百千万亿]")
_VAGUE = re.compile("(?<![0-9一二三四五六七八九十百千])(?:数|几|上|好几|成千)[十百千万亿个]")
_NEGATIVE = re.compile(r"负|亏|零下|[-−–‐‑][¥$€£]?$")
_ACCOUNTING = re.compile(r"^\((?P<number>\d[\d.,]*%?)\)")
_SHARE = re.compile("(?:百|100)分之|(?:千|1000)分之")
_GROUPED = re.compile(r"\d{1,3}(?:[,' ]\d{3})+(?!\d)|\d{1,4}(?:,\d{4})+(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?!\d)")
_LETTER = re.compile(r"(?<=\d)[OoQ○零](?![A-Za-z])|(?<![A-Za-z])[Oo○](?=\d)|(?<![A-Za-z])[lI|](?=\d)")
_NOTE = re.compile(r"[\[(【〔「]\s*注?\s*\d{0,2}\s*[\])】〕」]$|注\d*$")
_COINS = re.compile(r"[元块](?P<tenth>[\d一二三四五六七八九零])[角毛]?(?:(?P<hundredth>[\d一二三四五六七八九])分)?[整正]?$")
_HALF_AFTER = re.compile("(?:个|[^\\d半点]{1,4})半")
_MORE_DIGITS = re.compile(r"(?<![A-Za-z])\d|[一二三四五六七八九十百千万亿]{2,}")
"""A second number: then it is not certain how much the text says."""


@dataclass(frozen=True, slots=True)
class Heard:
    """An amount with its scale in it, None for a vague one (数亿), and `%` or `‰` where the text says a share."""

    amount: Decimal | None
    share: str = ""


def heard(text: str) -> Heard | None:
    """Return how much a text says; None when it says nothing certain."""
    plain = _plain(text)
    if "半" in plain and not _START.search(plain.partition("半")[0]):
        return _half_alone(plain)
    if _VAGUE.search(plain) and not re.search("[0-9]|[一二三四五六七八九]", plain):
        return Heard(None)
    share, plain = _spoken_share(plain)
    start = _START.search(plain.replace("零下", "负下"))
    if not start:
        return None
    before, spoken = plain[: start.start()], plain[start.start() :]
    number, rest = _number(spoken, rounded=bool(before or share))
    if number is None or "(" in before:
        return None
    return _completed(number, rest, share, -1 if _NEGATIVE.search(before) else 1)


def _plain(text: str) -> str:
    """Return a text without spaces, notes and marks of width."""
    bare = "".join(char for char in text if category(char) != "No")
    plain = normalize("NFKC", bare).translate(_CAPITALS).strip("\"'“”‘’ ")
    plain = re.sub(r"(?<![\dA-Za-z])\.(?=\d)", "0.", plain)
    plain = _ACCOUNTING.sub(r"-\g<number>", plain)
    plain = _NOTE.sub("", re.sub(r"(?<=\d)[。·・•](?=\d)", ".", plain))
    plain = _GROUPED.sub(lambda found: re.sub(r"[,' ]|\.(?=.*\.)|\.(?=\d{3}$)", "", found[0]), plain)
    for wrong, scale in _MISWRITTEN:
        plain = wrong.sub(scale, plain)
    plain = _LETTER.sub(lambda found: "1" if found[0] in "lI|" else "0", plain)
    return re.sub(r"(?<!\d)\s+|\s+(?!\d)", "", plain)


def _half_alone(plain: str) -> Heard | None:
    """Hear 半年, 半个亿: nothing counted before it."""
    before, _, after = plain.partition("半")
    if not after or before.endswith(("一", "过", "大", "多", "对", "近")) or not re.match("[个年月天日小亿斤里]", after):
        return None
    scale = _SCALES.get(after.removeprefix("个")[:1], 0)
    return Heard(Decimal("0.5").scaleb(scale))


def _spoken_share(plain: str) -> tuple[str, str]:
    found = _SHARE.search(plain)
    if not found:
        return "", plain
    sign = "‰" if found[0].startswith(("千", "1000")) else "%"
    return sign, plain[: found.start()] + plain[found.end() :]


def _completed(number: Decimal, rest: str, share: str, sign: int) -> Heard | None:
    """Take in what follows a number: a half, coins, tenths (成), a sign of percent."""
    if tenths := re.match("成(?P<more>[1-9一二三四五六七八九半])?", rest):
        more = tenths["more"] or "0"
        return Heard(sign * (number * 10 + (5 if more == "半" else _digit(more))), "%")
    if coins := _COINS.match(rest):
        tenth, hundredth = (_digit(coins[one] or "0") for one in ("tenth", "hundredth"))
        return Heard(sign * (number + Decimal(f"0.{tenth}{hundredth}")), share)
    if _HALF_AFTER.match(rest):
        return Heard(sign * (number + Decimal("0.5")), share) if number == number.to_integral_value() and number < 10**4 else None
    if "半" in rest or _MORE_DIGITS.search(rest):
        return None
    return Heard(sign * number, share or next((one for one in "%‰" if one in rest), ""))


def _digit(char: str) -> int:
    return int(char) if char.isdecimal() else _DIGITS.index(char)


def _number(spoken: str, *, rounded: bool) -> tuple[Decimal | None, str]:
    """Return the number that a text begins with, and what follows it; `rounded` where a word before it lets 百 alone be a hundred."""
    ear = _Ear(rounded=rounded or bool(re.match("[百千万亿]+[多余来]", spoken)))
    at = 0
    while found := _TOKEN.match(spoken, at):
        if not ear.take(found.lastgroup or "", found[0]):
            return None, ""
        at = found.end()
    return ear.total(), spoken[at:]


class _Ear:
    """Adds up what is said from left to right: groups of 万 and 亿, the places in each, a digit waiting for its place."""

    def __init__(self, *, rounded: bool) -> None:
        self.rounded = rounded
        self.groups, self.section = Decimal(0), Decimal(0)
        self.waiting: str | None = None
        # what waits is in Arabic digits; 零 was said; something was said; 点 was said; a scale was said last
        self.arabic = self.skipped = self.begun = self.decimal = self.fresh = False
        self.place, self.scale, self.last = 9, 99, 0

    def take(self, kind: str, word: str) -> bool:
        """Take a piece; tell whether what has been said so far has one meaning."""
        taken: bool = getattr(self, f"_{kind}")(word)
        self.begun = True
        return taken

    def _arabic(self, word: str) -> bool:
        free = self.waiting is None
        self.waiting, self.arabic, self.fresh = word, True, False
        return free

    def _han(self, word: str) -> bool:
        self.fresh = False
        digit = str(_DIGITS.index(word))
        if self.decimal and self.waiting is not None:
            self.waiting += digit
        elif word == "零" and self.begun and self.waiting is None:
            self.skipped = True
        elif self.waiting is None:
            self.waiting, self.arabic = digit, False
        else:
            self.waiting += digit
            return not self.arabic and "0" in self.waiting and not self.section
        return True

    def _point(self, _word: str) -> bool:
        self.waiting, self.decimal = f"{self.waiting or '0'}.", True
        return True

    def _tens(self, word: str) -> bool:
        place = _TENS[word]
        alone = self.waiting is None
        if self.waiting is not None and not self.arabic and len(self.waiting) > 1 and not self.decimal:
            return False
        if alone and not (word == "十" or (self.rounded and not self.begun)):
            return False
        self.section += Decimal(self.waiting or "1").scaleb(place)
        ordered = place < self.place
        self.waiting, self.place, self.last, self.skipped, self.fresh = None, place, place, False, False
        return ordered

    def _scale(self, word: str) -> bool:
        zeros = _SCALES[word]
        group = self.section + Decimal(self.waiting or 0)
        if not group and not ((self.fresh and word == "亿") or (self.rounded and not self.begun)):
            return False
        if zeros > self.scale and word == "亿":
            self.groups = (self.groups + group).scaleb(zeros)
        else:
            self.groups += (group or Decimal(1)).scaleb(zeros)
        ordered = zeros < self.scale or (word == "亿" and self.scale == _SCALES["万"])
        self.section, self.waiting, self.place, self.scale, self.last = Decimal(0), None, 9, zeros, zeros
        self.skipped, self.fresh, self.decimal = False, True, False
        return ordered

    def _several(self, _word: str) -> bool:
        return self.begun

    def _passed(self, _word: str) -> bool:
        return True

    def total(self) -> Decimal | None:
        """Return the sum; None where the last digit was left without its place."""
        if self.waiting is None:
            return self.groups + self.section
        if not (self.groups or self.section) or self.skipped or self.last == 1:
            return self.groups + self.section + Decimal(self.waiting)
        whole = self.arabic and self.last >= _SCALES["万"] and len(self.waiting) == self.last
        return self.groups + self.section + Decimal(self.waiting) if whole else None
