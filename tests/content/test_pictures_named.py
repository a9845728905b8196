"""Pictures as authors name them: what is read of each, and what is told where it cannot be meant."""

from __future__ import annotations

import pytest

from generator.content.model import WHOLE, Crop
from generator.content.pictures import shown

OPENER = "themes: [{name: 甲, color: 朱砂, message: 甲, heroes: [淘宝村]"


@pytest.fixture
def pictured(author, whole):
    """Read the smallest content with the keys of a picture as its theme's opener."""

    def read(keys: str):
        report, found = author(whole.replace(OPENER, f"{OPENER}, picture: {{file: 湖.jpg, alt: 湖, {keys}}}"))
        return report.themes[0].opener, found

    return read


@pytest.mark.parametrize(
    ("crop", "read"),
    [
        ('crop: "16:9"', WHOLE._replace(shape=16 / 9)),
        ("crop: 4：3", WHOLE._replace(shape=4 / 3)),
        ("crop: 1x1", WHOLE._replace(shape=1)),
        ("crop: 10% 0% 90% 75%", Crop(0.1, 0, 0.9, 0.75)),
        ("crop: 10%，0%，90%，75%", Crop(0.1, 0, 0.9, 0.75)),
        ("focus: 70% 30%", WHOLE._replace(across=0.7, down=0.3)),
        ('crop: "3:2", focus: 0% 100%', WHOLE._replace(shape=1.5, across=0, down=1)),
    ],
)
def test_a_crop_is_a_shape_or_edges(pictured, crop, read) -> None:
    picture, found = pictured(f"{crop}, numbers: 无")
    assert (picture.crop, found) == (read, [])


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ("crop: 上半部", "bad-crop"),
        ("crop: 90% 0% 10% 75%", "bad-crop"),
        ("crop: 0% 0% 120% 100%", "bad-crop"),
        ('crop: "9:1"', "bad-crop"),
        ('crop: "0:1"', "bad-crop"),
        ("focus: 左上", "bad-focus"),
        ("focus: 120% 0%", "bad-focus"),
        ("place: 右边", "bad-choice"),
        ("numbers: 有", "bad-choice"),
        ("numbers: 无, says: 共【淘宝村】", "bad-picture"),
    ],
)
def test_what_cannot_be_meant_is_told_at_its_line(pictured, keys, code) -> None:
    _, found = pictured(keys)
    assert any(f"[{code}]" in one for one in found), found


def test_the_numbers_in_a_picture_are_references(pictured) -> None:
    picture, found = pictured("says: 屏上是【淘宝村】")
    assert (picture.says is not None, found) == (True, [])
    _, found = pictured("says: 屏上是5425个")
    assert any("[typed-number]" in one for one in found)


def test_nobody_says_whether_numbers_stand_there(pictured) -> None:
    _, found = pictured("credit: 某人摄")
    assert [one.split("[")[-1].split("]")[0] for one in found] == ["untold-numbers"]


def test_a_picture_without_words_is_refused(author, whole) -> None:
    _, found = author(whole.replace(OPENER, f"{OPENER}, picture: {{file: 湖.jpg, numbers: 无}}"))
    assert any("missing-field" in one and "key=alt" in one for one in found), found


def test_a_motif_is_named_as_before(author, whole) -> None:
    report, found = author(whole.replace(OPENER, f"{OPENER}, picture: rings"))
    assert (report.themes[0].picture, report.themes[0].opener, found) == ("rings", None, [])


@pytest.mark.parametrize("logo", ["标志.svg", "{file: 标志.svg}", "{file: 标志.svg, alt: 一棵树}"])
def test_a_logo_is_a_file_or_a_file_with_words(author, whole, logo) -> None:
    report, found = author(whole.replace("report: {", f"report: {{logo: {logo}, "))
    assert (report.imprint.logo.file, found) == ("标志.svg", [])
    assert [one.file for one in shown(report)] == ["标志.svg"]


def test_a_picture_in_a_text_has_more_under_its_file(author, whole) -> None:
    text = 'about:\n  text: |\n    ![湖边](湖.jpg "湖")\npictures:\n  湖.jpg: {credit: 某人摄, place: full, crop: "3:2", numbers: 无}\n'
    report, found = author(whole.replace("about: {text: 甲}\n", text))
    (picture,) = report.about.blocks
    assert (picture.place, picture.crop.shape, picture.credit is not None, found) == ("full", 1.5, True, [])


def test_what_is_said_of_a_picture_that_nobody_shows_is_told(author, whole) -> None:
    text = "about:\n  text: |\n    ![湖边](湖.jpg)\npictures: {湖.jpg: {numbers: 无}, 湖.jpeg: {numbers: 无}}\n"
    _, found = author(whole.replace("about: {text: 甲}\n", text))
    (one,) = found
    assert "[unused-picture]" in one
    assert "cure=湖.jpg" in one
