"""What counts as a number in running Chinese, read by the author's stage and by the inspector, each with its own eyes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.content.figures.quantity import Quantity, read
from generator.content.figures.units import STANDARD
from generator.content.numerals.classes import CLASSES, PATTERN
from generator.content.numerals.finder import Finder, Found, Nature
from generator.content.numerals.sayings import WORDS
from generator.content.numerals.worth import worth
from generator.content.slips.typed import typed_numbers
from generator.content.wording import wording
from generator.diagnostics import Words, said
from generator.document.numerals import Numerals
from generator.inspection.numerals import MASK, numerals, unexplained
from tests.document import author
from tests.prose.corpora import KNOWN, NUMERALS, ORDINARY, WORDED, Marked

FINDER = Finder((), (), STANDARD)
PIECES = Numerals((), STANDARD)


def spans(found: list[Found], *natures: Nature) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in found if one.nature in natures]


def printed(text: str) -> str:
    """The text as the inspector reads it: ordinary numbers of a known class are uses, found and masked."""
    return "".join(MASK * len(one.text) if one.nature is Nature.KNOWN else one.text for one in PIECES.pieces(text))


def test_the_corpora_are_as_large_as_they_should_be() -> None:
    assert len(set(ORDINARY)) >= 500
    assert len({one.text for one in NUMERALS}) >= 150


def test_ordinary_sentences_hold_no_number_for_either_reader() -> None:
    assert [text for text in ORDINARY if spans(FINDER.find(text), Nature.NUMERAL, Nature.WORDED)] == []
    assert [text for text in ORDINARY if unexplained(printed(text), ())] == []


@pytest.mark.parametrize("sentence", NUMERALS, ids=lambda one: one.text)
def test_a_numeral_is_found_whole_by_the_author_and_again_by_the_inspector(sentence: Marked) -> None:
    assert spans(FINDER.find(sentence.text), *Nature) == sentence.spans
    strays = [(one.start, one.start + len(one.text)) for one in unexplained(sentence.text, ())]
    for start, end in sentence.spans:
        assert any(first < end and start < last for first, last in strays)
    for first, last in strays:
        assert any(first < end and start < last for start, end in sentence.spans)


@pytest.mark.parametrize(("known", "sentence"), KNOWN, ids=[sentence.text for _, sentence in KNOWN])
def test_an_ordinary_number_is_of_its_class_and_explains_itself(known: str, sentence: Marked) -> None:
    found = FINDER.find(sentence.text)
    assert [(one.start, one.end, one.known) for one in found] == [(*span, known) for span in sentence.spans]
    assert unexplained(printed(sentence.text), ()) == ()


@pytest.mark.parametrize("sentence", WORDED, ids=lambda one: one.text)
def test_a_share_or_a_multiple_in_words_is_told_apart(sentence: Marked) -> None:
    found = FINDER.find(sentence.text)
    assert spans(found, Nature.WORDED) == sentence.spans
    assert spans(found, Nature.NUMERAL) == []
    assert unexplained(sentence.text, ()) == ()


def test_every_class_is_data_with_examples_of_its_own() -> None:
    for known in CLASSES:
        assert known.examples
        for example in known.examples:
            (found,) = FINDER.find(example)
            assert (found.nature, found.known) == (Nature.KNOWN, known.name), example
    assert PATTERN.fullmatch("") is None


def test_every_saying_would_else_be_a_number() -> None:
    before = ("", "近", "上", "过", "逾")
    assert [word for word in WORDS if not any(list(numerals(f"{one}{word}的")) for one in before)] == []


@pytest.mark.parametrize("word", ["门牌34", "双34", "甲34号"])
def test_names_and_exempt_words_come_first(word: str) -> None:
    assert FINDER.find(word) != []
    assert spans(Finder([word], (), STANDARD).find(word), *Nature) == []
    assert spans(Finder((), [word], STANDARD).find(word), Nature.EXEMPT) == [(0, len(word))]


@pytest.mark.parametrize(
    ("words", "amount", "unit"),
    [
        ("3.5", "3.5", ""),
        ("1,200", "1200", ""),
        ("百分之五", "5", "%"),
        ("百分之百", "100", "%"),
        ("百分之九十九点九", "99.9", "%"),
        ("千分之三", "3", "‰"),
        ("一点五", "1.5", ""),
        ("二点二亿", "220000000", ""),
        ("负三", "-3", ""),
        ("壹佰万", "1000000", ""),
        ("二十八", "28", ""),
        ("三成", "30", "%"),
        ("两倍", "2", "倍"),
        ("一半", "50", "%"),
    ],
)
def test_what_a_numeral_is_worth(words: str, amount: str, unit: str) -> None:
    assert worth(words) == (Decimal(amount), unit)


@pytest.mark.parametrize(
    ("text", "numbers", "cure"),
    [
        ("等15—20分钟", ["15—20分钟"], said("typed-number.register")),
        ("配比1：20", ["1：20"], said("typed-number.register")),
        ("成立于2021/8/5", ["2021/8/5"], said("hint.write", cure="2021年8月5日")),
        ("成立于2021.08.05", ["2021.08.05"], said("hint.write", cure="2021年8月5日")),
        ("二零二零年", ["二零二零年"], said("hint.write", cure="2020年")),
        ("减CO2", ["2"], said("typed-number.shift", cure="~2~")),
        ("占3km2", ["3", "2"], said("typed-number.register")),
        ("15和20", ["15", "20"], said("typed-number.register")),
    ],
)
def test_one_fault_is_one_message_with_its_own_cure(text: str, numbers: list[str], cure: Words) -> None:
    slips = list(typed_numbers(text, wording((), (), (), STANDARD)))
    assert [dict(one.says.values)["number"] for one in slips] == numbers
    assert slips[0].cure == cure


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("百分之五", "5%"),
        ("百分之百", "100%"),
        ("千分之三", "3‰"),
        ("一点五倍", "1.5倍"),
        ("零点五个百分点", "0.5个百分点"),
        ("负三个百分点", "-3个百分点"),
        ("逾百家", "逾100家"),
        ("近万人", "近1万人"),
        ("百余家", "100余家"),
        ("二十八个", "28个"),
        ("壹佰万元", "100万元"),
        ("两亿元", "2亿元"),
        ("三成", "30%"),
        ("两倍", "2倍"),
        ("上百家", ""),
        ("过亿元", ""),
        ("十几个", ""),
        ("零下五度", ""),
        ("一百二", ""),
        ("34个", ""),
    ],
)
def test_the_value_offered_is_what_was_said_or_none_is_offered(typed: str, value: str) -> None:
    (number,) = wording((), (), (), STANDARD).typed(f"有{typed}。")
    assert number.written == value
    if value:
        assert isinstance(read(value, STANDARD), Quantity)


VALUES = {
    "5%": "百分之五",
    "1.5倍": "一点五倍",
    "100万元": "壹佰万元",
    "30%": "三成",
    "2亿元": "两亿元",
    "5000家": "五千家",
    "3‰": "千分之三",
    "0.5个百分点": "零点五个百分点",
    "数亿消费者": "数亿消费者",
    "2倍": "两倍",
    "-3个百分点": "负三个百分点",
    "15—20分钟": "15—20分钟",
}


@pytest.mark.parametrize("written", VALUES)
def test_the_cure_names_the_figure_that_says_the_same(written: str) -> None:
    figures = [author.figure(value, {"values": {"2020年": value}}) for value in VALUES]
    (number,) = wording((), (), figures, STANDARD).typed(f"约有{VALUES[written]}。")
    assert (number.reference, number.says) == (written, written)


@pytest.mark.parametrize("words", ["数亿", "十几", "三分之二", "几百"])
def test_what_says_no_exact_number_is_worth_none(words: str) -> None:
    assert worth(words) is None
