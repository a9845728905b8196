"""What holds of any text in any measure: nothing lost, nothing raised, no bad edge, no line too wide unless one piece is."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.fonts.library import Library
from generator.ink import Ink
from generator.typeset.breaks import Rank
from generator.typeset.cutting import merged, strips
from generator.typeset.model import Align, Level, Setting, Span, Stop, Style, Tab
from generator.typeset.paragraph import compose, natural_width
from generator.typeset.scale import HANGING, measured
from generator.typeset.shaping import INVISIBLE, drawer
from generator.units import em, pt, to_pt

SIZE = pt(10)
LIBRARY = Library.open()
INK = Ink("ink", (0, 0, 0), (0, 0, 0, 100))
STYLE = Style("sans-regular", SIZE, INK)
BOLD = Style("serif-bold", pt(13), INK)

NO_START = "。．，、；：？！～·’”）］｝》〉】〗〕」』％‰℃/"
NO_END = "‘“（［｛《〈【〖〔「『￥＄№/"

PIECES = [
    "近34亿元",
    "5425个",
    "2020年",
    "，",
    "。",
    "“",
    "”",
    "《",
    "》",
    "（",
    "）",
    "——",
    "……",
    "·",
    "/",
    "～",
    "Power",
    " ",
    "20%",
    "简",
    "报",
    "的",
]
prose = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
sane = st.lists(
    st.sampled_from(["近34亿元", "5425个", "2020年", "简", "报", "的", "好，", "好。", "“简”", "《报》", "（的）", "Power的"]),
    min_size=1,
    max_size=60,
)
ems = st.floats(2, 45)
aligns = st.sampled_from(list(Align))
levels = st.sampled_from(list(Level))


def setting(measure: float, align: Align = Align.JUSTIFY, level: Level = Level.GB, *, balanced: bool = False) -> Setting:
    return Setting(em(SIZE, measure), pt(17), align, em(SIZE, 2) if measure > 4 else 0, level, balanced)


@given(st.text(max_size=80) | prose, st.floats(-1, 45), aligns, levels, st.booleans())
@settings(max_examples=300, deadline=None)
def test_nothing_is_lost_and_nothing_raised(text: str, measure: float, align: Align, level: Level, balanced: bool) -> None:  # noqa: FBT001
    composed = compose([Span(text, STYLE)], setting(measure, align, level, balanced=balanced), LIBRARY)
    assert "".join(line.text for line in composed.lines) == text
    glyphs = "".join(glyph.text for line in composed.lines for run in line.runs for glyph in run.glyphs)
    assert glyphs == "".join(char for char in text if char not in INVISIBLE)


titles = st.lists(
    st.builds(Span, st.text(max_size=12) | prose, st.sampled_from([STYLE, replace(STYLE, size=pt(38))]), pause=st.booleans()),
    max_size=6,
)


@given(titles, st.floats(-1, 45), aligns, levels)
@settings(max_examples=300, deadline=None)
def test_a_title_loses_nothing_and_no_ink_goes_back(spans: list[Span], measure: float, align: Align, level: Level) -> None:
    how = replace(setting(measure, align, level, balanced=True), display=True)
    composed = compose(spans, how, LIBRARY)
    assert "".join(line.text for line in composed.lines) == "".join(span.text for span in spans)
    for line in composed.lines:
        for run in line.runs:
            assert all(after.x >= before.x for before, after in pairwise(one for one in run.glyphs if one.text.isdigit()))


rows = st.lists(st.sampled_from([*PIECES, "\t", "\n", "\r\n", "₂", "\u00a0", "e\u0301", "𬜬"]), max_size=30).map("".join)
shifts = st.sampled_from(["", "sub", "super"])
many_spans = st.lists(
    st.builds(Span, prose | rows, st.sampled_from([STYLE, BOLD]), st.sampled_from(["", "u1", "u2"]), shifts, st.booleans())
)
stops = st.builds(Tab, st.floats(0, 20).map(lambda at: em(SIZE, at)), st.sampled_from(list(Stop)))


@given(many_spans, ems, aligns, st.booleans(), st.lists(stops, max_size=3).map(tuple))
@settings(max_examples=250, deadline=None)
def test_spans_of_any_style_are_set_in_order(
    spans: list[Span],
    measure: float,
    align: Align,
    hanging: bool,  # noqa: FBT001
    tabs: tuple[Tab, ...],
) -> None:
    composed = compose(spans, replace(setting(measure, align), hanging=hanging, tabs=tabs), LIBRARY)
    runs = [run for line in composed.lines for run in line.runs]
    text = "".join(span.text for span in spans)
    assert "".join(run.text for run in runs) == text
    assert "".join(glyph.text for run in runs for glyph in run.glyphs) == "".join(char for char in text if char not in INVISIBLE)
    assert {run.use for run in runs} <= {span.use for span in spans}
    assert all(run.width >= 0 for run in runs)


@given(sane.map("".join), st.floats(12, 45), aligns, levels)
@settings(max_examples=200, deadline=None)
def test_no_line_begins_or_ends_badly_nor_is_too_wide(text: str, measure: float, align: Align, level: Level) -> None:
    composed = compose([Span(text, STYLE)], setting(measure, align, level), LIBRARY)
    for line in composed.lines[1:]:
        assert line.text[0] not in NO_START
    for line in composed.lines[:-1]:
        assert line.text[-1] not in NO_END
    for line in composed.lines:
        assert to_pt(line.runs[-1].origin_point.x + line.runs[-1].width - em(SIZE, measure)) < 0.01


@given(sane, st.floats(12, 45), aligns)
@settings(max_examples=200, deadline=None)
def test_no_number_and_no_short_word_is_parted(pieces: list[str], measure: float, align: Align) -> None:
    text = "".join(pieces)
    composed = compose([Span(text, STYLE)], setting(measure, align), LIBRARY)
    for piece in ("近34亿元", "5425个", "2020年", "Power"):
        assert sum(line.text.count(piece) for line in composed.lines) == text.count(piece)


@given(sane.map("".join), st.floats(12, 45), aligns)
@settings(max_examples=150, deadline=None)
def test_what_hangs_is_one_small_mark(text: str, measure: float, align: Align) -> None:
    composed = compose([Span(text, STYLE)], replace(setting(measure, align), hanging=True), LIBRARY)
    assert "".join(line.text for line in composed.lines) == text
    for line in composed.lines:
        assert to_pt(line.width - em(SIZE, measure)) < 0.01
        hung = [glyph.text for run in line.runs for glyph in run.glyphs if run.origin_point.x + glyph.x >= em(SIZE, measure) - 1]
        assert len(hung) <= 1
        assert set(hung) <= HANGING


@given(prose | st.text(max_size=60), st.floats(1, 30), aligns, levels)
@settings(max_examples=200, deadline=None)
def test_a_paragraph_without_shortfall_keeps_every_rule(text: str, measure: float, align: Align, level: Level) -> None:
    made = setting(measure, align, level)
    composed = compose([Span(text, STYLE)], made, LIBRARY)
    if composed.shortfall.edges or composed.shortfall.torn or composed.shortfall.wide:
        return
    for line in composed.lines:
        assert to_pt(line.width - made.measure) < 0.02
    for before, after in pairwise(composed.lines):
        if before.text[-1] not in INVISIBLE:
            assert after.text[0] not in NO_START
            assert before.text[-1] not in "‘“（［｛《〈【〖〔「『￥＄№"


HYPHEN = drawer(LIBRARY.face(STYLE.face), STYLE.size, "", Level.GB)["-"].width


def all_pieces_fit(text: str, made: Setting) -> bool:
    """Whether each piece between two permitted line ends goes into the measure by itself."""
    for strip in strips(merged([Span(text, STYLE)]), made, LIBRARY):
        scale = measured(strip, made, dict.fromkeys(strip.hyphens, HYPHEN))
        places = [index for index, joint in enumerate(strip.joints) if index and joint.rank is Rank.FREE]
        for start, end in pairwise([0, *places, len(strip.atoms)]):
            give = scale.shrink[end - 1] - scale.shrink[start] if made.align is Align.JUSTIFY else 0
            if scale.ends[end - 1] - scale.start(start) - give > made.measure - made.indent:
                return False
    return True


@given(prose, st.floats(4, 30), aligns, levels, st.booleans())
@settings(max_examples=300, deadline=None)
def test_no_rule_of_edges_is_broken_unless_a_piece_is_wider_than_the_measure(
    text: str,
    measure: float,
    align: Align,
    level: Level,
    hanging: bool,  # noqa: FBT001
) -> None:
    made = replace(setting(measure, align, level), hanging=hanging)
    shortfall = compose([Span(text, STYLE)], made, LIBRARY).shortfall
    if all_pieces_fit(text, made):
        assert (shortfall.edges, shortfall.torn, shortfall.wide) == (0, 0, 0)


@given(prose, ems, aligns)
@settings(max_examples=100, deadline=None)
def test_the_same_text_is_set_the_same_way(text: str, measure: float, align: Align) -> None:
    spans = [Span(text, STYLE)]
    assert compose(spans, setting(measure, align), LIBRARY) == compose(spans, setting(measure, align), LIBRARY)


@given(prose.filter(bool), aligns, st.sampled_from([Level.GB, Level.STRICT]))
@settings(max_examples=150, deadline=None)
def test_text_fits_on_one_line_of_its_natural_width(text: str, align: Align, level: Level) -> None:
    spans = [Span(text, STYLE)]
    composed = compose(spans, Setting(natural_width(spans, LIBRARY), pt(17), align, level=level), LIBRARY)
    assert len(composed.lines) == 1


@pytest.mark.parametrize("align", list(Align))
def test_glyphs_of_a_line_never_run_backwards(align: Align) -> None:
    text = "他说：“《春雷》（2020）——‘计划’……很好。”比尔·盖茨 said “Hello”。" * 4
    for line in compose([Span(text, STYLE)], setting(17, align), LIBRARY).lines:
        places = [run.origin_point.x + glyph.x for run in line.runs for glyph in run.glyphs]
        assert places == sorted(places)
