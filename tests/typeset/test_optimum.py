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
from generator.typeset.costs import EVEN, Grey, flush_cost
from generator.typeset.fit import Fit
from generator.typeset.model import Setting, Span, Style
from generator.typeset.scale import measured
from generator.typeset.strip import Strip, strips
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


def hyphens_of(strip: Strip) -> dict[int, int]:
    """Some width for each hyphen that could be printed."""
    return {index: SIZE // 3 for index, joint in enumerate(strip.joints) if joint.hyphen}


def fit_for(text: str, ems: float) -> Fit:
    setting = Setting(em(SIZE, ems), pt(17))
    (strip,) = strips([Span(text, STYLE)], setting, LIBRARY)
    return Fit(strip, measured(strip, setting, hyphens_of(strip)), setting, 0)


def line_cost(fit: Fit, start: int, end: int) -> tuple[float, Grey] | None:
    """What a line of atoms `start` to before `end` costs by the house's rules; None where it does not go into the measure."""
    scale, last = fit.scale, end - 1
    slack = scale.starts[start] + fit.setting.measure - scale.ends[last]
    give = scale.shrink[last] - scale.shrink[start]
    if slack + give < 0 or last not in fit.places:
        return None
    if last == fit.last:
        short = costs.SHORT_END_COST if start > fit.short_from else 0.0
        return short + (flush_cost(slack, give, 0, 0) if slack < 0 else 0.0), EVEN
    fill, opening = scale.stretch[last] - scale.stretch[start], (scale.even[last] - scale.even[start]) * fit.em
    cost = flush_cost(slack, give, fill, opening)
    ladder = costs.LADDER_COST if fit.strip.joints[start].hyphen and fit.strip.joints[end].hyphen else 0.0
    return cost + ladder + fit.strip.joints[end].cost, costs.grey(slack, cost)


def exhaustive(fit: Fit) -> float:
    """The least cost of all ways, found by trying each."""

    def best(start: int, before: Grey) -> float:
        if (start, before) in known:
            return known[start, before]
        if start == fit.last + 1:
            return 0.0
        least = inf
        for end in range(start + 1, fit.last + 2):
            if (made := line_cost(fit, start, end)) is not None:
                uneven = costs.UNEVEN_COST if abs(made[1] - before) > 1 else 0.0
                least = min(least, made[0] + uneven + best(end, made[1]))
        known[start, before] = least
        return least

    known: dict[tuple[int, Grey], float] = {}
    return best(0, EVEN)


def found(fit: Fit) -> float:
    """The cost of the lines that the composer sets."""
    before, total = EVEN, 0.0
    for start, end in fit.lines():
        made = line_cost(fit, start, end)
        assert made is not None
        total += made[0] + (costs.UNEVEN_COST if abs(made[1] - before) > 1 else 0.0)
        before = made[1]
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

    def counted(*measures: float) -> float:
        weighed[-1] += 1
        return flush_cost(*measures)

    monkeypatch.setattr("generator.typeset.fit.flush_cost", counted)
    for times in (20, 60, 200):
        weighed.append(0)
        fit_for("".join(SENTENCES) * times, ems).search()
        weighed[-1] //= times
    assert all(later <= earlier * 1.2 for earlier, later in pairwise(weighed))
