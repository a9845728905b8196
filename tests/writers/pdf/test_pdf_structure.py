"""Outline, links, labels and properties lead and tell as the book says; the file is sound and the same each time."""

import subprocess
from dataclasses import replace

import pytest
from pdf_sample import LIBRARY, Written, book, imprint, needed, run

from generator.design.palette import THEMES
from generator.drawing import Box, Group, Link
from generator.layout.book.page import Destination, OutlineEntry
from generator.units import Point, Rect, mm
from generator.writers.pdf.document import write
from generator.writers.pdf.structure import UnknownDestinationError

AREA = Rect(mm(20), mm(40), mm(60), mm(6))
PLACES = (Destination("start", 1, 0), Destination("rural", 2, mm(50)), Destination("green", 3, 0))
CHAPTERS = (
    OutlineEntry("抗疫与复工复产", 1, "start"),
    OutlineEntry("乡村振兴", 1, "rural"),
    OutlineEntry("淘宝村（5425个）", 2, "rural"),
    OutlineEntry("绿色低碳", 1, "green"),
)


@pytest.fixture
def led(tmp_path):
    pages = [
        [run("目录"), Link(AREA, destination="green", alt="绿色低碳，第3页")],
        [Group((Link(Rect(0, 0, mm(10), mm(5)), uri="https://example.org/报告?a=(1)"),), at=Point(mm(30), mm(60)))],
        [run("绿色低碳")],
    ]
    return Written(tmp_path, book(*pages, destinations=PLACES, outline=CHAPTERS))


def test_the_outline_stands_open_and_leads_to_its_pages(led):
    entries = [
        (entry.level, entry.get_title(), entry.get_dest().get_index(), entry.get_count()) for entry in led.pdfium.get_toc()
    ]
    assert entries == [
        (0, "抗疫与复工复产", 0, 0),
        (0, "乡村振兴", 1, 1),
        (1, "淘宝村（5425个）", 1, 0),
        (0, "绿色低碳", 2, 0),
    ]
    assert led.objects.Root.Outlines.Count == 4


def test_an_outline_entry_may_skip_a_level(tmp_path):
    entries = (OutlineEntry("甲", 1, "start"), OutlineEntry("乙", 3, "start"), OutlineEntry("丙", 2, "start"))
    page = Written(tmp_path, book([run("一")], destinations=PLACES[:1], outline=entries))
    assert [(entry.level, entry.get_title()) for entry in page.pdfium.get_toc()] == [(0, "甲"), (1, "乙"), (1, "丙")]


def test_names_lead_to_page_and_height(led):
    root = led.objects.Root
    names = list(root.Names.Dests.Names)
    assert [str(name) for name in names[::2]] == ["green", "rural", "start"]
    page, view, left, top, zoom = names[3]
    assert page.objgen == led.objects.pages[1].objgen
    assert (view, left, zoom) == ("/XYZ", None, None)
    assert float(top) == pytest.approx((297 - 50) / 25.4 * 72, abs=0.01)


def test_a_link_leads_to_a_named_place_and_has_no_border(led):
    (link,) = led.objects.pages[0].Annots
    assert str(link.Dest) == "green"
    assert str(link.Contents) == "绿色低碳，第3页"
    assert [int(edge) for edge in link.Border] == [0, 0, 0]
    rect = [float(edge) for edge in link.Rect]
    assert rect == pytest.approx([56.693, 711.496, 226.772, 728.504], abs=0.01)


def test_a_link_in_a_group_leads_to_an_address(led):
    (link,) = led.objects.pages[1].Annots
    assert str(link.A.URI) == "https://example.org/%E6%8A%A5%E5%91%8A?a=(1)"
    assert float(link.Rect[0]) == pytest.approx(30 / 25.4 * 72, abs=0.01)


@pytest.mark.parametrize("broken", ["link", "outline"])
def test_a_place_that_no_page_has_is_refused(tmp_path, broken):
    link = [Link(AREA, destination="nowhere")] if broken == "link" else []
    outline = [OutlineEntry("无", 1, "nowhere")] if broken == "outline" else []
    with pytest.raises(UnknownDestinationError, match="`nowhere`"):
        write(book(link, outline=outline), LIBRARY, tmp_path / "report.pdf")


def test_pages_are_labelled_with_their_folios_and_the_covers_by_name(tmp_path):
    folios = {1: "", 2: "i", 3: "1", 4: "", 5: "3", 6: ""}
    document = Written(tmp_path, book(*[[]] * 6, folios=folios)).pdfium
    assert [document.get_page_label(index) for index in range(6)] == ["封面", "i", "1", "2", "3", "封底"]


def test_the_file_says_what_it_is(led):
    objects = led.objects
    info, root = objects.docinfo, objects.Root
    assert str(info.Title) == "十五年，从一棵树到一片林"
    assert str(info.Author) == "阿里巴巴集团"
    assert str(info.Subject) == "《2020—2021阿里巴巴集团社会责任报告》摘要"
    assert str(info.Keywords) == "阿里巴巴集团；2020—2021；抗疫与复工复产；乡村振兴；绿色低碳"
    assert str(info.CreationDate) == str(info.ModDate) == "D:20210805000000+08'00'"
    assert str(info.ContentDigest) == "0123456789abcdef" * 4
    assert str(root.Lang) == "zh-CN"
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert objects.pdf_version == "1.7"


def test_a_report_without_a_date_is_not_dated_by_the_clock(tmp_path):
    undated = replace(book([run("一")]), imprint=imprint(date=""))
    assert "/CreationDate" not in Written(tmp_path, undated).objects.docinfo


def test_two_writes_are_one_file(led, tmp_path):
    first = led.bytes
    write(book([run("别的")]), LIBRARY, tmp_path / "other.pdf")
    led.path.unlink()
    again = Written(tmp_path, book(*_pages(), destinations=PLACES, outline=CHAPTERS))
    assert Written(tmp_path, book(*_pages(), destinations=PLACES, outline=CHAPTERS)).bytes == again.bytes != first


def _pages():
    return [[run("目录一"), Box(AREA, fill=THEMES["赭"].main)], [run("乡村", face="serif-bold")], [run("绿色", face="sans-bold")]]


def test_the_identifier_follows_from_the_pages(tmp_path):
    identifiers = {bytes(Written(tmp_path, book([run(text)])).objects.trailer.ID[0]) for text in ("一", "一", "二")}
    assert len(identifiers) == 2


def test_a_book_without_text_is_a_file_all_the_same(tmp_path):
    assert len(Written(tmp_path, book([])).pdfium) == 1


def test_the_file_is_sound(led):
    checked = subprocess.run([needed("qpdf"), "--check", str(led.path)], check=False, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "No syntax or stream encoding errors" in checked.stdout
