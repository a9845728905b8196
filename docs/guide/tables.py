"""The tables of the guide: the keys of each part from schema and catalog, the kinds of charts with those of the gallery."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Iterator
from typing import Annotated, Any, Literal

import yaml

from generator.content import schema
from generator.content.schema import CHART_KINDS, Content, Shape, described
from generator.messages.catalog import catalog
from generator.pipeline import GALLERY

HEADINGS = {
    "": "整个文件", "report": "`report`：封面", "colour": "自己的颜色", "press": "`press`：送印刷厂", "logo": "`logo`：标志",
    "sources": "`sources`：来源", "units": "`units`：单位", "figures": "`figures`：数", "values": "一个值的详情",
    "derived": "`derived`：算出的数", "discrepancies": "`discrepancies`：差异", "talk": "讲稿", "budget": "`talk`：整场时间",
    "sections": "`about`、`overview`、`closing`：章节", "told": "`history`、`outlook`：历程与展望", "themes": "`themes`：主题",
    "story": "`story`：故事", "statement": "`statement`：转述", "charts": "`charts`：图", "series": "`series`：一组数",
    "pairs": "`pairs`：今昔的一对", "events": "`events`：一个事件", "pictures": "`pictures`：图片的详情", "picture": "`picture`：图片",
    "own": "`sections`：自己的部分", "letter": "致辞（`letter`）", "text": "文字（`text`）", "table": "表（`table`）",
    "picture-section": "图片（`pictures`）", "award-section": "奖项（`awards`）", "awards": "`awards`：一个奖项",
    "chronicle": "大事记（`chronicle`）", "quotation-section": "引述（`quotations`）", "quotations": "`quotations`：一条引述",
    "index": "指标索引（`index`）", "rows": "`rows`：索引的一行",
    "feedback": "意见反馈（`feedback`）", "questions": "`questions`：一个问题",
}  # fmt: skip
"""What each part is called, in the order of the guide, by the key under which an author writes it; others follow, called by that."""

WANTED = {
    "bar": "几样东西比大小", "column": "一样东西逐年比", "stacked": "总数和其中各部分一起看", "line": "走势", "dot": "比大小，不强调长短",
    "pie": "部分占整体，三五份", "doughnut": "部分占整体，中间要写总数", "share": "一个比例占多少", "panels": "几条走势各看各的",
    "before-after": "同一个数，前后相差极大", "then-and-now": "几件事的当年与如今", "change": "降了或升了几成",
    "coverage": "覆盖了多少地方", "timeline": "大事按年份排", "cards": "几个数并列，单位可以不同",
}  # fmt: skip
"""What somebody wants to show, by the kind of chart that shows it."""

GAP = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[A-Za-z0-9])|(?<=[A-Za-z0-9]) (?=[\u4e00-\u9fff])")
"""A space between Han and Latin: a terminal wants it, a page sets its own."""


def keys() -> str:
    """Return the tables of all keys."""
    order = list(HEADINGS)
    parts = sorted(shapes(), key=lambda one: order.index(_home(one)) if _home(one) in order else len(order))
    return "\n".join(_part(one, _heading(one)) for one in parts)


def charts() -> str:
    """Return the table of charts: what is wanted, which kind, and where the gallery shows it."""
    shown = _gallery()
    rows = [f"| {WANTED[kind]} | `{kind}` | {shown[kind]} |" for kind in CHART_KINDS]
    return "\n".join(["| 想说的 | `kind` 写 | 图集里看哪一张 |", "|---|---|---|", *rows]) + "\n"


def _gallery() -> dict[str, str]:
    """Return part and title of the first chart of each kind in the gallery."""
    whole = yaml.load(GALLERY.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - the base loader makes text only
    found: dict[str, str] = {}
    for part in (*whole["themes"], *(whole[key] for key in ("history", "outlook", "overview") if key in whole)):
        for chart in part.get("charts", ()):
            found.setdefault(chart["kind"], f"“{part['name']}”：{chart['measure'] if 'measure' in chart else chart['message']}")
    return found


def _home(shape: type[Shape]) -> str:
    return shape.home.removeprefix("schema").removeprefix(".")


def _heading(shape: type[Shape]) -> str:
    return HEADINGS.get(_home(shape), f"`{_home(shape)}`")


def shapes() -> Iterator[type[Shape]]:
    """Return every part of a content file."""
    for one in vars(schema).values():
        if isinstance(one, type) and issubclass(one, Shape) and one is not Shape:
            yield one


def _part(shape: type[Shape], heading: str) -> str:
    own = [key for key in shape.model_fields if key in shape.__annotations__]
    rows = [f"| `{key}` | {_must(shape, key)} | {_form(shape, key)} | {_what(shape, key)} |" for key in own]
    also = [_heading(base) for base in shape.__bases__ if base is not Shape]
    more = [f"\n“{one.rpartition('：')[2]}”的各个键也可以写。" for one in also]
    return "\n".join([f"### {heading}\n", "| 键 | 必写 | 写成 | 写什么 |", "|---|---|---|---|", *rows, *more]) + "\n"


def _must(shape: type[Shape], key: str) -> str:
    return "必写" if shape.model_fields[key].is_required() else ""


def _what(shape: type[Shape], key: str) -> str:
    words = GAP.sub("", catalog("zh").word(described(shape, key))).replace("|", "\\|")
    return words.removesuffix("（必写）").removesuffix("（可不写）") if shape is Content else words


def _form(shape: type[Shape], key: str) -> str:
    hints = typing.get_type_hints(shape, include_extras=True)
    return "或".join(dict.fromkeys(_forms(hints[key])))


def _forms(hint: Any) -> Iterator[str]:  # noqa: ANN401 - whatever a field is said to hold
    kind, parts = typing.get_origin(hint), typing.get_args(hint)
    if kind is Annotated:
        yield from _forms(parts[0])
    elif kind in (typing.Union, types.UnionType):
        for part in parts:
            yield from _forms(part)
    elif kind is Literal:
        yield "选一个"
    elif kind is list:
        yield "列表"
    elif kind is dict or (isinstance(hint, type) and issubclass(hint, Shape)):
        yield "下一层"
    elif hint is int:
        yield "整数"
    elif hint is str:
        yield "文字"
