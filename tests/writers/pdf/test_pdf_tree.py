"""The painted page is still the tree that layout built: groups with their roles in the order of reading, and nothing but paint beneath."""

from dataclasses import replace

import pytest
from pdf_sample import A4, LEFT, LIBRARY, book, run

from generator import pipeline
from generator.design.palette import INK
from generator.drawing import Box, Group, Link, Role
from generator.layout.book.page import Destination, Page
from generator.units import Point, Rect, mm
from generator.writers.pdf.document import text_runs
from generator.writers.pdf.fonts import Typefaces
from generator.writers.pdf.painter import Painter
from generator.writers.pdf.purpose import SCREEN
from generator.writers.pdf.tree import PlacedLink
from tests.conftest import CONTENT

AREA = Rect(LEFT, mm(30), mm(60), mm(6))
RULE = Group((Box(Rect(LEFT, mm(20), mm(60), mm(0.2)), fill=INK),), role=Role.ARTIFACT)

A_LIST = """
    - 第一件事
    - 第二件事，说得长一些，长到一行写不下，非要转到下一行去不可，这样才看得出一项里有两行字
"""


def group(role, *items, **how):
    return Group(items, role=role, **how)


def said(role, text, y, **how):
    """Return a text as layout places one: a group of runs in its own role."""
    return group(role, run(text, y=mm(y), role=role, **how))


def entry(name, page, y):
    return group(
        Role.CONTENTS_ITEM,
        RULE,
        said(Role.CONTENTS_ITEM, name, y),
        said(Role.CONTENTS_ITEM, page, y, x=mm(150)),
        Link(AREA, destination="theme", alt=name),
        origin=name,
    )


def row(role, y, *texts):
    cells = (group(role, *((said(role, text, y, x=mm(20 + 50 * column)),) if text else ())) for column, text in enumerate(texts))
    return group(Role.ROW, RULE, *cells, origin=texts[0])


def item(text, y, *more):
    runs = (run(line, y=mm(y + 6 * place), role=Role.LIST_ITEM) for place, line in enumerate((text, *more)))
    return group(Role.LIST_ITEM, *runs)


PAGE = (
    said(Role.HEADING_1, "目录", 20),
    group(Role.CONTENTS, entry("抗疫", "5", 40), entry("乡村", "7", 50)),
    group(Role.TABLE, row(Role.HEADER_CELL, 70, "指标", "数值"), row(Role.CELL, 80, "淘宝村", ""), alt="乡村振兴"),
    item("第一件事", 100),
    item("第二件事，", 110, "说得长一些"),
    group(Role.FIGURE, Box(AREA, fill=INK), run("5425个", y=mm(200)), alt="柱形图", at=Point(mm(5), 0)),
)

OUTLINE = """\
H1
  H1 …
TOC
  TOCI 抗疫
    Artifact
      Artifact …
    TOCI
      TOCI …
    TOCI
      TOCI …
    → theme
  TOCI 乡村
    Artifact
      Artifact …
    TOCI
      TOCI …
    TOCI
      TOCI …
    → theme
Table (乡村振兴)
  TR 指标
    Artifact
      Artifact …
    TH
      TH
        TH …
    TH
      TH
        TH …
  TR 淘宝村
    Artifact
      Artifact …
    TD
      TD
        TD …
    TD
LI
  LI …
LI
  LI …
  LI …
Figure (柱形图)
  Artifact …
  P …"""


BARE = replace(SCREEN, tagged=False)
"""Paint alone, without the marks round it."""


def painter(pages, library=LIBRARY):
    return Painter(Typefaces.of((one for page in pages for one in text_runs(page.items)), library), BARE)


def sheet(*items):
    page = Page(1, "1", A4, items)
    return painter([page]).paint(page)


def outline(nodes, depth=0):
    """Return each node as a line: role, origin of a group and what it says, `…` for paint, `→` for a link."""
    for node in nodes:
        yield "  " * depth + label(node)
        if isinstance(node, PlacedLink) or isinstance(node.inside, str):
            continue
        yield from outline(node.inside, depth + 1)


def label(node):
    if isinstance(node, PlacedLink):
        return f"→ {node.link.destination}"
    if isinstance(node.inside, str):
        return f"{node.role.value} …"
    return " ".join(filter(None, (node.role.value, node.origin, node.alt and f"({node.alt})")))


def test_a_page_of_contents_table_list_and_figure_keeps_its_structure() -> None:
    assert "\n".join(outline(sheet(*PAGE).nodes)) == OUTLINE


def test_the_content_stream_is_the_paint_of_the_tree_in_its_order() -> None:
    made = sheet(*PAGE)
    content, at = made.content.decode(), 0
    for paint in leaves(made.nodes):
        at = content.index(paint, at) + len(paint)
    assert at == len(content.removesuffix("\nEMC"))


def test_only_a_figure_is_marked_with_what_it_says(written) -> None:
    destinations = [Destination("theme", 1, 0)]
    assert written(of=book(PAGE, destinations=destinations)).content().count("/Alt") == 1


def test_links_are_found_in_the_order_of_reading() -> None:
    assert [placed.link.alt for placed in sheet(*PAGE).links] == ["抗疫", "乡村"]


def leaves(nodes):
    for node in nodes:
        if not isinstance(node, PlacedLink):
            yield from (node.inside,) if isinstance(node.inside, str) else leaves(node.inside)


# ── the report itself ──


@pytest.fixture(scope="module")
def layouts(tmp_path_factory):
    """The sample with a list on page two, beside the contents."""
    folder = tmp_path_factory.mktemp("list")
    text = CONTENT.read_text("utf-8")
    start = text.index("\noverview:")
    (folder / "content.yaml").write_text(f"{text[:start].rstrip()}\n{A_LIST}{text[start:]}", encoding="utf-8")
    return pipeline.build(folder / "content.yaml", folder, frozenset({"report"}), lambda _stage: None).layouts


@pytest.fixture(scope="module")
def sheets(layouts):
    paint = painter(layouts.book.pages, layouts.library)
    return [paint.paint(page) for page in layouts.book.pages]


def test_every_group_of_every_page_is_there_in_its_place(layouts, sheets) -> None:
    for page, made in zip(layouts.book.pages, sheets, strict=True):
        assert list(groups(made.nodes)) == list(groups(page.items)), page.number


def groups(nodes, depth=0):
    """Yield each group by depth, role, origin and alternative text, of a page's items and of its tree alike."""
    for node in nodes:
        inside = node.items if isinstance(node, Group) else getattr(node, "inside", "")
        if isinstance(inside, tuple):
            yield depth, node.role, node.origin, node.alt
            yield from groups(inside, depth + 1)


def test_page_two_has_its_list_and_the_contents_come_after_it_each_line_leading_somewhere(sheets) -> None:
    two, three = (sheets[at].nodes for at in (1, 2))
    first, second = (node for node in two if node.role is Role.LIST_ITEM)
    assert (len(first.inside), len(second.inside)) == (1, 2)
    assert first.origin < second.origin
    roles = [node.role for node in (*two, *three) if not isinstance(node, PlacedLink)]
    [contents] = (node for node in (*two, *three) if node.role is Role.CONTENTS)
    assert roles.index(Role.LIST_ITEM) < roles.index(Role.CONTENTS)
    assert {node.role for node in contents.inside} == {Role.CONTENTS_ITEM}
    leading = [node.link.destination for one in contents.inside for node in one.inside if isinstance(node, PlacedLink)]
    assert leading[:2] == ["overview", "theme-1"]
    assert len(leading) == len(contents.inside)


def test_the_key_figures_are_tables_of_rows_of_as_many_cells_each_theme_s_by_name(sheets) -> None:
    tables = [node for made in sheets for node in made.nodes if not isinstance(node, PlacedLink) and node.role is Role.TABLE]
    assert {"乡村振兴", "绿色低碳"} <= {table.alt for table in tables}
    seen: set[str] = set()
    for table in tables:
        assert table.inside[0].role is (Role.ROW if table.alt not in seen else Role.ARTIFACT)
        seen.add(table.alt)
        head, *rows = ([cell.role for cell in row.inside if cell.role is not Role.ARTIFACT] for row in table.inside)
        assert head == [Role.HEADER_CELL] * len(head)
        assert len(head) in {3, 4}
        assert all(row == [Role.HEADER_CELL, *[Role.CELL] * (len(head) - 1)] for row in rows)
        assert rows
