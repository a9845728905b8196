"""Every numeral that the document puts forth is a use, a date or a name: on the real content, and on the hand-made sample."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.content.figures.units import STANDARD
from generator.content.numerals.finder import Nature
from generator.content.reader import read
from generator.document.ledger import UseKind
from generator.document.model import Run
from generator.document.numerals import Numerals
from generator.document.resolve import resolve
from generator.inspection.numerals import unexplained
from tests.document.sample import sample_report
from tests.document.tree import origins, printed

if TYPE_CHECKING:
    from generator.document.model import ResolvedReport

CONTENT = Path(__file__).parents[2] / "content.yaml"


def real() -> ResolvedReport:
    report = read(CONTENT).value
    assert report is not None
    return resolve(report).value


@pytest.fixture(scope="module", params=["real", "sample"])
def report(request: pytest.FixtureRequest) -> ResolvedReport:
    return real() if request.param == "real" else sample_report()


def test_no_numeral_stands_outside_a_use_a_date_or_a_name(report: ResolvedReport) -> None:
    names = [words for words, _ in report.ledger.names]
    for piece in printed(report):
        if isinstance(piece, Run) and not piece.use:
            assert not unexplained(piece.text, names), piece


def test_every_use_says_what_is_printed(report: ResolvedReport) -> None:
    uses = {use.id: use for use in report.ledger.uses}
    for piece in printed(report):
        if piece.use:
            assert uses[piece.use].text == (piece.text if isinstance(piece, Run) else str(piece))


def test_every_use_is_printed_somewhere_and_has_its_own_id(report: ResolvedReport) -> None:
    ids = [use.id for use in report.ledger.uses]
    assert len(set(ids)) == len(ids)
    assert {piece.use for piece in printed(report) if piece.use} == set(ids)


def test_every_use_is_of_a_figure_or_has_a_reason(report: ResolvedReport) -> None:
    for use in report.ledger.uses:
        if use.kind in {UseKind.FIGURE, UseKind.DERIVED, UseKind.PERIOD} and use.figure:
            assert use.period or use.kind is UseKind.DERIVED
        else:
            assert use.reason, use


def test_every_origin_has_a_place(report: ResolvedReport) -> None:
    assert set(origins(report)) <= set(report.places)


def test_every_value_of_every_figure_stands_in_a_table_and_in_the_ledger(report: ResolvedReport) -> None:
    tabled = {(row.figure, str(row.number)) for table in report.tables for row in table.rows}
    entered = {(entry.figure, line.printed) for entry in report.ledger.entries for line in entry.lines}
    assert tabled == entered


def test_building_twice_gives_the_same() -> None:
    assert real() == real()


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("2020年4月，有20个省", ["2020年4月，有", "[20个]", "省"]),
        ("2020—2021报告", ["2020—2021报告"]),
        ("截至2021年3月31日", ["截至2021年3月31日"]),
        ("双11卖了近3.5亿件", ["双11卖了", "[近3.5亿件]"]),
        ("超过2000多个", ["[超过2000多个]"]),
        ("减17.6%，第4、21段", ["减", "[17.6%]", "，", "(第4、21段)"]),
        ("12月", ["12月"]),
        ("12个月", ["[12个月]"]),
        ("2021财年1,200家", ["2021财年", "[1,200家]"]),
        ("没有数", ["没有数"]),
        ("十五年，数亿人，一家人", ["{十五年}", "，", "[数亿人]", "，一家人"]),
        ("三五个，万一", ["三五个，万一"]),
        ("CO₂与①和½，三成、一半", ["CO", "[₂]", "与", "(①)", "和", "[½]", "，三成、一半"]),
        ("2700亿，第20段，x2", ["[2700亿]", "，", "(第20段)", "，x", "{2}"]),
        ("12020年，3.2020年", ["[12020年]", "，", "[3.2020年]"]),
        ("双110个", ["双", "[110个]"]),
        ("", []),
    ],
)
def test_numerals_are_told_from_dates_and_names(text: str, pieces: list[str]) -> None:
    found = Numerals(["双11", "第2"], STANDARD, ["十五年", "2"]).pieces(text)
    marks = {Nature.NUMERAL: "[{}]", Nature.EXEMPT: "{{{}}}", Nature.KNOWN: "({})", Nature.WORDS: "{}"}
    assert [marks[one.nature].format(one.text) for one in found] == pieces
