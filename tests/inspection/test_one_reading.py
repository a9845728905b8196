"""Author's finder and stranger's finder agree: what the content stage passes in silence the inspection never calls unexplained."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.content.figures.units import STANDARD
from generator.content.model import Exemption
from generator.content.numerals.finder import Nature
from generator.content.wording import wording
from generator.diagnostics import Span
from generator.inspection.numerals import MASK, unexplained

HERE = Span("content.yaml", 1, 1)
NAMES = ["双11", "人人3小时", "天猫618", "第2", "十五年", "2020—2021"]
EXEMPT = ["34", "一带一路60国", "400-800-1234", "三千里"]
WORDS = wording([Exemption(one, "名", HERE) for one in NAMES], [Exemption(one, "意", HERE) for one in EXEMPT], (), STANDARD)

CHARACTERS = "0123456789２０〇一二三五十百千万亿两数几年月日财底个元第约近半成.,:%-−–—至·，。：．／/~^ ()（）“”½²①Ⅳ㈠₂" + MASK
LONGER = ["2020", "2021年", "19", "12月", "万一", "一五一十", "千千万万", "千万别", "-3", "财政年度", "2021-08-05"]
SPOKEN = [
    *("百分之", "分之", "个百分点", "倍", "人", "家", "余", "多", "负", "零", "逾", "过", "上", "数以", "计"),
    *("壹", "佰", "仟", "拾", "图", "热线", "24小时", "世纪"),
]
PIECES = st.sampled_from([*CHARACTERS, *LONGER, *SPOKEN, *NAMES, *EXEMPT])


def told(text: str) -> list[tuple[int, int]]:
    """Where the content stage points at a typed number."""
    return [(one.start, one.start + len(one.text)) for one in WORDS.typed(text) if not one.worded]


def found(text: str) -> list[tuple[int, int]]:
    """Where the inspection finds a numeral that nothing explains; exempt words and known classes are uses, and are masked."""
    for one in WORDS.finder.find(text):
        if one.nature in {Nature.EXEMPT, Nature.KNOWN}:
            text = text[: one.start] + MASK * (one.end - one.start) + text[one.end :]
    strays = unexplained(text, NAMES) if MASK not in text else [one for one in unexplained(text, NAMES) if "…" not in one.text]
    return [(one.start, one.start + len(one.text)) for one in strays]


def overlap(one: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(one[0] < end and start < one[1] for start, end in others)


@settings(max_examples=600, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
@example("电话400-800-1235。")
@example("10^-3^")
@example("12020年5月")
@example("2020—2021万")
@example("第20段")
@example("2700亿元")
@example("二〇二一")
@example("万一千")
@example("逾万百")
@example("超过3万千瓦时")
def test_both_find_the_same_numerals(text: str) -> None:
    author, stranger = told(text), found(text)
    assert [one for one in stranger if not overlap(one, author)] == [], "found in the outputs, and never told"
    assert [one for one in author if not overlap(one, stranger)] == [], "told, and never found in the outputs"


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES.filter(lambda piece: piece != MASK), max_size=10).map("".join))
@example("-34")
@example("34万")
@example("路-三千里")
def test_a_sign_or_a_scale_beside_exempt_words_takes_their_exemption(text: str) -> None:
    masked = text
    for start, end, _reason in WORDS.exemptions(text):
        masked = masked[:start] + MASK * (end - start) + masked[end:]
    assert not [one for one in unexplained(masked, ()) if "…" in one.text]
