"""The report of content.yaml as a printer, a reader and a proof-reader find it: opened by poppler, pdfium, qpdf and Ghostscript.

The rules of lines are numbered as the house numbers them: GB/T 15834-2011 5.1 for marks, CLREQ for numbers and justification.
"""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest

from tests.end_to_end import author, printed

BODY = (10.0, 17.0)
BACK_MATTER = (7.5, 11.0)
FLUSH = 0.3
"""In points, how far from the measure a justified line may end."""
TWO_COLUMNS = (48.2, 294.8, 65.2, 311.8)
"""Where the back matter's two columns begin on left and on right pages, in points: inner margin 23 mm, outer 17 mm."""
NEVER_FIRST = frozenset("。．，、；：？！～·’”）］｝》〉】〗〕」』％%‰℃/-–—")
NEVER_LAST = frozenset("‘“（［｛《〈【〖〔「『￥＄¥№/")
UNITS = (
    "千瓦时|平方公里|公里|公斤|人次|个百分点|财年|元|个|件|棵|张|所|家|位|名|人|批|度|年|月|日|段|页|倍|吨|分钟|小时|国家|%|％|℃"
)
NUMBER = re.compile(
    rf"(?:接近|超过|大约|不足|至少|近|超|约|逾|第)?\d+(?:[.,]\d+)*(?:多|余)?(?:万亿|万|亿)?(?:{UNITS})?|数(?:万|亿)"
)
"""A number with what belongs to it: qualifier, digits, 多 or 余, scale, unit (GB/T 15835; CLREQ, digits and their suffix)."""
ENTRY = re.compile(r"见于：|取用：|理由：")
"""What begins a paragraph of the back matter, which has no indents."""


def run(tool: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [tool, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=120)


@pytest.fixture(scope="module")
def report(sample_folder):
    return sample_folder / "report.pdf"


@pytest.fixture(scope="module")
def pages(report):
    """The text of each page as pdfium copies it."""
    document = pypdfium2.PdfDocument(report)
    yield [page.get_textpage().get_text_bounded() for page in document]
    document.close()


@pytest.fixture(scope="module")
def lines(report):
    found = printed.lines(report)
    assert len(found) > 500
    return found


@pytest.fixture(scope="module")
def pdf(report):
    with pikepdf.open(report) as opened:
        yield opened


# ── what it says ──


def test_it_closes_on_a_multiple_of_four_pages(pages) -> None:
    assert len(pages) % 4 == 0
    assert len(pages) in {16, 20}


def test_every_figure_is_copied_out_of_pdfium_as_its_author_wrote_it(pages) -> None:
    assert len(author.values()) > 50
    assert [str(value) for value in author.values() if not any(author.says(page, value.text) for page in pages)] == []


@pytest.fixture(scope="module")
def poppler_pages(report, tool):
    result = run(tool("pdftotext"), "-enc", "UTF-8", report, "-")
    assert (result.returncode, result.stderr) == (0, "")
    return result.stdout.split("\f")


def test_every_figure_is_found_by_poppler_as_its_author_wrote_it(poppler_pages) -> None:
    assert [str(value) for value in author.values() if not any(author.says(page, value.text) for page in poppler_pages)] == []


def test_no_reader_finds_a_space_inside_a_figure_in_a_sentence(pages, poppler_pages) -> None:
    for text in ("投入近34亿元，为全国", "覆盖了28个省市；", "为超过1万名残障人士提供", "累计少用5.3亿个包裹用材"):
        assert any(text in re.sub(r"[\r\n]+", "", page) for page in pages), text
        assert any(text in page.replace("\n", "") for page in poppler_pages), text


def test_copied_text_holds_no_character_that_only_looks_right(pages, poppler_pages) -> None:
    suspicious = re.compile("[\u2e80-\u2fdf\ue000-\uf8ff\ufffd\u200b-\u200f\u00ad]")  # radicals, private use, unknown, invisible
    assert suspicious.findall("".join([*pages, *poppler_pages])) == []


def test_the_key_figures_table_has_a_row_with_label_value_and_period_of_each_figure(lines) -> None:
    start, end = (_page_of_heading(words, lines) for words in ("关键数据", "定义与口径"))
    rows = Counter((line.page, round(line.baseline, 1)) for line in lines if start <= line.page <= end)
    told = [[line.text for line in lines if (line.page, round(line.baseline, 1)) == row and line.size == 7.5] for row in rows]
    for value in author.values():
        mine = [row for row in told if author.squeezed(value.text) in row and author.squeezed(value.label).startswith(row[0])]
        assert any(row[0] in value.label and _begins_with(row[2], value.period) for row in mine), f"{value}: {mine}"


def _page_of_heading(words: str, lines) -> int:
    return next(line.page for line in lines if line.text == words and line.size > 12.5)


def _begins_with(cell: str, period: str) -> bool:
    return cell.startswith(period) or period.startswith(cell)


# ── its lines ──


def test_the_lines_found_by_the_ruler_hold_all_the_text_that_is_copied(lines, pages) -> None:
    for number, page in enumerate(pages, 1):
        painted = Counter("".join(line.text for line in lines if line.page == number))
        assert painted == Counter(author.squeezed(page)), f"page {number}"


def test_no_line_starts_with_a_mark_that_may_not(lines) -> None:  # T01, T02, T03, T07, T08, T09
    assert [str(line) for line in lines if line.text[0] in NEVER_FIRST and len(line.text) > 1] == []


def test_no_line_ends_with_a_mark_that_may_not(lines) -> None:  # T04, T09
    assert [str(line) for line in lines if line.text[-1] in NEVER_LAST] == []


def test_a_dash_of_two_ems_and_an_ellipsis_are_not_parted(lines) -> None:  # T05, T06
    parted = [f"{above} ⏎ {below}" for above, below in printed.joints(lines) if above.text[-1] == below.text[0] in "—…"]
    assert parted == []


def test_no_number_is_parted_from_its_digits_unit_or_qualifier(lines) -> None:  # T10, T11, T12
    pairs = printed.joints(lines)
    assert len(pairs) > 150
    parted = []
    for above, below in pairs:
        joined, end = above.text + below.text, len(above.text)
        if any(number.start() < end < number.end() for number in NUMBER.finditer(joined)):
            parted.append(f"{above} ⏎ {below.text}")
    assert parted == []


def test_no_latin_word_is_broken(lines) -> None:  # T13
    parted = [f"{above} ⏎ {below}" for above, below in printed.joints(lines) if _is_latin(above.text[-1] + below.text[0])]
    assert parted == []


def _is_latin(text: str) -> bool:
    return re.fullmatch("[A-Za-z]+", text) is not None


def test_body_text_is_justified(lines) -> None:  # T18
    checked = 0
    for column in printed.columns(lines, *BODY):
        edge = min(line.left for line in column)
        inner = [line for line, below in pairwise(column) if below.left - edge < BODY[0]]
        checked += len(inner)
        assert _ragged(inner, edge, lines) == []
    assert checked > 25


def test_the_back_matter_is_justified(lines) -> None:  # T18
    checked, start = 0, _page_of_heading("定义与口径", lines)
    for column in printed.columns([line for line in lines if line.page >= start], *BACK_MATTER):
        edge = column[0].left
        if not any(abs(edge - start) < 1 for start in TWO_COLUMNS):
            continue
        inner = [line for line, below in pairwise(column) if not ENTRY.match(below.text)]
        checked += len(inner)
        assert _ragged(inner, edge, lines) == []
    assert checked > 5


def _ragged(inner, edge: float, lines) -> list[str]:
    """The lines that end elsewhere than the longest line of their size at their edge on left or on right pages."""
    if not inner:
        return []
    size, side = inner[0].size, inner[0].page % 2
    alike = [line for line in lines if (line.size, line.page % 2) == (size, side) and line.is_regular and _stands_at(edge, line)]
    measure = max(line.right for line in alike)
    return [f"{line} ends at {line.right:.2f}, not {measure:.2f}" for line in inner if abs(line.right - measure) > FLUSH]


def _stands_at(edge: float, line: printed.Line) -> bool:
    return min(abs(line.left - edge), abs(line.left - edge - 2 * line.size)) < 0.5


def test_a_paragraph_begins_with_an_indent_of_two_ems(lines) -> None:  # T27
    long = [column for column in printed.columns(lines, *BODY) if len(column) > 1]
    assert len(long) >= 10
    for column in long:
        edge = min(line.left for line in column)
        assert abs(column[0].left - edge - 2 * BODY[0]) < 0.3, str(column[0])


def test_nothing_is_set_under_7_points(lines) -> None:
    assert [str(line) for line in lines if min(glyph.size for glyph in line.glyphs) < 7] == []


def test_nothing_is_painted_outside_the_trim_nor_near_its_edge(lines) -> None:
    safe = 5 / 25.4 * 72
    assert [str(line) for line in lines if line.glyphs[0].x < safe or line.glyphs[-1].right > 595.28 - safe] == []


# ── finding one's way ──


def test_a_folio_is_the_number_of_its_page(lines) -> None:
    folios = {line.page: line.text for line in lines if line.baseline < 40 and line.text.isdigit()}
    assert len(folios) >= 8
    assert all(int(text) == page for page, text in folios.items())


def test_the_contents_give_the_folios_of_the_pages_they_lead_to(pdf, lines) -> None:
    entries = _contents(lines)
    links = [note for note in pdf.pages[1].get("/Annots", []) if note.Subtype == "/Link"]
    assert len(links) == len(entries) >= 10
    for link in links:
        _x0, y0, _x1, y1 = (float(value) for value in link.Rect)
        name, folio = next((name, folio) for name, folio, y in entries if y0 < y < y1)
        page = _page_of(pdf, link.Dest)
        assert page == folio, name
        headings = [line.text for line in lines if line.page == page and line.size >= 15]
        assert name in headings, f"{name} is not a heading of page {page}: {headings}"


def _contents(lines) -> list[tuple[str, int, float]]:
    """Name, folio and baseline of each entry on the second page."""
    numbers = [line for line in lines if line.page == 2 and line.text.isdigit() and line.left > 500 and line.baseline > 40]
    return [(_name_beside(line, lines), int(line.text), line.baseline) for line in numbers]


def _name_beside(number: printed.Line, lines) -> str:
    beside = [line for line in lines if line.page == 2 and abs(line.baseline - number.baseline) < 0.3 and line.left < number.left]
    return max(beside, key=lambda line: line.left).text


def _page_of(pdf, destination) -> int:
    """The number of the page that a name leads to."""
    if isinstance(destination, pikepdf.String):
        destination = pikepdf.NameTree(pdf.Root.Names.Dests)[str(destination)]
    if isinstance(destination, pikepdf.Dictionary):
        destination = destination.D
    return pikepdf.Page(destination[0]).index + 1


def test_the_outline_names_every_chapter_and_leads_to_its_heading(report, lines) -> None:
    content = author.document()
    document = pypdfium2.PdfDocument(report)
    outline = [(mark.get_title(), mark.get_dest().get_index() + 1) for mark in document.get_toc()]
    document.close()
    titles = [title for title, _page in outline]
    chapters = [content[key]["name"] for key in ("about", "overview", "history", "outlook")]
    themes = [theme["name"] for theme in content["themes"]]
    assert [title for title in titles if title in themes] == themes
    assert {*chapters, "目录", "关键数据", "定义与口径", "差异与取舍", "来源"} <= set(titles)
    assert [page for _title, page in outline] == sorted(page for _title, page in outline)
    for title, page in outline[1:]:
        assert any(line.page == page and title in line.text and line.size >= 12 for line in lines), f"{title}, page {page}"


def test_a_theme_opens_on_a_left_page(lines) -> None:
    for theme in author.document()["themes"]:
        opener = next(line for line in lines if line.text == theme["name"] and line.size > 15)
        assert opener.page % 2 == 0, theme["name"]


def test_the_document_tells_its_title_and_language(pdf) -> None:
    report = author.document()["report"]
    assert str(pdf.docinfo.Title) == report["title"]
    assert str(pdf.docinfo.Author) == report["organization"]
    assert str(pdf.Root.Lang) == "zh-CN"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle


# ── its make ──


def test_its_three_faces_are_one_embedded_subset_each_with_unicode(report, tool) -> None:
    result = run(tool("pdffonts"), report)
    rows = [line.split() for line in result.stdout.splitlines()[2:]]
    faces = sorted(row[0].partition("+")[2] for row in rows)
    assert faces == ["NotoSansSC-Bold", "NotoSansSC-Regular", "NotoSerifSC-Bold"]
    for name, *kind, encoding, embedded, subset, unicode, _object, _generation in rows:
        assert re.fullmatch("[A-Z]{6}", name.partition("+")[0])
        assert (kind, encoding, embedded, subset, unicode) == (["CID", "TrueType"], "Identity-H", "yes", "yes", "yes")
    assert "Helvetica" not in result.stdout
    assert b"Helvetica" not in report.read_bytes()


def test_it_holds_no_raster_image(report, pdf, tool) -> None:
    assert len(run(tool("pdfimages"), "-list", report).stdout.splitlines()) == 2
    streams = [one for one in pdf.objects if isinstance(one, pikepdf.Stream)]
    assert [one for one in streams if one.get("/Subtype") == "/Image"] == []


def test_qpdf_finds_nothing_wrong(report, tool) -> None:
    result = run(tool("qpdf"), "--check", report)
    assert (result.returncode, result.stderr) == (0, "")
    assert "No syntax or stream encoding errors found" in result.stdout


def test_ghostscript_renders_every_page_without_a_warning(report, pages, tool) -> None:
    result = run(tool("gs"), "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=bit", "-r36", "-sOutputFile=/dev/null", report)
    told = result.stdout + result.stderr  # without -q: it silences warnings as well
    assert result.returncode == 0
    assert f"Page {len(pages)}" in told
    assert re.findall(".*(?:warning|error).*", told, re.IGNORECASE) == []


def test_it_is_a4(pdf) -> None:
    for page in pdf.pages:
        box = [float(value) for value in page.get("/TrimBox", page.MediaBox)]
        assert [box[2] - box[0], box[3] - box[1]] == pytest.approx([210 / 25.4 * 72, 297 / 25.4 * 72], abs=0.03)


def test_it_is_small_enough_for_a_mail(report) -> None:
    assert report.stat().st_size < 2_000_000
