"""How items are read: into which element each goes, what begins one, what goes on with one, and what is read nowhere."""

from __future__ import annotations

import pytest

from generator.design.palette import INK
from generator.drawing import Box, Glyph, Group, Link, Role, TextRun
from generator.layout.book.page import Page
from generator.layout.book.reading import Anchor, Content, Element, reading
from generator.units import Point, Rect, Size, mm

AREA = Rect(mm(20), mm(20), mm(40), mm(10))
SHAPE, LINK = Box(AREA, fill=INK), Link(AREA, destination="there", alt="去那里")


def run(text, y=0, **how):
    glyphs = tuple(Glyph(1, 0, char) for char in text)
    return TextRun(Point(mm(20), mm(30 + 10 * y)), "sans-regular", mm(4), INK, glyphs, text, mm(10), **how)


def group(role, *items, **how):
    return Group(items, role=role, **how)


def told(element):
    """Return an element as its role, its marks (page.mark; → a link), and in brackets those in it."""
    inside = []
    for kid in element.kids:
        if isinstance(kid, Element):
            inside.append(told(kid))
        else:
            inside.append(f"{kid.page}.{kid.mark}" if isinstance(kid, Content) else "→")
            assert isinstance(kid, Content | Anchor)
    return f"{element.role.value}({' '.join(inside)})" if inside else element.role.value


def read(*pages):
    made = reading([Page(number, str(number), Size(mm(210), mm(297)), tuple(items)) for number, items in enumerate(pages, 1)])
    return told(made.root).removeprefix("Document(").removesuffix(")")


P, LI, H1, H2 = (Role(name) for name in ("P", "LI", "H1", "H2"))


@pytest.mark.parametrize(
    ("items", "tree"),
    [
        ((group(P, run("一")), group(P, run("二"))), "P(1.0) P(1.1)"),
        ((group(P, run("一"), run("二", 1)),), "P(1.0 1.1)"),
        ((run("一", origin="a"), run("二", 1, origin="a"), run("三", 2, origin="b")), "P(1.0 1.1) P(1.2)"),
        ((run("一"), run("二", 1)), "P(1.0) P(1.1)"),
        ((group(Role.BOX, SHAPE, group(P, run("一"))),), "P(1.0)"),
        ((group(H1, run("甲")), group(P, run("一")), group(H1, run("乙"))), "Sect(H1(1.0) P(1.1)) Sect(H1(1.2))"),
        ((group(H1, group(P, run("01")), group(H1, run("甲", 1))),), "Sect(H1(1.0 1.1))"),
        ((group(LI, run("一")), group(LI, run("二"))), "L(LI(LBody(1.0)) LI(LBody(1.1)))"),
        ((group(LI, run("一")), group(P, run("二")), group(LI, run("三"))), "L(LI(LBody(1.0))) P(1.1) L(LI(LBody(1.2)))"),
        ((group(LI, group(Role.LABEL, run("甲")), group(Role.BODY, run("一"))),), "L(LI(Lbl(1.0) LBody(1.1)))"),
        ((group(Role.LIST, group(LI, run("一"))), group(Role.LIST, group(LI, run("二")))), "L(LI(LBody(1.0))) L(LI(LBody(1.1)))"),
        ((group(Role.QUOTE, group(P, run("一"))),), "BlockQuote(P(1.0))"),
        ((group(Role.FIGURE, SHAPE, SHAPE, run("5"), SHAPE, alt="图"),), "Figure(1.0 1.1 1.2)"),
        ((group(Role.FIGURE, SHAPE, run("5")),), "P(1.0)"),
        ((group(Role.FIGURE, alt="空"),), "Document"),
        ((group(Role.FIGURE, SHAPE, LINK, alt="图"),), "Figure(1.0 Link(→))"),
        ((group(Role.ARTIFACT, SHAPE, run("7")), SHAPE, group(P, run(""))), "P"),
        ((group(P, run("看"), LINK), LINK), "P(Link(1.0 →)) Link(→)"),
        ((group(Role.CONTENTS, group(Role.CONTENTS_ITEM, run("甲"), LINK)),), "TOC(TOCI(Reference(Link(1.0 →))))"),
        ((group(Role.PART, group(P, run("一")), LINK, origin="a"),), "Part(P(1.0) Link(→))"),
        (
            (group(H1, run("甲")), group(Role.SECTION, group(H2, run("一")), origin="s")),
            "Sect(H1(1.0) Sect(H2(1.1)))",
        ),
        (
            (group(H1, run("甲")), group(Role.SECTION, group(H1, run("乙")), origin="s"), group(P, run("一"))),
            "Sect(H1(1.0) P(1.2)) Sect(H1(1.1))",
        ),
    ],
)
def test_a_page_is_read_so(items, tree) -> None:
    assert read(items) == tree


@pytest.mark.parametrize(
    ("first", "second", "tree"),
    [
        (group(P, run("一"), origin="a"), group(P, run("二"), origin="a", continues=True), "P(1.0 2.0)"),
        (group(P, run("一"), origin="a"), group(P, run("二"), origin="a"), "P(1.0) P(2.0)"),
        (group(LI, run("一"), origin="a"), group(LI, run("二"), origin="a", continues=True), "L(LI(LBody(1.0 2.0)))"),
        (group(LI, run("一"), origin="a"), group(LI, run("二"), origin="b"), "L(LI(LBody(1.0)) LI(LBody(2.0)))"),
        (group(Role.CONTENTS, SHAPE), group(Role.CONTENTS, group(Role.CONTENTS_ITEM, run("甲"))), "TOC(TOCI(2.0))"),
        (
            group(Role.LIST, group(LI, run("一")), origin="l"),
            group(Role.LIST, group(LI, run("二")), origin="l"),
            "L(LI(LBody(1.0)) LI(LBody(2.0)))",
        ),
        (
            group(Role.TABLE, group(Role.ROW, group(Role.CELL, run("一"))), origin="t"),
            group(Role.TABLE, group(Role.ARTIFACT, run("头")), group(Role.ROW, group(Role.CELL)), origin="t", continues=True),
            "Table(TR(TD(1.0)) TR(TD))",
        ),
        (
            group(Role.SECTION, group(H2, run("一")), origin="s"),
            group(Role.SECTION, group(P, run("二")), origin="s"),
            "Sect(H2(1.0) P(2.0))",
        ),
    ],
)
def test_what_goes_on_over_the_page(first, second, tree) -> None:
    assert read((first,), (second,)) == tree


@pytest.mark.parametrize(
    ("roles", "scopes"),
    [("TH TH", ["Column", "Column"]), ("TH TD", ["Row", ""]), ("TD TD", ["", ""])],
)
def test_a_header_cell_heads_its_column_where_all_are_headers_else_its_row(roles, scopes) -> None:
    row = group(Role.ROW, *(group(Role(role), run("一")) for role in roles.split()))
    (table,) = reading([Page(1, "1", Size(mm(210), mm(297)), (group(Role.TABLE, row),))]).root.kids
    assert [cell.scope for cell in table.kids[0].kids] == scopes


def test_a_figure_stands_where_all_that_it_shows_stands() -> None:
    figure = group(Role.FIGURE, SHAPE, run("5", 2), alt="图", at=Point(mm(1), mm(2)))
    (made,) = reading([Page(1, "1", Size(mm(210), mm(297)), (figure,))]).root.kids
    assert (made.area.x, made.area.y, made.page) == (mm(21), mm(22), 1)
    assert made.area.bottom == pytest.approx(mm(52 + 0.12 * 4), abs=2)
