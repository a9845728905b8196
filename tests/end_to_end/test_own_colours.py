"""A theme in a colour of the author's own: set in it on page and slide, and proved like any other."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING

import pikepdf
import pytest

from generator import outputs, pipeline
from tests.conftest import CONTENT

if TYPE_CHECKING:
    from pathlib import Path

OWN = '{rgb: "#8C5FA8", cmyk: 50 70 0 8}'
SCREEN = "8C5FA8"
THEME = "乡村振兴"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("own")
    text = CONTENT.read_text("utf-8")
    changed = re.sub(rf"(- name: {THEME}\n\s+color: )\S+", rf"\g<1>{OWN}", text)
    assert changed != text
    (folder / "content.yaml").write_text(changed, encoding="utf-8")
    outcome = pipeline.build(folder / "content.yaml", folder / "build", None, lambda _stage: None)
    assert outcome.layouts.warnings == ()
    return folder / "build"


def colours(page: pikepdf.Page) -> set[str]:
    """The colours of all that is filled on a page, in hexadecimal digits."""
    filled = (one.operands for one in pikepdf.parse_content_stream(page) if str(one.operator) == "rg")
    return {"".join(f"{round(float(channel) * 255):02X}" for channel in ink) for ink in filled}


def test_pages_of_the_theme_have_the_colour_that_its_author_gave(built: Path) -> None:
    with pikepdf.open(built / outputs.FILES[outputs.REPORT]) as report:
        assert sum(SCREEN in colours(page) for page in report.pages) >= 3


def test_slides_of_the_theme_have_the_colour_that_its_author_gave(built: Path) -> None:
    """The colour is one of the deck's accents, and slides name the accent."""
    with zipfile.ZipFile(built / outputs.FILES[outputs.DECK]) as deck:
        (accent,) = re.findall(rf'<a:(accent\d)><a:srgbClr val="{SCREEN}"', deck.read("ppt/theme/theme1.xml").decode())
        slides = [name for name in deck.namelist() if re.fullmatch(r"ppt/(slides|slideLayouts)/\w+\.xml", name)]
        assert sum(f'"{accent}"' in deck.read(name).decode() for name in slides) >= 3


def test_what_was_built_is_proved_again(built: Path) -> None:
    assert pipeline.check(built.parent / "content.yaml", built, lambda _stage: None).same == outputs.ALL | {outputs.PRINT}
