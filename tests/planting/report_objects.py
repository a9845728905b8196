"""Alterations of what leads through the report and tells of it: outline, labels, properties, actions and locks."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.planting.model import ANY, APPEARANCE, NUMBER, REPORT, TURNING, WORDING, Table
from tests.planting.paper import Paper

planted = Table(REPORT)

# What leads through it and tells of it


def entries(paper: Paper) -> list[Any]:
    found, one = [], paper.pdf.Root.get("/Outlines", Dictionary()).get("/First")
    while one is not None:
        found.append(one)
        one = one.get("/Next")
    return found


def plain(found: list[Any]) -> list[Any]:
    """Return the bookmarks of words alone."""
    return [one for one in found if not TURNING.search(str(one.Title))]


def outlined(due: str, says: str) -> Callable[[Callable[[Random, list[Any]], Any]], Any]:
    def keep(change: Callable[[Random, list[Any]], Any]) -> Any:
        planted.add(
            change.__name__.replace("_", " "),
            due,
            lambda rng, paper: bool(found := entries(paper)) and change(rng, found) is None,
            says,
        )
        return change

    return keep


@outlined(WORDING, "a bookmark has another title")
def a_bookmark_renamed(rng: Random, found: list[Any]) -> None:
    rng.choice(plain(found)).Title = String("另一章")


@outlined(NUMBER, "a bookmark's title gets a number")
def a_bookmark_with_a_number(rng: Random, found: list[Any]) -> None:
    one = rng.choice(found)
    one.Title = String(f"{one.Title}增长88%")


@outlined(WORDING, "two bookmarks take each other's title")
def two_bookmarks_exchanged(rng: Random, found: list[Any]) -> None:
    one, two = rng.sample(plain(found), 2)
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


def rooted(change: Callable[[Any, Paper], bool | None]) -> Callable[[Random, Any], bool]:
    return lambda _rng, paper: change(paper.pdf.Root, paper) is None


def set_entry(name: str, value: Callable[[Paper], Any]) -> Callable[[Any, Paper], None]:
    def change(root: Any, paper: Paper) -> None:
        root[name] = value(paper)

    return change


def drop_entry(name: str) -> Callable[[Any, Paper], bool | None]:
    def change(root: Any, _paper: Paper) -> bool | None:
        if name not in root:
            return False
        del root[name]
        return None

    return change


def attach(_root: Any, paper: Paper) -> None:
    paper.pdf.attachments["改后数字.txt"] = "应为88万元".encode()


def script(root: Any, _paper: Paper) -> None:
    root.Names = root.get("/Names", Dictionary())
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
    ("a title of the file changed", WORDING, "/Title", "+（草稿）", "the file's title says other words"),
    ("a number in the title of the file", NUMBER, "/Title", "增长88%", "the file's title says a number"),
    ("a subject of the file changed", WORDING, "/Subject", "+（草稿）", "the file's subject says other words"),
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
            before = str(paper.pdf.docinfo.get(name, "")) if value.startswith("+") else ""
            paper.pdf.docinfo[name] = String(before + value.removeprefix("+"))
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
