"""Speaker notes: a master of their own, and a page of notes behind every slide (ECMA-376 Part 1, 19.3.1.26 and 19.3.1.27)."""

from dataclasses import replace

from generator.layout.deck.slide import Slide
from generator.units import Rect, Size, pt
from generator.writers.pptx.markup import NONE, Markup, declared, element, escaped, joined
from generator.writers.pptx.master import color_map
from generator.writers.pptx.scheme import THEME_TYPEFACES, Scheme, hundredths
from generator.writers.pptx.shapes import TREE_HEAD, Names, placed, preset
from generator.writers.pptx.text import LINE_RULES, Base, body_properties, line_spacing, paragraphs_markup, text_body

PAPER = Size(6_858_000, 9_144_000)
"""A page of notes: 7.5 by 10 inches, PowerPoint's own."""
_PICTURE_TOP, _PICTURE_HEIGHT = 685_800, 3_086_100
"""The slide in small stands in the upper third, in the middle."""
_WORDS = Rect(685_800, 4_000_500, 5_486_400, 4_457_700)
_PICTURE_NAME, _WORDS_NAME = "幻灯片图像", "备注"
_PROMPT = "讲稿"
_SIZE = pt(12)
_PITCH = pt(18)
_BODY = 1


def _picture(names: Names, frame: Markup) -> Markup:
    locks = element("a:spLocks", {"noGrp": 1, "noRot": 1, "noChangeAspect": 1})
    return element(
        "p:sp",
        {},
        element(
            "p:nvSpPr",
            {},
            names.tag(_PICTURE_NAME),
            element("p:cNvSpPr", {}, locks),
            element("p:nvPr", {}, element("p:ph", {"type": "sldImg"})),
        ),
        element("p:spPr", {}, frame),
    )


def _words(names: Names, frame: Markup, body: Markup) -> Markup:
    return element(
        "p:sp",
        {},
        element(
            "p:nvSpPr",
            {},
            names.tag(_WORDS_NAME),
            element("p:cNvSpPr", {}, element("a:spLocks", {"noGrp": 1})),
            element("p:nvPr", {}, element("p:ph", {"type": "body", "idx": _BODY})),
        ),
        element("p:spPr", {}, frame),
        body,
    )


def _style() -> Markup:
    ink = element("a:solidFill", {}, element("a:schemeClr", {"val": "tx1"}))
    letters = element("a:defRPr", {"lang": "zh-CN", "altLang": "en-US", "sz": hundredths(_SIZE)}, ink, THEME_TYPEFACES)
    return element("a:lvl1pPr", {"marL": 0, "indent": 0, "algn": "l", **LINE_RULES}, line_spacing(_PITCH), letters)


def notes_master(slide: Size) -> Markup:
    """Return the notes master of slides of a size."""
    width = round(_PICTURE_HEIGHT * slide.width / slide.height)
    picture = Rect((PAPER.width - width) // 2, _PICTURE_TOP, width, _PICTURE_HEIGHT)
    names = Names()
    language: dict[str, str | int] = {"lang": "zh-CN", "altLang": "en-US"}
    prompt = element("a:p", {}, element("a:r", {}, element("a:rPr", language), element("a:t", {}, escaped(_PROMPT))))
    body = element("p:txBody", {}, body_properties(), element("a:lstStyle"), prompt)
    white = element("a:solidFill", {}, element("a:schemeClr", {"val": "bg1"}))
    paper = element("p:bg", {}, element("p:bgPr", {}, white, element("a:effectLst")))
    frames = [joined([placed(rect), preset("rect")]) for rect in (picture, _WORDS)]
    shapes = (_picture(names, frames[0]), _words(names, frames[1], body))
    return element(
        "p:notesMaster",
        declared("a", "r", "p"),
        element("p:cSld", {}, paper, element("p:spTree", {}, TREE_HEAD, *shapes)),
        color_map(),
        element("p:notesStyle", {}, _style()),
    )


def notes_slide(slide: Slide, scheme: Scheme) -> Markup:
    """Return the notes of a slide."""
    names = Names()
    body = text_body(body_properties(), paragraphs_markup(slide.notes, scheme, Base(replace(scheme.usual, size=_SIZE), _PITCH)))
    shapes = (_picture(names, NONE), _words(names, NONE, body))
    return element(
        "p:notes",
        declared("a", "r", "p"),
        element("p:cSld", {}, element("p:spTree", {}, TREE_HEAD, *shapes)),
        element("p:clrMapOvr", {}, element("a:masterClrMapping")),
    )
