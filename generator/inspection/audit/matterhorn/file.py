"""Rules about the file as a whole: metadata, title, layers, attachments, protection, blocks (checkpoints 6, 7, 11, 20 to 26, 30)."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import pikepdf

from generator.inspection.audit.matterhorn.notes import names_its_file
from generator.inspection.audit.matterhorn.opened import Fault, Looked, whole
from generator.inspection.pdf.syntax import instructions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from xml.etree import ElementTree as ET

    from generator.inspection.audit.matterhorn.opened import Opened

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
TITLE = "{http://purl.org/dc/elements/1.1/}title"
PART = "{http://www.aiim.org/pdfua/ns/id/}part"
LANGUAGE, ANY = "{http://www.w3.org/XML/1998/namespace}lang", "x-default"
UA_1 = "1"
EXTRACTING = 1 << 9
"""The permission to read a protected file out (ISO 32000-1, table 22, bit 10)."""
DYNAMIC = re.compile(rb"<(?:\w+:)?dynamicRender\s*>\s*required\s*<")


def metadata(opened: Opened) -> Looked:
    """Look for the metadata stream."""
    return whole(kept=opened.metadata is not None)


def identifier(opened: Opened) -> Looked:
    """Look for the mark of PDF/UA-1, an attribute or an element."""
    told = [] if opened.metadata is None else [*opened.metadata.iter()]
    found = [one.text for one in told if one.tag == PART] + [one.attrib[PART] for one in told if PART in one.attrib]
    return whole(kept=[one.strip() for one in found if one] == [UA_1])


def titles(opened: Opened) -> Looked:
    """Look for the title in the metadata."""
    return whole(kept=any((one.text or "").strip() for one in _titles(opened)))


def _titles(opened: Opened) -> Iterator[ET.Element]:
    for title in () if opened.metadata is None else opened.metadata.iter(TITLE):
        yield from title.iter(f"{RDF}li")


def language_of_metadata(opened: Opened) -> Looked:
    """Look for words of the metadata whose language nobody says."""
    told = [] if opened.metadata is None else [one for one in opened.metadata.iter(f"{RDF}li") if LANGUAGE in one.attrib]
    silent = [Fault((one.text or "").strip()) for one in told if one.attrib[LANGUAGE] == ANY and not opened.language]
    return Looked(len(told), tuple(silent))


def language_of_outline(opened: Opened) -> Looked:
    """Look for an outline whose language nobody says."""
    first = opened.pdf.Root.get("/Outlines", pikepdf.Dictionary()).get("/First")
    return Looked(0) if first is None else whole(kept=bool(opened.language))


def _viewer(opened: Opened) -> Any:  # noqa: ANN401 - a pikepdf dictionary
    return opened.pdf.Root.get("/ViewerPreferences", pikepdf.Dictionary())


def shows_title(opened: Opened) -> Looked:
    """Look whether the file says anything of showing its title."""
    return whole(kept="/DisplayDocTitle" in _viewer(opened))


def hides_title(opened: Opened) -> Looked:
    """Look whether the file shows its name in place of its title."""
    return whole(kept=bool(_viewer(opened).get("/DisplayDocTitle", True)))


def _layers(key: str) -> Callable[[Opened], list[Any]]:
    def found(opened: Opened) -> list[Any]:
        layers = opened.pdf.Root.get("/OCProperties", pikepdf.Dictionary())
        if key not in layers:
            return []
        return list(layers[key]) if isinstance(layers[key], pikepdf.Array) else [layers[key]]

    return found


def _named(key: str) -> Callable[[Opened], Looked]:
    found = _layers(key)
    return lambda opened: Looked(len(found(opened)), tuple(Fault() for one in found(opened) if not str(one.get("/Name", ""))))


layer_sets_named = _named("/Configs")
"""Further arrangements of layers without a name."""
layers_named = _named("/D")
"""The arrangement of layers that is shown, without a name."""


def layers_by_themselves(opened: Opened) -> Looked:
    """Look for layers that go on and off by themselves."""
    found = [one for key in ("/D", "/Configs") for one in _layers(key)(opened)]
    return Looked(len(found), tuple(Fault(str(one.get("/Name", ""))) for one in found if "/AS" in one))


def embedded_files(opened: Opened) -> Looked:
    """Look for files carried along without both names."""
    found = [one for one in opened.pdf.objects if isinstance(one, pikepdf.Dictionary) and "/EF" in one]
    return Looked(len(found), tuple(Fault(str(one.get("/F", one.get("/UF", "")))) for one in found if not names_its_file(one)))


def dynamic_forms(opened: Opened) -> Looked:
    """Look for forms that are laid out as they are filled in."""
    found = opened.pdf.Root.get("/AcroForm", pikepdf.Dictionary()).get("/XFA")
    parts = [one for one in (found if isinstance(found, pikepdf.Array) else [found]) if isinstance(one, pikepdf.Stream)]
    return Looked(len(parts), tuple(Fault() for one in parts if DYNAMIC.search(one.read_bytes())))


def protection_stated(opened: Opened) -> Looked:
    """Look for a protected file that does not say what it permits."""
    return whole(kept="/P" in opened.pdf.trailer["/Encrypt"]) if opened.pdf.is_encrypted else Looked(0)


def protection_open(opened: Opened) -> Looked:
    """Look for a protected file that may not be read out."""
    if not opened.pdf.is_encrypted:
        return Looked(0)
    return whole(kept=bool(int(opened.pdf.trailer["/Encrypt"].get("/P", 0)) & EXTRACTING))


def _forms(opened: Opened) -> list[Any]:
    return [one for one in opened.pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Form"]


def foreign_pages(opened: Opened) -> Looked:
    """Look for forms that paint the page of another file."""
    found = _forms(opened)
    return Looked(len(found), tuple(Fault() for one in found if "/Ref" in one))


def painted_twice(opened: Opened) -> Looked:
    """Look for forms that hold tagged content and are painted more than once."""
    asked = {one.objgen for one in _forms(opened) if b"/MCID" in one.read_bytes()}
    times = (
        Counter(painted for page in opened.pdf.pages for painted in _painted(page) if painted in asked) if asked else Counter()
    )
    return Looked(len(asked), tuple(Fault() for number in sorted(asked) if times[number] > 1))


def _painted(page: pikepdf.Page) -> Iterator[tuple[int, int]]:
    """Yield the forms that a page paints itself, as often as it does."""
    given, objects = page.obj["/Contents"], page.resources.get("/XObject", pikepdf.Dictionary())
    streams = list(given) if isinstance(given, pikepdf.Array) else [given]
    for name, operands in instructions(b"\n".join(one.read_bytes() for one in streams)):
        if name == b"Do" and operands[0] in objects:
            yield objects[operands[0]].objgen
