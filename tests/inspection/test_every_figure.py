"""What the content uses and no output shows."""

from __future__ import annotations

from dataclasses import replace

from generator import pipeline
from generator.diagnostics import Sink
from generator.inspection import checks
from tests.inspection.conftest import Desk


def prove(desk: Desk, keep) -> list[str]:
    sink, layouts = Sink(), desk.layouts
    placements = [one for one in layouts.placements if keep(one)]
    checks.inspect(desk.folder, layouts.ledger, placements, pipeline.ALL, layouts.report.places, layouts.library.files(), sink)
    return [f"{one.code} {one.message}" for one in sink.found]


def test_a_use_that_stands_nowhere_is_told_with_its_line(clean: Desk) -> None:
    gone = next(one.use for one in clean.layouts.placements if one.text == "820个")
    assert any("use-not-placed `820个`" in one for one in prove(clean, lambda one: one.use != gone))


def test_a_figure_that_one_output_lacks(clean: Desk) -> None:
    uses = {use.id for use in clean.layouts.ledger.uses if use.figure == "树木"}
    found = prove(clean, lambda one: one.output != "deck" or one.use not in uses)
    assert any("figure-missing the figure `树木` stands nowhere in the deck" in one for one in found)


def test_only_the_asked_outputs_are_proved(clean: Desk) -> None:
    proof, found = clean.prove("figures")
    assert not found
    assert (proof.rows, proof.pages, proof.slides) == (6, 0, 0)


def test_a_number_of_another_ledger_is_told_everywhere(clean: Desk) -> None:
    """The same files against a content whose number was changed since, had somebody kept the digest."""
    sink, layouts = Sink(), clean.layouts
    placements = [replace(one, text=one.text.replace("5425", "5426")) for one in layouts.placements]
    checks.inspect(clean.folder, layouts.ledger, placements, pipeline.ALL, layouts.report.places, layouts.library.files(), sink)
    places = {one.place.split(",")[0] for one in sink.found}
    assert places == {"report.pdf", "deck.pptx", "figures.xlsx"}
