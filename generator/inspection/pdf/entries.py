"""What a PDF says of itself as a whole: properties, settings, fonts, and whatever it carries that no page shows (ISO 32000-1, 7.7.2).

In: an open file, its fonts as they were read, and its bytes. Out: entries of a statement: each known key by what it says, each other
one by its name, so that nothing is carried along unseen.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pikepdf

from generator.inspection.pdf.guides import Guides, gist, labels, leaves
from generator.inspection.pdf.metadata import metadata
from generator.statement.model import entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.inspection.pdf.fonts import FontReader
    from generator.statement.model import Thing

PROPERTIES = {
    "/Title": "title", "/Author": "creator", "/Subject": "subject", "/Keywords": "keywords", "/Creator": "application",
    "/Producer": "producer", "/ContentDigest": "ContentDigest", "/Status": "Status", "/CreationDate": "created", "/ModDate": "modified",
}  # fmt: skip
"""The properties in the order of a statement, and what to call them."""

UNSAID = {"/Trapped": "/False"}
"""Properties at the value that they have when they are left out."""

DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)([+-]\d\d)'(\d\d)'?")

TOLD = frozenset(
    {
        "/Type", "/Pages", "/Version", "/Outlines", "/PageLabels", "/Names", "/Dests", "/Lang", "/ViewerPreferences", "/PageMode",
        "/OutputIntents", "/Metadata", "/MarkInfo", "/StructTreeRoot",
    }
)  # fmt: skip
"""The keys of the catalog that have entries of their own."""

PARTS = {
    "/OpenAction": "action", "/AA": "action", "/AcroForm": "form", "/AF": "attachment", "/JavaScript": "javascript",
    "/EmbeddedFiles": "attachment",
}  # fmt: skip
"""What to call other keys of the catalog and of its names; the rest is called a part."""

INTENT = {"info": "/Info", "registry": "/RegistryName"}
INTENT_KEYS = frozenset({"/Type", "/S", "/OutputConditionIdentifier", "/DestOutputProfile", *INTENT.values()})

END = b"%%EOF"


def entries(pdf: pikepdf.Pdf, fonts: Iterable[FontReader], data: bytes) -> Iterator[Thing]:
    """Yield all that a file says of itself."""
    yield from _properties(pdf)
    yield from _settings(pdf.Root)
    for font in sorted(fonts, key=lambda font: font.family):
        yield entry("font", font.family, missing=1 if font.program is None else None)
    yield from labels(pdf)
    yield from _destinations(pdf)
    first = pdf.Root.get("/Outlines", pikepdf.Dictionary()).get("/First")
    for row, one in enumerate(Guides.of(pdf).outline(first), 1):
        yield one._replace(facts=tuple(sorted((*one.facts, ("row", row)))))
    yield from _tagged(pdf.Root)
    yield from _intents(pdf)
    yield from metadata(pdf.Root)
    yield from _parts(pdf)
    yield from _file(pdf, data)


def _properties(pdf: pikepdf.Pdf) -> Iterator[Thing]:
    for key, name in PROPERTIES.items():
        if text := str(pdf.docinfo.get(key, "")):
            yield entry(name, DATE.sub(r"\1-\2-\3T\4:\5:\6\7:\8", text))
    for key in sorted(set(pdf.docinfo.keys()) - PROPERTIES.keys()):
        if str(pdf.docinfo[key]) != UNSAID.get(key):
            yield entry("property", f"{key[1:]} {gist(pdf.docinfo[key])}")


def _settings(catalog: Any) -> Iterator[Thing]:  # noqa: ANN401 - a pikepdf dictionary
    if "/Lang" in catalog:
        yield entry("language", str(catalog["/Lang"]))
    if "/ViewerPreferences" in catalog:
        preferences = catalog["/ViewerPreferences"]
        yield entry("viewer", **{key[1:]: _plain(preferences[key]) for key in preferences})
    yield entry("opening", str(catalog.get("/PageMode", "/UseNone"))[1:])


def _tagged(catalog: Any) -> Iterator[Thing]:  # noqa: ANN401 - as above
    if "/MarkInfo" in catalog:
        yield entry("tagged", **{key[1:]: _plain(value) for key, value in catalog["/MarkInfo"].items()})


def _plain(value: Any) -> str:  # noqa: ANN401 - any object
    return str(value).lower() if isinstance(value, bool) else gist(value)


def _intents(pdf: pikepdf.Pdf) -> Iterator[Thing]:
    """Yield the conditions that the colours are meant for, each with the digest of its profile (ISO 32000-1, 14.11.5)."""
    for one in pdf.Root.get("/OutputIntents", []):
        profile = one.get("/DestOutputProfile")
        named = {name: str(one[key]) for name, key in INTENT.items() if key in one}
        yield entry(
            "intent",
            str(one.get("/OutputConditionIdentifier", "")),
            kind=str(one.get("/S", ""))[1:],
            profile=sha256(profile.read_bytes()).hexdigest() if isinstance(profile, pikepdf.Stream) else None,
            more=" ".join(sorted(set(one.keys()) - INTENT_KEYS)) or None,
            **named,
        )


def _destinations(pdf: pikepdf.Pdf) -> Iterator[Thing]:
    guides, catalog = Guides.of(pdf), pdf.Root
    found = list(leaves(catalog.get("/Names", pikepdf.Dictionary()).get("/Dests", pikepdf.Dictionary()), "/Names"))
    found += [(key[1:], place) for key, place in catalog.get("/Dests", pikepdf.Dictionary()).items()]
    for name, place in sorted(found, key=lambda one: str(one[0])):
        yield guides.destination(str(name), place)


def _parts(pdf: pikepdf.Pdf) -> Iterator[Thing]:
    for key in sorted(set(pdf.Root.keys()) - TOLD):
        yield entry(PARTS.get(key, "part"), f"{key[1:]} {_words(pdf.Root[key])}".strip())
    names = pdf.Root.get("/Names", pikepdf.Dictionary())
    for key in sorted(set(names.keys()) - {"/Dests"}):
        for name, value in leaves(names[key], "/Names"):
            yield entry(PARTS.get(key, "part"), f"{name} {gist(value)}".strip())


def _words(value: Any) -> str:  # noqa: ANN401 - any object
    if isinstance(value, pikepdf.Stream):
        text = re.sub(r"<[^>]*>", " ", value.read_bytes().decode("utf-8", "replace"))
        return " ".join(text.split())
    return gist(value)


def _file(pdf: pikepdf.Pdf, data: bytes) -> Iterator[Thing]:
    """Yield what the file is beside its last state: revisions, what follows its end, encryption, damage that was mended on reading."""
    if (count := data.count(END)) > 1:
        yield entry("revision", str(count))
    rest = data[data.rfind(END) + len(END) :].strip()
    if rest:
        yield entry("part", f"after the end {len(rest)}")
    if pdf.is_encrypted:
        yield entry("encryption")
    if pdf.get_warnings():
        yield entry("damage")
