"""PDF/X-4: what a file says of itself so that a print shop can take it as it is (ISO 15930-7, ISO 32000-1 14.11)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from generator.diagnostics import Words, said
from generator.inspection.audit.press.judging import Hit, Judged

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pikepdf

    from generator.inspection.audit.press.reading import PrintFile

VERSION, PARTS = (1, 6), 2
INTENT, CONFORMS = "/GTS_PDFX", "PDF/X-4"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
PDFXID, XMP = "{http://www.npes.org/pdfx/ns/id/}", "{http://ns.adobe.com/xap/1.0/}"
MEDIA, PDF = "{http://ns.adobe.com/xap/1.0/mm/}", "{http://ns.adobe.com/pdf/1.3/}"
DUBLIN = "{http://purl.org/dc/elements/1.1/}"
ASKED = {
    "title": f"{DUBLIN}title", "CreateDate": f"{XMP}CreateDate", "ModifyDate": f"{XMP}ModifyDate", "MetadataDate": f"{XMP}MetadataDate",
    "DocumentID": f"{MEDIA}DocumentID", "VersionID": f"{MEDIA}VersionID", "RenditionClass": f"{MEDIA}RenditionClass",
}  # fmt: skip
"""What the metadata say of every file beside its standard (ISO 15930-7, metadata)."""
CHANNELS, SIGNATURE, KIND, SPACE = 4, slice(36, 40), slice(12, 16), slice(16, 20)
"""Of an ICC profile: the plates, and where its header says what it is (ICC.1, 7.2)."""


def version(file: PrintFile) -> Judged:
    """Judge whether the file is of a version that PDF/X-4 allows."""
    told = [str(file.pdf.pdf_version), str(file.pdf.Root.get("/Version", "/0.0"))[1:]]
    own = max(told, key=_numbers)
    hits = (Hit(said("press-found.version-late", version=own)),) if _numbers(own) > VERSION else ()
    return Judged(said("press-found.version", version=own), hits)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(one) for one in version.split(".")[:PARTS])


def _intents(pdf: pikepdf.Pdf) -> list[Any]:
    return [one for one in pdf.Root.get("/OutputIntents", []) if one.get("/S") == INTENT]


def intent(file: PrintFile) -> Judged:
    """Judge whether the file names the one condition that it is printed under."""
    found = _intents(file.pdf)
    name = str(found[0].get("/OutputConditionIdentifier", "")) if found else ""
    faults = ("no-intent",) if not found else ("intents",) if len(found) > 1 else ("no-condition",) if not name else ()
    return Judged(said("press-found.condition", name=name), tuple(Hit(said(f"press-found.{one}")) for one in faults))


def profile(file: PrintFile) -> Judged:
    """Judge whether the condition's profile is in the file, and is one of a press with four plates."""
    found = [one["/DestOutputProfile"] for one in _intents(file.pdf) if "/DestOutputProfile" in one]
    if not found:
        return Judged(said("press-found.profile", name=""), (Hit(said("press-found.no-profile")),))
    data, channels = bytes(found[0].read_bytes()), int(found[0].get("/N", 0))
    hits = []
    if data[SIGNATURE] != b"acsp" or data[KIND] != b"prtr":
        hits.append(Hit(said("press-found.no-press-profile")))
    elif channels != CHANNELS or data[SPACE] != b"CMYK":
        hits.append(Hit(said("press-found.profile-space", space=data[SPACE].decode("latin-1").strip(), channels=str(channels))))
    return Judged(said("press-found.profile", name=f"CMYK {len(data) // 1024} KB"), tuple(hits))


def trapped(file: PrintFile) -> Judged:
    """Judge whether the file says whether it is trapped, and says it in one way."""
    told, other = str(file.pdf.docinfo.get("/Trapped", ""))[1:], metadata(file.pdf).get(f"{PDF}Trapped", "")
    if told not in {"True", "False"}:
        return Judged(said("press-found.trapped", value=told), (Hit(said("press-found.no-trapped")),))
    otherwise = (
        said("press-found.trapped-otherwise", value=told, other=other)
        if other
        else said("press-found.trapped-untold", value=told)
    )
    measured = said("press-found.trapped", value=said(f"press-found.trapped-{told.lower()}"))
    return Judged(measured, (Hit(otherwise),) if other != told else ())


def identified(file: PrintFile) -> Judged:
    """Judge whether the metadata name the standard, the title, the dates and the document."""
    return Judged(said("press-found.conforms", name=CONFORMS), tuple(_unidentified(metadata(file.pdf))))


def _unidentified(told: dict[str, str]) -> Iterator[Hit]:
    if not told:
        yield Hit(said("press-found.no-metadata"))
        return
    name = told.get(f"{PDFXID}GTS_PDFXVersion", "")
    if name != CONFORMS:
        yield Hit(said("press-found.no-standard") if not name else said("press-found.other-standard", name=name))
    if missing := tuple(word for word, key in ASKED.items() if not told.get(key)):
        yield Hit(said("press-found.metadata-missing", names=missing))


def ids(file: PrintFile) -> Judged:
    """Judge whether the file has the two numbers that tell it from every other (ISO 32000-1, 14.4)."""
    found = [bytes(one) for one in file.pdf.trailer.get("/ID", [])]
    hits = () if len(found) == PARTS and all(found) else (Hit(said("press-found.no-id")),)
    return Judged(_short(found[0].hex() if found else ""), hits)


def _short(digits: str) -> Words:
    return said("press-found.id", digits=digits[:8])


def metadata(pdf: pikepdf.Pdf) -> dict[str, str]:
    """Return what a file's XMP says of it, by qualified name; nothing where there is none or it is broken (ISO 16684-1)."""
    if "/Metadata" not in pdf.Root:
        return {}
    try:
        # expat refuses entity bombs since 2.4.1
        tree = ET.fromstring(bytes(pdf.Root["/Metadata"].read_bytes()).strip(b"\0 \r\n"))  # noqa: S314
    except ET.ParseError:
        return {}
    found: dict[str, str] = {}
    for one in tree.iter(f"{RDF}Description"):
        found |= {key: value.strip() for key, value in one.attrib.items()}
        found |= {child.tag: "".join(child.itertext()).strip() for child in one}
    return found
