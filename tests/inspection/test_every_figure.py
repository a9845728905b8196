"""What the content uses and no output shows."""

from __future__ import annotations

from dataclasses import replace

from generator import making, outputs
from generator.inspection import checks
from tests.inspection.conftest import Desk


def prove(desk: Desk, keep) -> list[str]:
    expected = making.expected(desk.layouts, outputs.ALL)
    expected = replace(expected, placements=tuple(one for one in expected.placements if keep(one)))
    return [str(one.says) for one in checks.inspect(desk.folder, outputs.ALL, expected).diagnostics]


def test_a_use_that_stands_nowhere_is_told_with_its_line(clean: Desk) -> None:
    gone = next(one.use for one in clean.layouts.placements if one.text == "820个")
    assert any("use-not-placed.use text=820个" in one for one in prove(clean, lambda one: one.use != gone))


def test_a_figure_that_one_output_lacks(clean: Desk) -> None:
    uses = {use.id for use in clean.layouts.ledger.uses if use.figure == "树木"}
    found = prove(clean, lambda one: one.output != "deck" or one.use not in uses)
    assert any("figure-missing.output figure=树木 where=shown.deck" in one for one in found)


def test_only_the_asked_outputs_are_proved(clean: Desk) -> None:
    proof, found = clean.prove("figures")
    assert not found
    assert (proof.rows, proof.pages, proof.slides) == (6, 0, 0)


def test_a_number_of_another_ledger_is_told_everywhere(clean: Desk) -> None:
    """The same files against a content whose number was changed since, had somebody kept the digest."""
    expected = making.expected(clean.layouts, outputs.ALL)
    placements = tuple(replace(one, text=one.text.replace("5425", "5426")) for one in expected.placements)
    told = checks.inspect(clean.folder, outputs.ALL, replace(expected, placements=placements))
    places = {dict(one.place.values)["file"] for one in told.diagnostics}
    assert places == {"report.pdf", "deck.pptx", "figures.xlsx"}
