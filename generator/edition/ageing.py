"""Wording that was true of last year's report: 连续第15年, 第四批, 最新一期, 即将, 首次, 今年, years in prose.

The nodes of a content in; each wording with its lines out. Which words age is data.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.edition.names import FORMULA, LABELS, LISTED, scalars

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.content.nodes import Mapping, Scalar
    from generator.diagnostics import Span

_COUNT = "[0-9一二三四五六七八九十百]+"
WORDS = re.compile(
    "|".join(
        (
            rf"(?:连续)?第{_COUNT}(?:[年届批期次]|财年|季度|版)",
            rf"连续{_COUNT}[年届]|{_COUNT}周年|过去[一二三两几]年|近[一二三两几]年|[两二三四五六七八九十百]+年[前来后间里]?",
            "最新一[期批届版次]|最新|最近一[期批届次]|新一轮",
            "即将|正准备|将于|将在|拟于|计划于|预计",
            "首次|首个|首届|首批|首家|第一次|创下?纪录|创(?:历史)?新[高低]|史上最[^，。；]",
            "[今去明前本当]年|上年|上一年|下一年|同年|本届|上届|下届|本财年|上财年",
            "目前|当前|现在|如今|日前|近日|近期|刚刚|不久前",
            r"(?<!\d)[0-9]{4}(?:[—–\-至][0-9]{4})?(?:财年|学年|年)(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?|底|初|末)?",
        )
    )
)
"""What is to be read again, the longest first."""
PARTS = frozenset({"sources", "units", "names", "exempt", "press", "layouts", "discrepancies"})
"""Parts of a content whose words are last year's for good, or nobody's to read."""
KEYS = LISTED | {FORMULA, "edition", "date", "starts", "source", "fiscal_year_ends", "kind", "status"}
"""Keys whose words are not prose."""
TOLD = frozenset({"values", "events"})
"""What was told stays: earlier values, and the timeline."""
_REFERENCE = re.compile(r"【[^】\n]*】")


def wordings(root: Mapping) -> dict[str, tuple[Span, ...]]:
    """Return each ageing wording with its places, in the order of the file."""
    found: dict[str, list[Span]] = {}
    for way, scalar in scalars(root):
        if _is_prose(way):
            for words, place in _in(scalar):
                found.setdefault(words, []).append(place)
    return {words: tuple(places) for words, places in found.items()}


def _is_prose(way: tuple[str, ...]) -> bool:
    if way[0] in PARTS or way[-1].endswith(":") or not TOLD.isdisjoint(way):
        return False
    return way[-1] not in KEYS or way[-2] == LABELS


def _in(scalar: Scalar) -> Iterator[tuple[str, Span]]:
    """Yield the ageing words of a text, those within references left out."""
    plain = _REFERENCE.sub(lambda found: "　" * len(found[0]), scalar.text)
    places = scalar.places()
    for found in WORDS.finditer(plain):
        yield found[0], scalar.file.span(places[found.start()])
