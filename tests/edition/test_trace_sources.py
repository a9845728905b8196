"""Sources as paragraphs: the same letter in every format has the same paragraphs; what is no source is told, never a traceback."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate
from reportlab.platypus import Paragraph as Block

from generator.content.figures.units import STANDARD
from generator.diagnostics import Diagnostic
from generator.edition.trace import plain, web
from generator.edition.trace.cleaning import cleaned
from generator.edition.trace.mentions import LONGEST_PIECE, Reader
from generator.edition.trace.model import Document
from generator.edition.trace.reading import read
from tests.conftest import ROOT

LETTER = Path(__file__).parent / "letter.txt"
PARAGRAPHS = [cleaned(line) for line in LETTER.read_text("utf-8").splitlines() if line]
LONG = [one * 4 for one in PARAGRAPHS]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word(body: str, head: str = "") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(
            "word/document.xml", f'<?xml version="1.0"?>{head}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        )
    return made.getvalue()


def run(text: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>"


def as_word() -> bytes:
    title = "<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr>" + run("通讯") + "</w:p>"
    deleted = "<w:del><w:r><w:delText>99亿元</w:delText></w:r></w:del>"
    return word(title + "".join(f"<w:p>{run(one[:7])}{deleted}<w:ins>{run(one[7:])}</w:ins></w:p><w:p/>" for one in PARAGRAPHS))


def as_page(charset: str = "utf-8") -> bytes:
    body = "".join(f"<p>\n {one[:5]}<b>{one[5:9]}</b>{one[9:]}&nbsp;\n</p>" for one in PARAGRAPHS)
    head = f"<head><meta charset={charset}><title>5家</title><style>p{{width:7px}}</style></head>"
    return f"<!doctype html><html>{head}<body><h1>通讯</h1>{body}<script>var a = 66;</script></body></html>".encode(charset)


def as_pdf(blocks: list[str], columns: tuple[int, ...] = (72,), width: int = 450) -> bytes:
    pdfmetrics.registerFont(TTFont("Noto", ROOT / "fonts" / "NotoSansSC_400Regular.ttf"))
    style = ParagraphStyle("text", fontName="Noto", fontSize=11, leading=18, wordWrap="CJK", firstLineIndent=22)
    made = io.BytesIO()
    template = BaseDocTemplate(made, pagesize=(595, 842))
    template.addPageTemplates(PageTemplate(frames=[Frame(left, 72, width, 698) for left in columns]))
    template.build([Block(one, style) for one in blocks])
    return made.getvalue()


MADE = {
    "letter.txt": LETTER.read_bytes(),
    "bom.txt": LETTER.read_text("utf-8").encode("utf-8-sig"),
    "wide.txt": LETTER.read_text("utf-8").replace("\n", "\r\n").encode("utf-16"),
    "gbk.txt": LETTER.read_text("utf-8").encode("gbk"),
    "letter.md": ("# 通讯\n\n" + "\n\n".join(f"**{one[:4]}**{one[4:9]}\n{one[9:]}" for one in PARAGRAPHS)).encode(),
    "letter.html": as_page(),
    "gbk.htm": as_page("gbk"),
    "letter.docx": as_word(),
    "letter.pdf": as_pdf(PARAGRAPHS),
}


def opened(name: str, data: bytes, folder: Path) -> Document | Diagnostic:
    (folder / name).write_bytes(data)
    return read("通讯", folder / name)


@pytest.mark.parametrize("name", MADE)
def test_the_same_letter_has_the_same_paragraphs(name, tmp_path) -> None:
    document = opened(name, MADE[name], tmp_path)
    assert isinstance(document, Document)
    told = [(one.number, one.text) for one in document.paragraphs if not one.heading]
    assert told == list(enumerate(PARAGRAPHS, 1))


@pytest.mark.parametrize("name", ["letter.md", "letter.html", "letter.docx"])
def test_a_heading_is_read_and_not_counted(name, tmp_path) -> None:
    document = opened(name, MADE[name], tmp_path)
    assert isinstance(document, Document)
    assert [(one.number, one.text) for one in document.paragraphs if one.heading] == [(0, "通讯")]


def test_paragraphs_of_a_pdf_go_on_over_lines_and_pages(tmp_path) -> None:
    blocks = LONG * 9
    document = opened("long.pdf", as_pdf(blocks), tmp_path)
    assert isinstance(document, Document)
    assert [one.text for one in document.paragraphs] == blocks
    assert {one.page for one in document.paragraphs} > {1, 2}


def test_columns_of_a_pdf_are_read_one_after_the_other(tmp_path) -> None:
    blocks = LONG * 5
    document = opened("columns.pdf", as_pdf(blocks, (60, 310), 230), tmp_path)
    assert isinstance(document, Document)
    assert [one.text for one in document.paragraphs] == blocks


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [
        ("letter.xls", b"", "bad-trace.kind"),
        ("empty.txt", b" \n\n", "bad-trace.empty"),
        ("blank.pdf", as_pdf(["3"]), "bad-trace.empty"),
        ("letter.docx", b"PK", "bad-trace.unreadable"),
        ("letter.docx", word("<w:p>&bomb;</w:p>", "<!DOCTYPE w:document [<!ENTITY bomb 'ha'>]>"), "bad-trace.unreadable"),
        ("letter.docx", word("<w:p>"), "bad-trace.unreadable"),
        ("letter.pdf", b"%PDF-1.7", "bad-trace.unreadable"),
    ],
)
def test_what_is_no_source_is_told(name, data, key, tmp_path) -> None:
    told = opened(name, data, tmp_path)
    assert isinstance(told, Diagnostic)
    assert told.says.key == key


def test_a_file_that_is_not_there_is_told(tmp_path) -> None:
    told = read("通讯", tmp_path / "none.txt")
    assert isinstance(told, Diagnostic)
    assert told.says.key == "bad-trace.unreadable"


def test_a_part_that_unpacks_to_a_bomb_is_refused(tmp_path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 64_000_001)
    told = opened("bomb.docx", made.getvalue(), tmp_path)
    assert isinstance(told, Diagnostic)
    assert "damage.too-large" in str(told.says)


@given(st.binary(max_size=200))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_bytes_of_any_kind_are_read_or_told(data) -> None:
    for blocks in (plain.lines(data), plain.markdown(data), web.page(data)):
        assert all(isinstance(one.text, str) for one in blocks)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("投入 34 亿元", "投入34亿元"),
        ("３４亿元，１７．６％", "34亿元，17.6%"),
        ("GRI 403 号", "GRI 403号"),
        ("A  B\n C", "A B C"),
        ("34\u00ad亿", "34亿"),
        ("近\u200b34\u00a0亿元", "近34亿元"),
        ("１２，３４５．６万", "12,345.6万"),
        ("1\u202f845\u00a0000元", "1,845,000元"),
        ("5,860 km", "5,860km"),
        ("12 APP", "12 APP"),
        ("近34亿元[2]，增长[^1]", "近34亿元，增长"),
        ("15— 20分钟", "15—20分钟"),
    ],
)
def test_what_typesetting_put_between_words_is_left_out(text, expected) -> None:
    assert cleaned(text) == expected


ROWS = [
    ["指标", "2020年", "2021年（万元）"],
    ["捐款", "1,600", "1,845"],
    ["供水量（万立方米）", "11,000.2", "12,345.6"],
    ["漏损率/%", "9.01", "8.45"],
]


def table_in_word(rows: list[list[str]]) -> bytes:
    cells = ("".join(f"<w:tc><w:p>{run(cell[:3])}{run(cell[3:])}</w:p></w:tc>" for cell in row) for row in rows)
    note = f'<w:footnotes xmlns:w="{W}"><w:footnote><w:p>{run("不含补贴5.5亿元")}</w:p></w:footnote></w:footnotes>'
    made = io.BytesIO(word(f"<w:tbl>{''.join(f'<w:tr>{one}</w:tr>' for one in cells)}</w:tbl>"))
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr("word/footnotes.xml", note)
    return made.getvalue()


def table_in_pdf(rows: list[list[str]]) -> bytes:
    pdfmetrics.registerFont(TTFont("Noto", ROOT / "fonts" / "NotoSansSC_400Regular.ttf"))
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(595, 842))
    canvas.setFont("Noto", 11)
    for at, row in enumerate(rows):
        for x, cell in zip((60, 260, 400), row, strict=True):
            canvas.drawString(x, 740 - 22 * at, cell)
    canvas.save()
    return made.getvalue()


TABLES = {
    "table.md": "\n".join(f"| {' | '.join(row)} |" for row in (ROWS[0], ["--", "--:", ":-:"], *ROWS[1:])).encode(),
    "table.html": f"<table>{''.join('<tr><td>' + '<td>'.join(row) for row in ROWS)}</table>".encode(),
    "table.docx": table_in_word(ROWS),
    "table.pdf": table_in_pdf(ROWS),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_number_in_a_table_has_the_unit_of_its_row_or_its_column(name, tmp_path) -> None:
    document = opened(name, TABLES[name], tmp_path)
    assert isinstance(document, Document)
    reader = Reader((), STANDARD)
    found = [one for paragraph in document.paragraphs for one in reader.mentions(paragraph.text, paragraph.heads)]
    told = {one.text: (one.amount, one.unit.word) for one in found}
    assert told["1,845"] == (Decimal(18_450_000), "元")
    assert told["12,345.6"] == (Decimal(123_456_000), "立方米")
    assert told["8.45"] == (Decimal("8.45"), "%")


def test_a_line_over_a_table_says_the_unit_of_what_has_none_of_its_own(tmp_path) -> None:
    rows = [["指标", "2020年", "2021年"], *ROWS[1:]]
    page = "<p>主要指标（单位：亿元）</p><table>" + "".join(
        f"<tr><th>{row[0]}<td colspan=1>{'<td>'.join(row[1:])}" for row in rows
    )
    document = opened("table.html", f"{page}</table><p>另有7家。</p><table><tr><td>户数<td>88</table>".encode(), tmp_path)
    assert isinstance(document, Document)
    heads = {one.text: one.heads for one in document.paragraphs}
    assert heads["1,845"] == ("捐款", "2021年", "主要指标（单位：亿元）")
    assert heads["88"] == ("户数",)


def test_what_a_revision_took_out_or_moved_away_is_not_read_and_notes_are(tmp_path) -> None:
    gone = f"<w:moveFrom>{run('9100名')}</w:moveFrom><w:del>{run('27座')}</w:del><w:moveTo>{run('3200名')}</w:moveTo>"
    document = opened("moved.docx", word(f"<w:p>{gone}</w:p>"), tmp_path)
    assert isinstance(document, Document)
    assert [one.text for one in document.paragraphs] == ["3200名"]
    noted = opened("noted.docx", table_in_word(ROWS), tmp_path)
    assert isinstance(noted, Document)
    assert noted.paragraphs[-1].text == "不含补贴5.5亿元"
    page = opened("page.html", "<p>有<del>99家</del><s>98家</s>97家</p>".encode(), tmp_path)
    assert isinstance(page, Document)
    assert page.paragraphs[0].text == "有97家"


@pytest.mark.parametrize("joint", ["，", "。", "与", " "])
def test_a_text_of_any_length_is_read_piece_by_piece_to_its_end(joint) -> None:
    reader, sentence = Reader((), STANDARD), f"近34亿元{joint}"
    found = reader.mentions(sentence * 3000)
    whole = [one for one in found if one.text == "近34亿元"]
    assert len(whole) >= 3000 - 3000 * len(sentence) // LONGEST_PIECE - 1
    assert all((sentence * 3000).startswith(one.text, one.start) for one in found)
