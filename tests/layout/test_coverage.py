"""Before layout: every character has a glyph, or the author hears which has none, where it stands and what to do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.diagnostics import Diagnostic, Span, Words, said
from generator.document.ledger import Ledger
from generator.document.model import Imprint, Paragraph, Phrase, ResolvedReport, Run, Section, SourceNote, Talk
from generator.fonts.library import Library
from generator.ink import Colour
from generator.layout.coverage import fitted

LIBRARY = Library.open()
SILENCE = Talk((), "", (), (), ())
PLACES = {"here": Span("content.yaml", 12, 9), "there": Span("content.yaml", 40, 5)}


def report(text: str, source: str = "报道") -> ResolvedReport:
    def phrase(words: str) -> Phrase:
        return Phrase((Run(words),), "here")

    imprint = Imprint(phrase("简报"), phrase("摘要"), (), (), "2021-08-05", Colour((0, 0, 0), (0, 0, 0, 100)), (), "0" * 64)
    body = (Paragraph("text", (Run(text),), "here"),)
    section = Section("about", phrase("关于"), phrase("关于"), body, (), (), (), SILENCE, (), "here")
    overview = replace(section, blocks=())
    note = SourceNote((Run(source),), (), "there")
    ledger = Ledger((), (), (), "0" * 64)
    return ResolvedReport(imprint, section, overview, (), None, None, None, (), (note,), (), (), ledger, PLACES)


def told(text: str, source: str = "报道") -> tuple[Diagnostic, ...]:
    return fitted(report(text, source), LIBRARY).diagnostics


def test_covered_text_is_passed_in_silence() -> None:
    assert told("近34亿元，𬜬——“简报”……\n完") == ()


def test_a_missing_character_is_named_with_its_code_point_its_line_and_the_cure() -> None:
    (error,) = told("姓𪚥的人")
    assert (error.span, error.says) == (PLACES["here"], said("missing-glyph", char="𪚥", code="U+2A6A5"))
    assert error.hints == (said("hint.other-characters"),)


def test_it_is_told_once_a_place() -> None:
    assert len(told("𪚥𪚥", source="𪚥")) == 2


def test_every_missing_character_is_told_in_one_run() -> None:
    assert len(told("𪚥和₂")) == 2


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("CO₂", said("hint.write-lowered", plain="2")),
        ("一\u2009二", said("hint.leave-out-character")),
        ("一\u200b二", said("hint.leave-out-character")),
    ],
)
def test_the_cure_fits_the_character(text: str, advice: Words) -> None:
    (error,) = told(text)
    assert error.hints == (advice,)
