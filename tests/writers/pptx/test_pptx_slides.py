"""What stands on the slides: placeholders, text, tables, groups, notes; read from the XML and through python-pptx."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from itertools import pairwise

import pptx
import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER

from generator.drawing import Glyph
from generator.layout.deck.drawn import texts
from generator.layout.deck.slide import TableBox
from generator.units import pt
from generator.writers.pptx.package import write
from tests.writers.pptx.handmade_deck import drawn, parsed, table_slide

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
ADEC = "{http://schemas.microsoft.com/office/drawing/2017/decorative}"


@pytest.fixture(scope="module")
def opened(written):
    return pptx.Presentation(written)


@pytest.fixture(scope="module")
def trees(written):
    with zipfile.ZipFile(written) as archive:
        return {name: parsed(archive.read(name)) for name in archive.namelist() if name.endswith(".xml")}


def slide_trees(trees):
    return [trees[f"ppt/slides/slide{number}.xml"] for number in range(1, 7)]


def named(opened, slide, name):
    return next(one for one in opened.slides[slide].shapes if one.name == name)


def test_every_slide_has_its_message_in_the_title_placeholder(opened, deck):
    said = [slide.shapes.title.text_frame.text for slide in opened.slides]
    meant = ["".join(run.text for run in slide.items[0].paragraphs[0].runs) for slide in deck.slides]
    assert said == meant
    assert all(slide.shapes[0].shape_id == slide.shapes.title.shape_id for slide in opened.slides)


def test_the_layouts_are_ours_and_no_other(opened):
    assert [layout.name for layout in opened.slide_layouts] == ["内容", "色底"]
    assert [slide.slide_layout.name for slide in opened.slides] == ["内容"] * 5 + ["色底"]


def test_every_placeholder_of_a_slide_is_one_of_its_layout(opened):
    for slide in opened.slides:
        known = {(one.placeholder_format.type, one.placeholder_format.idx) for one in slide.slide_layout.placeholders}
        assert {(one.placeholder_format.type, one.placeholder_format.idx) for one in slide.placeholders} <= known


def test_a_placeholder_s_name_has_one_index_in_every_layout(opened):
    indexes = [{one.name: one.placeholder_format.idx for one in layout.placeholders} for layout in opened.slide_layouts]
    assert indexes[0] == indexes[1]


def test_a_layout_s_placeholders_stand_where_the_master_says(opened, deck):
    for layout, spec in zip(opened.slide_layouts, deck.master.layouts, strict=True):
        stands = {one.name: (one.left, one.top, one.width, one.height) for one in layout.placeholders}
        assert stands == {one.name: (one.rect.x, one.rect.y, one.rect.width, one.rect.height) for one in spec.placeholders}


def test_the_master_inherits_from_plain_paper(opened):
    kinds = {one.placeholder_format.type for one in opened.slide_master.placeholders}
    assert kinds == {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.SLIDE_NUMBER}


def test_the_slide_number_is_a_field(trees):
    fields = list(slide_trees(trees)[0].iter(f"{A}fld"))
    assert [(one.get("type"), one.find(f"{A}t").text) for one in fields] == [("slidenum", "1")]


def test_shape_ids_are_unique_on_each_slide(trees):
    for name, tree in trees.items():
        ids = [one.get("id") for one in tree.iter(f"{P}cNvPr")]
        assert len(ids) == len(set(ids)), name


def test_every_run_has_a_language_and_both_faces_or_inherits_them(trees):
    seen = 0
    for name, tree in trees.items():
        if "/slides/" not in name and "/notesSlides/" not in name:
            continue
        for run in [*tree.iter(f"{A}r"), *tree.iter(f"{A}fld")]:
            properties = run.find(f"{A}rPr")
            seen += 1
            assert properties.get("lang") == "zh-CN"
            assert properties.get("altLang") == "en-US"
            faces = [one.get("typeface") for tag in ("latin", "ea") for one in properties.findall(f"{A}{tag}")]
            assert faces in ([], ["+mj-lt", "+mj-ea"], ["+mn-lt", "+mn-ea"])
    assert seen == 39


def test_what_a_placeholder_gives_is_not_written_again(opened):
    for slide in opened.slides:
        for run in slide.shapes.title.text_frame.paragraphs[0].runs:
            assert (run.font.size, run.font.bold, run.font.name) == (None, None, None)
    folio = named(opened, 0, "页码")
    assert (folio.left, folio.top) == (pt(840), pt(500))
    assert folio._element.spPr.find(f"{A}xfrm") is None


def test_every_default_has_an_asian_face(trees):
    for name, tree in trees.items():
        for one in tree.iter(f"{A}defRPr"):
            assert one.find(f"{A}ea") is not None or name == "ppt/presentation.xml", name
        fonts = [one.get("typeface") for one in tree.iter(f"{A}ea")]
        assert all(fonts), name


def test_the_theme_names_both_families_latin_and_asian(trees):
    theme = trees["ppt/theme/theme1.xml"]
    for tag, family in (("majorFont", "Noto Serif SC"), ("minorFont", "Noto Sans SC")):
        assert {one.get("typeface") for one in next(theme.iter(f"{A}{tag}"))} == {family}


def test_a_theme_colour_is_written_as_its_slot(trees):
    first = slide_trees(trees)[0]
    assert {one.get("val") for one in first.iter(f"{A}schemeClr")} >= {"accent1", "bg2"}
    assert not list(first.iter(f"{A}srgbClr"))


def test_every_style_that_text_inherits_breaks_by_chinese_rules(trees):
    levels = [one for tree in trees.values() for one in tree.iter(f"{A}lvl1pPr")]
    assert len(levels) > 10
    assert {(one.get("eaLnBrk"), one.get("latinLnBrk"), one.get("hangingPunct")) for one in levels} == {("1", "0", "0")}
    own = [one for tree in slide_trees(trees) for one in tree.iter(f"{A}pPr")]
    assert not any(one.get(key) for one in own for key in ("eaLnBrk", "latinLnBrk", "hangingPunct"))


def test_a_bullet_hangs(opened, trees):
    marked = [one for one in slide_trees(trees)[0].iter(f"{A}pPr") if one.find(f"{A}buChar") is not None]
    assert [(one.get("marL"), one.get("indent")) for one in marked] == [(str(pt(18)), str(-pt(18)))] * 2
    paragraph = named(opened, 0, "正文").text_frame.paragraphs[2]
    assert paragraph.text == "第二点 & <尖括号>"
    assert paragraph.space_before.pt == 6


def test_runs_keep_size_weight_and_shift(opened, trees):
    runs = named(opened, 0, "正文").text_frame.paragraphs[0].runs
    assert [(one.text, one.font.size and one.font.size.pt, one.font.bold) for one in runs] == [
        ("近", None, True), ("34", 60, True), ("亿元", None, True), ("CO", None, None), ("2", None, None),
    ]  # fmt: skip
    shifted = [one.get("baseline") for one in slide_trees(trees)[0].iter(f"{A}rPr") if one.get("baseline")]
    assert shifted == ["-25000"]


def test_kinsoku_has_the_marks_that_begin_and_end_no_line(trees):
    rules = next(trees["ppt/presentation.xml"].iter(f"{P}kinsoku"))
    assert rules.get("lang") == "zh-CN"
    assert set("。，、；：？！）》”’」』】〉·") <= set(rules.get("invalStChars"))
    assert set("（《“‘「『【〈￥") <= set(rules.get("invalEndChars"))


def test_sections_hold_every_slide_once_in_order(trees, deck):
    root = trees["ppt/presentation.xml"]
    listed = [one.get("id") for one in next(root.iter(f"{P}sldIdLst"))]
    sections = list(root.iter(f"{P14}section"))
    assert [one.get("id") for section in sections for one in section.iter(f"{P14}sldId")] == listed
    assert [one.get("name") for one in sections] == [one.name for one in deck.sections]
    assert len({one.get("id") for one in sections}) == len(sections)


def test_section_ids_come_from_the_content(deck, library, trees, tmp_path):
    target = tmp_path / "deck.pptx"
    write(replace(deck, imprint=replace(deck.imprint, digest="cd" * 32)), library, target)
    with zipfile.ZipFile(target) as archive:
        other = parsed(archive.read("ppt/presentation.xml"))
    ids = [{one.get("id") for one in root.iter(f"{P14}section")} for root in (trees["ppt/presentation.xml"], other)]
    assert not ids[0] & ids[1]


def test_every_slide_has_notes(opened, deck):
    for slide, meant in zip(opened.slides, deck.slides, strict=True):
        said = slide.notes_slide.notes_text_frame.text
        assert said == "\n".join("".join(run.text for run in one.runs) for one in meant.notes)


def test_a_slide_may_have_its_own_ground(trees):
    paint = slide_trees(trees)[5].find(f"{P}cSld/{P}bg/{P}bgPr/{A}solidFill/{A}schemeClr")
    assert paint.get("val") == "accent3"


# Tables


def test_a_table_is_native_and_its_first_row_a_header(opened):
    shape = named(opened, 1, "表")
    table = shape.table
    assert shape.shape_type == MSO_SHAPE_TYPE.TABLE
    assert table.first_row
    assert not table.horz_banding
    said = [[cell.text for cell in row.cells] for row in table.rows]
    assert said == [["指标", "数值"], ["淘宝村", "5425个"], ["公益消费者", "数亿"]]


def test_the_table_s_grid_and_cells_agree(trees, deck):
    box = next(one for one in deck.slides[1].items if isinstance(one, TableBox))
    table = next(slide_trees(trees)[1].iter(f"{A}tbl"))
    assert [int(one.get("w")) for one in table.iter(f"{A}gridCol")] == list(box.columns)
    assert [int(one.get("h")) for one in table.iter(f"{A}tr")] == list(box.heights)
    assert {len(row.findall(f"{A}tc")) for row in table.iter(f"{A}tr")} == {len(box.columns)}


def test_neighbouring_cells_agree_on_the_rule_between_them(trees):
    rows = list(next(slide_trees(trees)[1].iter(f"{A}tbl")).iter(f"{A}tr"))

    def widths(row, side):
        return [one.find(f"{A}tcPr/{A}ln{side}").get("w") for one in row.findall(f"{A}tc")]

    for upper, lower in pairwise(rows):
        assert widths(upper, "B") == widths(lower, "T")
    assert set(widths(rows[0], "T")) == {"0"}


def test_cells_have_insets_fills_and_anchor(trees):
    cells = [one.find(f"{A}tcPr") for one in slide_trees(trees)[1].iter(f"{A}tc")]
    assert {(one.get("marL"), one.get("marT"), one.get("anchor")) for one in cells} == {(str(pt(8)), str(pt(4)), "ctr")}
    assert [one.find(f"{A}solidFill") is not None for one in cells] == [True, True, False, False, False, False]


def test_a_row_that_does_not_fit_the_grid_is_refused(deck, library, tmp_path):
    slide = table_slide()
    items = tuple(replace(one, columns=one.columns[:1]) if isinstance(one, TableBox) else one for one in slide.items)
    slides = (deck.slides[0], replace(slide, items=items), *deck.slides[2:])
    with pytest.raises(ValueError, match="grid"):
        write(replace(deck, slides=slides), library, tmp_path / "deck.pptx")


# Shapes and drawings


def test_decorative_shapes_are_marked_and_others_have_words(trees, opened):
    marked = {one.get("name"): next(one.iter(f"{ADEC}decorative"), None) for one in slide_trees(trees)[0].iter(f"{P}cNvPr")}
    assert {name for name, mark in marked.items() if mark is not None} == {"横线", "圆"}
    frames = [one for slide in opened.slides for one in slide.shapes if one.name in {"表", "图", "卡片"}]
    assert len(frames) == 4
    assert all(one._element._nvXxPr.cNvPr.get("descr") for one in frames)


def test_a_drawing_is_one_group_of_native_shapes(opened):
    group = named(opened, 2, "卡片")
    assert group.shape_type == MSO_SHAPE_TYPE.GROUP
    kinds = [one.shape_type for one in group.shapes]
    assert kinds.count(MSO_SHAPE_TYPE.TEXT_BOX) == 3
    assert kinds.count(MSO_SHAPE_TYPE.FREEFORM) == 1
    assert MSO_SHAPE_TYPE.PICTURE not in kinds


def test_runs_that_abut_on_one_baseline_are_one_text(opened):
    texts = [one for one in named(opened, 2, "卡片").shapes if one.has_text_frame and one.text_frame.text]
    assert [one.text_frame.text for one in texts] == ["近34亿元", "另一段", "组内"]
    assert [run.font.size.pt for run in texts[0].text_frame.paragraphs[0].runs] == [20, 60, 20]
    assert all(one.text_frame.word_wrap is False for one in texts)


def test_the_baseline_of_a_drawing_s_text_is_four_fifths_down_its_line(opened):
    group = named(opened, 2, "卡片")
    texts = [one for one in group.shapes if one.has_text_frame and one.text_frame.text]
    for one, size, baseline in zip(texts, (60, 20, 20), (80, 80, 100), strict=True):
        assert one.top + round(pt(size) * 0.8) == group.top + pt(baseline)
        assert one.text_frame.paragraphs[0].line_spacing.pt == size


def test_a_drawing_is_scaled_to_its_rectangle(deck, library, tmp_path):
    slide = deck.slides[2]
    box = slide.items[1]
    half = replace(box, rect=replace(box.rect, width=box.rect.width // 2, height=box.rect.height // 2), drawing=drawn())
    slides = (*deck.slides[:2], replace(slide, items=(slide.items[0], half, slide.items[2])), *deck.slides[3:])
    write(replace(deck, slides=slides), library, tmp_path / "deck.pptx")
    group = named(pptx.Presentation(tmp_path / "deck.pptx"), 2, "卡片")
    text = next(one for one in group.shapes if one.has_text_frame and one.text_frame.text)
    assert text.text_frame.paragraphs[0].runs[1].font.size.pt == 30
    assert text.left == box.rect.x + pt(5)


def test_a_line_that_rises_is_flipped(trees):
    lines = list(slide_trees(trees)[2].iter(f"{P}cxnSp"))
    assert [one.find(f"{P}spPr/{A}xfrm").get("flipV") for one in lines] == [None, "1"]


def test_a_sunken_figure_stays_in_its_word(deck, library, tmp_path):
    """CO₂ is drawn with a smaller 2, lowered: in the deck it is one text with a subscript."""
    slide = deck.slides[2]
    box = slide.items[1]
    start, *_ = texts(box.drawing)
    co = replace(start, text="CO", width=pt(24), glyphs=(Glyph(1, 0, "C"), Glyph(2, 0, "O")))
    two = replace(
        start, text="2", size=pt(12), origin_point=start.origin_point.moved(pt(24), 0), glyphs=(Glyph(3, 0, "2", -pt(3)),)
    )
    changed = replace(box, drawing=replace(box.drawing, items=(co, two)))
    slides = (*deck.slides[:2], replace(slide, items=(slide.items[0], changed)), *deck.slides[3:])
    write(replace(deck, slides=slides), library, tmp_path / "deck.pptx")
    (text,) = named(pptx.Presentation(tmp_path / "deck.pptx"), 2, "卡片").shapes
    runs = text.text_frame.paragraphs[0].runs
    assert [(run.text, run._r.rPr.get("baseline")) for run in runs] == [("CO", None), ("2", "-25000")]


def test_a_drawing_s_text_box_is_as_wide_as_its_untrimmed_text(deck, library, tmp_path):
    """On a page marks at an edge give up half their width; in the deck they do not, and may stand off from Han besides."""
    slide = deck.slides[2]
    box = slide.items[1]
    start, *_ = texts(box.drawing)
    marks = replace(start, text="“春雷”", width=pt(60))
    slides = (
        *deck.slides[:2],
        replace(slide, items=(slide.items[0], replace(box, drawing=replace(box.drawing, items=(marks,))))),
    )
    write(replace(deck, slides=(*slides, *deck.slides[3:])), library, tmp_path / "deck.pptx")
    (text,) = named(pptx.Presentation(tmp_path / "deck.pptx"), 2, "卡片").shapes
    assert text.width == pt(85)
