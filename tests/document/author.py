"""Writes a content `Report` by hand, in the terms of content.yaml, without the reader: for the tests of what the reader feeds."""

from __future__ import annotations

import re
from itertools import count
from typing import Any

from generator.content import model
from generator.content.figures import period as periods
from generator.content.figures import quantity
from generator.content.figures.period import Period
from generator.content.figures.quantity import Quantity
from generator.content.figures.units import STANDARD
from generator.diagnostics import Span
from generator.ink import Colour

ENDS = "3月31日"
_lines = count(1)


def here() -> Span:
    return Span("content.yaml", next(_lines), 3)


def period(text: str | None) -> Any:
    found = periods.read(text, ENDS) if text else None
    assert found is None or isinstance(found, Period)
    return found


def name(text: str) -> model.FigureName:
    figure, _, when = text.partition("@")
    return model.FigureName(figure, period(when), here())


def names(texts: Any) -> tuple[model.FigureName, ...]:
    return tuple(name(text) for text in texts or ())


def phrase(text: str = "", exempt: dict[str, str] | None = None) -> model.Phrase:
    span, words = here(), exempt or {}
    pattern = "|".join([r"【[^】]*】", *map(re.escape, words)])
    nodes = [node(piece, words, span) for piece in re.split(f"({pattern})", text) if piece]
    return model.Phrase(tuple(nodes), span)


def node(piece: str, exempt: dict[str, str], span: Span) -> model.Inline:
    if not piece.startswith("【"):
        return model.Words(piece, span, exempt=exempt.get(piece, ""))
    figure, _, form = piece.strip("【】").partition(":")
    figure, _, when = figure.partition("@")
    return model.Reference(figure, period(when), form, span)


def prose(text: str = "") -> model.Prose:
    blocks = [block.strip() for block in text.split("\n") if block.strip()]
    return tuple(
        model.Paragraph("heading" if block.startswith("## ") else "text", phrase(block.removeprefix("## "))) for block in blocks
    )


def talk(given: dict[str, Any]) -> model.Talk:
    question, answer = given.get("question"), given.get("answer")
    return model.Talk(
        prose(given.get("notes", "")),
        str(given.get("minutes", "")),
        phrase(question) if question else None,
        phrase(answer) if answer else None,
    )


def figure(key: str, given: dict[str, Any] | str) -> model.Figure:
    """A figure; a text alone is its value for 2020年."""
    fields = given if isinstance(given, dict) else {"values": {"2020年": given}}
    where, _, place = str(fields.get("source", "报道 第4段")).partition(" ")
    made = (value(when, text) for when, text in fields.get("values", {}).items())
    values = tuple(sorted(made, key=lambda one: one.period.order))
    return model.Figure(
        key, fields.get("means", key), fields.get("label", key), fields.get("kind", "stock"), fields.get("scope", ""),
        fields.get("owner", ""), fields.get("starts", ""), values, model.Citation(where, place, here()), fields.get("note", ""), here(),
    )  # fmt: skip


def value(when: str, text: str) -> model.Value:
    found = quantity.read(text, STANDARD)
    assert isinstance(found, Quantity)
    return model.Value(period(when), found, None, "", "", None, "", here())


def derived(key: str, given: dict[str, Any]) -> model.Derived:
    return model.Derived(
        key, given.get("means", key), given["formula"], given.get("form", "number"), int(given.get("digits", -1)),
        given.get("qualifier", "约"), given.get("unit", ""), here(), given.get("label", key),
    )  # fmt: skip


def chart(given: dict[str, Any]) -> model.Chart:
    pairs = tuple(
        model.Pair(
            one["name"], name(one["then"]), name(one["now"]), name(one["multiple"]) if "multiple" in one else None,
            phrase(one["remark"]) if "remark" in one else None, here(),
        )
        for one in given.get("pairs", ())
    )  # fmt: skip
    events = tuple(model.Event(period(one["when"]), phrase(one["text"]), here()) for one in given.get("events", ()))
    labels = tuple((name(key), label) for key, label in given.get("labels", {}).items())
    result = name(given["result"]) if "result" in given else None
    return model.Chart(
        given.get("kind", "bar"), phrase(given.get("message", "")), given.get("measure", ""), names(given.get("figures")),
        labels, result, pairs, events, given.get("because", ""), talk(given), here(),
    )  # fmt: skip


def section(given: dict[str, Any]) -> model.Section:
    return model.Section(
        given.get("name", ""), phrase(given.get("message", "")), prose(given.get("text", "")), names(given.get("figures")),
        tuple(map(chart, given.get("charts", ()))), tuple(map(phrase, given.get("points", ()))), talk(given), here(),
    )  # fmt: skip


def story(given: dict[str, Any]) -> model.Story:
    return model.Story(
        phrase(given.get("title", "")),
        phrase(given.get("message", "")),
        prose(given.get("text", "")),
        names(given.get("figures")),
        talk(given),
        here(),
    )


def theme(given: dict[str, Any]) -> model.Theme:
    return model.Theme(
        given.get("name", ""), given.get("color", "朱砂"), phrase(given.get("message", "")), phrase(given.get("headline", "")),
        names(given.get("heroes")), names(given.get("figures")), prose(given.get("text", "")), tuple(map(chart, given.get("charts", ()))),
        story(given["story"]) if "story" in given else None, tuple(map(phrase, given.get("points", ()))), talk(given), here(),
    )  # fmt: skip


def discrepancy(given: dict[str, Any]) -> model.Discrepancy:
    about = given["about"] if isinstance(given["about"], list) else [given["about"]]
    return model.Discrepancy(
        names(about), quoting(given["found"]), quoting(given["decision"]), quoting(given.get("because", "")), here()
    )


def quoting(text: str) -> model.Phrase:
    """A phrase in which each number is a quote, as the reader marks them."""
    return phrase(text, dict.fromkeys(re.findall(r"第\d+段|近?\d+[亿万]?元", text), "来源原文"))


def imprint(given: dict[str, Any]) -> model.Imprint:
    return model.Imprint(
        phrase(given.get("title", "")), phrase(given.get("subtitle", "")), given.get("organization", ""), given.get("edition", "2020—2021"),
        given.get("date", "2021年8月5日"), ENDS, Colour((255, 106, 0), (0, 70, 100, 0)), prose(given.get("colophon", "")), here(),
    )  # fmt: skip


def report(given: dict[str, Any]) -> model.Report:
    """A report of a mapping as content.yaml has it."""
    optional = {key: section(given[key]) if key in given else None for key in ("history", "outlook", "closing")}
    sources = given.get("sources", {"报道": {}})
    return model.Report(
        imprint=imprint(given.get("report", {})),
        sources=tuple(
            model.Source(
                key,
                one.get("title", ""),
                one.get("publisher", ""),
                one.get("date", ""),
                one.get("inferred", ""),
                one.get("url", ""),
                here(),
            )
            for key, one in sources.items()
        ),
        figures=tuple(figure(key, one) for key, one in given.get("figures", {}).items()),
        derived=tuple(derived(key, one) for key, one in given.get("derived", {}).items()),
        discrepancies=tuple(map(discrepancy, given.get("discrepancies", ()))),
        names=tuple(model.Exemption(words, reason, here()) for words, reason in given.get("names", {}).items()),
        exempt=tuple(model.Exemption(words, reason, here()) for words, reason in given.get("exempt", {}).items()),
        about=section(given.get("about", {})),
        overview=section(given.get("overview", {})),
        themes=tuple(map(theme, given.get("themes", ()))),
        file="content.yaml",
        digest="ab" * 32,
        **optional,
    )
