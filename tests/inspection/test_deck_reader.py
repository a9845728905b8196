"""The deck reader against the standard: inheritance of sizes, colours and faces, transforms of groups, insets, measures."""

from __future__ import annotations

import re
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest

from generator.inspection.deck.charts import Range, Series, _addresses, _label_format
from generator.inspection.deck.measure import height, lines, measured
from generator.inspection.deck.model import Area, Look, TextParagraph, TextRun
from generator.inspection.deck.places import Place
from generator.inspection.deck.text import MARGINS, insets, paragraphs
from generator.inspection.deck.theme import PICTURE, Theme, look
from generator.inspection.faces import Faces
from generator.inspection.package import NS
from generator.inspection.workbook.reader import rows, same_number

THEME = Theme(
    {"tx1": (1, 2, 3), "accent1": (200, 100, 0), "dk1": (0, 0, 0), "lt1": (255, 255, 255)}, {"+mn-ea": "文", "+mn-lt": "Wen"}
)
DECLARED = " ".join(f'xmlns:{prefix}="{NS[prefix]}"' for prefix in ("a", "p", "c"))


@pytest.fixture
def faces(clean) -> Faces:
    return Faces(clean.layouts.library.files())


def xml(text: str) -> ET.Element:
    """Parse an element, its prefixes declared."""
    name = re.match(r"<([\w:]+)", text)
    assert name
    return ET.fromstring(f"{name[0]} {DECLARED}{text[name.end() :]}")  # noqa: S314 - our own words


class TestColours:
    @pytest.mark.parametrize(
        ("fill", "colours"),
        [
            ('<a:solidFill><a:srgbClr val="0A0B0C"/></a:solidFill>', ((10, 11, 12),)),
            ('<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>', ((200, 100, 0),)),
            ('<a:solidFill><a:schemeClr val="accent1"><a:lumMod val="50000"/></a:schemeClr></a:solidFill>', ((100, 50, 0),)),
            ('<a:solidFill><a:sysClr val="window" lastClr="FFFFFF"/></a:solidFill>', ((255, 255, 255),)),
            ('<a:solidFill><a:prstClr val="white"/></a:solidFill>', ((255, 255, 255),)),
            (
                (
                    '<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="000000"/></a:gs>'
                    '<a:gs pos="1"><a:srgbClr val="FFFFFF"/></a:gs></a:gsLst></a:gradFill>'
                ),
                ((0, 0, 0), (255, 255, 255)),
            ),
            ("<a:blipFill/>", PICTURE),
            ("<a:noFill/>", ()),
            ("", ()),
        ],
    )
    def test_what_a_fill_may_show(self, fill: str, colours: tuple[tuple[int, int, int], ...]) -> None:
        assert THEME.fills(xml(f"<p:spPr>{fill}</p:spPr>")) == colours

    def test_a_style_fills_a_shape_that_says_nothing(self) -> None:
        style = xml('<p:style><a:fillRef idx="1"><a:schemeClr val="accent1"/></a:fillRef></p:style>')
        assert THEME.fills(xml("<p:spPr></p:spPr>"), style) == ((200, 100, 0),)
        assert THEME.fills(xml("<p:spPr><a:noFill/></p:spPr>"), style) == ()

    def test_a_colour_map_turns_light_and_dark_round(self) -> None:
        assert THEME.mapped(xml('<a:overrideClrMapping bg1="dk1" tx1="lt1"/>')).colours["tx1"] == (255, 255, 255)


class TestLooks:
    def of(self, run: str, *chain: str) -> Look:
        return look(xml(run), [xml(one) for one in chain], THEME)

    def test_the_nearest_word_counts(self) -> None:
        found = self.of('<a:rPr sz="2000"></a:rPr>', '<a:defRPr sz="900" b="1"></a:defRPr>', '<a:defRPr b="0"></a:defRPr>')
        assert (found.size, found.bold) == (20, True)

    def test_what_nobody_says(self) -> None:
        assert self.of("<a:rPr></a:rPr>") == Look(18, bold=False, colour=(1, 2, 3), latin="Wen", asian="文")

    @pytest.mark.parametrize(
        "fill",
        [
            "<a:noFill/>",
            "<a:gradFill/>",
            '<a:solidFill><a:srgbClr val="000000"><a:alpha val="0"/></a:srgbClr></a:solidFill>',
        ],
    )
    def test_a_run_without_a_solid_colour_has_none_to_be_judged(self, fill: str) -> None:
        assert (
            self.of(f"<a:rPr>{fill}</a:rPr>", '<a:defRPr><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:defRPr>').colour
            is None
        )

    def test_a_colour_is_inherited(self) -> None:
        parent = '<a:defRPr><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:defRPr>'
        assert self.of("<a:rPr></a:rPr>", parent).colour == (255, 0, 0)

    def test_a_level_takes_its_own_defaults(self) -> None:
        styles = xml(
            '<a:lstStyle><a:lvl1pPr><a:defRPr sz="1000"/></a:lvl1pPr><a:lvl2pPr><a:defRPr sz="800"/></a:lvl2pPr></a:lstStyle>'
        )
        body = xml(
            '<p:txBody><a:p><a:r><a:t>一</a:t></a:r></a:p><a:p><a:pPr lvl="1"/><a:r><a:t>二</a:t></a:r><a:br/></a:p></p:txBody>'
        )
        first, second = paragraphs(body, [styles, None], THEME)
        assert (first.runs[0].look.size, second.runs[0].look.size, second.text) == (10, 8, "二\n")


class TestPlaces:
    def test_a_group_moves_and_scales_what_is_in_it(self) -> None:
        group = xml(
            '<p:grpSp><p:grpSpPr><a:xfrm><a:off x="100" y="200"/><a:ext cx="50" cy="60"/>'
            '<a:chOff x="0" y="10"/><a:chExt cx="100" cy="120"/></a:xfrm></p:grpSpPr></p:grpSp>'
        )
        assert Place().into(group).area(20, 30, 40, 40) == Area(110, 210, 20, 20)
        assert Place().into(group).into(group).area(0, 10, 100, 120) == Area(150, 295, 25, 30)

    def test_insets_are_inherited_one_by_one(self) -> None:
        own, layout = xml('<a:bodyPr lIns="0"></a:bodyPr>'), xml('<a:bodyPr lIns="5" tIns="6"></a:bodyPr>')
        assert insets([own, layout]) == (0, 6, 91_440, 45_720)
        assert insets([xml('<a:tcPr marL="3"></a:tcPr>')], MARGINS) == (3, 45_720, 91_440, 45_720)

    def test_what_two_rectangles_share(self) -> None:
        assert Area(0, 0, 10, 10).overlap(Area(8, 12, 10, 10)) == (2, -2)


class TestMeasures:
    def paragraph(self, text: str) -> TextParagraph:
        return TextParagraph(
            (TextRun(text, Look(10, bold=False, colour=(0, 0, 0), latin="Noto Sans SC", asian="Noto Sans SC")),), 15, 0, 0, "l"
        )

    def test_han_breaks_anywhere_and_latin_between_words(self, faces: Faces) -> None:
        assert measured(self.paragraph("种树"), faces).width == pytest.approx(20)
        assert lines(measured(self.paragraph("种树种树种"), faces), 20, 0) == 3
        word = measured(self.paragraph("5425个"), faces)
        assert len(word.words) == 2
        assert word.words[0] == pytest.approx(4 * 5.55, abs=0.1)

    def test_a_break_begins_a_line(self, faces: Faces) -> None:
        assert lines(measured(self.paragraph("种\n树"), faces), 100, 0) == 2

    def test_heights_are_lines_times_pitch(self, faces: Faces) -> None:
        text = self.paragraph("种树种树")
        assert height((text, text), (measured(text, faces),) * 2, 20) == 60

    def test_what_a_face_lacks(self, faces: Faces) -> None:
        assert [one for one, _ in measured(self.paragraph("种𠮷"), faces).lacks] == ["𠮷"]


class TestCharts:
    @pytest.mark.parametrize(
        ("formula", "addresses"),
        [
            ("Sheet1!$B$2:$B$4", ["B2", "B3", "B4"]),
            ("'数据 表'!$A$1", ["A1"]),
            ("$AA$10:$AA$11", ["AA10", "AA11"]),
            ("", []),
        ],
    )
    def test_ranges(self, formula: str, addresses: list[str]) -> None:
        assert list(_addresses(formula)) == addresses

    def test_points_are_read_category_by_category(self) -> None:
        series = Series(
            Range(("个",), ("B1",)), Range(("甲", "乙"), ("A2", "A3")), Range(("3", "4.50"), ("B2", "B3")), ('0"个"', None)
        )
        assert list(series.shown) == ["个", "甲", "3个", "乙"]

    @pytest.mark.parametrize(
        ("label", "code"),
        [
            ('<c:dLbl><c:numFmt formatCode="0.0" sourceLinked="0"/><c:showVal val="1"/></c:dLbl>', "0.0"),
            ('<c:dLbl><c:numFmt formatCode="0.0" sourceLinked="1"/><c:showVal val="1"/></c:dLbl>', "源"),
            ('<c:dLbl><c:showVal val="1"/></c:dLbl>', "源"),
            ('<c:dLbl><c:numFmt formatCode="0" sourceLinked="0"/><c:showVal val="0"/></c:dLbl>', None),
            ('<c:dLbl><c:delete val="1"/></c:dLbl>', None),
        ],
    )
    def test_the_format_of_a_label(self, label: str, code: str | None) -> None:
        assert _label_format(xml(label), "源") == code


class TestWorkbooks:
    @pytest.mark.parametrize(
        ("text", "amount", "same"),
        [
            ("82.40000000000001", "82.4", True),
            ("82.4", "82.4", True),
            ("3.4E9", "3400000000", True),
            ("82.5", "82.4", False),
            ("", "0", False),
        ],
    )
    def test_a_cell_is_a_double_however_it_is_written(self, text: str, amount: str, *, same: bool) -> None:
        assert same_number(text, Decimal(amount)) is same

    def test_rows(self) -> None:
        assert rows({"A1": "头", "AB12": "尾", "x": "?"}) == {1: {"A": "头"}, 12: {"AB": "尾"}}
