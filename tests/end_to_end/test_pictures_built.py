"""A content with pictures, built by the command: each output has them, proved; faults end with their own code; nothing leaks."""

from __future__ import annotations

import json
import zipfile

import page as validation
import pikepdf
import pytest
from PIL import Image

from generator.diagnostics import Exit
from tests.end_to_end.command import jianbao
from tests.pictures.drawn import saved, shaded
from tests.planting.pictured import SIGN, VIEW, pictured

MAKING = "在山上的小屋里拍的"
SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30">
<path fill="#186048" d="M0 0h30v30h-30z"/><circle cx="60" cy="15" r="15"/></svg>"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pictured")
    content = pictured(folder)
    exif = Image.Exif()
    exif[0x010E] = MAKING
    exif[0x0112] = 6
    (folder / VIEW).write_bytes(saved(shaded(1600, 2400), "JPEG", exif=exif, quality=88))
    text = content.read_text("utf-8").replace("\nthemes:", "\npress: {}\n\nthemes:", 1)
    content.write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def built(desk):
    done = jianbao("build", "--gray", "--booklet", "--format", "json", cwd=desk)
    assert done.returncode == Exit.DONE, done.stdout + done.stderr
    return desk / "build"


def images(path) -> list[pikepdf.Object]:
    with pikepdf.open(path) as pdf:
        return [
            (str(one.ColorSpace), int(one.Width), int(one.Height))
            for sheet in pdf.pages
            for one in sheet.Resources.get("/XObject", {}).values()
        ]


@pytest.mark.parametrize(
    ("file", "space"),
    [
        ("report.pdf", "/DeviceRGB"),
        ("report-print.pdf", "/DeviceCMYK"),
        ("report-gray.pdf", "/DeviceGray"),
        ("report-booklet.pdf", "/DeviceRGB"),
    ],
)
def test_each_edition_shows_sign_and_view_in_its_colours(built, file, space) -> None:
    found = images(built / file)
    assert {one[0] for one in found} == {space}
    assert len({one[1:] for one in found}) >= 2


def test_the_deck_has_each_picture_as_often_as_it_has_sizes(built) -> None:
    with zipfile.ZipFile(built / "deck.pptx") as deck:
        media = [deck.read(name) for name in deck.namelist() if name.startswith("ppt/media/")]
    assert len(media) == len(set(media)) >= 2


def test_nothing_of_a_pictures_making_goes_along(built) -> None:
    for path in built.iterdir():
        if path.is_file():
            data = path.read_bytes()
            assert b"Exif" not in data
            assert MAKING.encode() not in data


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("file", ["report.pdf", "report-gray.pdf"])
def test_a_report_with_pictures_keeps_its_standards(built, file, profile) -> None:
    assert list(validation.validate_pdf(str(built / file), profile=profile).failures) == []


def test_the_print_file_has_pictures_as_a_press_asks_for_them(desk, built) -> None:
    assert built.exists()
    done = jianbao("check", "--press", "--format", "json", cwd=desk)
    rules = {one["rule"]: one["verdict"] for one in json.loads(done.stdout)["files"][0]["rules"]}
    asked = ("picture-colours", "total-ink", "resolution", "transparency", "plates", "bleed-fields")
    assert {one: rules[f"press.{one}"] for one in asked} == dict.fromkeys(asked, "kept")


def test_check_finds_the_picture_that_was_exchanged_in_the_folder(desk, built, tmp_path) -> None:
    folder = tmp_path / "other"
    content = pictured(folder)
    content.write_text((desk / "content.yaml").read_text("utf-8"), "utf-8")
    (folder / SIGN).write_bytes(saved(shaded(480, 320)))
    (folder / VIEW).write_bytes((desk / VIEW).read_bytes())
    done = jianbao("check", "--out", built, cwd=folder)
    assert done.returncode == Exit.INSPECTION, done.stdout + done.stderr


def test_the_same_pictures_are_the_same_bytes_again(desk, built, tmp_path) -> None:
    done = jianbao("build", "--out", tmp_path, "--only", "report,deck,print", cwd=desk)
    assert done.returncode == Exit.DONE
    for file in ("report.pdf", "deck.pptx", "report-print.pdf"):
        assert (tmp_path / file).read_bytes() == (built / file).read_bytes(), file


@pytest.fixture
def other(tmp_path):
    return pictured(tmp_path / "home").parent


def codes(done) -> set[str]:
    return {one["code"] for one in json.loads(done.stdout)["diagnostics"]}


def test_a_sign_of_shapes_is_native_everywhere(other) -> None:
    (other / "logo.svg").write_text(SVG, "utf-8")
    text = (other / "content.yaml").read_text("utf-8").replace(f"logo: {SIGN}", "logo: logo.svg")
    (other / "content.yaml").write_text(text, "utf-8")
    done = jianbao("build", "--only", "report,deck,print", "--format", "json", cwd=other)
    assert done.returncode == Exit.DONE, done.stdout
    with zipfile.ZipFile(other / "build" / "deck.pptx") as deck:
        assert len([name for name in deck.namelist() if name.startswith("ppt/media/")]) == 1


def test_a_missing_picture_ends_with_3_and_its_line(other) -> None:
    (other / VIEW).unlink()
    done = jianbao("build", "--format", "json", cwd=other)
    assert done.returncode == Exit.CONTENT
    assert "bad-picture" in codes(done)


@pytest.mark.parametrize(("across", "end"), [(1000, Exit.DONE), (150, Exit.FIT)])
def test_a_picture_of_too_few_dots_is_warned_of_or_refused(other, across, end) -> None:
    (other / VIEW).write_bytes(saved(shaded(across, across * 2 // 3), "JPEG"))
    done = jianbao("build", "--only", "report", "--format", "json", cwd=other)
    assert done.returncode == end, done.stdout
    assert "coarse-picture" in codes(done)


def test_another_folder_is_read_where_it_is_allowed(other, tmp_path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (other / VIEW).rename(tmp_path / "elsewhere" / VIEW)
    text = (other / "content.yaml").read_text("utf-8").replace(f"file: {VIEW}", f"file: ../elsewhere/{VIEW}")
    (other / "content.yaml").write_text(text, "utf-8")
    refused = jianbao("build", "--only", "report", "--format", "json", cwd=other)
    assert (refused.returncode, "bad-picture" in codes(refused)) == (Exit.CONTENT, True)
    done = jianbao("build", "--only", "report", "--allow", "../elsewhere", cwd=other)
    assert done.returncode == Exit.DONE, done.stdout + done.stderr
