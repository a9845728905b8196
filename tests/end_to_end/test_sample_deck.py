"""The deck of content.yaml as PowerPoint, a screen reader and a linter find it: python-pptx, the package's XML, LibreOffice."""

from __future__ import annotations

import ctypes
import io
import re
import subprocess
from collections import Counter
from itertools import chain
from math import ceil
from pathlib import PurePosixPath
from xml.etree import ElementTree as ET

import openpyxl
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from tests.end_to_end import author, shown
from tests.end_to_end.shown import HAN, NS
from tests.rendering.office import HIDDEN_TOO

A, P = f"{{{NS['a']}}}", f"{{{NS['p']}}}"
TITLES = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}
WRITTEN_PARTS = r"ppt/(slides|notesSlides|slideLayouts|slideMasters|notesMasters|charts)/[^/]+\.xml"
LARGEST_FILE = 2_000_000


@pytest.fixture(scope="module")
def path(sample_folder):
    return sample_folder / "deck.pptx"


@pytest.fixture(scope="module")
def deck(path):
    return Presentation(path)


@pytest.fixture(scope="module")
def slides(path):
    return shown.slides(path)


@pytest.fixture(scope="module")
def parts(path):
    return shown.parts(path)


@pytest.fixture(scope="module")
def written(path):
    """The XML of every part that holds text to be shown."""
    return shown.trees(path, WRITTEN_PARTS)


@pytest.fixture(scope="module")
def content():
    return author.document()


# ── what it says, and in which order ──


def test_every_figure_stands_on_a_slide_as_its_author_wrote_it(slides) -> None:
    missing = [str(value) for value in author.values() if not any(author.says(slide.words, value.text) for slide in slides)]
    assert missing == []


COMPUTED = {"100", "82.4"}
"""The sample's two values that the author computes."""


def test_a_native_charts_labels_are_the_authors_values(path) -> None:
    written = {author.squeezed(value.text) for value in author.values()} | COMPUTED
    charts = shown.trees(path, r"ppt/charts/[^/]+\.xml")
    assert charts
    for name, chart in charts.items():
        labels = shown.labels(chart)
        assert labels, name
        assert [label for label in labels if author.squeezed(label) not in written] == [], name


def test_the_sections_come_in_the_order_of_a_briefing(path, content) -> None:
    names = [section.get("name") for section in _sections(path)]
    themes = [theme["name"] for theme in content["themes"]]
    history, outlook, closing = (content[key]["name"] for key in ("history", "outlook", "closing"))
    assert names == [names[0], content["overview"]["name"], *themes, history, outlook, closing, names[-1]]


def test_the_sections_cover_each_slide_once_under_names_of_their_own(path) -> None:
    sections = _sections(path)
    [presentation] = shown.trees(path, r"ppt/presentation\.xml").values()
    slides = [one.get("id") for one in presentation.iterfind("p:sldIdLst/p:sldId", NS)]
    assert [one.get("id") for section in sections for one in section.iterfind("p14:sldIdLst/p14:sldId", NS)] == slides
    for key in ("name", "id"):
        assert max(Counter(section.get(key) for section in sections).values()) == 1


def _sections(path):
    [presentation] = shown.trees(path, r"ppt/presentation\.xml").values()
    return presentation.findall(".//p14:section", NS)


def test_it_opens_with_cover_summary_and_agenda(slides, content) -> None:
    cover, summary, agenda = slides[:3]
    assert author.squeezed(cover.title) == author.squeezed(content["report"]["title"])
    for theme in content["themes"]:
        assert theme["name"] in summary.words
        assert author.squeezed(author.resolved(theme["message"])) in author.squeezed(summary.words)
        assert theme["name"] in agenda.words


def test_each_theme_has_divider_key_figures_charts_and_story_in_this_order(slides, path, content) -> None:
    starts = _starts(path)
    for theme in content["themes"]:
        first, last = starts[theme["name"]]
        mine = slides[first:last]
        charts = theme.get("charts", [])
        assert len(mine) == 3 + len(charts), theme["name"]
        assert author.squeezed(mine[0].title) == author.squeezed(author.resolved(theme["message"]))
        assert author.squeezed(mine[1].title) == author.squeezed(author.resolved(theme["headline"]))
        shown_somewhere = "".join(slide.words for slide in mine)
        assert all(author.says(shown_somewhere, author.resolved(f"【{hero}】")) for hero in theme["heroes"])
        told = [author.resolved(chart["message"]) for chart in charts] + [author.resolved(theme["story"]["message"])]
        assert [author.squeezed(slide.title) for slide in mine[2:]] == [author.squeezed(message) for message in told]


def _starts(path) -> dict[str, tuple[int, int]]:
    """The index of each section's first slide and of the one after its last."""
    found, start = {}, 0
    for section in _sections(path):
        count = len(section.findall("p14:sldIdLst/p14:sldId", NS))
        found[section.get("name")] = (start, start + count)
        start += count
    return found


def test_the_agenda_gives_the_slide_on_which_each_theme_starts(slides, path, content) -> None:
    for theme in content["themes"]:
        first, _last = _starts(path)[theme["name"]]
        assert f"第{first + 1}张起" in slides[2].words


# ── titles and notes ──


def test_every_slide_has_its_own_title_in_the_title_placeholder(deck) -> None:
    titles = []
    for slide in deck.slides:
        assert slide.shapes.title is not None
        assert slide.shapes.title.placeholder_format.type in TITLES
        titles.append(author.squeezed(slide.shapes.title.text_frame.text))
    assert all(titles)
    assert [title for title, count in Counter(titles).items() if count > 1] == []


def test_a_title_takes_two_lines_at_most(deck) -> None:
    for number, slide in enumerate(deck.slides, 1):
        title = slide.shapes.title
        frame, width, usual = title.text_frame, title.width.pt, _inherited_size(title)
        lines = sum(ceil(_least_width(paragraph.runs, usual) / width) for paragraph in frame.paragraphs)
        assert lines <= 2, f"slide {number}: {frame.text}"
        assert len(author.squeezed(frame.text)) <= 34, f"slide {number}: {frame.text}"


def _inherited_size(shape) -> float:
    """The size in points of text that says none: its layout's placeholder's, else the presentation's default."""
    kin = shape.is_placeholder and [one for one in shape.part.slide_layout.placeholders if _same(one, shape)]
    level = kin[0]._element.find("p:txBody/a:lstStyle/a:lvl1pPr/a:defRPr", NS) if kin else None
    if level is None:
        level = shape.part.package.presentation_part._element.find("p:defaultTextStyle/a:lvl1pPr/a:defRPr", NS)
    return int(level.get("sz")) / 100


def _same(one, other) -> bool:
    return one.placeholder_format.idx == other.placeholder_format.idx


def _least_width(runs, usual: float) -> float:
    """The least width in points that runs can take: a Han character an em, any other half of one."""
    return sum(
        (run.font.size.pt if run.font.size else usual) * (1 if HAN.match(character) else 0.5)
        for run in runs
        for character in run.text
    )


def test_the_title_comes_first_in_reading_order(deck) -> None:
    for number, slide in enumerate(deck.slides, 1):
        first = slide.shapes[0]
        assert first.is_placeholder, f"slide {number}"
        assert first.placeholder_format.type in TITLES, f"slide {number}"


TIME = r"(\d+秒|\d+分钟|\d+分\d+秒)"


def test_every_slide_has_notes_with_its_time_and_those_that_are_shown_a_speech(slides) -> None:
    for slide in slides:
        lines = slide.notes.splitlines()
        at = next(index for index, line in enumerate(lines) if line.startswith("时长："))
        if lines[at] != "时长：备查，不单独讲":
            assert re.fullmatch(f"时长：约{TIME}，(开场|从第{TIME}讲起)；全程约{TIME}", lines[at]), f"slide {slide.number}"
            assert lines[0] == "讲稿", f"slide {slide.number}"
            assert len("".join(lines[1:at])) > 5, f"slide {slide.number}"


def _speech(slide) -> list[str]:
    script = slide.notes.partition("时长：")[0].removeprefix("讲稿")
    return [one for one in re.split(r"[。！？\n]", script) if one.strip()]


def test_no_sentence_is_spoken_twice_and_no_title_is_read_aloud(slides) -> None:
    told = [sentence for slide in slides for sentence in _speech(slide)]
    assert [one for one in set(told) if told.count(one) > 1] == []
    assert [slide.number for slide in slides if slide.title.strip("。") in _speech(slide)] == []


def test_notes_that_speak_a_figure_give_a_source(slides) -> None:
    for slide in slides:
        speech, _, sources = slide.notes.partition("\n来源\n")
        if any(author.says(speech.partition("时长：")[0], value.text) for value in author.values()):
            assert sources, f"slide {slide.number}"


# ── type ──


def test_every_run_with_han_says_it_is_chinese(path) -> None:
    checked = 0
    for name, tree in shown.trees(path, r"ppt/(slides|notesSlides|charts)/[^/]+\.xml").items():
        for run in chain(tree.iter(f"{A}r"), tree.iter(f"{A}fld")):
            words = run.findtext("a:t", "", NS)
            if not HAN.search(words):
                continue
            properties = run.find("a:rPr", NS)
            checked += 1
            assert properties is not None, f"{name}: {words}"
            assert properties.get("lang") == "zh-CN", f"{name}: {words}"
    assert checked > 1000


def test_every_default_has_an_asian_typeface_and_says_it_is_chinese(path, written) -> None:
    presentation = shown.trees(path, r"ppt/presentation\.xml")
    checked = 0
    for name, tree in {**written, **presentation}.items():
        for level in tree.iterfind(".//a:defRPr/..", NS):
            properties = level.find("a:defRPr", NS)
            checked += 1
            assert properties.get("lang") == "zh-CN", name
            if level.tag != f"{A}defPPr":
                assert properties.find("a:ea", NS) is not None, f"{name}: {level.tag}"
    assert checked > 20


def test_every_chart_sets_its_text_in_an_asian_typeface(path) -> None:
    for name, chart in shown.trees(path, r"ppt/charts/[^/]+\.xml").items():
        assert chart.find("c:txPr", NS) is not None, name
        for text in chart.iter(f"{{{NS['c']}}}txPr"):
            assert text.find(".//a:defRPr/a:ea", NS) is not None, name


def test_the_themes_fonts_have_an_asian_face_each(path) -> None:
    themes = shown.trees(path, r"ppt/theme/[^/]+\.xml")
    assert themes
    for name, theme in themes.items():
        for kind in ("major", "minor"):
            for script in ("latin", "ea"):
                face = theme.find(f".//a:{kind}Font/a:{script}", NS)
                assert face is not None, name
                assert face.get("typeface"), name


def test_body_text_is_18_points_or_more_tables_14_and_nothing_under_12(deck) -> None:
    small = [
        f"slide {number}: {text} at {size}"
        for number, slide in enumerate(deck.slides, 1)
        for least, size, text in _sizes(slide.shapes)
        if size < least
    ]
    assert small == []


def _sizes(shapes):
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _sizes(shape.shapes)
        elif getattr(shape, "has_table", False) and shape.has_table:
            frames = [cell.text_frame for row in shape.table.rows for cell in row.cells]
            yield from chain.from_iterable(_runs(frame, 14, _DEFAULT) for frame in frames)
        elif shape.has_text_frame:
            yield from _runs(shape.text_frame, 18 if _is_body(shape) else 12, _inherited_size(shape))


def _is_body(shape) -> bool:
    kinds = {PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.SUBTITLE}
    named = shape.name.startswith(("来源", "栏目"))
    return shape.is_placeholder and shape.placeholder_format.type in kinds and not named and "来源：" not in shape.text_frame.text


_DEFAULT = 18.0
"""The size of the presentation's default, which cells inherit."""


def _runs(frame, least: int, usual: float):
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            yield least, run.font.size.pt if run.font.size else usual, run.text


def test_body_text_is_there_to_be_measured(deck) -> None:
    assert sum(_is_body(shape) for slide in deck.slides for shape in slide.placeholders) > 15


def test_chart_text_is_14_points_or_more(path) -> None:
    for name, chart in shown.trees(path, r"ppt/charts/[^/]+\.xml").items():
        sizes = [int(one.get("sz")) for one in chain(chart.iter(f"{A}defRPr"), chart.iter(f"{A}rPr")) if one.get("sz")]
        assert sizes, name
        assert min(sizes) >= 1400, name


def test_chinese_line_rules_are_on(path, written) -> None:
    [presentation] = shown.trees(path, r"ppt/presentation\.xml").values()
    kinsoku = presentation.find("p:kinsoku", NS)
    assert kinsoku.get("lang") == "zh-CN"
    assert set("。，、；：？！”’）》】〉」』％·") <= set(kinsoku.get("invalStChars"))
    assert set("“‘（《【〈「『") <= set(kinsoku.get("invalEndChars"))
    levels = [(name, one) for name, tree in written.items() for one in tree.iter(f"{A}lvl1pPr")]
    assert len(levels) > 20
    for name, one in (*levels, ("default", presentation.find("p:defaultTextStyle/a:lvl1pPr", NS))):
        assert one.get("eaLnBrk") == "1", name


# ── for everyone ──


def test_charts_tables_and_groups_tell_in_words_what_they_show(written) -> None:
    checked = Counter()
    for name, tree in written.items():
        for kind in ("graphicFrame", "grpSp", "pic"):
            for shape in tree.iter(f"{P}{kind}"):
                properties = shape.find("./*/p:cNvPr", NS)
                if any(one.tag.endswith("}decorative") for one in properties.iter()):
                    assert not properties.get("descr")
                    continue
                checked[kind] += 1
                words = properties.get("descr", "")
                assert len(words) > 10, f"{name}: {properties.get('name')}"
                assert not re.search(r"\.(png|jpe?g|gif|svg|emf|wmf|xlsx)\b", words, re.IGNORECASE), name
                assert HAN.search(words), name
    assert checked["graphicFrame"] >= 5
    assert checked["grpSp"] >= 3


def test_a_groups_words_give_every_figure_that_it_shows(deck) -> None:
    for number, slide in enumerate(deck.slides, 1):
        for shape in slide.shapes:
            if not hasattr(shape, "shapes"):
                continue
            words = shape._element.find("./p:nvGrpSpPr/p:cNvPr", NS).get("descr")
            within = "\n".join(shown._words(shape.shapes))
            untold = [value.text for value in author.values() if author.says(within, value.text) and value.text not in words]
            assert untold == [], f"slide {number}"


def test_tables_have_a_header_row_and_no_merged_cells(written) -> None:
    tables = [(name, table) for name, tree in written.items() for table in tree.iter(f"{A}tbl")]
    assert len(tables) > 5
    for name, table in tables:
        assert table.find("a:tblPr", NS).get("firstRow") == "1", name
        columns = len(table.findall("a:tblGrid/a:gridCol", NS))
        assert all(len(row.findall("a:tc", NS)) == columns for row in table.iterfind("a:tr", NS)), name
        merged = {"gridSpan", "rowSpan", "hMerge", "vMerge"}
        assert not any(merged & set(cell.attrib) for cell in table.iter(f"{A}tc")), name


def test_the_document_tells_its_title_and_language(deck, content) -> None:
    assert deck.core_properties.title == content["report"]["title"]
    assert deck.core_properties.author == content["report"]["organization"]
    assert deck.core_properties.language == "zh-CN"


# ── its make ──


def test_slides_are_wide_and_their_layouts_named(deck) -> None:
    assert deck.slide_width * 9 == deck.slide_height * 16
    assert all(HAN.search(layout.name) for layout in deck.slide_layouts)


def test_every_slide_has_its_number_and_footer(deck) -> None:
    for number, slide in enumerate(deck.slides, 1):
        kinds = {shape.placeholder_format.type for shape in slide.placeholders}
        if slide.slide_layout.name != "封面":
            assert {PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.FOOTER} <= kinds, f"slide {number}"


def test_no_slide_is_a_picture(written) -> None:
    assert [name for name, tree in written.items() if tree.find(f".//{P}pic") is not None] == []


def test_a_native_charts_workbook_holds_what_its_cache_says(path, parts) -> None:
    for name, chart in shown.trees(path, r"ppt/charts/[^/]+\.xml").items():
        [book] = shown.targets(name, parts).values()
        sheet = openpyxl.load_workbook(io.BytesIO(parts[book]), data_only=True).worksheets[0]
        rows = list(sheet.iter_rows(values_only=True))
        for column, series in enumerate(chart.iterfind(".//c:ser", NS), 1):
            header, categories, numbers = shown.cached(series)
            assert header == rows[0][column], name
            assert categories == [row[0] for row in rows[1:]], name
            assert [number and float(number) for number in numbers] == [row[column] for row in rows[1:]], name
            counts = [int(one.get("val")) for one in series.iterfind(".//c:ptCount", NS)]
            assert counts == [1, len(categories), len(numbers)], name


def test_bars_start_at_zero(path) -> None:
    for name, chart in shown.trees(path, r"ppt/charts/[^/]+\.xml").items():
        if chart.find(".//c:barChart", NS) is not None:
            assert float(chart.find(".//c:valAx/c:scaling/c:min", NS).get("val")) == 0, name


def test_no_shape_id_is_given_twice_on_a_slide(written) -> None:
    for name, tree in written.items():
        ids = Counter(one.get("id") for one in tree.iter(f"{P}cNvPr"))
        assert [one for one, count in ids.items() if count > 1] == [], name


def test_no_part_is_orphaned_missing_or_untyped(parts) -> None:
    reached, waiting = set(), [""]
    while waiting:
        for target in shown.targets(waiting.pop(), parts).values():
            assert target in parts, target
            if target not in reached:
                reached.add(target)
                waiting.append(target)
    relations = {name for name in parts if name.endswith(".rels")}
    assert set(parts) - relations - {"[Content_Types].xml"} == reached
    types = ET.fromstring(parts["[Content_Types].xml"])  # noqa: S314 - our own file
    overrides = [one.get("PartName").lstrip("/") for one in types.iterfind("t:Override", NS)]
    defaults = {one.get("Extension") for one in types.iterfind("t:Default", NS)}
    assert len(overrides) == len(set(overrides))
    assert set(overrides) <= set(parts)
    untyped = {name for name in reached - set(overrides) if PurePosixPath(name).suffix.lstrip(".") not in defaults}
    assert untyped == set()


def test_the_fonts_are_in_the_deck(path, parts) -> None:
    [presentation] = shown.trees(path, r"ppt/presentation\.xml").values()
    faces = [font.get("typeface") for font in presentation.iterfind("p:embeddedFontLst/p:embeddedFont/p:font", NS)]
    assert faces == ["Noto Sans SC", "Noto Serif SC"]
    assert sum(name.endswith(".fntdata") for name in parts) == 3


def test_it_is_small_enough_for_a_mail(path) -> None:
    assert path.stat().st_size < LARGEST_FILE


# ── as another program shows it ──


@pytest.fixture(scope="module")
def rendered(path, tool, tmp_path_factory):
    folder = tmp_path_factory.mktemp("rendered")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [tool("soffice"), "--headless", profile, "--convert-to", HIDDEN_TOO, "--outdir", str(folder), str(path)]
    subprocess.run(command, capture_output=True, check=False, timeout=180)
    document = pypdfium2.PdfDocument(folder / "deck.pdf")
    yield document
    document.close()


def test_libreoffice_shows_every_slide_with_its_title(rendered, slides) -> None:
    assert len(rendered) == len(slides)
    for page, slide in zip(rendered, slides, strict=True):
        assert author.squeezed(slide.title) in author.squeezed(page.get_textpage().get_text_bounded()), f"slide {slide.number}"


def test_libreoffice_shows_no_text_beyond_a_slides_edge(rendered) -> None:
    for number, page in enumerate(rendered, 1):
        text, (width, height) = page.get_textpage(), page.get_size()
        for index in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(index)
            inside = left >= -0.5 and bottom >= -0.5 and right <= width + 0.5 and top <= height + 0.5
            assert inside, f"slide {number}: {text.get_text_range(index, 1)}"


LEAST_CONTRAST, LEAST_OF_LARGE, LARGE = 4.5, 3.0, 24
"""WCAG 2.2, 1.4.3: of text, and of text from so many points on."""


def _luminance(colour) -> float:
    parts = [one / 255 for one in colour]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one, other) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _inks(page):
    """Yield text, colour, size and the most frequent colour round each text that stands on a page."""
    picture = page.render(scale=1).to_pil().convert("RGB")
    words = page.get_textpage()
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=9):
        left, bottom, right, top = item.get_bounds()
        text = words.get_text_bounded(left, bottom, right, top).strip()
        if not text:
            continue
        channels = [ctypes.c_uint() for _ in range(4)]
        assert pdfium.FPDFPageObj_GetFillColor(item.raw, *channels)
        size, matrix = ctypes.c_float(), item.get_matrix()
        assert pdfium.FPDFTextObj_GetFontSize(item.raw, ctypes.byref(size))
        box = (int(left) - 1, int(picture.height - top) - 1, int(right) + 2, int(picture.height - bottom) + 2)
        [(ground, _)] = Counter(picture.crop(box).convert("RGB").get_flattened_data()).most_common(1)
        yield text, tuple(one.value for one in channels[:3]), size.value * (matrix.c**2 + matrix.d**2) ** 0.5, ground


def test_text_stands_out_from_its_ground(rendered) -> None:
    """Another program's ink on another program's ground."""
    checked, faint = 0, []
    for number, page in enumerate(rendered, 1):
        for text, ink, size, ground in _inks(page):
            checked += 1
            if _contrast(ink, ground) < (LEAST_OF_LARGE if size >= LARGE - 0.1 else LEAST_CONTRAST) - 0.05:
                faint.append(f"slide {number}: {text[:20]} {ink} on {ground} at {size:.0f}")
    assert faint == []
    assert checked > 300
