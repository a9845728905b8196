"""Alterations about the report's pages: annotations, links, order and boxes of pages, outline, labels, properties, actions, fonts."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.planting.model import ANY, APPEARANCE, NUMBER, REPORT, WORDING, Table
from tests.planting.paper import Paper
from tests.planting.report_looks import FIGURE, WORDS, numbered_sheet, places

planted = Table(REPORT)

# Annotations


def form(paper: Paper, width: float, height: float, operators: str) -> Any:
    """Return an appearance, drawn with operators in its own box."""
    stream = pikepdf.Stream(paper.pdf, operators.encode())
    stream.Type, stream.Subtype, stream.BBox = Name.XObject, Name.Form, Array([0, 0, width, height])
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    stream.Resources = Dictionary(Font=Dictionary(Helv=paper.pdf.make_indirect(font)))
    return paper.pdf.make_indirect(stream)


def annotated(kind: str, pattern: str, draw: Callable[[float, float], str], **more: Any) -> Callable[[Random, Any], bool]:
    """Return the alteration that puts an annotation over characters, with an appearance of its own."""

    def alter(rng: Random, paper: Paper) -> bool:
        for line, match in places(rng, paper, pattern):
            left, low, width, height = line.box(match.start(), match.end())
            note = Dictionary(
                Type=Name.Annot,
                Subtype=Name("/" + kind),
                F=4,
                Rect=Array([left, low, left + width, low + height]),
                T=String("审阅"),
                **more,
            )
            if operators := draw(width, height):
                note.AP = Dictionary(N=form(paper, width, height, operators))
            if kind in ("StrikeOut", "Highlight", "Underline"):
                note.QuadPoints = Array([left, low + height, left + width, low + height, left, low, left + width, low])
                note.C = Array([1, 0, 0])
            page = line.page.page
            page.obj.Annots = Array([*page.obj.get("/Annots", []), paper.pdf.make_indirect(note)])
            return True
        return False

    return alter


def typed(words: str) -> Callable[[float, float], str]:
    return lambda width, height: (
        f"1 g 0 0 {width:.2f} {height:.2f} re f BT 0 g /Helv {height * 0.8:.2f} Tf 1 {height * 0.2:.2f} Td ({words}) Tj ET"
    )


def boxed(width: float, height: float) -> str:
    return f"1 g 0 0 {width:.2f} {height:.2f} re f"


def lined(width: float, height: float) -> str:
    return f"1 0 0 RG 1 w 0 {height / 2:.2f} m {width:.2f} {height / 2:.2f} l S"


def nothing(_width: float, _height: float) -> str:
    return ""


ANNOTATIONS = (
    ("a number typed over another", NUMBER, "FreeText", FIGURE, typed("88"), {"Contents": String("88"), "DA": String("/Helv 9 Tf 0 g")}, "a box of text covers a number"),
    ("a stamp over a number", NUMBER, "Stamp", FIGURE, typed("VOID"), {"Contents": String("作废")}, "a stamp covers a number"),
    ("a number struck by a mark", NUMBER, "StrikeOut", FIGURE, lined, {}, "a number is marked as struck out"),
    ("a box over a number", NUMBER, "Square", FIGURE, boxed, {"IC": Array([1, 1, 1])}, "a marked box covers a number"),
    ("ink over a number", NUMBER, "Ink", FIGURE, lined, {"InkList": Array([Array([0, 0, 9, 9])])}, "a number is crossed out by hand"),
    ("words struck by a mark", WORDING, "StrikeOut", WORDS, lined, {}, "words are marked as struck out"),
    ("words highlighted", APPEARANCE, "Highlight", WORDS, nothing, {}, "words are highlighted"),
    ("words underlined by a mark", APPEARANCE, "Underline", WORDS, lined, {}, "words are marked with a line"),
    ("a note", WORDING, "Text", WORDS, nothing, {"Contents": String("请再核")}, "a note is put on a page"),
    ("a note with a number", NUMBER, "Text", FIGURE, nothing, {"Contents": String("应为88万元")}, "a note with a number is put on a page"),
    ("a field of a form", NUMBER, "Widget", FIGURE, typed("88"), {"FT": Name.Tx, "V": String("88")}, "a field of a form covers a number"),
    ("a file pinned to a page", WORDING, "FileAttachment", WORDS, boxed, {"Contents": String("附件")}, "a file is pinned to a page"),
    ("a caret with words", WORDING, "Caret", WORDS, nothing, {"Contents": String("补充说明")}, "words are marked as missing"),
    ("a link to another address", WORDING, "Link", WORDS, nothing, {"A": Dictionary(S=Name.URI, URI=String("https://example.com/other"))}, "words become a link"),
    ("a link to a program", WORDING, "Link", WORDS, nothing, {"A": Dictionary(S=Name.Launch, F=String("other.exe"))}, "words start a program"),
)  # fmt: skip
"""Annotations put on a page."""

for _name, _due, _kind, _pattern, _draw, _more, _says in ANNOTATIONS:
    planted.add(_name, _due, annotated(_kind, _pattern, _draw, **_more), _says)


def links(paper: Paper) -> list[tuple[Any, Any]]:
    return [
        (sheet.page, note)
        for sheet in paper.sheets
        for note in sheet.page.obj.get("/Annots", [])
        if note.Subtype == Name.Link and "/Dest" in note
    ]


def linked(due: str, says: str) -> Callable[[Callable[[Random, Any, Any], Any]], Any]:
    """Keep an alteration of one link."""

    def keep(change: Callable[[Random, Any, Any], Any]) -> Any:
        def alter(rng: Random, paper: Paper) -> bool:
            found = links(paper)
            return bool(found) and change(rng, *rng.choice(found)) is not False

        planted.add(change.__name__.replace("_", " "), due, alter, says)
        return change

    return keep


@linked(WORDING, "a link of the contents leads to another page")
def a_link_elsewhere(_rng: Random, page: Any, note: Any) -> bool:
    others = [one.Dest for one in page.obj.Annots if "/Dest" in one and str(one.Dest) != str(note.Dest)]
    if not others:
        return False
    note.Dest = String(str(others[0]))
    return True


@linked(WORDING, "a link of the contents leads out of the report")
def a_link_outside(_rng: Random, _page: Any, note: Any) -> None:
    del note.Dest
    note.A = Dictionary(S=Name.URI, URI=String("https://example.com/other"))


@linked(WORDING, "a link of the contents is read out otherwise")
def a_link_read_out(_rng: Random, _page: Any, note: Any) -> None:
    note.Contents = String("另一章")


@linked(NUMBER, "a link of the contents is read out with a number")
def a_link_read_out_with_a_number(_rng: Random, _page: Any, note: Any) -> None:
    note.Contents = String("增长88%")


@linked(WORDING, "a link of the contents is deleted")
def a_link_deleted(_rng: Random, page: Any, note: Any) -> None:
    page.obj.Annots = Array([one for one in page.obj.Annots if one.objgen != note.objgen or one is not note][:-1])


@linked(ANY, "a link of the contents covers another line")
def a_link_moved(_rng: Random, _page: Any, note: Any) -> None:
    left, low, right, top = (float(one) for one in note.Rect)
    note.Rect = Array([left, low - 90, right, top - 90])


# Pages


@planted(NUMBER, "a page is taken out")
def a_page_deleted(rng: Random, paper: Paper) -> bool:
    del paper.pdf.pages[numbered_sheet(rng, paper).number - 1]
    return True


@planted(ANY, "a page stands there twice")
def a_page_doubled(rng: Random, paper: Paper) -> bool:
    at = numbered_sheet(rng, paper).number - 1
    paper.pdf.pages.insert(at, paper.pdf.pages[at])
    return True


@planted(ANY, "two pages change places")
def two_pages_exchanged(rng: Random, paper: Paper) -> bool:
    at = rng.randrange(1, len(paper.pdf.pages) - 1)
    page = paper.pdf.pages[at]
    del paper.pdf.pages[at]
    paper.pdf.pages.insert(at + 1, page)
    return True


@planted(ANY, "an empty page is put in")
def an_empty_page(rng: Random, paper: Paper) -> bool:
    paper.pdf.add_blank_page(page_size=(595.276, 841.89))
    return rng.random() >= 0


def of_page(name: str, value: Callable[[], Any]) -> Callable[[Random, Any], bool]:
    def alter(rng: Random, paper: Paper) -> bool:
        numbered_sheet(rng, paper).page.obj[name] = value()
        return True

    return alter


PAGES = (
    ("a page upside down", ANY, "/Rotate", lambda: 180, "a page stands on its head"),
    ("a page turned", ANY, "/Rotate", lambda: 90, "a page lies on its side"),
    ("a page cut", ANY, "/CropBox", lambda: Array([0, 0, 595.276, 400]), "only the lower half of a page is shown"),
    ("a page widened", ANY, "/MediaBox", lambda: Array([-100, 0, 695.276, 841.89]), "a page is wider than the others"),
    ("a page trimmed elsewhere", APPEARANCE, "/TrimBox", lambda: Array([60, 60, 535.276, 781.89]), "a page is cut elsewhere in print"),
    ("a page in other units", APPEARANCE, "/UserUnit", lambda: 2, "a page is twice as large"),
    ("a page that acts", ANY, "/AA", lambda: Dictionary(O=Dictionary(S=Name.URI, URI=String("https://example.com"))), "a page opens an address"),
    ("a page that passes", APPEARANCE, "/Dur", lambda: 1, "a page passes by itself"),
)  # fmt: skip
"""Entries of a page."""

for _name, _due, _key, _value, _says in PAGES:
    planted.add(_name, _due, of_page(_key, _value), _says)


# What leads through it and tells of it


def entries(paper: Paper) -> list[Any]:
    found, one = [], paper.pdf.Root.Outlines.First
    while one is not None:
        found.append(one)
        one = one.get("/Next")
    return found


def outlined(due: str, says: str) -> Callable[[Callable[[Random, list[Any]], Any]], Any]:
    def keep(change: Callable[[Random, list[Any]], Any]) -> Any:
        planted.add(change.__name__.replace("_", " "), due, lambda rng, paper: change(rng, entries(paper)) is None, says)
        return change

    return keep


@outlined(WORDING, "a bookmark has another title")
def a_bookmark_renamed(rng: Random, found: list[Any]) -> None:
    rng.choice(found).Title = String("另一章")


@outlined(NUMBER, "a bookmark's title gets a number")
def a_bookmark_with_a_number(rng: Random, found: list[Any]) -> None:
    one = rng.choice(found)
    one.Title = String(f"{one.Title}增长88%")


@outlined(WORDING, "two bookmarks take each other's title")
def two_bookmarks_exchanged(rng: Random, found: list[Any]) -> None:
    one, two = rng.sample(found, 2)
    mine, theirs = str(one.Title), str(two.Title)
    one.Title, two.Title = String(theirs), String(mine)


@outlined(WORDING, "a bookmark leads to another page")
def a_bookmark_elsewhere(rng: Random, found: list[Any]) -> None:
    one, two = rng.sample(found, 2)
    one.Dest = String(str(two.Dest))


@outlined(WORDING, "the last bookmark is deleted")
def a_bookmark_deleted(_rng: Random, found: list[Any]) -> None:
    last, before = found[-1], found[-2]
    del before.Next
    last.Parent.Last = before
    last.Parent.Count = int(last.Parent.Count) - 1


@outlined(APPEARANCE, "a bookmark is red")
def a_bookmark_coloured(rng: Random, found: list[Any]) -> None:
    rng.choice(found).C = Array([1, 0, 0])


def rooted(change: Callable[[Any, Paper], None]) -> Callable[[Random, Any], bool]:
    return lambda _rng, paper: change(paper.pdf.Root, paper) is None


def set_entry(name: str, value: Callable[[Paper], Any]) -> Callable[[Any, Paper], None]:
    def change(root: Any, paper: Paper) -> None:
        root[name] = value(paper)

    return change


def drop_entry(name: str) -> Callable[[Any, Paper], None]:
    def change(root: Any, _paper: Paper) -> None:
        del root[name]

    return change


def attach(_root: Any, paper: Paper) -> None:
    paper.pdf.attachments["改后数字.txt"] = "应为88万元".encode()


def script(root: Any, _paper: Paper) -> None:
    root.Names.JavaScript = Dictionary(Names=Array([String("a"), Dictionary(S=Name.JavaScript, JS=String("app.alert('88%')"))]))


def layers(root: Any, paper: Paper) -> None:
    """Put a whole page into a layer that is off."""
    layer = paper.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("层")))
    root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer]), Order=Array([layer])))
    sheet = next(sheet for sheet in paper.sheets[2:] if any(re.search(r"\d\d", line.text) for line in sheet.texts))
    sheet.page.resources["/Properties"] = Dictionary(L=layer)
    sheet.rows = ["/OC /L BDC", *sheet.rows, "EMC"]
    sheet.changed = True


def xmp(root: Any, paper: Paper) -> None:
    packet = (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>'
        '<rdf:Alt><rdf:li xml:lang="x-default">另一份报告</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    )
    stream = pikepdf.Stream(paper.pdf, packet.encode())
    stream.Type, stream.Subtype = Name.Metadata, Name.XML
    root.Metadata = paper.pdf.make_indirect(stream)


ROOTS = (
    ("pages labelled from elsewhere", ANY, set_entry("/PageLabels", lambda _p: Dictionary(Nums=Array([0, Dictionary(S=Name.D, St=101)]))), "page labels begin at 101"),
    ("pages labelled otherwise", ANY, set_entry("/PageLabels", lambda _p: Dictionary(Nums=Array([0, Dictionary(S=Name.r)]))), "page labels are Roman"),
    ("page labels lost", ANY, drop_entry("/PageLabels"), "pages have no labels"),
    ("the outline lost", WORDING, drop_entry("/Outlines"), "there are no bookmarks"),
    ("a file attached", ANY, attach, "a file with a number is attached"),
    ("a program inside", ANY, script, "a program is put in"),
    ("an address opened", ANY, set_entry("/OpenAction", lambda _p: Dictionary(S=Name.URI, URI=String("https://example.com"))), "an address opens with the file"),
    ("another page opened", ANY, set_entry("/OpenAction", lambda p: Array([p.pdf.pages[3].obj, Name.Fit])), "another page opens first"),
    ("a program at closing", ANY, set_entry("/AA", lambda _p: Dictionary(WC=Dictionary(S=Name.JavaScript, JS=String("1")))), "a program runs at closing"),
    ("a form inside", ANY, set_entry("/AcroForm", lambda _p: Dictionary(Fields=Array([Dictionary(FT=Name.Tx, T=String("数"), V=String("88"))]))), "a form is put in"),
    ("a layer switched off", NUMBER, layers, "a page is in a layer that is not shown"),
    ("another language", ANY, set_entry("/Lang", lambda _p: String("ja-JP")), "the report is read out in another language"),
    ("bookmarks not shown", APPEARANCE, set_entry("/PageMode", lambda _p: Name.FullScreen), "the report opens full screen"),
    ("pages side by side", APPEARANCE, set_entry("/PageLayout", lambda _p: Name.TwoPageRight), "pages are shown in pairs"),
    ("pages from the right", APPEARANCE, set_entry("/ViewerPreferences", lambda _p: Dictionary(Direction=Name.R2L)), "pages run from right to left"),
    ("other properties in XMP", WORDING, xmp, "a second set of properties says another title"),
    ("a set of files", ANY, set_entry("/Collection", lambda _p: Dictionary(View=Name.T)), "the report opens as a list of files"),
)  # fmt: skip
"""Entries of the document."""

for _name, _due, _change, _says in ROOTS:
    planted.add(_name, _due, rooted(_change), _says)

PROPERTIES = (
    ("a title of the file changed", WORDING, "/Title", "另一份文件", "the file's title says other words"),
    ("a number in the title of the file", NUMBER, "/Title", "增长88%", "the file's title says a number"),
    ("a subject of the file changed", WORDING, "/Subject", "另一件事", "the file's subject says other words"),
    ("an author of the file changed", WORDING, "/Author", "另一家机构", "the file's author is another"),
    ("keywords of the file changed", ANY, "/Keywords", "另一些词", "the file's keywords are others"),
    ("a property put in", WORDING, "/Status", "作废", "the file gets a property"),
    ("the digest of another content", ANY, "/ContentDigest", "0" * 64, "the file says that it is of another content"),
    ("the digest lost", ANY, "/ContentDigest", None, "the file does not say of which content it is"),
)  # fmt: skip
"""Properties of the file."""


def property_(name: str, value: str | None) -> Callable[[Random, Any], bool]:
    def alter(_rng: Random, paper: Paper) -> bool:
        if value is None:
            del paper.pdf.docinfo[name]
        else:
            paper.pdf.docinfo[name] = String(value)
        return True

    return alter


for _name, _due, _key, _words, _says in PROPERTIES:
    planted.add(_name, _due, property_(_key, _words), _says)


def encrypted(**given: Any) -> Callable[[Random, Any], bool]:
    def alter(_rng: Random, paper: Paper) -> bool:
        paper.options["encryption"] = pikepdf.Encryption(**given)
        return True

    return alter


planted.add("a password for owners", ANY, encrypted(owner="x", user=""), "the file is encrypted, and opens without a password")
planted.add("a password for readers", ANY, encrypted(owner="x", user="y"), "the file opens with a password alone")

KINDS = tuple(planted.kinds)
