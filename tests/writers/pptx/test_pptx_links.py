"""Links from slide to slide, hidden slides, and fields that are pressed and not seen: read from the XML and through python-pptx."""

from __future__ import annotations

from dataclasses import replace

import pptx
import pytest

from generator.ink import Ink
from generator.layout.deck.slide import Shape
from generator.units import Rect, pt
from generator.writers.pptx.package import write
from tests.writers.pptx.handmade_deck import made_deck

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PAPER = Ink("paper", (255, 255, 255), (0, 0, 0, 0))


@pytest.fixture(scope="module")
def linked(library, tmp_path_factory):
    deck = made_deck()
    first, *others = deck.slides
    door = Shape("去向", Rect(pt(800), pt(20), pt(30), pt(15)), fill=PAPER, link=6, alt="转到：抗疫", clear=True)
    items = (*(replace(one, link=3) if one.name == "正文" else one for one in first.items), door)
    back = tuple(replace(one, link=1) if one.name == "标题" else one for one in others[-1].items)
    slides = (replace(first, items=items), *others[:-1], replace(others[-1], items=back, hidden=True))
    target = tmp_path_factory.mktemp("linked") / "deck.pptx"
    write(replace(deck, slides=slides), library, target)
    return pptx.Presentation(target)


def named(slide, name):
    return next(one for one in slide.shapes if one.name == name)


def test_a_text_leads_to_a_slide_and_back(linked):
    first, *_, last = linked.slides
    assert named(first, "正文").click_action.target_slide.slide_id == linked.slides[2].slide_id
    assert named(last, "标题").click_action.target_slide.slide_id == first.slide_id


def test_a_door_says_where_it_leads_and_is_clear(linked):
    door = named(linked.slides[0], "去向")
    assert door.click_action.target_slide.slide_id == linked.slides[5].slide_id
    own = door._element.nvSpPr.cNvPr
    assert own.get("descr") == "转到：抗疫"
    assert own.find(f"{A}extLst") is None
    assert [one.get("val") for one in door._element.iter(f"{A}alpha")] == ["0"]


def test_a_slide_that_is_hidden_says_so_and_no_other_does(linked):
    assert [one._element.get("show") for one in linked.slides] == [None] * 5 + ["0"]


def test_a_slide_is_related_once_to_each_slide_that_it_leads_to(linked):
    kinds = [one.reltype.rsplit("/", 1)[-1] for one in linked.slides[0].part.rels.values()]
    assert kinds.count("slide") == 2
