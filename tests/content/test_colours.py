"""Colours of an author's own: read for screen and press, refused with a way out where they are too pale or too heavy, told when alike."""

from __future__ import annotations

import re

import pytest

from generator.content.schema import COLORS
from generator.design.palette import PAPER
from generator.ink import Colour, Ink, contrast

OWN = Colour((26, 106, 136), (86, 44, 32, 10))


@pytest.fixture
def themed(author, whole):
    """Read a report whose themes have these colours; its themes' colours, and the diagnostics without their file."""

    def read(*colors: str):
        head, _, _ = whole.partition("themes:")
        lines = [
            f"  - {{name: {name}, color: {color}, message: 甲, heroes: [淘宝村]}}"
            for name, color in zip("甲乙丙丁戊己庚辛壬癸", colors, strict=False)
        ]
        report, found = author(head + "themes:\n" + "\n".join(lines) + "\n")
        return [theme.color for theme in report.themes], [one.removeprefix("content.yaml:") for one in found]

    return read


@pytest.mark.parametrize("name", COLORS)
def test_each_of_the_ten_is_taken_by_its_name(themed, name) -> None:
    assert themed(name) == ([name], [])


@pytest.mark.parametrize("cmyk", ["86 44 32 10", "86, 44, 32, 10"])
def test_a_colour_of_the_authors_own_is_taken(themed, cmyk) -> None:
    assert themed(f'{{rgb: "#1A6A88", cmyk: "{cmyk}"}}') == ([OWN], [])


def test_a_colour_of_the_authors_own_may_be_written_below(author, whole) -> None:
    text = whole.partition("themes:")[0] + (
        'themes:\n  - name: 甲\n    color:\n      rgb: "#1A6A88"\n      cmyk: 86 44 32 10\n    message: 甲\n    heroes: [淘宝村]\n'
    )
    report, found = author(text)
    assert (report.themes[0].color, found) == (OWN, [])


def test_the_organizations_colour_is_such_a_colour(author, whole) -> None:
    assert author(whole)[0].imprint.brand == Colour((255, 106, 0), (0, 70, 100, 0))


@pytest.mark.parametrize(
    ("color", "place", "says", "cure"),
    [
        ('{rgb: "1A6A88", cmyk: 86 44 32 10}', "8:28", "bad-colour.text text=1A6A88", 'hint.write cure=rgb: "#1A6A88"'),
        ('{rgb: "#1A6A88", cmyk: 86 44 32}', "8:45", "bad-colour.text text=86 44 32", "hint.write cure=cmyk: 86 44 32 10"),
        ('{rgb: "#1A6A88", cmyk: 86 44 32 101}', "8:45", "bad-colour.text text=86 44 32 101", "hint.write cure=cmyk: 86 44 32 10"),
        ("{rgb: “#1A6A88”, cmyk: 86 44 32 10}", "8:28", "bad-colour.text text=“#1A6A88”", 'bad-colour.straight-quotes cure=rgb: "#1A6A88"'),
        ('{rgb: "#1A6A88"}', "8:15", "missing-field.in-part key=cmyk part=color", "missing-field.what key=cmyk what=schema.colour.cmyk"),
        ('{rgb: "#FF6A00", cmyk: 0 70 100 0}', "8:28", "pale-colour.on-white rgb=#FF6A00", 'pale-colour.darken cure="#C65200"'),
        ('{rgb: "#1A6A88", cmyk: 86 84 82 60}', "8:45", "heavy-colour.ink total=312 most=300", "heavy-colour.less over=12"),
    ],
)  # fmt: skip
def test_a_colour_that_will_not_do_is_told_at_its_place_with_its_cure(themed, color, place, says, cure) -> None:
    colors, found = themed(color)
    assert colors == [COLORS[0]], "the rest of the theme is read in a colour of the house"
    assert [one.splitlines()[0].rpartition(" [")[0] for one in found] == [f"{place}: error: {says}"]
    assert found[0].splitlines()[1] == f"    hint: {cure}"


def test_too_pale_and_too_heavy_are_told_at_once(themed) -> None:
    assert len(themed('{rgb: "#FF6A00", cmyk: 86 84 82 60}')[1]) == 2


@pytest.mark.parametrize("rgb", ["#FF6A00", "#FFFFFF", "#FFFF00", "#00FF00"])
def test_the_darker_colour_offered_is_dark_enough(themed, rgb) -> None:
    _, found = themed(f'{{rgb: "{rgb}", cmyk: 0 70 100 0}}')
    cure = re.search(r'cure="(#[0-9A-F]{6})"', found[0])[1]
    assert themed(f'{{rgb: "{cure}", cmyk: 0 70 100 0}}')[1] == []
    assert contrast(Ink("", tuple(bytes.fromhex(cure[1:])), (0, 0, 0, 0)), PAPER) < 4.8, "and no darker than it must be"


def test_what_is_no_colour_is_told_how_one_is_given(themed) -> None:
    _, found = themed('"#1A6A88"')
    assert "bad-choice.of key=color text=#1A6A88" in found[0]
    assert "bad-choice.colors" in found[0]


def test_two_themes_of_one_colour_are_pointed_out(themed) -> None:
    colors, found = themed("朱砂", "赭", "朱砂")
    assert colors == ["朱砂", "赭", "朱砂"]
    assert [one.splitlines()[0] for one in found] == ["10:22: warning: alike-colours.same theme=甲 [alike-colours]"]


def test_the_houses_colour_given_as_ones_own_is_still_one_colour(themed) -> None:
    _, found = themed("石青", "赭", '{rgb: "#126A88", cmyk: 86 44 32 10}')
    assert [one.splitlines()[0] for one in found] == ["10:22: warning: alike-colours.same theme=甲 [alike-colours]"]


def test_neighbours_that_are_one_grey_are_pointed_out(themed) -> None:
    _, found = themed('{rgb: "#1A6A88", cmyk: 86 44 32 10}', '{rgb: "#8A5A22", cmyk: 25 57 94 15}')
    assert [one.splitlines()[0] for one in found] == ["9:22: warning: alike-colours.grey theme=甲 [alike-colours]"]


def test_the_ten_in_their_order_are_told_apart(themed) -> None:
    assert themed(*COLORS)[1] == []
