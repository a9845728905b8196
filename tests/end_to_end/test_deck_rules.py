"""What a deck of ours owes its audience, rule by rule, each with the tests that ask for it; here are those that no other room asks.

The rules are of presentation, of accessibility (WCAG 2.2: 1.1.1, 1.3.2, 1.4.1, 1.4.3, 2.4.2), of the file format (ECMA-376) and of honest
charts (IBCS 1.2, CHECK). What concerns accessibility is asked of the finished file, by python-pptx or of the XML.
"""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from generator.design.palette import THEMES
from generator.layout.book.statement import of_book
from generator.layout.deck.statement import of_deck
from tests.conftest import ROOT
from tests.end_to_end import author, shown
from tests.end_to_end.shown import NS

RULES = {
    # slides
    "the title is a title to programs too": (
        "end_to_end/test_sample_deck: every_slide_has_its_own_title_in_the_title_placeholder",
    ),
    "placeholders are those of a named layout": (
        "writers/pptx/test_pptx_slides: every_placeholder_of_a_slide_is_one_of_its_layout",
        "layout/deck/test_layouts: there_are_eleven_in_this_order_and_those_of_parts_after",
    ),
    "tables are tables, charts are charts, and no slide is a picture": (
        "end_to_end/test_sample_deck: no_slide_is_a_picture",
        "end_to_end/test_gallery: no_slide_holds_a_picture",
        "writers/pptx/test_pptx_slides: a_table_is_native_and_its_first_row_a_header",
    ),
    "a title takes two lines and some 34 Han": (
        "end_to_end/test_sample_deck: a_title_takes_two_lines_at_most",
        "layout/deck/test_titles: titles_take_at_most_two_lines",
    ),
    "a slide has one message": (
        "layout/deck/test_order: each_chart_stands_on_a_slide_of_its_own",
        "end_to_end/test_sample_deck: each_theme_has_divider_key_figures_charts_and_story_in_this_order",
    ),
    "16:9 unless another is asked for": (
        "end_to_end/test_sample_deck: slides_are_wide_and_their_layouts_named",
        "layout/deck/test_narrow_slides: nothing_is_too_much_for_the_narrow_slide",
    ),
    "text of a body has 18 points, of a table 14, a remark 12": (
        "end_to_end/test_sample_deck: body_text_is_18_points_or_more_tables_14_and_nothing_under_12",
        "layout/deck/test_fit: sizes_keep_to_the_standard",
    ),
    "text stands out from its ground": (
        "end_to_end/test_sample_deck: text_stands_out_from_its_ground",
        "layout/deck/test_fit: text_is_legible_on_its_ground",
    ),
    "colour alone says nothing": (
        "charts/test_kinds: each_of_two_lines_is_named_at_its_end",
        "end_to_end/test_gallery: native_charts_have_asian_faces_positive_axes_and_no_legend_where_labels_can_stand",
        "layout/deck/test_order: the_progress_mark_keeps_within_its_room_however_many_themes_there_are",
    ),
    "a briefing has its order": (
        "end_to_end/test_sample_deck: the_sections_come_in_the_order_of_a_briefing",
        "layout/deck/test_order: what_follows_the_themes_is_history_outlook_questions_and_appendix",
    ),
    "the backup is hidden, and nothing else is": (
        "end_to_end/test_deck_rules: the_last_section_alone_is_hidden",
        "layout/deck/test_exhibits: every_hidden_slide_can_be_reached_and_leads_back",
    ),
    "every slide is spoken to": (
        "end_to_end/test_sample_deck: every_slide_has_notes_with_its_time_and_those_that_are_shown_a_speech",
        "layout/deck/test_notes_and_names: a_likely_question_stands_only_where_the_author_has_one",
    ),
    "who speaks a number knows its source": ("end_to_end/test_sample_deck: notes_that_speak_a_figure_give_a_source",),
    "nothing is said twice": ("end_to_end/test_sample_deck: no_sentence_is_spoken_twice_and_no_title_is_read_aloud",),
    "sections hold every slide once under names of their own": (
        "end_to_end/test_sample_deck: the_sections_cover_each_slide_once_under_names_of_their_own",
    ),
    "slides have number, footer and edition": (
        "end_to_end/test_sample_deck: every_slide_has_its_number_and_footer",
        "layout/deck/test_notes_and_names: the_footer_names_organization_and_edition",
    ),
    # accessibility
    "titles are unique": ("end_to_end/test_sample_deck: every_slide_has_its_own_title_in_the_title_placeholder",),
    "what is seen is told in words, and never by a file's name": (
        "end_to_end/test_sample_deck: charts_tables_and_groups_tell_in_words_what_they_show",
        "end_to_end/test_gallery: each_chart_of_the_deck_says_what_it_shows",
    ),
    "decoration says that it is": (
        "end_to_end/test_deck_rules: what_bears_no_text_is_decoration_or_has_words",
        "writers/pptx/test_pptx_slides: decorative_shapes_are_marked_and_others_have_words",
    ),
    "tables have a header row and no merged cells": (
        "end_to_end/test_sample_deck: tables_have_a_header_row_and_no_merged_cells",
    ),
    "the title is read first, footer and number last": (
        "end_to_end/test_sample_deck: the_title_comes_first_in_reading_order",
        "end_to_end/test_deck_rules: footer_and_number_are_read_last",
    ),
    "runs say that they are Chinese": ("end_to_end/test_sample_deck: every_run_with_han_says_it_is_chinese",),
    "the document says its title and language": ("end_to_end/test_sample_deck: the_document_tells_its_title_and_language",),
    # faces and lines
    "theme, runs, defaults and charts have an Asian face": (
        "end_to_end/test_sample_deck: the_themes_fonts_have_an_asian_face_each",
        "writers/pptx/test_pptx_slides: every_run_has_a_language_and_both_faces_or_inherits_them",
        "end_to_end/test_gallery: native_charts_have_asian_faces_positive_axes_and_no_legend_where_labels_can_stand",
    ),
    "faces are carried, whole or in part, or are the system's": (
        "writers/pptx/test_pptx_embedded: the_system_s_faces_take_the_place_of_all_others",
        "end_to_end/test_sample_deck: the_fonts_are_in_the_deck",
    ),
    "lines break by Chinese rules": (
        "end_to_end/test_sample_deck: chinese_line_rules_are_on",
        "writers/pptx/test_pptx_slides: every_style_that_text_inherits_breaks_by_chinese_rules",
    ),
    "text fits with room for another renderer": (
        "layout/deck/test_fit: a_measure_leaves_a_margin_for_another_renderer",
        "rendering/test_three_fonts: the_sample_s_slides_hold_their_text",
    ),
    "what does not fit names slide, box and excess": (
        "layout/deck/test_long_and_short: a_brief_that_is_too_long_names_its_box_its_slide_and_the_excess",
    ),
    # the file
    "a company's master stays as it is, and what it lacks is named": (
        "template/test_template: its_masters_layouts_and_theme_are_the_company_s_byte_for_byte",
        "template/test_template: a_layout_that_is_missing_is_told_with_those_that_are_there",
    ),
    "the file opens clean": (
        "end_to_end/test_outside_judges: nothing_is_wrong",
        "end_to_end/test_sample_deck: no_part_is_orphaned_missing_or_untyped",
        "end_to_end/test_sample_deck: no_shape_id_is_given_twice_on_a_slide",
    ),
    "two builds are the same bytes": ("end_to_end/test_determinism: two_machines_make_the_same_bytes",),
    "a slide of a thousand costs what one of thirty does": (
        "end_to_end/test_many_slides: a_slide_of_many_costs_no_more_than_one_of_few",
    ),
    # charts
    "page and slide show the same values in one order": (
        "end_to_end/test_gallery: the_page_of_a_chart_says_every_value_and_reason",
        "end_to_end/test_gallery: cells_cache_labels_and_content_say_the_same",
        "charts/test_planner: the_order_is_the_authors",
    ),
    "a theme has one colour on pages and slides": ("end_to_end/test_deck_rules: a_theme_has_one_colour_on_pages_and_slides",),
    "cells hold the printed number, headers scale and unit": (
        "charts/test_planner: cells_hold_the_printed_numbers_and_the_header_their_scale_and_unit",
    ),
    "a label is its cell's number format, and follows it": (
        "charts/test_number_format: a_label_follows_what_is_typed_into_the_cell",
    ),
    "cache, workbook and content agree": (
        "end_to_end/test_sample_deck: a_native_charts_workbook_holds_what_its_cache_says",
        "writers/pptx/test_pptx_charts: workbook_cache_and_plan_say_the_same",
    ),
    "in print a chart is vectors and the document's own faces": (
        "end_to_end/test_gallery: the_report_holds_no_raster_image_and_each_font_once",
    ),
    "there is a chart of every kind": ("end_to_end/test_gallery: the_gallery_has_every_kind",),
    "change and share are native, then and now is a table, others are named shapes": (
        "end_to_end/test_gallery: then_and_now_is_a_table_with_every_value",
        "end_to_end/test_gallery: charts_that_are_not_native_are_shapes_and_text_with_every_value",
        "charts/test_native_parts: the_shorter_bar_of_a_change_is_made_up_by_its_missing_part",
    ),
    "then and now prints both scopes and no multiple": (
        "charts/test_picture: then_and_now_prints_both_periods_and_both_scopes_and_no_multiple_of_its_own",
    ),
    "bars start at zero": (
        "end_to_end/test_sample_deck: bars_start_at_zero",
        "charts/test_picture: bars_are_as_long_as_their_values_and_start_at_one_line",
    ),
    "a log, cut or second axis has a reason, which is printed": (
        "charts/test_honesty: a_written_reason_overrules_a_warning",
        "end_to_end/test_gallery: the_reason_stands_on_the_slide_too",
    ),
    "labels stand at the data, with qualifier and unit": (
        "end_to_end/test_sample_deck: a_native_charts_labels_are_the_authors_values",
        "charts/test_picture: every_number_is_printed_whole",
    ),
    "message over it, measure and period under that, source below": (
        "end_to_end/test_deck_rules: a_chart_has_its_message_its_measure_and_its_source",
    ),
    "what misleads is refused, or warned of where there may be a reason": (
        "charts/test_honesty: what_misleads_is_refused_at_its_line",
        "charts/test_honesty: what_may_have_a_reason_is_warned_of",
        "charts/test_planner: mixed_units_share_no_axis",
        "charts/test_planner: cumulative_is_not_set_beside_annual",
        "charts/test_planner: a_vague_value_is_not_plotted",
        "charts/test_planner: equivalents_are_no_bars",
        "charts/test_planner: a_hairline_beside_a_bar_becomes_two_numbers",
    ),
    "greys tell themes and rows apart": (
        "design/test_palette: the_first_five_are_all_told_apart_in_greyscale",
        "charts/test_kinds: rows_are_told_apart_in_greyscale_and_their_numbers_can_be_read",
    ),
    "a chart's words give its message, its kind and every value": (
        "charts/test_planner: the_alt_text_says_message_kind_measure_and_every_value",
    ),
}
"""Each rule with the tests that ask for it: the module, and the test's name."""

_LAST = (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)


@cache
def names_in(module: str) -> frozenset[str]:
    tree = ast.parse((ROOT / "tests" / f"{module}.py").read_text("utf-8"))
    return frozenset(one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef))


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_a_test(rule: str) -> None:
    asked = [one.split(": ") for one in RULES[rule]]
    assert [name for module, name in asked if f"test_{name}" not in names_in(module)] == []


@pytest.fixture(scope="module", params=["sample", "gallery"])
def path(request: pytest.FixtureRequest):
    return request.getfixturevalue(f"{request.param}_folder") / "deck.pptx"


def test_the_last_section_alone_is_hidden(path) -> None:
    [presentation] = shown.trees(path, r"ppt/presentation\.xml").values()
    slides = shown.trees(path, r"ppt/slides/slide\d+\.xml")
    places = shown.targets("ppt/presentation.xml", shown.parts(path))
    rid = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    names = {one.get("id"): places[one.get(rid)] for one in presentation.iterfind("p:sldIdLst/p:sldId", NS)}
    *_, last = presentation.iterfind(".//p14:section", NS)
    hidden = {one for one, name in names.items() if slides[name].get("show") == "0"}
    assert hidden
    assert hidden == {one.get("id") for one in last.iterfind("p14:sldIdLst/p14:sldId", NS)}


def test_footer_and_number_are_read_last(path) -> None:
    for number, slide in enumerate(Presentation(path).slides, 1):
        kinds = [one.placeholder_format.type if one.is_placeholder else None for one in slide.shapes]
        found = [one for one in kinds if one in _LAST]
        assert kinds[len(kinds) - len(found) :] == found, f"slide {number}"


def test_what_bears_no_text_is_decoration_or_has_words(path) -> None:
    checked = 0
    for number, slide in enumerate(Presentation(path).slides, 1):
        for shape in slide.shapes:
            if shape.has_text_frame and shape.text_frame.text.strip():
                continue
            checked += 1
            named = shape._element.find("./*/p:cNvPr", NS)
            quiet = any(one.tag.endswith("}decorative") and one.get("val") == "1" for one in named.iter())
            assert quiet != bool(named.get("descr")), f"slide {number}: {shape.name}"
    assert checked > 20


def test_a_chart_has_its_message_its_measure_and_its_source(path) -> None:
    charts = 0
    for number, slide in enumerate(Presentation(path).slides, 1):
        if not any(one.has_chart for one in slide.shapes):
            continue
        charts += 1
        said = {one.name: one.text_frame.text for one in slide.placeholders if one.has_text_frame}
        assert said["标题"], f"slide {number}"
        assert re.search(r"\d{4}|财年|年", said["副题"]), f"slide {number}: {said['副题']}"
        assert any("来源：" in text for text in said.values()), f"slide {number}"
    assert charts >= 2


def colours(sheets) -> set[str]:
    told = [fact for sheet in sheets for fact in sheet.facts]
    told += [fact for sheet in sheets for thing in sheet.things for fact in thing.facts]
    told += [fact for sheet in sheets for thing in sheet.things for run in thing.runs for fact in run.facts]
    return {value for _, value in told if isinstance(value, str) and re.fullmatch("[0-9A-F]{6}", value)}


def test_a_theme_has_one_colour_on_pages_and_slides(sample) -> None:
    layouts = sample.layouts
    slides = of_deck(layouts.deck, layouts.library).sheets
    pages = colours(of_book(layouts.book, layouts.library).sheets)
    sections = {one.name: one.slides for one in layouts.deck.sections}
    for theme in author.document()["themes"]:
        ink = bytes(THEMES[theme["color"]].main.rgb).hex().upper()
        assert ink in pages, theme["name"]
        assert ink in colours([slides[number - 1] for number in sections[theme["name"]]]), theme["name"]
