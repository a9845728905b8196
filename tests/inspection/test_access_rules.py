"""PDF/UA by rule: each condition of the Matterhorn Protocol that a file of ours can meet is planted and found, and an outside judge agrees.

A row plants one fault and names the conditions that it meets, all of them and no others. Where the judge tells otherwise, the row says why.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import page
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from generator.diagnostics import said
from generator.inspection.audit.access import audit
from generator.inspection.audit.matterhorn.rules import RULES, Rule
from generator.inspection.audit.model import Verdict
from generator.inspection.damage import UnreadableError
from generator.messages.catalog import catalog
from tests.inspection.conftest import Desk
from tests.inspection.tag_planting import (
    Alter,
    annotated,
    attached,
    block,
    called,
    clip,
    elements,
    field,
    first,
    helvetica,
    in_descendant,
    in_font,
    in_map,
    in_metadata,
    kids,
    linked,
    of_root,
    painted,
    shows,
    true_type,
    within,
    without,
)

JUDGE = "ua1"


class Plant(NamedTuple):
    """A fault: the conditions that it meets, how it is planted, and why the judge sees nothing of it ("" where it does)."""

    meets: str
    alter: Alter
    unseen: str = ""


def both(*alters: Alter) -> Alter:
    def alter(pdf: Pdf) -> None:
        for one in alters:
            one(pdf)

    return alter


def untitled(pdf: Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def spoken_at_the_top(pdf: Pdf) -> None:
    """Say the language where the tree begins, and not for the file."""
    first(pdf, "Document").Lang = String("zh-CN")
    del pdf.Root["/Lang"]


def two_headings(pdf: Pdf) -> None:
    """Make all headings of a kind without levels, two of them in one section."""
    for one in elements(pdf, "H1", "H2", "H3"):
        one.S = Name.H
    section = next(one for one in elements(pdf, "Sect") if len(kids(one)) > 1)
    next(one for one in kids(section) if one.S == "/P").S = Name.H


def deeper(pdf: Pdf) -> None:
    """Make the last heading of the second level, or of the first where there is none, one two levels below that before it."""
    found = [*elements(pdf, "H1", "H2", "H3")]
    found[-1].S = Name("/H" + str(int(str(found[-2].S)[2:]) + 2))


def headless(pdf: Pdf) -> None:
    """Have no header cell say what it heads."""
    for one in elements(pdf, "TH"):
        del one["/A"]


def one_name(pdf: Pdf) -> None:
    """Give a paragraph the name of a note."""
    first(pdf, "P").ID = first(pdf, "Note").ID


def layered(key: str, **entries: object) -> Alter:
    def alter(pdf: Pdf) -> None:
        group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("层")))
        shown = Dictionary(Name=String("甲"), Order=Array([group]))
        given = Dictionary(Order=Array([group]), **entries)
        pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=shown)
        pdf.Root.OCProperties[key] = Array([given]) if key == "/Configs" else given

    return alter


def dynamic(pdf: Pdf) -> None:
    told = b"<config><acrobat><acrobat7><dynamicRender>required</dynamicRender></acrobat7></acrobat></config>"
    pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=Array([String("config"), Stream(pdf, told)]))


def unordered(pdf: Pdf) -> None:
    del linked(pdf)["/Tabs"]


def in_rows(pdf: Pdf) -> None:
    linked(pdf).Tabs = Name.R


def link_alone(pdf: Pdf) -> None:
    """Make a Link element another."""
    first(pdf, "Link").S = Name.Span


def wordless(pdf: Pdf) -> None:
    """Take a link's words away, and have its element say them."""
    note = linked(pdf).Annots[0]
    first(pdf, "Link").Alt = note.Contents
    del note["/Contents"]


def silent(pdf: Pdf) -> None:
    del linked(pdf).Annots[0]["/Contents"]


def mapped_round(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(A=Name.B, B=Name.A, Title=Name.P)
    first(pdf, "P").S = Name.A


def remapped(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap.P = Name.Div


def exchanged(pdf: Pdf) -> None:
    """Have two pages lead back to one another's elements."""
    one, other = pdf.pages[2], pdf.pages[3]
    one.StructParents, other.StructParents = other.StructParents, one.StructParents


def rootless(pdf: Pdf) -> None:
    del first(pdf, "H1")["/P"]


def unmarked(pdf: Pdf) -> None:
    pdf.Root.MarkInfo.Marked = False


def marks(name: str) -> Alter:
    """Return the alteration of a content stream that puts one kind of mark into another."""
    patterns = {
        "artifact": (rb"(/(?:P|Title) <</MCID 0>> BDC\n)(.*?)(\nEMC)", rb"\1/Artifact BMC\n\2\nEMC\3"),
        "content": (rb"/Artifact BMC\n(.*?)\nEMC", rb"/Artifact BMC\n/P <</MCID 0>> BDC\n\1\nEMC\nEMC"),
        "bare": (rb"/Artifact BMC\n", rb"/Other BMC\n"),
    }
    return painted(*patterns[name])


MEANING = rb"(?<=beginbfchar\n)<([0-9A-F]{4})> ?<[0-9A-F]{4}>\n"
"""The first code of a font's map, and what it stands for."""

PLANTS = {
    "an artifact in content": Plant("01-003", marks("artifact")),
    "content in an artifact": Plant("01-004", marks("content")),
    "paint without a tag": Plant("01-005", marks("bare")),
    "pages that lead to each other's elements": Plant("01-005", exchanged, "it does not follow the way back from content"),
    "an element without a parent": Plant("01-005", rootless),
    "a file that is not called tagged": Plant("01-005", unmarked),
    "tags called doubtful": Plant("01-007", lambda pdf: pdf.Root.MarkInfo.__setattr__("Suspects", True)),
    "a role of its own": Plant("02-001", called("P", "Kasten")),
    "roles that go round": Plant("02-001 02-003", mapped_round),
    "a standard role made another": Plant("02-004", remapped),
    "no metadata": Plant("06-001 06-002 06-003", of_root(Metadata=None)),
    "no mark of the standard": Plant("06-002", in_metadata(rb"pdfuaid:part", b"pdfuaid:past")),
    "the mark of another part": Plant("06-002", in_metadata(rb"<pdfuaid:part>1<", b"<pdfuaid:part>9<")),
    "no title": Plant("06-003", in_metadata(rb"<dc:title>.*?</dc:title>", b"")),
    "nothing of the title bar": Plant("07-001", of_root(ViewerPreferences=Dictionary())),
    "the file's name in the title bar": Plant("07-002", untitled),
    "a paragraph in a row": Plant("09-004", called("TD", "P")),
    "a row too long": Plant("09-004", lambda pdf: first(pdf, "TD").__setattr__("A", Dictionary(O=Name.Table, ColSpan=2))),
    "a paragraph in a list": Plant("09-005", within("L", "P")),
    "a paragraph in the contents": Plant("09-006", called("TOCI", "P")),
    "half a ruby": Plant("09-007", within("Ruby", "RT"), "it knows nothing of ruby"),
    "half a warichu": Plant("09-008", within("Warichu", "WT"), "it knows nothing of warichu"),
    "a code for nothing": Plant("10-001", in_map(MEANING, b"")),
    "no language": Plant("11-001 11-002 11-003 11-004 11-006", of_root(Lang=None)),
    "a language that is none": Plant("11-001", of_root(Lang=String("中文"))),
    "a language for the tags alone": Plant("11-001 11-002 11-003 11-006", spoken_at_the_top),
    "a figure without words": Plant("13-004", without("Figure", "/Alt")),
    "a first heading of the second level": Plant("14-002", called("H1", "H2")),
    "a level left out": Plant("14-003", deeper),
    "headings with and without levels": Plant("14-007", called("H1", "H", 3)),
    "two headings without levels": Plant("14-006", two_headings),
    "headers of nothing": Plant("15-003", headless),
    "a formula without words": Plant("17-002", called("P", "Formula")),
    "a note without a name": Plant("19-003", without("Note", "/ID")),
    "a note's name twice": Plant("19-004", one_name, "it compares the names of notes alone"),
    "layers without a name": Plant("20-002", layered("/D")),
    "further layers without a name": Plant("20-001", layered("/Configs")),
    "layers by themselves": Plant("20-003", layered("/D", Name=String("甲"), AS=Array([]))),
    "a file with one name": Plant("21-001", attached),
    "a form that changes": Plant("25-001", dynamic),
    "a note without a tag": Plant("28-002", annotated("Text", Contents=String("注"))),
    "a note without words": Plant("28-004", annotated("Text", "Annot")),
    "a field without a name": Plant("28-005", field("Form")),
    "a field without a tag": Plant("28-010", field(TU=String("姓名"))),
    "an unknown note": Plant("28-002 28-004 28-006", annotated("Unheard")),
    "a trap network": Plant("28-007", annotated("TrapNet", "Annot", Contents=String("网"))),
    "no order of links": Plant("28-008", unordered),
    "another order of links": Plant("28-009", in_rows),
    "a link without a tag": Plant("28-011", link_alone),
    "a link whose element speaks": Plant("28-012", wordless),
    "a link without words": Plant("28-004 28-012", silent),
    "a film of no type": Plant("28-014", clip(Alt=Array([String("zh"), String("影片")]))),
    "a film without words": Plant("28-015", clip(CT=String("video/mp4"))),
    "an attachment with one name": Plant(
        "28-016", annotated("FileAttachment", "Annot", Contents=String("附件"), FS=Dictionary(Type=Name.Filespec, F=String("a.txt"))),
        "it asks for both names only of a file that is carried along",
    ),
    "a printer's mark among the tags": Plant("28-017 28-018", annotated("PrinterMark", "Annot", Contents=String("标"))),
    "a page of another file": Plant("30-001", block(1, Ref=Dictionary(F=String("a.pdf"), Page=0))),
    "a block that changes its text": Plant("30-002", block(2, tagged=True)),
    "a glyph map that is none": Plant("31-004", in_descendant(lambda one: one.__setattr__("CIDToGIDMap", Name.Identity_H))),
    "no glyph map": Plant("31-005", in_descendant(lambda one: one.__delitem__("/CIDToGIDMap"))),
    "a font left out": Plant("31-009", in_descendant(lambda one: one.FontDescriptor.__delitem__("/FontFile2"))),
    "a glyph that is not there": Plant("31-011 31-016", shows(65000)),
    "widths of another font": Plant("31-016", in_descendant(lambda one: one.__setattr__("DW", 900))),
    "no meanings": Plant("10-001 31-027", in_font(lambda one: one.__delitem__("/ToUnicode"))),
    "the meaning zero": Plant("31-028", in_map(MEANING, rb"<\1> <0000>\n")),
    "the meaning of a mark": Plant("31-029", in_map(MEANING, rb"<\1> <FEFF>\n")),
    "an empty box": Plant("31-016 31-030", shows(0)),
    "a font that is not in the file": Plant("10-001 31-009", helvetica),
}  # fmt: skip

LEFT_TO_OTHERS = {
    "31-006": "planted below: with an unknown map nothing else of the text can be read",
}
"""Conditions that the table does not plant, and why."""


def broken(path: Path) -> set[str]:
    return {one.rule.removeprefix("access.") for one in audit(path).findings if one.verdict is Verdict.BROKEN}


def judged(path: Path) -> set[str]:
    return {repr(failure) for failure in page.validate_pdf(str(path), profile=JUDGE).failures}


def altered(desk: Desk, alter: Alter) -> Path:
    with pikepdf.open(desk.report, allow_overwriting_input=True) as pdf:
        alter(pdf)
        pdf.save(desk.report)
    return desk.report


def test_a_file_of_ours_breaks_no_rule(desk: Desk) -> None:
    found = {one.rule: one for one in audit(desk.report).findings}
    assert {one.verdict for one in found.values()} == {Verdict.KEPT, Verdict.IDLE}
    assert judged(desk.report) == set()


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.never], ids=lambda rule: rule.number)
def test_what_we_never_write_is_told_with_its_reason(desk: Desk, rule: Rule) -> None:
    finding = next(one for one in audit(desk.report).findings if one.rule == f"access.{rule.number}")
    assert finding.verdict is Verdict.IDLE or rule.number.startswith("02-")
    assert finding.found == said(rule.never) or finding.verdict is Verdict.KEPT


def test_the_protocol_is_listed_whole() -> None:
    """Version 1.1 has 87 conditions that a machine can test."""
    numbers = [rule.number for rule in RULES]
    assert (len(numbers), numbers) == (87, sorted(set(numbers)))


def test_a_condition_is_planted_or_cannot_be() -> None:
    planted = {number for one in PLANTS.values() for number in one.meets.split()}
    assert [rule.number for rule in RULES if not (rule.number in planted or rule.never or rule.number in LEFT_TO_OTHERS)] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_rule_and_finding_has_words(desk: Desk, language: str) -> None:
    words = catalog(language)
    assert all(words.word(said(one.rule)) and words.word(one.found) for one in audit(desk.report).findings)


@pytest.mark.parametrize("name", PLANTS)
def test_a_fault_is_found(desk: Desk, name: str) -> None:
    plant = PLANTS[name]
    before, said_before = broken(desk.report), judged(desk.report)
    path = altered(desk, plant.alter)
    assert broken(path) - before == set(plant.meets.split())
    assert bool(judged(path) - said_before) is not bool(plant.unseen), judged(path)


def test_the_pages_of_a_fault_are_told(desk: Desk) -> None:
    path = altered(desk, unordered)
    with pikepdf.open(path) as pdf:
        at = [number for number, one in enumerate(pdf.pages, 1) if one.obj.objgen == linked(pdf).obj.objgen]
    finding = next(one for one in audit(path).findings if one.rule == "access.28-008")
    assert (finding.verdict, list(finding.pages)) == (Verdict.BROKEN, at)


UNREAD = {
    "a list of glyphs": ("31-014 31-015", in_descendant(lambda one: one.FontDescriptor.__setitem__("/CIDSet", Name.None_))),
    "a font for writing": ("31-017 31-018 31-019 31-020 31-021 31-022 31-023", true_type(Encoding=Name.WinAnsiEncoding)),
    "a font for signs": ("31-024 31-025 31-026", true_type()),
    "another map": ("31-001 31-002 31-003 31-007 31-008", in_font(lambda one: one.__setattr__("Encoding", Name("/GBK-EUC-H")))),
}


@pytest.mark.parametrize("name", UNREAD)
def test_what_nobody_looked_into_is_told(desk: Desk, name: str) -> None:
    """What we never write and a file has all the same is not called right."""
    numbers, alter = UNREAD[name]
    told = {one.rule.removeprefix("access.") for one in audit(altered(desk, alter)).findings if one.verdict is Verdict.WARNED}
    assert told == set(numbers.split())


def test_an_unknown_map_is_told(desk: Desk) -> None:
    assert "31-006" in broken(altered(desk, in_font(lambda one: one.__setattr__("Encoding", Name("/Foo-H")))))


def test_a_formula_of_unknown_characters_is_told(desk: Desk) -> None:
    def formulas(pdf: Pdf) -> None:
        first(pdf, "H1").S = Name.Formula
        for one in {font.objgen: font for each in pdf.pages for font in each.Resources.Font.values()}.values():
            del one["/ToUnicode"]

    assert {"17-002", "17-003", "10-001", "31-027"} <= broken(altered(desk, formulas))


def test_a_field_without_a_language_is_told(desk: Desk) -> None:
    assert "11-005" in broken(altered(desk, both(field("Form", TU=String("姓名")), of_root(Lang=None))))


def test_a_protected_file_may_be_read_out(desk: Desk) -> None:
    closed = pikepdf.Permissions(accessibility=False, extract=False)
    with pikepdf.open(desk.report, allow_overwriting_input=True) as pdf:
        pdf.save(desk.report, encryption=pikepdf.Encryption(owner="a", user="", R=3, allow=closed, aes=False, metadata=False))
    assert broken(desk.report) == {"26-002"}
    assert judged(desk.report)


def test_a_protected_file_without_permissions_cannot_be_opened(desk: Desk) -> None:
    """26-001: no reader opens one, ours neither."""
    with pikepdf.open(desk.report, allow_overwriting_input=True) as pdf:
        pdf.save(desk.report, encryption=pikepdf.Encryption(owner="a", user="", R=4, aes=True))
    data = desk.report.read_bytes()
    desk.report.write_bytes(re.sub(rb"/P -?\d+", b"/Q -4", data))
    with pytest.raises(UnreadableError):
        audit(desk.report)
