"""The rules of style as data: what is wrong in an author's text, what stands there instead, and whether that may be written unasked.

Sources: GB/T 15834-2011 (marks), GB/T 15835-2011 (numerals), CLREQ (spaces, quotes, interpunct), 通用规范汉字表 (2013). None of them
changes a digit: numbers and their qualifiers are told by the reader and by the claims, and are mended by their author alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.edition.lint.standard_characters import INSTEAD, OTHERS, STANDARD
from generator.edition.texts import Form

if TYPE_CHECKING:
    from collections.abc import Callable

HELD, LATIN = "\ufffc", "\ufffb"
"""Stand for what is not the rules' to change: a reference or a name in Han, and an address, an escape or a name in Latin."""

_H = f"\u3007\u3400-\u9fff\U00020000-\U000323af{HELD}"
_OWN = _H.replace(HELD, "")
_MARKS = "，。；：？！、（）《》〈〉“”‘’…—"
_HAN = f"[{_H}]"
_BESIDE = f"[{_H}，。；：？！、）》〉”’…]"
_WIDE = dict(zip(",;:?!", "，；：？！", strict=True))
_YEAR, _ONE = "(?:19|20)[0-9]{2}年", "[0-9]{1,2}"
MOST_CALLS = 3
"""So many ！ or ？ may follow one another (GB/T 15834, 4.3.3)."""
TITLES = frozenset({Form.TITLE, Form.LABEL})
WORDED = frozenset({Form.TITLE, Form.LINE, Form.PROSE, Form.LABEL})


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of style: the key of its message, its number in the house's list, what it finds, and what is written instead.

    `safe` is whether it may be written unasked; `cure` makes of what was found what should stand there, "" where that is to be
    cut out, None where only the author knows. Only texts of the `forms` are read for it.
    """

    key: str
    number: str
    words: re.Pattern[str]
    cure: Callable[[re.Match[str]], str] | None
    safe: bool = True
    forms: frozenset[Form] = WORDED


def _rule(
    key: str, number: str, words: str, cure: str | Callable[[re.Match[str]], str] | None, **more: bool | frozenset[Form]
) -> Rule:
    made = cure if cure is None or callable(cure) else _always(cure)
    return Rule(key, number, re.compile(words, re.MULTILINE), made, **more)  # type: ignore[arg-type]


def _always(text: str) -> Callable[[re.Match[str]], str]:
    return lambda _found: text


def _widened(found: re.Match[str]) -> str:
    return _WIDE[found["mark"] or found["also"]]


def _bracketed(found: re.Match[str]) -> str:
    return f"（{found[0].lstrip()[1:-1]}）"


def _quoted(found: re.Match[str]) -> str:
    before = found.string[: found.start()]
    within = before.count("“") > before.count("”")
    return f"‘{found['inside']}’" if within else f"“{found['inside']}”"


def _once(found: re.Match[str]) -> str:
    return found[0][: MOST_CALLS if found[0][0] in "！？" else 1]


def _bare(found: re.Match[str]) -> str:
    """Leave the stop of a title that has several sentences."""
    return found[0] if re.search("[。！？]", found.string[: found.start()]) else ""


def _standard(found: re.Match[str]) -> str:
    return found[0].translate(_SIMPLE)


def _dated(found: re.Match[str]) -> str:
    return f"{found['from']}—{found['to']}"


_ELLIPSIS = (
    rf"(?<={_BESIDE})(?:\.{{3,}}|。{{3,}}|(?<!…)…(?!…)|(?<!…)…{{3,}}|⋯+)"
    rf"|(?<![.…])(?:\.{{3,}}|…(?!…)|⋯+)(?={_HAN})"
)
_HALF_WIDTH = rf"(?<={_BESIDE})[ \t]*(?P<mark>[,;:?!])[ \t]*|(?<=[A-Za-z0-9%])(?P<also>[,;:?!])[ \t]*(?={_HAN})"
_INSIDE = r"[^()（）\n]*"
_BRACKETS = rf"(?<={_BESIDE})[ \t]*\({_INSIDE}\)|\({_INSIDE}{_HAN}{_INSIDE}\)|(?<![A-Za-z0-9])\({_INSIDE}\)(?={_HAN})"
_TYPED_SPACE = (
    rf"(?<={_HAN})[ \t]+(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])[ \t]+(?={_HAN})"
    rf"|(?<={HELD})[ \t]+(?={_HAN})|(?<={_HAN})[ \t]+(?={HELD})"
)
_SPACE_AT_MARK = (
    r"(?<=[^\s#>*+/|-])[ \t]+(?=[，。；：？！、）》〉”’])"
    r"|(?<=[，。；：？！、（《〈“‘])[ \t]+(?=[^\s/])"
)
_DATES_JOINED = (
    rf"(?P<from>{_YEAR}(?:{_ONE}月(?:{_ONE}日?)?)?|(?<![0-9.]){_ONE}月{_ONE}日?)[ \t]*[-–~～][ \t]*"
    rf"(?P<to>{_YEAR}|{_ONE}[月日])"
)

_SIMPLE = str.maketrans(OTHERS, INSTEAD)
_RARE = f"(?:(?![{STANDARD}{OTHERS}])[\u3400-\u9fff\U00020000-\U000323af])+"
_FEWER = "(?:减少|降低|下降|缩小|缩短)了?(?:约|近|超过)?(?:[0-9.]+|[一两二三四五六七八九十几数]+)倍"

RULES = (
    _rule("style.ellipsis", "T41", _ELLIPSIS, "……"),
    _rule("style.doubled-mark", "T45", "([，、；：])\\1+|(?<!。)。。(?!。)|！{4,}|？{4,}", _once),
    _rule("style.two-marks", "T45", "[，、；：][，。、；：！？]|[。！？][，。、；：]", None, safe=False),
    _rule("style.half-width-mark", "T40", _HALF_WIDTH, _widened),
    _rule("style.half-width-stop", "T40", rf"(?<=[{_H}）》”’])\.(?=[ \t]*(?:$|{_HAN}))[ \t]*", "。"),
    _rule("style.half-width-bracket", "T40", _BRACKETS, _bracketed),
    _rule("style.dash", "T42", rf"(?<=[{_H}{_MARKS}])[ \t]*(?:--+|—{{3,}})[ \t]*(?=[{_H}{_MARKS}A-Za-z0-9])", "——"),
    _rule("style.lone-dash", "T42", rf"(?<={_HAN})(?:—(?!—)|–|－)(?={_HAN})(?<!—.)", None, safe=False),
    _rule("style.straight-quote", "T43", rf"(?<![0-9])\"(?P<inside>[^\"“”\n]*{_HAN}[^\"“”\n]*)\"", _quoted),
    _rule("style.straight-quote", "T43", rf"(?<![A-Za-z0-9])'(?P<inside>[^'‘’\n]*{_HAN}[^'‘’\n]*)'(?![A-Za-z0-9])", _quoted),
    _rule("style.outer-quote", "T43", "^[^“”\n]*‘[^’\n]*’", None, safe=False),
    _rule("style.nested-quote", "T43", "“[^”\n]*“[^”\n]*”[^“\n]*”|《[^》\n]*《[^》\n]*》[^《\n]*》", None, safe=False),
    _rule("style.corner-quote", "T43", "「[^」\n]*」|『[^』\n]*』", None, safe=False),
    _rule("style.comma-between-quotes", "T44", "(?<=[”》])、(?=[“《])", ""),
    _rule("style.interpunct", "T45", f"(?<={_HAN})[•・‧∙⋅･](?={_HAN})", "·"),
    _rule("style.wide-digit", "T45", "[０-９]+", None, safe=False),
    _rule("style.typed-space", "T46", _TYPED_SPACE, ""),
    _rule("style.space-at-mark", "T46", _SPACE_AT_MARK, ""),
    _rule("style.wide-space", "T46", "^\u3000+", ""),
    _rule("style.spaced-han", "T46", f"(?<=[{_OWN}])[ \t\u3000]+(?=[{_OWN}])", None, safe=False),
    _rule("style.not-simplified", "T48", f"[{OTHERS}]+", _standard),
    _rule("style.rare-character", "T48", _RARE, None, safe=False),
    _rule("style.stop-after-title", "T47", r"。(?=\s*\Z)", _bare, forms=TITLES),
    _rule("style.dates-joined", "T52", _DATES_JOINED, _dated),
    _rule("style.dates-joined", "T52", f"(?<![0-9.])(?P<from>{_ONE}月?)[ \t]*[-–~～][ \t]*(?P<to>{_ONE}月)", _dated),
    _rule("style.values-joined", "T52", f"{HELD}[ \t]*[-–~—][ \t]*{HELD}", None, safe=False),
    _rule("style.fewer-times", "T55", _FEWER, None, safe=False),
)  # fmt: skip
"""Every rule; where two find the same characters, the earlier has them."""
