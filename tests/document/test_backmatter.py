"""What the back matter says: definitions that add to their labels, places in the only source, kinds in plain words."""

from __future__ import annotations

import pytest

from generator.document.backmatter import says_more
from generator.document.copydesk import KINDS
from generator.document.model import plain
from generator.document.resolve import resolve
from tests.document import author

FIGURES = {
    "投入": {"values": {"2020年": "34亿元"}, "source": "报道 第6段"},
    "善款": {"values": {"2020年": "20亿元"}, "source": "报道 第21段"},
}


def made(**changes):
    return resolve(author.report({"figures": FIGURES, **changes})).value


@pytest.mark.parametrize(
    ("means", "label", "more"),
    [
        ("参与公益的消费者", "参与公益的消费者", False),
        ("全国淘宝村", "淘宝村", False),
        ("淘宝村的数量、总量", "淘宝村数量，总量", False),
        ("除中国以外，获赠抗疫物资的国家", "国外受援国家", True),
        ("阿里云自建基地型数据中心交易的清洁能源电量", "交易清洁能源电量", True),
    ],
)
def test_a_definition_is_worth_printing_where_it_says_more_than_its_label(means: str, label: str, *, more: bool) -> None:
    assert says_more(means, label) is more


def test_kinds_are_words_that_a_reader_knows() -> None:
    jargon = ("流量", "存量", "序数", "等量")
    assert not [name for name in KINDS.values() if any(word in name for word in jargon)]
    assert len(set(KINDS.values())) == len(KINDS)


def test_a_figure_tells_its_place_apart_from_its_source() -> None:
    report = made()
    rows = {row.figure: row for table in report.tables for row in table.rows}
    assert (plain(rows["善款"].source), plain(rows["善款"].place)) == ("报道，第21段", "第21段")


def test_the_only_source_has_a_name_and_one_of_several_has_none() -> None:
    assert plain(made().sole_source) == "报道"
    other = {"values": {"2020年": "2亿件"}, "source": "年报 第2页"}
    assert made(sources={"报道": {}, "年报": {}}, figures={**FIGURES, "物资": other}).sole_source == ()
