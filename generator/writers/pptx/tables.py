"""Native tables: the first row a header, no style's bands or borders, hairlines between rows (ECMA-376 Part 1, 21.1.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.units import pt
from generator.writers.pptx.markup import NAMESPACES, NONE, Markup, element, joined
from generator.writers.pptx.shapes import Names, placed
from generator.writers.pptx.text import ANCHORS, paragraphs_markup, text_body

if TYPE_CHECKING:
    from generator.layout.deck.slide import Cell, TableBox
    from generator.writers.pptx.scheme import Scheme

NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's built-in table style without fill and grid."""

_HAIRLINE = pt(0.5)
_HEAD_LINE = pt(1)
"""The rule under the header is twice a hairline, so that the header is told from the rows without colour."""


def frame(tag: Markup, rect: Markup, uri: str, content: Markup, place: Markup = NONE) -> Markup:
    """Return a graphic frame with a table or a chart in it; `place` is the placeholder of the layout that it fills, if any."""
    return element(
        "p:graphicFrame",
        {},
        element(
            "p:nvGraphicFramePr",
            {},
            tag,
            element("p:cNvGraphicFramePr", {}, element("a:graphicFrameLocks", {"noGrp": 1})),
            place or element("p:nvPr"),
        ),
        rect,
        element("a:graphic", {}, element("a:graphicData", {"uri": uri}, content)),
    )


def _edge(side: str, paint: Markup, width: int) -> Markup:
    return element(f"a:ln{side}", {"w": width, "cap": "flat", "cmpd": "sng", "algn": "ctr"}, paint)


def _edges(table: TableBox, row: int, scheme: Scheme) -> Markup:
    """Both cells at an edge say the same of it, so that no program has to choose."""
    none, rule = element("a:noFill"), scheme.fill(table.rule)

    def across(side: str, below: int) -> Markup:
        """Return the rule above row `below`; there is none above the header."""
        if table.rule is None or below == 0:
            return _edge(side, none, 0)
        return _edge(side, rule, _HEAD_LINE if below == 1 else _HAIRLINE)

    return joined([_edge("L", none, 0), _edge("R", none, 0), across("T", row), across("B", row + 1)])


def _cell(cell: Cell, table: TableBox, edges: Markup, scheme: Scheme) -> Markup:
    insets = cell.insets or table.insets
    margins: dict[str, str | int] = {"marL": insets.left, "marR": insets.right, "marT": insets.top, "marB": insets.bottom}
    return element(
        "a:tc",
        {},
        text_body(element("a:bodyPr"), paragraphs_markup(cell.paragraphs, scheme), "a:txBody"),
        element("a:tcPr", margins | {"anchor": ANCHORS[cell.anchor]}, edges, scheme.fill(cell.fill)),
    )


def _row(table: TableBox, index: int, scheme: Scheme) -> Markup:
    edges = _edges(table, index, scheme)
    cells = [_cell(cell, table, edges, scheme) for cell in table.rows[index]]
    return element("a:tr", {"h": table.heights[index]}, *cells)


def table(box: TableBox, names: Names, scheme: Scheme, place: Markup = NONE) -> Markup:
    """Return a native table.

    Raises ValueError where rows, heights and columns do not agree: PowerPoint would repair the file.
    """
    if len(box.rows) != len(box.heights) or {len(row) for row in box.rows} - {len(box.columns)}:
        message = f"the table {box.name!r} has rows that do not agree with its grid"
        raise ValueError(message)
    grid = element("a:tblGrid", {}, *[element("a:gridCol", {"w": width}) for width in box.columns])
    properties = element("a:tblPr", {"firstRow": 1}, element("a:tableStyleId", {}, Markup(NO_STYLE)))
    rows = [_row(box, index, scheme) for index in range(len(box.rows))]
    content = element("a:tbl", {}, properties, grid, *rows)
    uri = NAMESPACES["a"].replace("/main", "/table")
    return frame(names.tag(box.name, box.alt), placed(box.rect, "p:xfrm"), uri, content, place)
