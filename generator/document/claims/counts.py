"""Counts of what the document itself holds: 五个主题, 十个数字 of a section, 三个方向：科技、产业和人才.

The author's parts in; a warning for each count in words that is not so many. A count in digits is a number typed into the text, and has
been told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.content.model import Phrase, Words
from generator.diagnostics import said
from generator.document.claims.rules import NUMBER, count_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.content.model import Chart, Prose, Report, Section, Theme
    from generator.diagnostics import Sink

_COUNT = "(?P<count>[一二两三四五六七八九]?十[一二三四五六七八九]?|[二两三四五六七八九])"
_WHOLE = "(?<![前后另余中每第百千万零数几多十一二两三四五六七八九])"
THEMES = re.compile(f"(?P<said>{_WHOLE}{_COUNT}(?:个|大)(?:主题|篇章|章节))")
FIGURES = re.compile(f"(?P<said>{_WHOLE}{_COUNT}(?:个|项|组)(?:数字|数据|关键数字|关键数据|指标)(?!化))")
PAIRS = re.compile(f"(?P<said>{_WHOLE}{_COUNT}对数字)")

_THING = "(?:个(?!月|小时|百分点|多|人)|项|种|类|大(?=板块|领域|主题|方向|方面|任务|工程|行动|体系|平台|支柱|原则))"
_ITEM = f"[^，。：:；！？、（）()“”{NUMBER}]"
BEFORE_LIST = re.compile(f"(?P<said>{_WHOLE}{_COUNT}{_THING}[^，。：:；、]{{0,6}})[：:](?P<list>{_ITEM}+(?:、{_ITEM}+)+)")
_NO_ITEM = "[^，。：:；、的等共这各之中每另那前后有为是余约达近超第及和与]"
AFTER_LIST = re.compile(
    f"(?P<list>{_ITEM}+(?:、{_ITEM}+)*、{_ITEM}*?{_NO_ITEM}){_COUNT}(?P<said>{_THING}[^，。：:；、的]{{1,3}})"
)
_JOINED = re.compile("以及|[和与及跟]")
_OPEN = re.compile("等|……|一是|第一|其中")


@dataclass(frozen=True, slots=True)
class Held:
    """What a part of the document holds: words that count it, and how many there are."""

    words: re.Pattern[str]
    many: int


def check(report: Report, phrases: Iterable[Phrase], sink: Sink) -> None:
    """Tell the counts that the document belies."""
    themes = Held(THEMES, len(report.themes))
    for phrase in phrases:
        _tell(phrase, (themes,), sink)
        _tell_lists(phrase, sink)
    for prose, held in _parts(report):
        for phrase in prose:
            _tell(phrase, held, sink)


def _parts(report: Report) -> Iterator[tuple[tuple[Phrase, ...], tuple[Held, ...]]]:
    """Yield the phrases of each part with what it holds."""
    for section in report.parts:
        if section.figures:
            yield (section.message, *_phrases(section.text), *section.points), (Held(FIGURES, len(section.figures)),)
    parts: tuple[Theme | Section, ...] = (*report.themes, *report.parts)
    for part in parts:
        for chart in part.charts:
            yield (chart.message, *_phrases(chart.talk.script)), tuple(_drawn(chart))


def _drawn(chart: Chart) -> Iterator[Held]:
    if chart.pairs:
        yield Held(PAIRS, len(chart.pairs))
    if chart.figures:
        yield Held(FIGURES, len(chart.figures))


def _phrases(prose: Prose) -> tuple[Phrase, ...]:
    return tuple(one.phrase for one in prose)


def _tell(phrase: Phrase, held: Iterable[Held], sink: Sink) -> None:
    for node in phrase.nodes:
        if not isinstance(node, Words):
            continue
        for one in held:
            for found in one.words.finditer(node.text):
                if count_of(found["count"]) != one.many:
                    sink.warn(said("contradicted-claim.count", words=found["said"], found=one.many), node.span)


def _tell_lists(phrase: Phrase, sink: Sink) -> None:
    text = "".join(node.text if isinstance(node, Words) else NUMBER for node in phrase.nodes)
    for found in (*BEFORE_LIST.finditer(text), *AFTER_LIST.finditer(text)):
        parts = found["list"].split("、")
        most = sum(1 + len(_JOINED.findall(part)) for part in parts)
        if not _OPEN.search(found["list"]) and not len(parts) <= count_of(found["count"]) <= most:
            words = found["said"] if found["said"].startswith(found["count"]) else found["count"] + found["said"]
            sink.warn(said("contradicted-claim.listed", words=words, found=len(parts)), phrase.span)
