"""Rules about structure elements: roles, headings, figures, formulas, notes and header cells (checkpoints 2, 13 to 15, 17 and 19)."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.inspection.audit.matterhorn.opened import Fault, Looked
from generator.inspection.pdf.tags import STANDARD, Element, standard

if TYPE_CHECKING:
    from generator.inspection.audit.matterhorn.opened import Opened

HEADING = re.compile(r"H(\d+)")
SCOPES = frozenset({"Row", "Column", "Both"})
"""What a header cell may be the header of (ISO 32000-1, table 349)."""


def unmapped_roles(opened: Opened) -> Looked:
    """Look for roles that are no standard type and lead to none."""
    return opened.among((one for one in opened.tree.walk() if one.role not in STANDARD), lambda one: bool(one.kind))


def circular_roles(opened: Opened) -> Looked:
    """Look for roles whose map goes round in a circle."""
    roles = opened.tree.roles
    return Looked(
        len(roles), tuple(Fault(role) for role in sorted(roles) if not standard(role, roles) and _circles(role, opened))
    )


def _circles(role: str, opened: Opened) -> bool:
    met: set[str] = set()
    while role in opened.tree.roles and role not in met:
        met.add(role)
        role = opened.tree.roles[role]
    return role in met


def remapped_roles(opened: Opened) -> Looked:
    """Look for standard types that a map makes something else of."""
    roles = opened.tree.roles
    return Looked(len(roles), tuple(Fault(role) for role in sorted(roles.keys() & STANDARD)))


def figures(opened: Opened) -> Looked:
    """Look for figures without words."""
    return opened.among(opened.of_kind("Figure"), lambda one: bool(one.words.get("alt")) or "actual" in one.words)


def formulas(opened: Opened) -> Looked:
    """Look for formulas without words."""
    return opened.among(opened.of_kind("Formula"), lambda one: bool(one.words.get("alt")))


def _level(one: Element) -> int:
    found = HEADING.fullmatch(one.role) or HEADING.fullmatch(one.kind)
    return int(found[1]) if found else 0


def _numbered(opened: Opened) -> list[Element]:
    return [one for one in opened.tree.walk() if _level(one)]


def first_heading(opened: Opened) -> Looked:
    """Look whether the first heading is of the first level."""
    return opened.among(_numbered(opened)[:1], lambda one: _level(one) == 1)


def skipped_levels(opened: Opened) -> Looked:
    """Look for headings more than one level below the one before."""
    found = _numbered(opened)
    faults = (opened.fault(now) for before, now in pairwise(found) if _level(now) > _level(before) + 1)
    return Looked(len(found), tuple(faults))


def two_plain_headings(opened: Opened) -> Looked:
    """Look for elements with more than one heading without a number."""
    held = [one for one in opened.tree.walk() if any(kid.kind == "H" for kid in one.elements)]
    return opened.among(held, lambda one: sum(kid.kind == "H" for kid in one.elements) == 1)


def mixed_headings(opened: Opened) -> Looked:
    """Look for headings without a number beside those that have one."""
    plain, numbered = opened.of_kind("H"), _numbered(opened)
    return Looked(len(plain) + len(numbered), tuple(map(opened.fault, plain)) if plain and numbered else ())


def header_cells(opened: Opened) -> Looked:
    """Look for header cells that do not say what they are the header of, in tables whose cells do not name their headers."""
    tables = [[*one.walk()] for one in opened.of_kind("Table")]
    asked = [
        cell for table in tables if not any("Headers" in one.attributes for one in table) for cell in table if cell.kind == "TH"
    ]
    return opened.among(asked, lambda one: one.attributes.get("Scope") in SCOPES)


def note_names(opened: Opened) -> Looked:
    """Look for notes without an identifier."""
    return opened.among(opened.of_kind("Note"), lambda one: bool(one.words.get("id")))


def shared_note_names(opened: Opened) -> Looked:
    """Look for notes that share their identifier with another element."""
    counted = Counter(one.words["id"] for one in opened.tree.walk() if one.words.get("id"))
    return opened.among((one for one in opened.of_kind("Note") if one.words.get("id")), lambda one: counted[one.words["id"]] == 1)
