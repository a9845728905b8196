"""The package as a stranger opens it: zip, content types, relationships, properties; python-pptx as a second reader."""

from __future__ import annotations

import posixpath
import subprocess
import zipfile
from dataclasses import replace

import pptx
import pypdfium2
import pytest

from generator.layout.deck.slide import DeckSection, TextBox
from generator.writers.pptx.package import write
from tests.writers.pptx.handmade_deck import parsed

RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
FIXED = (1980, 1, 1, 0, 0, 0)


def parts(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def targets(name, blob):
    """Return the parts that a relationships part leads to."""
    folder = posixpath.dirname(posixpath.dirname(name))
    found = [one.get("Target") for one in parsed(blob) if one.get("TargetMode") != "External"]
    return [posixpath.normpath(posixpath.join(folder, one)) if not one.startswith("/") else one[1:] for one in found]


def test_two_writings_are_the_same_bytes(deck, library, written, tmp_path):
    again = tmp_path / "again.pptx"
    write(deck, library, again)
    assert again.read_bytes() == written.read_bytes()


def test_every_entry_has_an_ascii_name_and_the_same_time(written):
    with zipfile.ZipFile(written) as archive:
        assert archive.testzip() is None
        assert all(entry.filename.isascii() and entry.date_time == FIXED for entry in archive.infolist())
        assert len(archive.namelist()) == len(set(archive.namelist()))


def test_no_relationship_dangles_and_no_part_is_an_orphan(written):
    found = parts(written)
    reached = {target for name, blob in found.items() if name.endswith(".rels") for target in targets(name, blob)}
    content = {name for name in found if not name.endswith(".rels") and name != "[Content_Types].xml"}
    assert reached == content


def test_every_relationship_in_a_part_is_one_of_its_own(written):
    found = parts(written)
    for name, blob in found.items():
        if not name.startswith("ppt/") or not name.endswith(".xml"):
            continue
        rels = found.get(f"{posixpath.dirname(name)}/_rels/{posixpath.basename(name)}.rels", b"<none/>")
        own = {one.get("Id") for one in parsed(rels)}
        space = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
        used = {value for one in parsed(blob).iter() for key, value in one.attrib.items() if key.startswith(space)}
        assert used <= own, name


def test_every_part_has_a_content_type(written):
    found = parts(written)
    types = parsed(found["[Content_Types].xml"])
    defaults = {one.get("Extension") for one in types if one.tag == f"{TYPES}Default"}
    overrides = {one.get("PartName")[1:] for one in types if one.tag == f"{TYPES}Override"}
    assert overrides <= set(found)
    assert all(name in overrides or name.rsplit(".", 1)[1] in defaults for name in found if name != "[Content_Types].xml")


def test_the_properties_are_the_imprint_s(deck, written):
    core = pptx.Presentation(written).core_properties
    assert core.title == str(deck.imprint.title)
    assert core.author == "阿里巴巴集团"
    assert core.language == "zh-CN"
    assert core.created.isoformat() == core.modified.isoformat() == "2021-08-05T00:00:00"


def test_the_content_s_hash_and_the_way_to_come_by_faces_are_custom_properties(deck, written):
    custom = parsed(parts(written)["docProps/custom.xml"])
    assert [(one.get("name"), "".join(one.itertext())) for one in custom] == [
        ("ContentDigest", deck.imprint.digest),
        ("Fonts", "embedded"),
    ]


def test_the_extended_properties_count_what_is_there(written):
    facts = {one.tag.rpartition("}")[2]: one.text for one in parsed(parts(written)["docProps/app.xml"])}
    slides = sum(name.startswith("ppt/slides/slide") for name in parts(written))
    assert facts["Slides"] == facts["Notes"] == str(slides)


def test_libreoffice_shows_every_slide(deck, written, tmp_path):
    command = ["soffice", "--headless", f"-env:UserInstallation={tmp_path.as_uri()}/office", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(written)], check=True, capture_output=True)
    document = pypdfium2.PdfDocument(tmp_path / "deck.pdf")
    try:
        assert len(document) == len(deck.slides)
    finally:
        document.close()


def test_a_layout_that_the_master_lacks_is_named(deck, library, tmp_path):
    slides = (replace(deck.slides[0], layout="没有"), *deck.slides[1:])
    with pytest.raises(KeyError, match=r"slide 1.*没有"):
        write(replace(deck, slides=slides), library, tmp_path / "deck.pptx")


def test_a_placeholder_that_the_layout_lacks_is_named(deck, library, tmp_path):
    first = deck.slides[0]
    items = tuple(replace(one, placeholder="body") if isinstance(one, TextBox) else one for one in first.items)
    with pytest.raises(KeyError, match=r"slide 1.*内容.*body"):
        write(replace(deck, slides=(replace(first, items=items), *deck.slides[1:])), library, tmp_path / "deck.pptx")


def test_sections_that_miss_a_slide_are_refused(deck, library, tmp_path):
    with pytest.raises(ValueError, match="sections"):
        write(replace(deck, sections=(DeckSection("开篇", (1, 2)),)), library, tmp_path / "deck.pptx")
