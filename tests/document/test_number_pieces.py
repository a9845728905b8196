"""Numbers in pieces: what of a number stands large, what beside it; joined they are the number as printed."""

from __future__ import annotations

import pytest

from generator.content.figures.quantity import Quantity, read
from generator.content.figures.units import STANDARD
from generator.document import pieces
from generator.document.model import Datum, Number, Run, plain
from generator.document.numbers import of_quantity
from generator.document.pieces import Rank

MARKS = {Rank.DIGITS: "#", Rank.WORDS: "~", Rank.MAGNITUDE: "+", Rank.BESIDE: ""}


def number(text: str) -> Number:
    quantity = read(text, STANDARD)
    assert isinstance(quantity, Quantity), quantity
    return of_quantity(quantity)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("近34亿元", "近 34# 亿+ 元"),
        ("2亿件", "2# 亿+ 件"),
        ("1.2万亿元", "1.2# 万亿+ 元"),
        ("4.1亿千瓦时", "4.1# 亿+ 千瓦时"),
        ("5千瓦时", "5# 千瓦时"),
        ("2000多个产业带", "2000# 多个产业带"),
        ("3000多万元", "3000# 多万+ 元"),
        ("超过1万名残障人士", "超过 1# 万+ 名残障人士"),
        ("17.6%", "17.6# %+"),
        ("5425个", "5425# 个"),
        ("数亿消费者", "数亿~ 消费者"),
        ("数亿名消费者", "数亿~ 名消费者"),
        ("15—20分钟", "15—20# 分钟"),
        ("3.5—4亿元", "3.5—4# 亿+ 元"),
        ("2/3", "2/3#"),
        ("1∶0.62", "1∶0.62#"),
        ("三分之二", "三分之二~"),
        ("未披露", "未披露~"),
    ],
)
def test_what_stands_large_and_what_beside_it(text: str, shown: str) -> None:
    found = pieces.pieces(number(text))
    assert " ".join(piece.text + MARKS[piece.rank] for piece in found) == shown
    assert "".join(piece.text for piece in found) == text


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("超过1万名残障人士", "残障人士"),
        ("17万位乡村教师", "乡村教师"),
        ("34亿元", "元"),
        ("数亿消费者", "消费者"),
        ("17.6%", ""),
    ],
)
def test_what_may_stand_under_a_number_is_never_its_magnitude(text: str, noun: str) -> None:
    assert pieces.noun_of(number(text)) == noun


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("近34亿元", ("近34", "亿", "元")),
        ("5425个", ("5425", "", "个")),
        ("17.6%", ("17.6", "%", "")),
        ("数亿消费者", ("数亿", "", "消费者")),
    ],
)
def test_a_tables_column_parts_a_number_at_its_digits(text: str, columns: tuple[str, str, str]) -> None:
    assert pieces.columns(number(text)) == columns


@pytest.mark.parametrize(
    ("text", "label", "under"),
    [
        ("25万品牌", "参与双11的品牌", "参与双11"),
        ("17万位乡村教师和学生", "受益的乡村教师和学生", "受益"),
        ("150个国家", "国外受援国家", "国外受援"),
        ("18个欠发达县域", "特派员驻扎县域", "特派员驻扎"),
        ("20万居民", "农村居民", "农村居民"),
        ("3万名教师", "教师", "教师"),
        ("近34亿元", "支援抗疫投入", "支援抗疫投入"),
    ],
)
def test_a_label_under_a_number_does_not_say_its_noun_again(text: str, label: str, under: str) -> None:
    datum = Datum("甲", (Run(label),), (), number(text), (), (), "", (), computed=False, origin="甲")
    assert plain(pieces.caption(datum)) == under
