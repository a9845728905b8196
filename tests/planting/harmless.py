"""Harmless edits: a word, a place, a colour, and files saved again; none may be told as a number."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from random import Random
from typing import Any

import openpyxl
import pikepdf
from pptx import Presentation

from tests.planting.cells import STRINGS, Cell, Cells
from tests.planting.deck_runs import colour, look, some
from tests.planting.deck_shapes import drawn, each, numbered, shifted, worded
from tests.planting.model import DECK, FIGURES, HARMLESS, REPORT, Alter, Kind, shuffled
from tests.planting.paper import Paper
from tests.planting.report_drawings import drawings
from tests.planting.report_looks import WORDS, painted, places, whole, wrapped
from tests.planting.report_looks import shifted as line_shifted
from tests.planting.slides import A, P, Parts, R, Slides
from tests.planting.wording import Turn, change, turn
from tests.planting.workbook_looks import attributed, columns, faced, filled, styled, worded_cells

REWORDED = turn(
    "a word", HARMLESS, "a word of prose becomes another that means the same",
    "治理>整治", "送往>运往", "各方>各界", "把>将", "帮助>协助", "展示>呈现", "表示>说明", "公开>公布", "讲>说", "看>瞧", "关于>有关",
)  # fmt: skip
"""Words that say the same."""

ADDED = Turn("a word more", HARMLESS, r"^[^\d【】]{6,}$", lambda _rng, match: f"{match[0]}呢", "a line ends in a word more")

LINE = r"^\D{4,}$"
TINT = '<a:solidFill><a:srgbClr val="F2E8D8"/></a:solidFill>'


def theme(_rng: Random, deck: Slides) -> bool:
    deck.tree("ppt/theme/theme1.xml").find(f".//{A}accent2/{A}srgbClr").set("val", "7A4A10")
    return True


def title_coloured(rng: Random, deck: Slides) -> bool:
    fill = '<a:solidFill><a:srgbClr val="243A5E"/></a:solidFill>'
    return some(rng, deck, r"[一-龥]{3,}", lambda run, _paragraph: colour(run, fill), deck.light)


def sized(rng: Random, deck: Slides) -> bool:
    def put(run: Any, _paragraph: Any) -> None:
        look(run).set("sz", str(int(look(run).get("sz", "1800")) - 100))

    return some(rng, deck, r"[一-龥]{3,}", put)


def emboldened(rng: Random, deck: Slides) -> bool:
    return some(rng, deck, r"[一-龥]{3,}", lambda run, _paragraph: look(run).set("b", "1"))


def decorated(rng: Random, deck: Slides) -> bool:
    rng.choice(deck.slides).find(f"{P}cSld/{P}spTree").append(drawn((11_900_000, 60_000, 120_000, 120_000), "ellipse", TINT))
    return True


def alternative(rng: Random, deck: Slides) -> bool:
    found = [one for slide in deck.slides for one in slide.iter(f"{P}cNvPr") if "：" in (one.get("descr") or "")]
    for one in shuffled(rng, found):
        one.set("descr", one.get("descr").replace("：", "，见：", 1))
        return True
    return False


# Files saved again


def prefixes(part: str, new: dict[str, str]) -> Alter:
    """Return the edit that gives the parts that match other prefixes for the same names."""

    def alter(_rng: Random, package: Parts) -> bool:
        for name in package.named(part):
            text = package.data(name).decode("utf-8")
            for old, prefix in new.items():
                text = re.sub(rf"(</?){old}:", rf"\1{prefix}:", text).replace(f"xmlns:{old}=", f"xmlns:{prefix}=")
                text = re.sub(rf'(\s){old}:(\w+=")', rf"\1{prefix}:\2", text)
            package.bytes[name] = text.encode("utf-8")
        return True

    return alter


def attributes(part: str) -> Alter:
    """Return the edit that writes all attributes in another order."""

    def alter(_rng: Random, package: Parts) -> bool:
        for tree in package.all(part):
            for one in tree.iter():
                values = dict(one.attrib)
                one.attrib.clear()
                for name in sorted(values, reverse=True):
                    one.set(name, values[name])
        return True

    return alter


def reordered(rng: Random, package: Parts) -> bool:
    names = list(package.bytes)
    package.bytes = {name: package.bytes[name] for name in [names[0], *shuffled(rng, names[1:])]}
    return True


def stored(_rng: Random, package: Parts) -> bool:
    package.packing = zipfile.ZIP_STORED
    return True


def renamed_relations(_rng: Random, deck: Slides) -> bool:
    """Give the slides' relations other names, as editors do."""
    for name in deck.named(Slides.SLIDE):
        relations, slide = deck.tree(name.replace("slides/", "slides/_rels/") + ".rels"), deck.tree(name)
        for one in relations:
            for user in slide.iter():
                for attribute in (f"{R}id", f"{R}embed"):
                    if user.get(attribute) == one.get("Id"):
                        user.set(attribute, f"x{one.get('Id')}")
            one.set("Id", f"x{one.get('Id')}")
    return True


def by_pptx(_rng: Random, deck: Slides) -> bool:
    """Save the deck with another program."""
    stream = BytesIO()
    Presentation(BytesIO(deck.packed())).save(stream)
    deck.__init__(stream.getvalue())  # type: ignore[misc]
    return True


def by_openpyxl(_rng: Random, book: Cells) -> bool:
    """Save the workbook with another program."""
    stream = BytesIO()
    openpyxl.load_workbook(BytesIO(book.packed())).save(stream)
    book.__init__(stream.getvalue())  # type: ignore[misc]
    return True


def inline(_rng: Random, book: Cells) -> bool:
    """Keep every text in its own cell."""
    for cell in book.lines():
        cell.say(cell.text)
    return bool(book.bytes[STRINGS])


def saved(**options: Any) -> Alter:
    def alter(_rng: Random, paper: Paper) -> bool:
        paper.options.update(options)
        return True

    return alter


def streams_parted(_rng: Random, paper: Paper) -> bool:
    """Part the content of every page into two streams."""
    for sheet in paper.sheets:
        at = sheet.rows.index("BT")
        parts = ("\n".join(sheet.rows[:at]), "\n".join(sheet.rows[at:]))
        sheet.page.Contents = pikepdf.Array(
            [paper.pdf.make_indirect(pikepdf.Stream(paper.pdf, one.encode("latin-1"))) for one in parts]
        )
    return True


def bookmark(rng: Random, paper: Paper) -> bool:
    one = paper.pdf.Root.Outlines.First
    for _ in range(rng.randrange(4)):
        one = one.Next
    one.Title = pikepdf.String(f"{one.Title}·")
    return True


def read_out(rng: Random, paper: Paper) -> bool:
    for drawing in shuffled(rng, drawings(paper)):
        words = drawing.alt.replace("：", "，见：", 1).encode("utf-16-be").hex().upper()
        drawing.sheet.rows[drawing.at] = f"/Span <</Alt <FEFF{words}>>> BDC"
        drawing.sheet.changed = True
        return True
    return False


def note_of_words(rng: Random, paper: Paper) -> bool:
    for line, match in places(rng, paper, WORDS):
        left, low, width, height = line.box(match.start(), match.end())
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Highlight, Rect=[left, low, left + width, low + height]
        )
        page = line.page.page
        page.obj.Annots = pikepdf.Array([*page.obj.get("/Annots", []), paper.pdf.make_indirect(note)])
        return True
    return False


def signed(rng: Random, book: Cells) -> bool:
    """Fill in an empty cell of the sheet to sign."""
    empty = [one for row in book.rows(3) for one in row if len(one) == 0]
    Cell(rng.choice(empty), "").say("张同意") if empty else None
    return bool(empty)


def reworded(lines: Callable[[Any], Any]) -> Alter:
    return change(REWORDED, lines)


ROWS: tuple[tuple[str, str, Alter, str], ...] = (
    ("a word", DECK, reworded(Slides.lines), "a word of a slide"),
    ("a word of the notes", DECK, reworded(Slides.notes), "a word of the notes"),
    ("a word more in the notes", DECK, change(ADDED, Slides.notes), "a word more in the notes"),
    ("a box of words moved", DECK, each(worded, shifted(40_000, 20_000)), "a box of words moves by millimetres"),
    ("a box with a number moved", DECK, each(numbered, shifted(20_000, -20_000)), "a box with a number moves by half a millimetre"),
    ("words coloured", DECK, title_coloured, "words take another colour"),
    ("words smaller", DECK, sized, "words are a point smaller"),
    ("words bold", DECK, emboldened, "words become bold"),
    ("a form off the text", DECK, decorated, "a small form stands off the text"),
    ("a colour of the theme", DECK, theme, "a colour of the theme is a little darker"),
    ("what is read out", DECK, alternative, "what is read out for a drawing is reworded"),
    ("other prefixes", DECK, prefixes(r"ppt/.*\.xml", {"a": "draw", "p": "pres"}), "names have other prefixes"),
    ("other order of attributes", DECK, attributes(r"ppt/(slides|notesSlides|charts)/\w+\.xml"), "attributes stand in another order"),
    ("parts in another order", DECK, reordered, "the parts stand in another order"),
    ("parts stored", DECK, stored, "the parts are not compressed"),
    ("relations renamed", DECK, renamed_relations, "relations have other names"),
    ("saved by another program", DECK, by_pptx, "another program opened and saved the deck"),
    ("a word", REPORT, reworded(Paper.lines), "a word of the report"),
    ("a line moved", REPORT, whole(LINE, line_shifted(0.4, 0.2)), "a line moves by a fifth of a millimetre"),
    ("words coloured", REPORT, wrapped(".14 .23 .37 rg", "{ink}", WORDS), "words take another colour"),
    ("a form off the text", REPORT, painted(WORDS, lambda _box, _line: ".95 .91 .85 rg 6 6 6 6 re f"), "a small form stands off the text"),
    ("a bookmark", REPORT, bookmark, "a bookmark is reworded"),
    ("what is read out", REPORT, read_out, "what is read out for a drawing is reworded"),
    ("a highlight", REPORT, note_of_words, "a reader highlights words"),
    ("saved plainly", REPORT, saved(), "another program saved the report"),
    ("saved uncompressed", REPORT, saved(stream_decode_level=pikepdf.StreamDecodeLevel.generalized, compress_streams=False), "streams are not compressed"),
    ("saved to be read page by page", REPORT, saved(linearize=True), "the report is linearized"),
    ("saved with streams of objects", REPORT, saved(object_stream_mode=pikepdf.ObjectStreamMode.generate), "objects are packed"),
    ("saved to be read by people", REPORT, saved(qdf=True), "the report is written for the eye"),
    ("saved with contents in parts", REPORT, streams_parted, "a page's content stands in two streams"),
    ("a signature", FIGURES, signed, "a name is signed"),
    ("a column widened", FIGURES, attributed(columns, width="31"), "a column is wider"),
    ("a cell tinted", FIGURES, styled(worded_cells, filled("FFFFF8E0")), "a cell is tinted"),
    ("words bold", FIGURES, styled(worded_cells, faced("<b/>")), "words become bold"),
    ("seen from nearer", FIGURES, attributed(lambda book: [next(book.sheets[0].iter("{*}sheetView"))], zoomScale="120"), "a sheet is shown larger"),
    ("other order of attributes", FIGURES, attributes(r"xl/worksheets/\w+\.xml"), "attributes stand in another order"),
    ("parts in another order", FIGURES, reordered, "the parts stand in another order"),
    ("parts stored", FIGURES, stored, "the parts are not compressed"),
    ("texts in their cells", FIGURES, inline, "texts stand in their cells"),
    ("saved by another program", FIGURES, by_openpyxl, "another program opened and saved the workbook"),
)  # fmt: skip
"""Harmless edits: a name, the output, the edit, and a line in words."""

HARMLESS_KINDS = tuple(Kind(f"{output}: harmless, {name}", output, HARMLESS, alter, says) for name, output, alter, says in ROWS)
KINDS = HARMLESS_KINDS
