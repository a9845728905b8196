"""Text as the composer understands it: pieces, numbers, and whose quotation marks are whose."""

from __future__ import annotations

import pytest

from generator.typeset.classes import Class, classify
from generator.typeset.numerals import numerals
from generator.typeset.parting import hyphen_points
from generator.typeset.punctuation import western_marks
from generator.typeset.tokens import tokens


@pytest.mark.parametrize(
    ("char", "kind"),
    [
        ("简", Class.HAN),
        ("𬜬", Class.HAN),
        ("カ", Class.HAN),
        ("《", Class.OPEN),
        ("”", Class.CLOSE),
        ("；", Class.COMMA),
        ("？", Class.STOP),
        ("·", Class.MIDDLE),
        ("～", Class.CONNECTOR),
        ("￥", Class.PREFIX),
        ("℃", Class.POSTFIX),
        ("A", Class.WESTERN),
        ("é", Class.WESTERN),
        ("7", Class.WESTERN),
        ("Ж", Class.WESTERN),
        ("７", Class.HAN),
        ("×", Class.NEUTRAL),
    ],
)
def test_a_character_has_a_class(char: str, kind: Class) -> None:
    assert classify(char) is kind


def test_pieces_are_han_characters_marks_and_western_words() -> None:
    assert tokens("近34亿元，Power——好……") == ["近", "34", "亿", "元", "，", "Power", "——", "好", "……"]


def test_a_combining_mark_stays_with_its_letter() -> None:
    assert tokens("e\u0301好\ufe00") == ["e\u0301", "好\ufe00"]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("实际投入近34亿元，", ["近34亿元"]),
        ("超过2亿件物资", ["超过2亿件"]),
        ("约200余所学校", ["约200余所"]),
        ("20多个省", ["20多个"]),
        ("1.2万亿元", ["1.2万亿元"]),
        ("2,700亿元", ["2,700亿元"]),
        ("上升3个百分点", ["3个百分点"]),
        ("省电4.1亿千瓦时", ["4.1亿千瓦时"]),
        ("34亿消费者", ["34亿"]),
        ("¥3000和$5", ["¥3000", "$5"]),
        ("13万～17万元", ["13万", "17万元"]),
        ("2021年8月5日", ["2021年", "8月", "5日"]),
        ("第15年，第三次", ["第15年", "第三次"]),
        ("下降20%。", ["20%"]),
        ("COVID-19疫情", ["19"]),
        ("降到-5℃", ["-5℃"]),
        ("没有数字", []),
    ],
)
def test_a_number_goes_with_its_qualifier_scale_and_unit(text: str, pieces: list[str]) -> None:
    assert [text[start:end] for start, end in numerals(text)] == pieces


@pytest.mark.parametrize(
    ("text", "western"),
    [
        ("他说“好”。", ""),
        ("他说“Power”。", ""),
        ("“Power”是什么", ""),
        ("Alibaba’s plan", "’"),
        ("a “green” plan", "“”"),
        ("“A green plan.”", "“”"),
        ("阿里巴巴的 a “green” plan", "“”"),
        ("没有引号", ""),
        ("a plan — and more", "—"),
        ("plan—and “more”", "—“”"),
        ("wait… what", "…"),
        ("从一棵树…到一片林", ""),
        ("十五年——从一棵树……", ""),
        ("a plan —— and more", ""),
        ("2020—2021", ""),
        ("用Power—简报", ""),
    ],
)
def test_marks_belong_to_the_language_around_them(text: str, western: str) -> None:
    assert "".join(text[index] for index in sorted(western_marks(text))) == western


def test_only_long_words_are_hyphenated() -> None:
    assert hyphen_points("Power") == ()
    assert hyphen_points("https://internationalization.example") == ()
    assert 5 in hyphen_points("internationalization")
