"""The search against every way there is, and against the length of the text: near the best, and no dearer for a long paragraph."""

from __future__ import annotations

from itertools import pairwise
from math import inf

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.fonts.library import Library
from generator.ink import Ink
from generator.typeset import costs
from generator.typeset.costs import flush_cost
from generator.typeset.cutting import strips
from generator.typeset.flush import Flush
from generator.typeset.model import Setting, Span, Style
from generator.typeset.scale import measured
from generator.units import em, pt

SIZE = pt(10)
LIBRARY = Library.open()
STYLE = Style("sans-regular", SIZE, Ink("ink", (0, 0, 0), (0, 0, 0, 100)))

SENTENCES = [
    "2020年，全国淘宝村增加到5425个；",
    "支援抗疫的实际投入近34亿元，",
    "《社会责任报告》说：“先护住生命，再接住生意。”",
    "从一棵树到一片林，十五年做的事没有变。",
    "Alipay与比尔·盖茨……都在其中——是的。",
    "the responsibilities of internationalization，",
]


def fit_for(text: str, ems: float) -> Flush:
    setting = Setting(em(SIZE, ems), pt(17))
    (strip,) = strips([Span(text, STYLE)], setting, LIBRARY)
    hyphens = dict.fromkeys(strip.hyphens, SIZE // 3)
    return Flush(strip, measured(strip, setting, hyphens), setting, 0)


def line_cost(fit: Flush, start: int, end: int) -> tuple[float, float] | None:
    """What a line of atoms `start` to before `end` costs by the house's rules, and how far it is opened in ems; None where it does
    not go into the measure."""
    scale, last = fit.scale, end - 1
    slack = scale.start(start) + fit.setting.measure - scale.ends[last]
    give = scale.shrink[last] - scale.shrink[start]
    if slack + give < 0 or fit.prices[last] == inf:
        return None
    if last == fit.last:
        short = costs.SHORT_END_COST if start > fit.short_from else 0.0
        return short + (flush_cost(slack, give, 0, 0, fit.em)[0] if slack < 0 else 0.0), 0.0
    fill, joints = scale.stretch[last] - scale.stretch[start], (scale.even[last] - scale.even[start]) * fit.em
    cost, opened = flush_cost(slack, give, fill, joints, fit.em)
    ladder = costs.LADDER_COST if fit.strip.joints[start].hyphen and fit.strip.joints[end].hyphen else 0.0
    return cost + ladder + fit.strip.joints[end].cost, opened


def beside(fit: Flush, before: tuple[int, int] | None, made: float, end: int) -> float:
    """What a line costs beside the one before it: the first line has none, the last one is as it comes."""
    if before is None or end > fit.last:
        return 0.0
    earlier = line_cost(fit, *before)
    assert earlier is not None
    return costs.UNLIKE_COST * (earlier[1] - made) ** 2


def exhaustive(fit: Flush) -> float:
    """The least cost of all ways, found by trying each pair of neighbouring lines."""

    def best(start: int, before: tuple[int, int] | None) -> float:
        if (start, before) in known:
            return known[start, before]
        if start == fit.last + 1:
            return 0.0
        least = inf
        for end in range(start + 1, fit.last + 2):
            if (made := line_cost(fit, start, end)) is not None:
                least = min(least, made[0] + beside(fit, before, made[1], end) + best(end, (start, end)))
        known[start, before] = least
        return least

    known: dict[tuple[int, tuple[int, int] | None], float] = {}
    return best(0, None)


def found(fit: Flush) -> float:
    """The cost of the lines that the composer sets."""
    before, total = None, 0.0
    for start, end, _ in fit.lines():
        made = line_cost(fit, start, end)
        assert made is not None
        total += made[0] + beside(fit, before, made[1], end)
        before = (start, end)
    return total


@given(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=7).map("".join), st.floats(12, 44))
@example("the responsibilities of internationalization，" * 3, 12.0)
@example("Alipay与比尔·盖茨……都在其中——是的。" * 2 + "the responsibilities of internationalization，", 32.5)
@settings(max_examples=120, deadline=None)
def test_the_lines_cost_no_more_than_a_tenth_over_the_best_there_are(text: str, ems: float) -> None:
    fit = fit_for(text, ems)
    assert found(fit) <= exhaustive(fit) * 1.1 + 0.001


@pytest.mark.parametrize("ems", [8, 20, 36])
def test_a_line_is_weighed_no_more_often_in_a_long_paragraph_than_in_a_short_one(ems: float, monkeypatch) -> None:
    weighed: list[int] = []

    def counted(*measures: float) -> tuple[float, float]:
        weighed[-1] += 1
        return flush_cost(*measures)

    monkeypatch.setattr("generator.typeset.flush.flush_cost", counted)
    for times in (60, 200):
        weighed.append(0)
        fit_for("".join(SENTENCES) * times, ems).best()
        weighed[-1] //= times
    assert all(later <= earlier * 1.2 for earlier, later in pairwise(weighed))
