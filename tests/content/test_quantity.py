"""Quantities: read as people write them, exact, printed back the same; what is none is told with its cure."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.figures.quantity import AFTER_NUMBER, QUALIFIERS, ZEROS, Quantity, Refusal, read
from generator.content.figures.units import STANDARD, Unit
from generator.content.slip import Slip
from generator.content.slips.quantities import explain

ARTICLE = (
    "近34亿元 832个 2700亿元 超2700亿元 超100万人 第15年 15年 20个 5425个 7.6万棵 2.2亿棵 100万元 250万商家 数亿消费者 "
    "超过3200个公益项目 超20亿元 2500万元 34亿元 1.5亿元 150个国家 2亿件 28个省市 229个 11年 20个省市 2000多个产业带 3批 18个 "
    "3037亿元 832个前国家级贫困县 近1000个 超1000个 100万吨 17万位乡村教师和学生 5.3亿个 393万棵 393万棵梭梭树 4.1亿千瓦时 "
    "1100万吨 6300平方公里 4982亿元 超过8亿消费者 25万品牌 500万商家 20万度 7.9万公斤 超过22亿张 17.6% 12个APP 超过1万名残障人士 "
    "3小时 100万人 接近3500家 约3200个公益项目 超过20亿元 300万人次 200余所 200余所乡村学校 12万师生 10万学童 10万乡村学童 "
    "17万乡村儿童 102年"
)


def quantity(text: str) -> Quantity:
    found = read(text, STANDARD)
    assert isinstance(found, Quantity)
    return found


def slip(text: str) -> Slip:
    found = read(text, STANDARD)
    assert isinstance(found, Refusal)
    return explain(text, found, STANDARD)


@pytest.mark.parametrize("text", ARTICLE.split())
def test_every_quantity_of_a_real_article_is_read_and_printed_back(text: str) -> None:
    found = quantity(text)
    assert str(found) == found.qualifier + found.digits + found.tail == text


@pytest.mark.parametrize(
    ("text", "pieces", "amount"),
    [
        ("近34亿元", ("近", "34", "", "亿", "元", ""), "3400000000"),
        ("2000多个产业带", ("", "2000", "多", "", "个", "产业带"), "2000"),
        ("200余所", ("", "200", "余", "", "所", ""), "200"),
        ("3亿多元", ("", "3", "多", "亿", "元", ""), "300000000"),
        ("3000家左右", ("", "3000", "左右", "", "家", ""), "3000"),
        ("17.6%", ("", "17.6", "", "", "%", ""), "17.6"),
        ("300万人次", ("", "300", "", "万", "人次", ""), "3000000"),
        ("250万商家", ("", "250", "", "万", "", "商家"), "2500000"),
        ("4.1亿千瓦时", ("", "4.1", "", "亿", "千瓦时", ""), "410000000"),
        ("1.5万亿元", ("", "1.5", "", "万亿", "元", ""), "1500000000000"),
        ("第15年", ("第", "15", "", "", "年", ""), "15"),
        ("超过3200个", ("超过", "3200", "", "", "个", ""), "3200"),
        ("-3.2%", ("", "-3.2", "", "", "%", ""), "-3.2"),
        ("5,425个", ("", "5,425", "", "", "个", ""), "5425"),
        ("5 kg", ("", "5", "", "", "kg", ""), "5"),
        ("17.6个百分点", ("", "17.6", "", "", "个百分点", ""), "17.6"),
        ("5425个村", ("", "5425", "", "", "个", "村"), "5425"),
        ("近34亿", ("近", "34", "", "亿", "", ""), "3400000000"),
    ],
)
def test_the_pieces_of_a_quantity(text, pieces, amount) -> None:
    found = quantity(text)
    assert (found.qualifier, found.digits, found.approx, found.scale, found.unit, found.noun) == pieces
    assert found.amount == Decimal(amount)


@pytest.mark.parametrize("text", ["数亿消费者", "数百个", "上百家", "几十人", "成千上万人", "数以亿计"])
def test_a_vague_value_has_no_number_and_stands_in_the_tail(text: str) -> None:
    found = quantity(text)
    assert (found.number, found.amount, found.qualifier, found.digits, found.tail) == (None, None, "", "", text)


@pytest.mark.parametrize(
    ("text", "why", "hint"),
    [
        ("近34亿远", "quantity.unit unit=远", "hint.did-you-mean cure=近34亿元"),
        ("34忆元", "quantity.unit unit=忆元", "hint.did-you-mean cure=34亿元"),
        ("34億元", "quantity.unit unit=億元", "hint.did-you-mean cure=34亿元"),
        ("4.1亿千瓦是", "quantity.unit unit=千瓦是", "hint.did-you-mean cure=4.1亿千瓦时"),
        ("5怪", "quantity.unit unit=怪", "quantity.new-unit unit=怪"),
        ("3千亿元", "quantity.tens tens=千", "hint.write cure=3000亿元"),
        ("3百个", "quantity.tens tens=百", "hint.write cure=300个"),
        ("3亿4500万元", "quantity.mixed scale=亿 second=万", "hint.write cure=3.45亿元"),
        (".5%", "quantity.leading-0", "hint.write cure=0.5%"),
        ("约200余所", "quantity.approximators first=约 second=余", "hint.write cure=200余所"),
        ("约近3000家", "quantity.approximators first=约 second=近", "hint.write cure=近3000家"),
        ("约3000家左右", "quantity.approximators first=约 second=左右", "hint.write cure=3000家左右"),
        ("近数亿元", "quantity.approximators first=近 second=数", "hint.write cure=数亿元"),
        ("３４亿元", "quantity.full-width", "hint.write cure=34亿元"),
        ("34 亿元", "quantity.spaces", "hint.write cure=34亿元"),
        ("二十八个省市", "quantity.arabic", "hint.write cure=28个省市"),
        ("¥34亿", "quantity.money sign=¥", "hint.write cure=34亿元"),
        ("1,23个", "quantity.groups", "quantity.which-mark"),
        ("“34亿元”", "quantity.quotes", "hint.write cure=34亿元"),
        ("100分之十七", "quantity.percentage sign=%", "hint.write cure=17%"),
        ("三千几百万元", "quantity.vague number=三千几", "hint.write cure=3000多万元"),
        ("二十几个", "quantity.vague number=二十几", "hint.write cure=20多个"),
        ("十五六家", "quantity.either-of-two number=十五六", "hint.write cure=15—16家"),
        ("US$34亿", "quantity.money sign=US$", "hint.write cure=34亿美元"),
        ("34亿元RMB", "quantity.money sign=RMB", "hint.write cure=34亿元"),
        ("¥34亿元", "quantity.money sign=¥", "hint.write cure=34亿元"),
        ("34亿usd", "quantity.money sign=usd", "hint.write cure=34亿美元"),
        ("25万KOL", "quantity.unit unit=KOL", "quantity.new-unit-or-noun counted=25万个KOL unit=KOL"),
        ("34亿kwh", "quantity.unit-written unit=kWh", "hint.write cure=34亿kWh"),
        ("34亿万元", "quantity.scales scales=亿万", "quantity.one-scale"),
        ("2亿5千万元", "quantity.mixed scale=亿 second=万", "hint.write cure=2.5亿元"),
        ("2万5家", "quantity.scale-inside scale=万", "quantity.which-place"),
        ("约3-5个", "quantity.dash", "hint.write cure=约3—5个"),
        (">34亿元", "quantity.sign sign=>", "hint.write cure=超34亿元"),
        ("≥34亿元", "quantity.sign sign=≥", "hint.write cure=不少于34亿元"),
        ("34亿+元", "quantity.sign sign=+", "hint.write cure=超34亿元"),
        ("３４ 亿元。", "quantity.ends-in mark=。", "hint.write cure=34亿元"),
        ("三点五亿元", "quantity.arabic", "hint.write cure=3.5亿元"),
        ("待定", "quantity.no-number", "quantity.write-digits"),
        ("", "bad-quantity.none", "quantity.write-alone"),
    ],
)
def test_what_is_no_quantity_is_told_with_its_cure(text: str, why: str, hint: str) -> None:
    told = slip(text)
    assert (str(dict(told.says.values).get("why", told.says)), str(told.cure)) == (why, hint)


@pytest.mark.parametrize("text", ["12个APP", "8GB内存", "5个千亿级产业", "12个百强县", "17万一线员工", "5点", "100分"])
def test_what_resembles_a_slip_is_read(text: str) -> None:
    assert str(quantity(text)) == text


def test_a_declared_latin_unit_is_known() -> None:
    assert read("25万KOL", STANDARD.extended([Unit("KOL", "KOL")])).unit == "KOL"


def test_an_authors_own_unit_is_known_and_comparable() -> None:
    units = STANDARD.extended([Unit("旗", "旗"), STANDARD.same_as("字电", "千瓦时")])
    assert read("20旗", units).unit == "旗"
    assert units.comparable("字电", "度")
    assert units.comparable("度", "千瓦时")
    assert not units.comparable("棵", "元")


numbers = st.decimals(min_value=0, max_value=10**12, places=3, allow_nan=False, allow_infinity=False).map(
    lambda one: f"{one.normalize():f}"
)
nouns = st.sampled_from(["", "国家", "乡村教师", "APP"])


@given(
    st.sampled_from(["", *QUALIFIERS]),
    numbers,
    st.sampled_from(sorted(ZEROS)),
    st.sampled_from(sorted(STANDARD.words)),
    nouns,
)
def test_a_quantity_reads_back_as_its_pieces(qualifier: str, digits: str, scale: str, unit: str, noun: str) -> None:
    latin = unit[-1] in "²³" or (unit[-1].isascii() and unit[-1].isalnum())
    noun = "" if latin and (len(unit) == 1 or noun.isascii()) else noun
    text = qualifier + digits + scale + unit + noun
    found = quantity(text)
    assert str(found) == found.qualifier + found.digits + found.tail == text
    assert (found.qualifier, found.number, found.unit + found.noun) == (qualifier, Decimal(digits), unit + noun)
    assert found.amount == Decimal(digits).scaleb(ZEROS[scale])


@given(numbers, st.sampled_from(AFTER_NUMBER), st.sampled_from(["个", "所", "元"]))
def test_one_approximator_may_follow_the_number(digits: str, approx: str, unit: str) -> None:
    assert quantity(digits + approx + unit).approx == approx


@given(st.text(alphabet="近约超第0123456789.,千百十万亿余多元个远%数几 左右～-５①>+点分之七八至。RMB", max_size=12))
def test_anything_is_either_read_back_or_refused_with_a_message(text: str) -> None:
    found = read(text, STANDARD)
    if isinstance(found, Quantity):
        assert str(found) == found.qualifier + found.digits + found.tail == text
        return
    told = slip(text)
    assert told.says.code == "bad-quantity"
    if told.cure and told.cure.key == "hint.write":
        cure = dict(told.cure.values)["cure"]
        assert str(quantity(cure)) == cure
