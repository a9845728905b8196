"""Every character that will be set has a glyph in every face or in its supplement, or is named with its line, before all layout.

In: the resolved report and the font library. Out: the library that sets it, and an error for each character and place in the content.
A report that needs no supplement gets a library without them: none of their files is touched for it.
Only what is set is read: runs and numbers, wherever they hang in the report, so that a new kind of page needs no word here.
"""

from __future__ import annotations

import unicodedata
from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Diagnostic, Severity, Span, Told, Words, said
from generator.document.model import Number, ResolvedReport, Run
from generator.typeset.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.fonts.library import Library

WITHOUT_GLYPH = frozenset("\t\n\r")
"""Line ends and tabs: the composer asks no face for them."""


SHIFTED = {"<sub>": "hint.write-lowered", "<super>": "hint.write-raised"}
"""What to do instead of a raised or lowered character, by what Unicode takes it for (UAX #44, 5.7.3)."""


def fitted(report: ResolvedReport, library: Library) -> Told[Library]:
    """Return the library, with supplements where they are needed, and an error for each character that even these lack in a place."""
    texts = tuple(_texts(report, ""))
    lacked = _missing(set().union(*(text for text, _ in texts)) - WITHOUT_GLYPH, library)
    if not lacked:
        return Told(library)
    full = library.with_supplements()
    missing = _missing(lacked, full)
    lacking = ((text, origin) for text, origin in texts if not lacked.isdisjoint(text))
    told = {(char, origin): None for text, origin in lacking for char in _unset(text, lacked, missing, full)}
    return Told(full, tuple(_faults(told, report, full)))


def _unset(text: str, lacked: frozenset[str], missing: frozenset[str], library: Library) -> Iterator[str]:
    """Yield what of a text cannot be set: what is missing, and what no face has together with the rest of its word or letter."""
    pieces = [one for one in tokens(text) if len(one) > 1 and missing.isdisjoint(one) and not lacked.isdisjoint(one)]
    torn = "".join(one for one in pieces if not all(face.bears(one) for face in library.styled))
    yield from (char for char in text if char in missing or (char in torn and char in lacked))


def _faults(told: Iterable[tuple[str, str]], report: ResolvedReport, library: Library) -> Iterator[Diagnostic]:
    return (
        Diagnostic(
            Severity.ERROR, said("missing-glyph", char=char, code=f"U+{ord(char):04X}"), place, hints=(_advice(char, library),)
        )
        for char, places in _places(told, report).items()
        for place in places
    )


def _places(told: Iterable[tuple[str, str]], report: ResolvedReport) -> dict[str, tuple[Span | None, ...]]:
    """Return where the author wrote each character; where that is not known, the place of each piece that prints it."""
    pieces: dict[str, dict[Span | None, None]] = {}
    for char, origin in told:
        pieces.setdefault(char, {})[report.places.get(origin)] = None
    return {char: (report.written.places(char) if report.written else ()) or tuple(spans) for char, spans in pieces.items()}


def _missing(characters: Iterable[str], library: Library) -> frozenset[str]:
    return frozenset(char for char in characters if not _covered(char, library))


def _covered(char: str, library: Library) -> bool:
    return all(face.offers(char) for face in library.styled)


def _texts(node: object, origin: str) -> Iterator[tuple[str, str]]:
    """Yield each text that will be set, with the origin of the nearest piece around it."""
    if isinstance(node, tuple):
        for item in node:
            yield from _texts(item, origin)
    elif isinstance(node, Run):
        yield node.text, origin
    elif isinstance(node, Number):
        yield str(node), origin
    elif is_dataclass(node) and not isinstance(node, type):
        inner = getattr(node, "origin", "") or origin
        for name in _walked(type(node)):
            yield from _texts(getattr(node, name), inner)


@cache
def _walked(kind: type[Any]) -> tuple[str, ...]:
    """Return the fields that can hold text to be set: the ledger goes into a workbook, in the reader's own fonts."""
    return tuple(field.name for field in fields(kind) if field.name not in ("ledger", "places", "written", "origin", "id"))


def _advice(char: str, library: Library) -> Words:
    plain = unicodedata.normalize("NFKC", char)
    if not plain.strip() or unicodedata.category(char) in ("Cf", "Zs", "Cc"):
        return said("hint.leave-out-character")
    if plain != char and all(_covered(one, library) for one in plain):
        return said(SHIFTED.get(unicodedata.decomposition(char).partition(" ")[0], "hint.write-character"), plain=plain)
    return said(_cure(char))


def _cure(char: str) -> str:
    """Return what to do about a character without a plain like: by what it is, a Han character, a sign or a letter of another script."""
    if unicodedata.name(char, "").startswith("CJK "):
        return "hint.other-characters"
    letter = unicodedata.category(char)[0] in "LMN" and not unicodedata.name(char, "").startswith("VARIATION SELECTOR")
    return "hint.other-script" if letter else "hint.say-in-words"
