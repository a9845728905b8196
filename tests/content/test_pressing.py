"""What the print shop asks for, under `press:`: read as it stands, and each fault told at its value with a cure."""

from __future__ import annotations

import pytest

from generator.design.format import DALIU
from generator.units import mm


@pytest.fixture
def pressed(author, whole):
    """Read a content with a `press:`; what is read of it, and the diagnostics without their file."""

    def read(written: str):
        report, found = author(f"{whole}press: {written}\n")
        return report.press, [one.removeprefix("content.yaml:") for one in found]

    return read


def test_a_report_without_it_is_not_printed(author, whole) -> None:
    assert author(whole)[0].press is None


def test_all_of_it_may_be_left_out(pressed) -> None:
    press, found = pressed("{}")
    assert (press.condition, press.icc, press.trim, press.bleed, press.marks, found) == ("", "", None, None, True, [])


def test_it_is_read_as_it_stands(pressed) -> None:
    press, found = pressed("{condition: FOGRA51, icc: 厂.icc, trim: 大16开, bleed: 5mm, marks: 无}")
    assert (press.condition, press.icc, press.trim, press.bleed, press.marks) == ("FOGRA51", "厂.icc", DALIU, mm(5), False)
    assert found == []


@pytest.mark.parametrize(
    ("written", "says", "cure"),
    [
        ("{trim: 16开}", "bad-trim.text text=16开", "bad-trim.write names=('a4'"),
        ("{trim: [210, 297]}", "wrong-type.of key=trim", ""),
        ("{trim: 297x210mm}", "bad-trim.size text=297x210mm", "bad-trim.between least=120x180mm"),
        ("{bleed: 3}", "bad-bleed.text text=3", "hint.write cure=bleed: 3mm"),
        ("{bleed: 1mm}", "bad-bleed.size text=1mm least=2 most=10", "hint.write cure=bleed: 3mm"),
        ("{condition: FOGRA52}", "bad-condition.no-profile name=FOGRA52 known=FOGRA39", "bad-condition.name-profile"),
        ("{condition: FOGRA93}", "bad-condition.no-profile name=FOGRA93 known=FOGRA39", "hint.did-you-mean cure=FOGRA39"),
        ("{marks: 不要}", "bad-choice.of key=marks text=不要", ""),
        ("{colour: RGB}", "unknown-key.here key=colour", ""),
    ],
)
def test_a_fault_is_told_once_with_its_cure(pressed, written, says, cure) -> None:
    [told] = pressed(written)[1]
    assert says in told
    assert cure in told


def test_an_organization_s_colour_must_dry(author, whole) -> None:
    [told] = author(whole.replace("0 70 100 0", "90 90 90 90"))[1]
    assert "heavy-colour.ink total=360 most=300" in told


def test_a_plate_too_faint_to_hold_is_pointed_out(author, whole) -> None:
    [told] = author(whole.replace("0 70 100 0", "0 70 100 5"))[1]
    assert "warning" in told
    assert "faint-colour.plate plate=5 least=8" in told
