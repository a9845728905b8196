"""XMP says what the information dictionary says, and which standards the file keeps."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from pdf_sample import Written, book, imprint, run

from generator.document.model import Phrase, Run

SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfx": "http://ns.adobe.com/pdfx/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}
HARD = Phrase((Run("“甲 & 乙” <丙>"),), "title")


def told(written, name):
    prefix, local = name.split(":")
    tree = ET.fromstring(written.objects.Root.Metadata.read_bytes())  # noqa: S314 - of our own making
    return ["".join(one.itertext()).strip() for one in tree.iter(f"{{{SPACES[prefix]}}}{local}")]


@pytest.fixture
def written(tmp_path):
    return Written(tmp_path, replace(book([run("一")]), imprint=replace(imprint(), title=HARD)))


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("dc:title", "Title"), ("dc:creator", "Author"), ("dc:description", "Subject"), ("pdf:Keywords", "Keywords"),
        ("pdf:Producer", "Producer"), ("xmp:CreatorTool", "Creator"), ("pdfx:ContentDigest", "ContentDigest"),
    ],
)  # fmt: skip
def test_it_agrees_with_the_information_dictionary(written, name, key) -> None:
    assert told(written, name) == [str(written.objects.docinfo[f"/{key}"])] != [""]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("dc:language", "zh-CN"), ("xmp:CreateDate", "2021-08-05T00:00:00+08:00"), ("xmp:ModifyDate", "2021-08-05T00:00:00+08:00"),
        ("pdfaid:part", "2"), ("pdfaid:conformance", "A"), ("pdfuaid:part", "1"),
    ],
)  # fmt: skip
def test_it_says_language_date_and_standards(written, name, value) -> None:
    assert told(written, name) == [value]


def test_what_a_book_does_not_say_is_not_there(tmp_path) -> None:
    bare = Written(tmp_path, replace(book([run("一")]), imprint=imprint(date="")))
    assert told(bare, "xmp:CreateDate") == []


def test_the_output_intent_holds_the_profile(written) -> None:
    (intent,) = written.objects.Root.OutputIntents
    assert (intent.S, str(intent.OutputConditionIdentifier)) == ("/GTS_PDFA1", "sRGB IEC61966-2.1")
    assert intent.DestOutputProfile.N == 3
    assert intent.DestOutputProfile.read_bytes()[36:40] == b"acsp"
