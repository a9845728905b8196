"""The print buyer's rules: a flawless file keeps all of them, and each violation is caught by its rule and by no other."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Name

from generator.diagnostics import said
from generator.inspection.audit.model import Verdict, Wanted
from generator.inspection.audit.press.rules import RULES, audit
from generator.messages.catalog import catalog
from tests.inspection.press_plants import PLANTS, Plant, drawn, picture, text
from tests.messages.purity import foreign

KEPT = {Verdict.KEPT, Verdict.IDLE}


def planted(plant: Plant, clean, folder):
    """Return the flawless file with a violation."""
    target = folder / "planted.pdf"
    with pikepdf.open(clean) as pdf:
        plant.alter(pdf)
        pdf.save(target, **(plant.save or {"force_version": "1.6"}))
    return target


def not_kept(path) -> dict[str, Verdict]:
    """Return the rules that are not kept; what is found is worded in both languages."""
    found = [one for one in audit(path).findings if one.verdict not in KEPT]
    assert all(catalog(language).word(one.found) for one in found for language in ("zh", "en"))
    return {one.rule.removeprefix("press."): one.verdict for one in found}


def test_a_flawless_file_keeps_every_rule(clean_print) -> None:
    assert not_kept(clean_print) == {}


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.name)
def test_a_violation_is_caught_by_its_rule_and_by_no_other(plant, clean_print, tmp_path) -> None:
    found = not_kept(planted(plant, clean_print, tmp_path))
    assert found.keys() == set(plant.rules)
    assert (Verdict.BROKEN in found.values()) is plant.grave


def test_every_rule_has_a_violation() -> None:
    told = {rule for plant in PLANTS for rule in plant.rules} | {"ids"}  # `ids`: see below
    assert told == {rule.name for rule in RULES}


def test_a_file_without_numbers_of_its_own_is_caught(clean_print, tmp_path) -> None:
    with pikepdf.open(clean_print) as pdf:
        pdf.save(tmp_path / "plain.pdf", object_stream_mode=pikepdf.ObjectStreamMode.disable, force_version="1.6")
    data = (tmp_path / "plain.pdf").read_bytes()
    assert data.count(b"/ID [") == 1
    (tmp_path / "plain.pdf").write_bytes(data.replace(b"/ID [", b"/XX ["))
    assert not_kept(tmp_path / "plain.pdf") == {"ids": Verdict.BROKEN}


@pytest.mark.parametrize(
    ("page", "place", "rules"),
    [
        (2, "{x5_5} {y100}", {"safe-zone"}),  # a recto's spine is at its left
        (1, "{x5_5} {y100}", set()),
        (2, "{x202} {y100}", set()),
        (1, "{x202} {y100}", {"safe-zone"}),
    ],
)  # fmt: skip
def test_the_spine_is_at_the_left_of_a_recto_and_at_the_right_of_a_verso(
    page, place, rules, clean_print, tmp_path, monkeypatch
) -> None:
    monkeypatch.setattr("tests.inspection.press_plants.PAGE", page)
    plant = Plant("near the spine", tuple(rules), drawn(text("0 0 0 1 k", 6, at=place)))
    assert not_kept(planted(plant, clean_print, tmp_path)).keys() == rules, page


def test_the_words_of_the_rules_are_of_one_language() -> None:
    for language in ("zh", "en"):
        words = [catalog(language).word(said(f"press.{rule.name}")) for rule in RULES]
        assert [one for one in words if foreign(one, language)] == []


def test_a_mark_is_judged_as_it_is_seen(clean_print, tmp_path) -> None:
    """What a clip hides, what lies outside the bleed and what is white breaks no rule."""
    harmless = (
        "{x20} {y20} 10 10 re W n .5 0 0 0 k {x100} {y100} 300 57 re f",
        "0 0 0 0 k {x204_5} {y20} 15.591 57 re f",
        ".5 0 0 0 k {x204_5} {y20} 60 57 re f",
        ".5 0 0 0 k {x60} {y60} m {x60} {y60} 300 300 400 200 {x100} {y100} c f",
        ".5 0 0 0 K 1 w {x202} {y20} m {x202} {y30} 700 150 700 250 {x202} {y100} c s",
        ".5 0 0 0 K 1 w {x202} {y20} m 646.3 {y20} l S",
    )
    for content in harmless:
        assert not_kept(planted(Plant("harmless", (), drawn(content)), clean_print, tmp_path)) == {}


def test_what_is_just_at_a_limit_is_kept(clean_print, tmp_path) -> None:
    limits = (
        ".75 .75 .75 .75 k {x20} {y20} 113 57 re f",
        "/Over gs 0 0 0 1 K .25 w {x20} {y20} m {x60} {y20} l S",
        "0 .08 0 0 k {x20} {y20} 113 57 re f",
        text("0 0 0 .5 k", 6, more="/Knock gs"),
        text(".6 .5 .2 .2 k", 6, more="/Knock gs"),
        text(".6 .5 .3 .3 k", 8, more="/Knock gs"),
        text("0 0 0 1 k", 24.5, more="/Knock gs"),
    )
    for content in limits:
        assert not_kept(planted(Plant("at a limit", (), drawn(content)), clean_print, tmp_path)) == {}, content
    for dots in (300, 301):
        assert not_kept(planted(Plant("a picture", (), picture(Name.DeviceGray, dots)), clean_print, tmp_path)) == {}


@pytest.mark.parametrize(
    ("wanted", "rules"),
    [
        (Wanted(), set()),
        (Wanted((210, 297), 3), set()),
        (Wanted((210, 285)), {"press.size"}),
        (Wanted(bleed=3.5), {"press.bleed"}),
    ],
)
def test_what_is_wanted_of_a_file_is_asked_of_it(wanted, rules, clean_print) -> None:
    assert {one.rule for one in audit(clean_print, wanted).findings if one.verdict not in KEPT} == rules
