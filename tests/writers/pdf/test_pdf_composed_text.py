"""Paragraphs as the composer sets them, justified and in columns, are copied line for line as written."""

import re

import pytest
from pdf_sample import BODY, LIBRARY, run

from generator.design.palette import INK
from generator.typeset.model import Setting, Span, Style
from generator.typeset.paragraph import compose
from generator.units import Point, mm, pt

STYLE = Style("sans-regular", BODY, INK)
BOLD = Style("sans-bold", BODY, INK)
LEADING = pt(17)

MIXED = (
    Span("截至2021年3月，支援抗疫的实际投入", STYLE),
    Span("近34亿元", BOLD, use="抗疫投入"),
    Span("，向全国和另外", STYLE),
    Span("150个国家", STYLE, use="受援国家"),
    Span("送出物资；“人人3小时”——公益……减排CO", STYLE),
    Span("2", STYLE, shift="sub"),
    Span(
        "约3.45万吨，《2020—2021报告》（摘要）把internationalization与sustainability写进了比尔·盖茨说的Power to the people。",
        STYLE,
    ),
)


def composed(measure, spans=MIXED, origin="p"):
    return compose(spans, Setting(measure, LEADING, indent=2 * BODY), LIBRARY, origin=origin)


def in_whole_words(lines):
    """The lines as they are copied: a word of which a part stands in the next line is whole where it begins."""
    told = "\n".join(lines)
    for word in ("internationalization", "sustainability"):
        told = re.sub("\n?".join(word), lambda match: match[0].replace("\n", "") + "\n" * ("\n" in match[0]), told)
    return told.split("\n")


@pytest.mark.parametrize("measure", [mm(30), mm(45), mm(70), mm(120)])
def test_a_justified_paragraph_is_copied_line_for_line(written, measure):
    paragraph = composed(measure)
    wanted = in_whole_words([line.text.rstrip() for line in paragraph.lines])
    page = written(*paragraph.placed(Point(mm(20), mm(30))))
    assert [line.rstrip() for line in page.copied_from_pdfium().split("\n")] == wanted
    assert [line.rstrip() for line in page.copied_from_poppler().split("\n")] == wanted


def test_lines_of_two_columns_are_not_run_together(written):
    left, right = composed(mm(70), origin="left"), composed(mm(70), origin="right")
    page = written(*left.placed(Point(mm(20), mm(30))), *right.placed(Point(mm(96), mm(30))))
    laid_out = page.poppler("pdftotext", "-layout")
    for one, other in zip(left.lines, right.lines, strict=True):
        assert f"{one.text.rstrip()} " in laid_out
        assert one.text + other.text not in laid_out
        assert other.text.rstrip() in laid_out


def test_no_character_beyond_the_basic_plane_is_lost(written):
    text = "𬜬先生与2位𬜬女士在2020年走访了5425个村，𬜬𬜬村是其中之一，𬜬"
    page = written(*composed(mm(60), (Span(text, STYLE),)).placed(Point(mm(20), mm(30))))
    assert ["".join(copied.split()) for copied in (page.copied_from_pdfium(), page.copied_from_poppler())] == [text, text]


def test_a_number_in_a_sentence_costs_no_text_object_of_its_own(written):
    sentence = compose(
        (Span("全国有", STYLE), Span("5425个", STYLE, use="x"), Span("村", STYLE)), Setting(mm(80), LEADING), LIBRARY
    )
    assert len(sentence.lines[0].runs) > 1
    assert written(*sentence.placed(Point(mm(20), mm(30))), run("", y=mm(50))).content().count("TJ") == 1
