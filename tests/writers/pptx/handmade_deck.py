"""A small deck made by hand: each kind of item once, on slides of two layouts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from xml.etree import ElementTree as ET

from generator.charts.inks import chart_inks
from generator.charts.kinds.table import KINDS
from generator.charts.plan import Plan, PlanPoint, PlanRow
from generator.design.palette import GREY, GROUND, INK, PAPER, RULE, THEMES
from generator.document.model import Chart, Imprint, Number, Phrase, Run, Talk
from generator.drawing import Box, Close, CurveTo, Disc, Drawing, Group, LineTo, MoveTo, Path, TextRun
from generator.ink import Colour
from generator.layout.deck.slide import (
    Anchor,
    Cell,
    ChartBox,
    Deck,
    DeckSection,
    DrawingBox,
    LayoutSpec,
    Master,
    PlaceholderSpec,
    Shape,
    Slide,
    SlideParagraph,
    TableBox,
    TextBox,
)
from generator.typeset.model import Align, Span, Style
from generator.units import Insets, Point, Rect, Size, pt

SIZE = Size(12_192_000, 6_858_000)
RED, OCHRE, GREEN, BLUE, PURPLE = (inks.main for inks in list(THEMES.values())[:5])
INKS = chart_inks(THEMES["朱砂"])
TITLE_RECT = Rect(pt(60), pt(40), pt(820), pt(90))
NUMBER_RECT = Rect(pt(840), pt(500), pt(60), pt(20))
SOURCE_RECT = Rect(pt(60), pt(490), pt(600), pt(20))

TITLE = Style("serif-bold", pt(30), INK)
BODY = Style("sans-regular", pt(18), INK)
STRONG = Style("sans-bold", pt(18), RED)
SMALL = Style("sans-regular", pt(12), GREY)


def parsed(blob):
    """Return the tree of a part; what we have just written ourselves is trusted."""
    return ET.fromstring(blob)  # noqa: S314


def line(text, style=BODY, **rest):
    return SlideParagraph((Span(text, style),), round(style.size * 1.5), **rest)


def title(text):
    return TextBox("标题", TITLE_RECT, (line(text, TITLE),), "title", Anchor.BOTTOM)


def folio(number):
    return TextBox("页码", NUMBER_RECT, (line(str(number), SMALL, align=Align.RIGHT),), "number")


def source(text):
    return TextBox("来源", SOURCE_RECT, (line(text, SMALL),), "source")


def phrase(text):
    return Phrase((Run(text),), "here")


def imprint():
    return Imprint(
        phrase("十五年，从一棵树到一片林"), phrase("摘要"), (Run("阿里巴巴集团"),), (Run("2020—2021"),), "2021-08-05",
        Colour((255, 106, 0), (0, 70, 100, 0)), (), "ab" * 32,
    )  # fmt: skip


def master():
    places = (
        PlaceholderSpec("title", "title", TITLE_RECT, TITLE, pt(42), Anchor.BOTTOM, "一句话说完这一页"),
        PlaceholderSpec("source", "body", SOURCE_RECT, SMALL, pt(18), prompt="来源"),
        PlaceholderSpec("number", "sldNum", NUMBER_RECT, SMALL, pt(18)),
    )
    edge = Shape("色边", Rect(0, 0, pt(14), SIZE.height), fill=RED)
    colors = (INK, PAPER, GREY, GROUND, RED, OCHRE, GREEN, BLUE, PURPLE, RULE, BLUE, PURPLE)
    layouts = (LayoutSpec("内容", (edge,), places), LayoutSpec("色底", (), places, RED))
    return Master("简报", "Noto Serif SC", "Noto Sans SC", colors, layouts)


def number(qualifier, digits, tail):
    return Number("use", qualifier, digits, tail, Decimal(digits), Decimal(digits), "", tail)


def plan(kind="column"):
    rows = (("2013年", "", "20", "个", BLUE), ("2019年", "", "4310", "个", BLUE), ("2020年", "近", "5425.5", "个", RED))
    points = tuple(
        PlanPoint((Run(name),), number(before, digits, after), Decimal(digits), f'"{before}"0.0"{after}"' if before else f'0"{after}"',
                  ink, ink if ink is RED else INK, ink is RED, "here")
        for name, before, digits, after, ink in rows
    )  # fmt: skip
    talk = Talk((), "", (), (), ())
    chart = Chart(kind, phrase("淘宝村越来越多"), (Run("淘宝村，个"),), (), None, (), (), (), (), talk, "here")
    names = tuple(point.category for point in points)
    return Plan(chart, KINDS[kind].native.form, INKS, "柱形图：2013年20个，2020年近5425.5个", "个", (PlanRow((), points, RED),), names,
                maximum=Decimal(6000))  # fmt: skip


def chart_slide(number_, kind):
    box = ChartBox(
        "图", Rect(pt(60), pt(150), pt(820), pt(320)), plan(kind), replace(STRONG, size=pt(16)), SMALL, "柱形图：2020年近5425.5个"
    )
    items = (title(f"淘宝村从20个长到近5425个（{kind}）"), box, source("来源：报道"), folio(number_))
    return Slide(number_, "内容", str(number_), items, (line("先说起点。"),))


def text_slide():
    runs = (
        Span("近", STRONG),
        Span("34", replace(STRONG, size=pt(60)), "use-1"),
        Span("亿元", STRONG),
        Span("CO", BODY),
    )
    body = (
        SlideParagraph((*runs, Span("2", BODY, shift="sub")), pt(72)),
        line(
            "第一点：送出物资超过1000万件，覆盖一百多个国家和地区，先护住生命，再接住生意，一条要点应当能够折行而且悬挂缩进。",
            bullet="·",
            indent=pt(18),
        ),
        line("第二点 & <尖括号>", bullet="·", indent=pt(18), space_before=pt(6)),
    )
    items = (
        title("近34亿元，先护住生命，再接住生意"),
        TextBox("正文", Rect(pt(60), pt(150), pt(500), pt(300)), body, insets=Insets(pt(4), pt(4), pt(4), pt(4)), fill=GROUND),
        Shape("横线", Rect(pt(600), pt(150), pt(200), 0), "line", None, RULE, pt(1)),
        Shape("圆", Rect(pt(600), pt(170), pt(80), pt(80)), "ellipse", RED),
        source("来源：报道 第6段"),
        folio(1),
    )
    return Slide(1, "内容", "近34亿元", items, (line("先说数字。"), line("再说故事。")))


def table_slide():
    head, row = (
        (Cell((line(text, STRONG),), fill=GROUND) for text in ("指标", "数值")),
        (Cell((line(t),)) for t in ("淘宝村", "5425个")),
    )
    last = (Cell((line("公益消费者"),)), Cell((line("数亿", align=Align.RIGHT),)))
    heights = (pt(36),) * 3
    box = TableBox(
        "表", Rect(pt(60), pt(150), pt(600), pt(108)), (pt(300), pt(300)), heights, (tuple(head), tuple(row), last),
        "关键数字表", Insets(pt(4), pt(8), pt(4), pt(8)), RULE,
    )  # fmt: skip
    return Slide(2, "内容", "表", (title("关键数字都在这张表里"), box, folio(2)), (line("看最后一行。"),))


def drawn():
    def run(x, y, text, size, origin="one", width=None):
        return TextRun(Point(pt(x), pt(y)), "sans-bold", pt(size), RED, (), text, pt(width or size * len(text)), origin=origin)

    wave = (MoveTo(Point(0, pt(180))), CurveTo(Point(pt(60), pt(120)), Point(pt(120), pt(240)), Point(pt(180), pt(180))),
            LineTo(Point(pt(180), pt(220))), LineTo(Point(0, pt(220))), Close())  # fmt: skip
    return Drawing(
        Size(pt(600), pt(300)),
        (
            Box(Rect(0, 0, pt(300), pt(100)), GROUND, RULE, pt(0.5), pt(8)),
            Path((MoveTo(Point(pt(10), pt(80))), LineTo(Point(pt(290), pt(80)))), None, RED, pt(1), (pt(4), pt(2))),
            Path((MoveTo(Point(pt(310), pt(220))), LineTo(Point(pt(590), pt(80)))), None, BLUE, pt(2)),
            run(10, 80, "近", 20), run(30, 80, "34", 60, width=66.6), run(96.6, 80, "亿元", 20),
            run(200, 80, "另一段", 20, origin="two"),
            Group((Disc(Rect(0, 0, pt(60), pt(60)), GREEN), run(0, 80, "组内", 20, origin="three")), Point(pt(320), pt(20))),
            Path(wave, OCHRE),
        ),
        "近34亿元与另一段",
    )  # fmt: skip


def drawing_slide():
    box = DrawingBox("卡片", Rect(pt(60), pt(150), pt(600), pt(300)), drawn(), "近34亿元与另一段")
    return Slide(3, "内容", "图", (title("图形由原生形状组成"), box, folio(3)), (line("看图。"),))


def divider():
    white = replace(TITLE, ink=PAPER)
    items = (TextBox("标题", TITLE_RECT, (line("抗疫与复工复产", white),), "title"),)
    return Slide(6, "色底", "抗疫", items, (line("进入第一章。"),), background=GREEN)


def made_deck():
    """Return the deck of all slides above."""
    slides = (text_slide(), table_slide(), drawing_slide(), chart_slide(4, "column"), chart_slide(5, "bar"), divider())
    sections = (DeckSection("开篇", (1, 2)), DeckSection("附录", (3, 4, 5, 6)))
    return Deck(imprint(), SIZE, master(), slides, sections)
