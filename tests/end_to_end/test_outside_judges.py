"""Judges of Office Open XML that others made find nothing to say of any deck: openxml-audit and, where it is there, the Open XML SDK.

In: decks of ours, with faces embedded and not, and such as are built into four masters of other origin. The SDK is called as
`ooxml-validator` (`requirements/ooxml`, npm), which no test needs.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import pptx
import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from generator import pipeline
from generator.design.format import CLASSIC
from generator.fonts.offer import Fonts
from generator.outputs import DECK
from generator.shape import Shape
from tests.conftest import CONTENT, ROOT

SMALL = ROOT / "tests" / "inspection" / "content.yaml"
MASTERS = ROOT / "tests" / "template" / "decks"
SHAPES = {
    "system": Shape(fonts=Fonts.SYSTEM),
    "none": Shape(fonts=Fonts.NONE),
    "whole": Shape(fonts=Fonts.WHOLE),
    "4:3": Shape(slide=CLASSIC),
    "into PowerPoint's": Shape(template=Path(pptx.__file__).parent / "templates" / "default.pptx"),
    "into PptxGenJS's": Shape(template=MASTERS / "pptxgenjs.pptx"),
    "into LibreOffice's": Shape(template=MASTERS / "libreoffice.potx"),
}
OURS = ("sample", "gallery", "into our own")
YEARS = {"Office2019": FileFormat.OFFICE_2019, "Microsoft365": FileFormat.MICROSOFT_365}


@pytest.fixture(scope="module", params=[*OURS, *SHAPES])
def deck(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    if request.param in OURS[:2]:
        folder: Path = request.getfixturevalue(f"{request.param}_folder")
        return folder / "deck.pptx"
    folder = tmp_path_factory.mktemp("deck")
    shape = SHAPES.get(request.param) or Shape(template=request.getfixturevalue("sample_folder") / "deck.pptx")
    content = CONTENT if shape.template is not None and request.param == OURS[2] else SMALL
    pipeline.build(content, folder, frozenset({DECK}), lambda _stage: None, shape)
    return folder / "deck.pptx"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small")
    pipeline.build(SMALL, folder, frozenset({DECK}), lambda _stage: None, SHAPES["none"])
    return folder / "deck.pptx"


def audited(deck: Path, year: str) -> list[str]:
    return [str(one) for one in OpenXmlValidator(file_format=YEARS[year], max_errors=0).validate(deck).errors]


def judged(deck: Path, year: str) -> list[str]:
    """What the Open XML SDK says; skips where it is not installed."""
    if (judge := shutil.which("ooxml-validator")) is None:
        pytest.skip("ooxml-validator (the Open XML SDK, by npm) is not installed")
    told = subprocess.run([judge, str(deck), "--officeVersion", year], capture_output=True, encoding="utf-8", check=False)
    return [one["description"] for one in json.loads(told.stdout)["errors"]]


@pytest.mark.parametrize("judge", [audited, judged])
def test_nothing_is_wrong(deck: Path, judge) -> None:
    assert judge(deck, "Microsoft365") == []


@pytest.mark.parametrize("judge", [audited, judged])
@pytest.mark.parametrize(
    ("old", "new"),
    [(b'type="title"', b'type="headline"'), (b"<p:cSld>", b"<p:cSld><p:unknown/>"), (b'lang="zh-CN"', b'lang="zh-CN" b="large"')],
    ids=["value", "element", "size"],
)
def test_what_is_wrong_is_told(small: Path, tmp_path: Path, judge, old: bytes, new: bytes) -> None:
    """A judge that finds nothing here would find nothing anywhere."""
    spoilt, part = tmp_path / "deck.pptx", "ppt/slides/slide6.xml"
    with zipfile.ZipFile(small) as whole, zipfile.ZipFile(spoilt, "w") as changed:
        for name in whole.namelist():
            data = whole.read(name)
            assert name != part or old in data
            changed.writestr(name, data.replace(old, new, 1) if name == part else data)
    assert judge(spoilt, "Office2019")
