"""What is spoken to a slide: the author's script, or one made of the slide's message, points and figures; minutes; sources."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.document.blocks import prose
from generator.document.model import Datum, Paragraph, RichText, Run, Talk, listed, plain
from generator.document.register import Piece

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.content import model as content
    from generator.diagnostics import Span
    from generator.document.copydesk import CopyDesk
    from generator.document.ledger import Use
    from generator.document.references import Reading

ENDS = ("。", "！", "？", "”", "…", "：")


def talk(desk: CopyDesk, written: content.Talk, key: str, made_of: Iterable[RichText], uses: Iterable[Use], span: Span) -> Talk:
    """Return the talk of a slide; `made_of` are the sentences of a script where the author wrote none."""
    mark = desk.register.mark()
    own = prose(desk, written.script, f"{key}.notes")
    script = own or _made(desk, made_of, f"{key}.notes", span)
    question, answer = desk.rich(written.question, f"{key}.question"), desk.rich(written.answer, f"{key}.answer")
    sources = _sources(desk, (*uses, *desk.register.since(mark)), f"{key}.sources")
    return Talk(script, written.minutes, sources, question, answer, written=bool(own))


def _made(desk: CopyDesk, sentences: Iterable[RichText], key: str, span: Span) -> tuple[Paragraph, ...]:
    told = tuple(dict.fromkeys(sentence for sentence in sentences if sentence))
    origin = desk.register.place(key, span)
    return tuple(Paragraph("text", ended(sentence), origin) for sentence in told)


def ended(sentence: RichText) -> RichText:
    """Return a sentence with its full stop."""
    return sentence if plain(sentence).endswith(ENDS) else (*sentence, Run("。"))


def figures_told(data: Iterable[Datum]) -> RichText:
    """Return the figures of a chart as one sentence, with their periods where several go by one label."""
    told = tuple(data)
    many = Counter(plain(datum.label) for datum in told)
    names = (listed((one.label, one.period if many[plain(one.label)] > 1 else ()), "，") for one in told)
    return listed(((*name, Run("，"), one.number.run) for name, one in zip(names, told, strict=True)), "；")


def _sources(desk: CopyDesk, uses: Iterable[Use], path: str) -> tuple[RichText, ...]:
    """Return the source of each figure among the uses; values of several periods from one place are told once."""
    readings = [reading for use in uses if (reading := desk.catalogue.reading(use.figure, use.period))]
    told = {(one.name, one.citation and (one.citation.source, one.citation.place)): one for one in readings}
    return tuple(_source(desk, reading, f"{path}[{reading.name}@{reading.period}]") for reading in told.values())


def _source(desk: CopyDesk, reading: Reading, path: str) -> RichText:
    label = desk.words(reading.label, Piece(f"{path}.label", desk.home(reading)))
    computed = desk.formula(reading.formula, Piece(path, reading.span)) if reading.computed else None
    return (*label, Run("："), *(computed or desk.citations.of_readings(reading)))
