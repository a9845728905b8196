"""Every lie that we could think of, planted in finished files, and each caught: with its code, its place, and its line in the content."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pikepdf
import pytest
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from generator.diagnostics import Diagnostic
from tests.inspection.conftest import CONTENT, Desk
from tests.inspection.planting import (
    add_part,
    deck_of,
    edit_embedded,
    edit_part,
    edit_runs,
    page_of,
    pdf_of,
    replace_in,
    shape_of,
)

LINES = CONTENT.read_text("utf-8").splitlines()
CHART, SHEET = "ppt/charts/chart1.xml", "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"
POINTS, CARDS, BARS, TABLE = "淘宝村由", "淘宝村从", "基地多于中心", "乡村的全部数字"


def standing(fault: Diagnostic) -> str:
    """A fault's place in an output as its file, number and shape."""
    return " ".join(str(value) for _, value in fault.place.values)


def caught(found: list[Diagnostic], code: str, place: str = "", words: str = "", line: str = "") -> bool:
    """Tell whether a fault was told with this code, at this place, in such words, and led back to a line of the content."""
    told = [one for one in found if one.code == code and standing(one).startswith(place) and words in str(one.says)]
    if line:
        told = [one for one in told if one.span and line in LINES[one.span.line - 1]]
    assert told, f"no `{code}` at `{place}` with `{words}` from a line with `{line}` among:\n" + "\n".join(map(str, found))
    return True


def test_a_clean_set_proves_without_a_fault(clean: Desk) -> None:
    proof, found = clean.prove()
    assert not found, "\n".join(map(str, found))
    assert (proof.pages, proof.slides) == (len(clean.layouts.book.pages), len(clean.layouts.deck.slides))
    assert (proof.figures, proof.rows, proof.charts) == (5, 6, 1)
    assert proof.report_uses > 40
    assert proof.deck_uses > 80


class TestReport:
    """report.pdf"""

    @pytest.fixture
    def body(self, clean: Desk) -> int:
        """The page with the theme's text, where every kind of number stands."""
        return clean.page_of("20个")

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            pytest.param("5425", "5245", id="digits changed"),
            pytest.param("亿元", "万元", id="scale changed"),
            pytest.param("近", "超", id="qualifier changed"),
            pytest.param("34", "134", id="digit put before"),
            pytest.param("2.2", "22", id="point lost"),
        ],
    )
    def test_a_number_that_reads_otherwise(self, desk: Desk, body: int, old: str, new: str) -> None:
        with page_of(desk.report, body) as page:
            page.swap(old, new)
        _, found = desk.prove("report")
        assert caught(found, "wrong-figure", f"report.pdf {body}", line="【")

    def test_a_qualifier_lost(self, desk: Desk, body: int) -> None:
        with page_of(desk.report, body) as page:
            code = next(codes["近"] for codes in page.fonts.values() if "近" in codes and codes["近"] in page.stream)
            page.stream = page.stream.replace(code, "", 1)
        _, found = desk.prove("report")
        assert caught(found, "wrong-figure", f"report.pdf {body}", "近34亿元", line="【抗疫投入】")

    def test_two_numbers_of_one_page_swapped(self, desk: Desk, body: int) -> None:
        with page_of(desk.report, body) as page:
            for old, new in (("1200", "0000"), ("820", "1200"), ("0000", "820")):
                page.swap(old, new)
        _, found = desk.prove("report")
        words = "figure=基地 due=1200个 reads=820个"
        assert caught(found, "wrong-figure", f"report.pdf {body}", words, line="【基地】")
        assert caught(found, "wrong-figure", f"report.pdf {body}", "figure=中心 due=820个", line="【中心】")

    def test_a_year_changed(self, desk: Desk) -> None:
        """A date explains itself, but not a date that the content does not have."""
        number = desk.page_of("截至2021年3月")
        with page_of(desk.report, number) as page:
            page.swap("2021", "2012")
        _, found = desk.prove("report")
        assert caught(found, "wrong-date", f"report.pdf {number}", "digits=2012")

    def test_a_number_typed_in(self, desk: Desk, body: int) -> None:
        with page_of(desk.report, body) as page:
            page.type("12", 60, 90)
        _, found = desk.prove("report")
        assert caught(found, "unexplained-numeral", f"report.pdf {body}", "numeral=12 ")
        assert next(one for one in found if one.code == "unexplained-numeral").span is not None

    def test_a_scale_typed_behind_a_number(self, desk: Desk, body: int) -> None:
        box = next(
            one.box
            for one in desk.layouts.placements
            if (one.output, one.place, one.text) == ("report", body, "1200个") and one.box
        )
        with page_of(desk.report, body) as page:
            x, y = box.right / 12_700 + 0.7, page.height - (box.y + box.height * 0.88) / 12_700
            page.type("亿", x, y)
        _, found = desk.prove("report")
        assert any(standing(one) == f"report.pdf {body}" for one in found), "a scale behind a number went unseen"

    @pytest.mark.parametrize(
        ("mark", "code"),
        [
            pytest.param(lambda page: page.type("林", 700, 400), "not-visible", id="off the page"),
            pytest.param(lambda page: page.type("林", 60, 90, "1 g"), "not-visible", id="white on white"),
            pytest.param(lambda page: page.type("林", 60, 90, "0.93 0.93 0.9 rg"), "not-visible", id="pale on white"),
            pytest.param(lambda page: page.type("林", 60, 90, "3 Tr"), "not-visible", id="invisible mode"),
            pytest.param(lambda page: page.type("林", 60, 90, "0 0 9 9 re W n"), "not-visible", id="clipped"),
            pytest.param(lambda page: page.type("林", 60, 90, size=2), "not-visible", id="too small"),
            pytest.param(lambda page: page.paint("0 g BT /F1 10 Tf 60 90 Td <0000> Tj ET"), "not-visible", id="tofu"),
            pytest.param(lambda page: page.paint("0 g BT /F1 10 Tf 60 90 Td <FFF0> Tj ET"), "no-text", id="no character"),
        ],
    )
    def test_what_nobody_can_see(self, desk: Desk, body: int, mark: Callable[..., None], code: str) -> None:
        with page_of(desk.report, body) as page:
            mark(page)
        _, found = desk.prove("report")
        assert caught(found, code, f"report.pdf {body}")

    def box_of(self, desk: Desk, page: int, text: str) -> tuple[float, float, float, float]:
        box = next(
            one.box for one in desk.layouts.placements if (one.output, one.place, one.text) == ("report", page, text) and one.box
        )
        top = float(desk.layouts.book.pages[page - 1].size.height)
        return (box.x / 12_700, (top - box.bottom) / 12_700, box.width / 12_700, box.height / 12_700)

    def test_a_box_painted_over_a_number(self, desk: Desk, body: int) -> None:
        left, low, width, height = self.box_of(desk, body, "5425个")
        with page_of(desk.report, body) as page:
            page.paint(f"1 g {left} {low} {width} {height} re f")
        _, found = desk.prove("report")
        assert caught(found, "not-visible", f"report.pdf {body}", "covered", line="淘宝村")

    def test_a_rule_through_a_number(self, desk: Desk, body: int) -> None:
        left, low, width, height = self.box_of(desk, body, "5425个")
        with page_of(desk.report, body) as page:
            page.paint(f"0.8 g {left} {low + height * 0.5} {width} 0.35 re f")
        _, found = desk.prove("report")
        assert caught(found, "not-visible", f"report.pdf {body}", "struck", line="淘宝村")

    @pytest.mark.parametrize("where", [0.02, 1.02], ids=["under it", "over it"])
    def test_a_rule_clear_of_a_number(self, desk: Desk, body: int, where: float) -> None:
        left, low, width, height = self.box_of(desk, body, "5425个")
        with page_of(desk.report, body) as page:
            page.paint(f"0.8 g {left} {low + height * where} {width} 0.35 re f")
        _, found = desk.prove("report")
        assert all("struck" not in str(one.says) for one in found)

    def test_half_a_digit_covered(self, desk: Desk, body: int) -> None:
        left, low, width, height = self.box_of(desk, body, "5425个")
        with page_of(desk.report, body) as page:
            page.paint(f"1 g {left} {low} {width} {height * 0.48} re f")
        _, found = desk.prove("report")
        assert caught(found, "not-visible", f"report.pdf {body}", "covered")

    def test_a_number_printed_over_another(self, desk: Desk, body: int) -> None:
        left, low, _, height = self.box_of(desk, body, "5425个")
        with page_of(desk.report, body) as page:
            page.type("林林", left + 2, low + 0.12 * height)
        _, found = desk.prove("report")
        assert caught(found, "not-visible", f"report.pdf {body}", "overprinted")

    def test_a_page_turned_transparent(self, desk: Desk, body: int) -> None:
        with page_of(desk.report, body) as page:
            page.page.resources["/ExtGState"] = pikepdf.Dictionary(G=pikepdf.Dictionary(ca=0.1))
            page.wrap("/G gs")
        _, found = desk.prove("report")
        assert caught(found, "not-visible", f"report.pdf {body}", "transparent")

    @staticmethod
    def change_marked(desk: Desk, pattern: bytes, new: bytes) -> None:
        """Change the first property of marked content that matches, on whichever page it stands."""
        with pdf_of(desk.report) as pdf:
            for page in pdf.pages:
                stream = bytes(page.Contents.read_bytes())
                changed = re.sub(pattern, new, stream, count=1)
                if changed != stream:
                    page.Contents.write(changed)
                    return
        pytest.fail(f"no page has {pattern!r}")

    def test_copied_text_that_differs_from_the_glyphs(self, desk: Desk) -> None:
        self.change_marked(desk, rb"(/ActualText\s*<FEFF)([0-9A-Fa-f]{4})", rb"\g<1>0039")
        _, found = desk.prove("report")
        assert caught(found, "copied-text", "report.pdf ")

    def test_an_alternative_text_that_says_another_number(self, desk: Desk) -> None:
        self.change_marked(desk, rb"(/Alt\s*<FEFF)", rb"\g<1>00390039")
        _, found = desk.prove("report")
        assert caught(found, "unexplained-numeral", "report.pdf ", "99")

    def test_a_font_that_is_not_embedded(self, desk: Desk) -> None:
        with pdf_of(desk.report) as pdf:
            del self.descriptor(pdf)["/FontFile2"]
        _, found = desk.prove("report")
        assert caught(found, "font-not-embedded", "report.pdf", "Noto")

    @staticmethod
    def descriptor(pdf: pikepdf.Pdf) -> pikepdf.Object:
        return pdf.pages[4].resources["/Font"]["/F1"]["/DescendantFonts"][0]["/FontDescriptor"]

    def test_glyphs_that_look_like_another_number(self, desk: Desk) -> None:
        """The text is right for every program that reads it, and wrong for everyone who sees it."""
        with page_of(desk.report, 5) as page:
            for font in page.page.resources["/Font"].values():
                to_unicode = font["/ToUnicode"]
                text = bytes(to_unicode.read_bytes()).upper()
                swapped = re.sub(rb"<0033>\s*$|<0033>(?=\n)", b"<0038>", text, flags=re.MULTILINE)
                to_unicode.write(
                    swapped.replace(b"BEGIN", b"begin")
                    .replace(b"END", b"end")
                    .replace(b"BFCHAR", b"bfchar")
                    .replace(b"BFRANGE", b"bfrange")
                )
        _, found = desk.prove("report")
        assert caught(found, "glyph-lies", "report.pdf", "text=8 ")

    def test_a_picture_and_a_stamp(self, desk: Desk, body: int) -> None:
        with page_of(desk.report, body) as page:
            page.paint("9 0 0 9 60 90 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x7f EI")
            stamp = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FreeText, Rect=[0, 0, 9, 9], Contents="98个")
            page.page["/Annots"] = pikepdf.Array([stamp])
        _, found = desk.prove("report")
        assert caught(found, "unread-content", f"report.pdf {body}", "picture")
        assert caught(found, "unread-content", f"report.pdf {body}", "FreeText")

    def test_a_stale_number_in_properties_and_outline(self, desk: Desk) -> None:
        with pdf_of(desk.report) as pdf:
            pdf.docinfo["/Subject"] = "投入31亿元"
            pdf.Root.Outlines.First.Title = pikepdf.String("累计98个")
        _, found = desk.prove("report")
        assert caught(found, "unexplained-numeral", "report.pdf", "saying.property name=Subject numeral=31 ")
        assert caught(found, "unexplained-numeral", "report.pdf", "saying.outline numeral=98 ")

    def test_a_page_taken_out(self, desk: Desk, body: int) -> None:
        with pdf_of(desk.report) as pdf:
            del pdf.pages[body - 1]
        _, found = desk.prove("report")
        assert caught(found, "missing-place", f"report.pdf {body}")
        assert caught(found, "missing-figure", f"report.pdf {body}", "1200个")
        assert not [one for one in found if one.code == "wrong-figure"], "only the missing page is told, not all that follow"

    def test_a_file_cut_in_half(self, desk: Desk) -> None:
        data = desk.report.read_bytes()
        desk.report.write_bytes(data[: len(data) // 2])
        _, found = desk.prove("report")
        assert any(standing(one).startswith("report.pdf") for one in found)

    def test_a_file_that_is_none(self, desk: Desk) -> None:
        desk.report.write_bytes(b"no report at all")
        _, found = desk.prove("report")
        assert caught(found, "unreadable", "report.pdf")


class TestDeck:
    """deck.pptx"""

    def edit(self, desk: Desk, title: str, shape: str, old: str, new: str) -> str:
        number = desk.slide_of(title)
        with deck_of(desk.deck) as deck:
            edit_runs(shape_of(deck.slides[number - 1], shape).text_frame.paragraphs, old, new)
        return f"deck.pptx {number}"

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            pytest.param("34", "35", id="digit changed"),
            pytest.param("亿元", "万元", id="scale changed"),
            pytest.param("近34", "34", id="qualifier lost"),
            pytest.param("34", "134", id="digit put before"),
        ],
    )
    def test_a_number_that_reads_otherwise(self, desk: Desk, old: str, new: str) -> None:
        place = self.edit(desk, POINTS, "要点", old, new)
        _, found = desk.prove("deck")
        assert caught(found, "wrong-figure", place, "近34亿元")
        assert all(one.span for one in found)

    def test_two_numbers_of_one_shape_swapped(self, desk: Desk) -> None:
        number = desk.slide_of(POINTS)
        with deck_of(desk.deck) as deck:
            paragraphs = shape_of(deck.slides[number - 1], "标题").text_frame.paragraphs
            for old, new in (("20个", "零"), ("5425个", "20个"), ("零", "5425个")):
                edit_runs(paragraphs, old, new)
        _, found = desk.prove("deck")
        assert caught(found, "wrong-figure", f"deck.pptx {number}", "misplaced", line="淘宝村")

    @pytest.mark.parametrize("title", [POINTS, CARDS, BARS])
    def test_a_number_typed_on_a_slide(self, desk: Desk, title: str) -> None:
        place = self.edit(desk, title, "页脚", "林间学社", "林间学社98个")
        _, found = desk.prove("deck")
        assert caught(found, "unexplained-numeral", place, "numeral=98 ")
        assert found[0].span is not None

    def test_a_year_of_a_table(self, desk: Desk) -> None:
        number = desk.slide_of(TABLE)
        with deck_of(desk.deck) as deck:
            rows = shape_of(deck.slides[number - 1], "表格").table.rows
            edit_runs([line for row in rows for cell in row.cells for line in cell.text_frame.paragraphs], "2020年", "2019年")
        _, found = desk.prove("deck")
        assert caught(found, "wrong-date", f"deck.pptx {number}", "digits=2019")

    def test_a_year_typed_into_the_notes(self, desk: Desk) -> None:
        with deck_of(desk.deck) as deck:
            notes = deck.slides[4].notes_slide.notes_text_frame
            notes.paragraphs[0].runs[0].text += "，2010年"
        _, found = desk.prove("deck")
        assert caught(found, "wrong-date", "deck.pptx 5", "digits=2010")

    def test_a_cell_of_a_table(self, desk: Desk) -> None:
        number = desk.slide_of(TABLE)
        with deck_of(desk.deck) as deck:
            rows = shape_of(deck.slides[number - 1], "表格").table.rows
            edit_runs([line for row in rows for line in row.cells[1].text_frame.paragraphs], "5425", "5424")
        _, found = desk.prove("deck")
        assert caught(found, "wrong-figure", f"deck.pptx {number}", "due=5425个 reads=5424个")

    def test_notes(self, desk: Desk) -> None:
        number = desk.slide_of(CARDS)
        with deck_of(desk.deck) as deck:
            edit_runs(deck.slides[number - 1].notes_slide.notes_text_frame.paragraphs, "34", "31")
        _, found = desk.prove("deck")
        assert caught(found, "wrong-figure", f"deck.pptx {number}", "近34亿元")
        assert [one.place.key for one in found] == ["place.notes"]

    def test_a_text_alternative(self, desk: Desk) -> None:
        number = desk.slide_of(BARS)
        with deck_of(desk.deck) as deck:
            frame = shape_of(deck.slides[number - 1], "图表")._element
            mark = frame.find(".//" + qn("p:cNvPr"))
            mark.set("descr", mark.get("descr").replace("1200", "1100"))
        _, found = desk.prove("deck")
        assert caught(found, "unexplained-numeral", f"deck.pptx {number}", "saying.alternative")

    def test_a_stale_number_in_properties(self, desk: Desk) -> None:
        with deck_of(desk.deck) as deck:
            deck.core_properties.subject = "投入31亿元"
        _, found = desk.prove("deck")
        assert caught(found, "unexplained-numeral", "deck.pptx", "saying.property name=subject numeral=31 ")

    def test_a_shape_off_the_slide(self, desk: Desk) -> None:
        number = desk.slide_of(POINTS)
        with deck_of(desk.deck) as deck:
            shape_of(deck.slides[number - 1], "要点").left = Emu(12_000_000)
        _, found = desk.prove("deck")
        assert caught(found, "not-visible", f"deck.pptx {number}", "not-visible.off")

    @pytest.mark.parametrize("colour", ["srgb", "scheme", "none", "transparent"])
    def test_text_that_nobody_can_tell_from_the_ground(self, desk: Desk, colour: str) -> None:
        number = desk.slide_of(POINTS)
        with deck_of(desk.deck) as deck:
            run = shape_of(deck.slides[number - 1], "要点").text_frame.paragraphs[0].runs[0]
            if colour == "srgb":
                run.font.color.rgb = RGBColor(0xFD, 0xFD, 0xFD)
            elif colour == "scheme":
                run.font.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
            elif colour == "none":
                run.font.fill.background()
            else:
                run.font.color.rgb = RGBColor(0, 0, 0)
                solid = run.font._element.find(qn("a:solidFill"))
                solid[0].append(solid[0].makeelement(qn("a:alpha"), {"val": "0"}))
        _, found = desk.prove("deck")
        assert caught(found, "not-visible", f"deck.pptx {number}")

    def test_a_theme_turned_white(self, desk: Desk) -> None:
        edit_part(
            desk.deck,
            "ppt/theme/theme1.xml",
            lambda data: re.sub(rb"(<a:dk1>.*?)(val|lastClr)=\"[0-9A-F]{6}\"", rb'\1\2="FFFFFF"', data),
        )
        _, found = desk.prove("deck")
        assert caught(found, "not-visible", "deck.pptx ", "contrast")

    @pytest.mark.parametrize("fill", ["solid", "style", "gradient"])
    def test_a_shape_over_a_number(self, desk: Desk, fill: str) -> None:
        number = desk.slide_of(CARDS)
        with deck_of(desk.deck) as deck:
            slide = deck.slides[number - 1]
            below = shape_of(slide, "关键数字")
            over = slide.shapes.add_shape(1, below.left, below.top, below.width, below.height)
            if fill == "solid":
                over.fill.solid()
                over.fill.fore_color.rgb = RGBColor(0xFF, 0xFF, 0xFF)
            elif fill == "gradient":
                over.fill.gradient()
        _, found = desk.prove("deck")
        assert caught(found, "not-visible", f"deck.pptx {number}", "covered")

    def test_a_picture(self, desk: Desk, tmp_path: Path) -> None:
        from PIL import Image  # noqa: PLC0415 - only here

        Image.new("L", (4, 4)).save(tmp_path / "98.png")
        number = desk.slide_of(CARDS)
        with deck_of(desk.deck) as deck:
            deck.slides[number - 1].shapes.add_picture(str(tmp_path / "98.png"), 0, 0)
        _, found = desk.prove("deck")
        assert caught(found, "unread-content", f"deck.pptx {number}", "picture")

    def test_text_where_nobody_looks(self, desk: Desk) -> None:
        number = desk.slide_of(CARDS)
        frame = (
            '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="p14">'
            "<p:sp><p:txBody><a:bodyPr/><a:p><a:r><a:t>98个</a:t></a:r></a:p></p:txBody></p:sp></mc:Choice></mc:AlternateContent>"
        )
        replace_in(desk.deck, f"ppt/slides/slide{number}.xml", "</p:spTree>", frame + "</p:spTree>")
        _, found = desk.prove("deck")
        assert caught(found, "unread-content", f"deck.pptx {number}")

    def test_comments_and_other_parts(self, desk: Desk) -> None:
        add_part(desk.deck, "ppt/comments/comment1.xml", b"<p/>")
        _, found = desk.prove("deck")
        assert caught(found, "unread-content", "deck.pptx", "ppt/comments/comment1.xml")

    def test_a_character_that_its_face_lacks(self, desk: Desk) -> None:
        place = self.edit(desk, POINTS, "要点", "投入", "投入𠮷")
        _, found = desk.prove("deck")
        assert caught(found, "no-glyph", place, "𠮷")

    def test_a_face_that_nobody_knows(self, desk: Desk) -> None:
        number = desk.slide_of(POINTS)
        face = '<a:ea typeface="宋体"/>'.encode()
        own = re.compile(rb"(<a:rPr [^>]*[^/]>)(.*?)(?:<a:ea [^>]*>)?(?=<a:cs|</a:rPr>)")
        edit_part(desk.deck, f"ppt/slides/slide{number}.xml", lambda data: own.sub(rb"\1\2" + face, data, count=3))
        _, found = desk.prove("deck")
        assert caught(found, "no-glyph", f"deck.pptx {number}", "宋体")

    def test_an_embedded_font_that_lacks_what_is_shown(self, desk: Desk) -> None:
        number = desk.slide_of(POINTS)
        replace_in(desk.deck, f"ppt/slides/slide{number}.xml", "投入", "投赞")
        _, found = desk.prove("deck")
        assert caught(found, "no-glyph", "deck.pptx", "characters=赞")

    @pytest.mark.parametrize("data", [b"", b"no font at all", bytes(4000)])
    def test_an_embedded_font_that_is_none(self, desk: Desk, data: bytes) -> None:
        edit_part(desk.deck, "ppt/fonts/font1.fntdata", lambda _font: data)
        _, found = desk.prove("deck")
        assert found

    def test_an_embedded_font_in_the_place_of_another(self, desk: Desk) -> None:
        with zipfile.ZipFile(desk.deck) as package:
            other = package.read("ppt/fonts/font2.fntdata")
        edit_part(desk.deck, "ppt/fonts/font1.fntdata", lambda _font: other)
        _, found = desk.prove("deck")
        assert found

    def test_text_that_outgrows_its_box(self, desk: Desk) -> None:
        place = self.edit(desk, POINTS, "页脚", "林间学社", "林间学社" * 30)
        _, found = desk.prove("deck")
        assert caught(found, "text-overflows", place, "林间学社")

    def test_text_set_too_small(self, desk: Desk) -> None:
        number = desk.slide_of(POINTS)
        with deck_of(desk.deck) as deck:
            shape_of(deck.slides[number - 1], "要点").text_frame.paragraphs[0].runs[0].font.size = Pt(2)
        _, found = desk.prove("deck")
        assert caught(found, "not-visible", f"deck.pptx {number}", "size=2")

    def test_a_hidden_shape(self, desk: Desk) -> None:
        number = desk.slide_of(POINTS)
        replace_in(desk.deck, f"ppt/slides/slide{number}.xml", 'name="要点"', 'name="要点" hidden="1"')
        _, found = desk.prove("deck")
        assert caught(found, "not-visible", f"deck.pptx {number}", "hidden")

    def test_a_hidden_slide_and_an_animation(self, desk: Desk) -> None:
        number = desk.slide_of(POINTS)
        part = f"ppt/slides/slide{number}.xml"
        edit_part(
            desk.deck,
            part,
            lambda data: data.replace(b"<p:sld ", b'<p:sld show="0" ').replace(b"</p:sld>", b"<p:timing/></p:sld>"),
        )
        _, found = desk.prove("deck")
        assert caught(found, "not-visible", f"deck.pptx {number}", "hidden-slide")
        assert caught(found, "unread-content", f"deck.pptx {number}", "animation")

    def test_a_slide_taken_out(self, desk: Desk) -> None:
        number = desk.slide_of(POINTS)
        with deck_of(desk.deck) as deck:
            listed = deck.slides._sldIdLst
            listed.remove(listed[number - 1])
        _, found = desk.prove("deck")
        assert caught(found, "missing-place", f"deck.pptx {number}")
        assert caught(found, "missing-figure", f"deck.pptx {number}", "2.2亿棵")
        assert not [one for one in found if one.code == "wrong-figure"], "only the missing slide is told, not all that follow"

    def test_a_damaged_package(self, desk: Desk) -> None:
        data = bytearray(desk.deck.read_bytes())
        middle = zipfile.ZipFile(desk.deck).getinfo("ppt/slides/slide5.xml").header_offset + 200
        data[middle : middle + 400] = bytes(400)
        desk.deck.write_bytes(data)
        _, found = desk.prove("deck")
        assert caught(found, "unreadable", "deck.pptx", "slide5.xml")

    @pytest.mark.parametrize("share", [0.3, 0.9])
    def test_a_package_cut_short(self, desk: Desk, share: float) -> None:
        data = desk.deck.read_bytes()
        desk.deck.write_bytes(data[: int(len(data) * share)])
        _, found = desk.prove("deck")
        assert caught(found, "unreadable", "deck.pptx")

    @pytest.mark.parametrize(
        ("old", "new"), [("<p:sldIdLst>", "<p:sldIdLst><p:sldId/>"), ('cx="', 'cx="x'), ("<p:sldSz", "<p:sldSx")]
    )
    def test_a_package_with_broken_marks(self, desk: Desk, old: str, new: str) -> None:
        replace_in(desk.deck, "ppt/presentation.xml", old, new)
        _, found = desk.prove("deck")
        assert any(standing(one).startswith("deck.pptx") for one in found)


class TestChart:
    """The native chart of the deck, and its workbook."""

    def place(self, desk: Desk) -> str:
        return f"deck.pptx {desk.slide_of(BARS)}"

    def test_a_cell_of_the_workbook_alone(self, desk: Desk) -> None:
        edit_embedded(desk.deck, SHEET, "B2", 1250)
        proof, found = desk.prove("deck")
        assert caught(found, "chart-mismatch", self.place(desk), "cell=B2 holds=1250", line="kind: bar")
        assert proof.charts == 0

    def test_a_category_of_the_workbook_alone(self, desk: Desk) -> None:
        edit_embedded(desk.deck, SHEET, "A3", "县域中心")
        _, found = desk.prove("deck")
        assert caught(found, "chart-mismatch", self.place(desk), "A3")

    def test_a_number_beside_the_table(self, desk: Desk) -> None:
        edit_embedded(desk.deck, SHEET, "D9", 98)
        _, found = desk.prove("deck")
        assert caught(found, "chart-mismatch", self.place(desk), "D9")

    def test_the_cache_alone(self, desk: Desk) -> None:
        replace_in(desk.deck, CHART, "<c:v>1200</c:v>", "<c:v>1250</c:v>")
        _, found = desk.prove("deck")
        assert caught(found, "chart-mismatch", self.place(desk), "1250")
        assert caught(found, "wrong-figure", self.place(desk), "due=1200个 reads=1250个")

    def test_cache_and_workbook_together(self, desk: Desk) -> None:
        replace_in(desk.deck, CHART, "<c:v>1200</c:v>", "<c:v>1250</c:v>")
        edit_embedded(desk.deck, SHEET, "B2", 1250)
        _, found = desk.prove("deck")
        assert caught(found, "wrong-figure", self.place(desk), "reads=1250个")

    def test_a_cache_that_refers_elsewhere(self, desk: Desk) -> None:
        replace_in(desk.deck, CHART, "$B$2:$B$3", "$C$2:$C$3")
        _, found = desk.prove("deck")
        assert caught(found, "chart-mismatch", self.place(desk), "C2")

    @pytest.mark.parametrize(
        "code", ['formatCode="0&quot;万个&quot;"', 'formatCode="0.0&quot;个&quot;"', 'formatCode="1&quot;个&quot;"']
    )
    def test_the_format_of_the_labels(self, desk: Desk, code: str) -> None:
        edit_part(desk.deck, CHART, lambda data: re.sub(rb'formatCode="General&quot;[^"]*"', code.encode(), data))
        _, found = desk.prove("deck")
        assert caught(found, "wrong-figure", self.place(desk), "1200个")

    def test_labels_that_are_not_shown(self, desk: Desk) -> None:
        replace_in(desk.deck, CHART, '<c:showVal val="1"/>', '<c:showVal val="0"/>')
        _, found = desk.prove("deck")
        assert caught(found, "missing-figure", self.place(desk), "1200个")

    def test_an_axis_that_does_not_start_at_nought(self, desk: Desk) -> None:
        edit_part(desk.deck, CHART, lambda data: re.sub(rb'<c:min val="[^"]*"', b'<c:min val="800"', data))
        _, found = desk.prove("deck")
        assert caught(found, "chart-scale", self.place(desk))

    def test_an_axis_that_ends_before_the_bar(self, desk: Desk) -> None:
        edit_part(desk.deck, CHART, lambda data: data.replace(b"<c:min ", b'<c:max val="900"/><c:min '))
        _, found = desk.prove("deck")
        assert caught(found, "chart-scale", self.place(desk))


class TestLedger:
    """figures.xlsx"""

    def edit(self, desk: Desk, sheet: int, text: str, header: str, value: object) -> None:
        """Change the cell under a header in the row that holds a text."""
        book = openpyxl.load_workbook(desk.figures)
        rows = book.worksheets[sheet].iter_rows()
        cells = {tuple(cell.value for cell in row): row for row in rows}
        head = next(row for values, row in cells.items() if header in values)
        column = next(index for index, cell in enumerate(head) if cell.value == header)
        row = next(row for values, row in cells.items() if text in values)
        row[column].value = value
        book.save(desk.figures)

    @pytest.mark.parametrize(
        ("header", "value"),
        [
            ("印作", "近35亿元"), ("数额", 3_500_000_000), ("数额", None), ("报告页", "98"), ("幻灯片", "2"), ("单位", "万元"),
            ("时期", "2020年"), ("来源", "简讯，第9段"), ("含义", "别的投入"),
        ],
    )  # fmt: skip
    def test_a_cell_of_a_figure(self, desk: Desk, header: str, value: object) -> None:
        self.edit(desk, 0, "近34亿元", header, value)
        proof, found = desk.prove("figures")
        assert caught(found, "wrong-figure", "figures.xlsx")
        assert any(one.span is not None for one in found)
        assert proof.rows == 5

    @pytest.mark.parametrize(("header", "value"), [("印出文字", "近35亿元"), ("页码", "98"), ("成品", "别处"), ("数据", "树木")])
    def test_a_placement(self, desk: Desk, header: str, value: object) -> None:
        self.edit(desk, 1, "近34亿元", header, value)
        _, found = desk.prove("figures")
        assert caught(found, "wrong-figure", "figures.xlsx", "wrong-figure.use-")

    def test_a_row_more(self, desk: Desk) -> None:
        book = openpyxl.load_workbook(desk.figures)
        book.worksheets[0].append(["淘宝店", "乡村", "店", "时点数", "2020年", "98个", 98])
        book.save(desk.figures)
        _, found = desk.prove("figures")
        assert caught(found, "unexplained-numeral", "figures.xlsx", "淘宝店")

    def test_a_row_less_and_a_row_twice(self, desk: Desk) -> None:
        self.edit(desk, 0, "近34亿元", "数据", "树木")
        _, found = desk.prove("figures")
        assert caught(found, "wrong-figure", "figures.xlsx", "figure=抗疫投入 period=截至2021年3月 count=0", line="抗疫投入")

    def test_a_number_in_a_free_cell(self, desk: Desk) -> None:
        book = openpyxl.load_workbook(desk.figures)
        book.worksheets[3]["H20"] = "另有98个"
        book.save(desk.figures)
        _, found = desk.prove("figures")
        assert caught(found, "unexplained-numeral", "figures.xlsx", "cell=H20")

    def test_a_comment_and_a_number_format_that_says_another_number(self, desk: Desk) -> None:
        add_part(desk.figures, "xl/comments1.xml", b"<comments/>")
        replace_in(desk.figures, "xl/styles.xml", 'formatCode="#,##0"', 'formatCode="&quot;98&quot;"')
        _, found = desk.prove("figures")
        assert caught(found, "unread-content", "figures.xlsx", "xl/comments1.xml")
        assert caught(found, "unexplained-numeral", "figures.xlsx", "numeral=98 what=saying.number-format")

    def test_a_hidden_row(self, desk: Desk) -> None:
        book = openpyxl.load_workbook(desk.figures)
        book.worksheets[0].row_dimensions[6].hidden = True
        book.save(desk.figures)
        _, found = desk.prove("figures")
        assert caught(found, "not-visible", "figures.xlsx", "number=6")

    def test_a_file_cut_short(self, desk: Desk) -> None:
        desk.figures.write_bytes(desk.figures.read_bytes()[:2000])
        _, found = desk.prove("figures")
        assert caught(found, "unreadable", "figures.xlsx")


@pytest.mark.parametrize("name", ["report", "deck", "figures"])
class TestEveryFile:
    def test_a_file_that_is_missing(self, desk: Desk, name: str) -> None:
        getattr(desk, name).unlink()
        _, found = desk.prove()
        assert caught(found, "missing-output", getattr(desk, name).name)

    def test_an_empty_file(self, desk: Desk, name: str) -> None:
        getattr(desk, name).write_bytes(b"")
        _, found = desk.prove()
        assert caught(found, "unreadable", getattr(desk, name).name)

    def test_a_file_of_another_content(self, desk: Desk, name: str) -> None:
        path = getattr(desk, name)
        digest = desk.layouts.ledger.digest
        if name == "report":
            with pdf_of(path) as pdf:
                pdf.docinfo["/ContentDigest"] = "0" * len(digest)
        else:
            replace_in(path, "docProps/custom.xml", digest, "0" * len(digest))
        _, found = desk.prove()
        assert [one.code for one in found] == ["stale-output"]
        assert caught(found, "stale-output", path.name)
