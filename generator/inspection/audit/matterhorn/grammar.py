"""Rules about what may stand in what: tables, lists, contents, ruby and warichu (checkpoint 9; ISO 32000-1, tables 333 and 336 to 338).

The grammar is data: for each type, where it may stand and what may stand in it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.inspection.audit.matterhorn.opened import Looked, Opened
    from generator.inspection.pdf.tags import Element


class Place(NamedTuple):
    """Where a type may stand ("" for anywhere), what elements it may hold ("" for any), and whether it may hold content itself."""

    within: str = ""
    holds: str = ""
    content: bool = False


TABLE = {
    "Table": Place(holds="TR THead TBody TFoot Caption"),
    "THead": Place("Table", "TR"),
    "TBody": Place("Table", "TR"),
    "TFoot": Place("Table", "TR"),
    "TR": Place("Table THead TBody TFoot", "TH TD"),
    "TH": Place("TR", content=True),
    "TD": Place("TR", content=True),
}
LIST = {
    "L": Place(holds="L LI Caption"),
    "LI": Place("L", "Lbl LBody"),
    "LBody": Place("LI", content=True),
}
CONTENTS = {
    "TOC": Place(holds="TOC TOCI Caption"),
    "TOCI": Place("TOC", "Lbl Reference NonStruct P TOC"),
}
RUBY = {
    "Ruby": Place(holds="RB RT RP"),
    "RB": Place("Ruby", content=True),
    "RT": Place("Ruby", content=True),
    "RP": Place("Ruby", content=True),
}
WARICHU = {
    "Warichu": Place(holds="WT WP"),
    "WT": Place("Warichu", content=True),
    "WP": Place("Warichu", content=True),
}
ORDERS = {"Ruby": ("RB RT", "RB RP RT RP"), "Warichu": ("WP WT WP",)}
"""What is complete only in one order."""

MOST = 1000
"""Rows or columns beyond which a span is not followed."""

CAPTIONED = {"L": (0,), "TOC": (0,), "Table": (0, -1)}
"""Where among its kids a caption may stand."""


def _looks(grammar: dict[str, Place], more: Callable[[Element], bool] = lambda _one: True) -> Callable[[Opened], Looked]:
    """Return the look for elements that are used otherwise than a grammar has them."""

    def look(opened: Opened) -> Looked:
        def keeps(one: Element) -> bool:
            above = opened.tree.parents.get(one.number)
            return _stands(one, grammar[one.kind], above.kind if above else "") and more(one)

        return opened.among(opened.of_kind(*grammar), keeps)

    return look


def _stands(one: Element, place: Place, above: str) -> bool:
    kinds = [kid.kind for kid in one.elements]
    inside = not place.holds or set(kinds) <= set(place.holds.split())
    within = not place.within or above in place.within.split()
    held = place.content or not any(each.content >= 0 for each in one.held)
    ordered = one.kind not in ORDERS or " ".join(kinds) in ORDERS[one.kind]
    return inside and within and held and ordered and _is_captioned(one.kind, kinds)


def _is_captioned(kind: str, kinds: Sequence[str]) -> bool:
    if kind not in CAPTIONED or "Caption" not in kinds:
        return True
    return kinds.count("Caption") == 1 and any(kinds[at] == "Caption" for at in CAPTIONED[kind])


def _is_whole(one: Element) -> bool:
    """Tell whether a table has its parts as they belong together, and cells that neither overlap nor leave a hole."""
    if one.kind != "Table":
        return True
    counted = Counter(kid.kind for kid in one.elements)
    parts = (
        counted["THead"] <= 1 and counted["TFoot"] <= 1 and bool(counted["TBody"] or not (counted["THead"] or counted["TFoot"]))
    )
    return parts and _is_regular([row for part in one.elements for row in (part, *part.elements) if row.kind == "TR"])


def _is_regular(rows: Sequence[Element]) -> bool:
    """Tell whether every row has as many columns as the first, spans counted (ISO 32000-1, table 349)."""
    taken: defaultdict[int, set[int]] = defaultdict(set)
    for at, row in enumerate(rows):
        column = 0
        for across, down in map(_span, row.elements):
            while column in taken[at]:
                column += 1
            cells = [(line, each) for line in range(at, at + down) for each in range(column, column + across)]
            if any(each in taken[line] for line, each in cells):
                return False
            for line, each in cells:
                taken[line].add(each)
    return len(taken) == len(rows) and len({len(columns) for columns in taken.values()}) <= 1


def _span(cell: Element) -> tuple[int, int]:
    across, down = (cell.attributes.get(name, "1") for name in ("ColSpan", "RowSpan"))
    return _count(across), _count(down)


def _count(told: str) -> int:
    return min(int(told), MOST) if told.isdigit() else 1


tables = _looks(TABLE, _is_whole)
"""Table elements used otherwise than table 337 has them."""
lists = _looks(LIST)
"""List elements used otherwise than table 336 has them."""
contents = _looks(CONTENTS)
"""Elements of tables of contents used otherwise than table 333 has them."""
rubies = _looks(RUBY)
"""Ruby elements used otherwise than table 338 has them."""
warichus = _looks(WARICHU)
"""Warichu elements used otherwise than table 338 has them."""
