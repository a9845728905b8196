"""Alterations of what is said: words and digits that turn a meaning, as data, for every place where an output says something."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import Any, NamedTuple

from tests.planting.model import NUMBER, WORDING, Line, first_done, is_plain, shuffled

Lines = Callable[[Any], Sequence[Line]]
Change = Callable[[Random, "re.Match[str]"], "str | None"]

UNITS = "亿千瓦时|平方公里|百分点|万吨|公斤|亿元|万元|亿件|万人|万名|元|吨|个|家|户|人|棵|亩|倍|批|位|件|张|年|村|县|度|%"


class Turn(NamedTuple):
    """A turn of words: what it looks for, and what it puts there (fixed words, a choice of them, or a function of the match)."""

    name: str
    due: str
    pattern: str
    puts: str | tuple[str, ...] | Change
    says: str


def pairs(*words: str) -> Change:
    """Return the change of each word into its other, `减少>增加` one way, `高于=低于` both ways."""
    table: dict[str, str] = {}
    for one in words:
        old, mark, new = re.split("([>=])", one)
        table[old] = new
        if mark == "=":
            table[new] = old
    return lambda _rng, match: table.get(match[0])


def words_of(*words: str) -> str:
    """Return the pattern of the words that `pairs` of the same words looks for, longest first."""
    found = [word for one in words for word in (re.split("[>=]", one) if "=" in one else one.split(">")[:1])]
    return "|".join(sorted(found, key=len, reverse=True))


def turn(name: str, due: str, says: str, *words: str) -> Turn:
    return Turn(name, due, words_of(*words), pairs(*words), says)


def other_digit(rng: Random, match: re.Match[str]) -> str:
    return rng.choice([one for one in "123456789" if one != match[0]])


def neighbours(_rng: Random, match: re.Match[str]) -> str | None:
    one, two = match[0]
    return None if one == two else two + one


def point_moved(_rng: Random, match: re.Match[str]) -> str:
    whole, part = match[0].split(".")
    return f"{whole[:-1]}.{whole[-1]}{part}" if len(whole) > 1 else f"{whole}{part[0]}" + (f".{part[1:]}" if part[1:] else "")


def point_put(rng: Random, match: re.Match[str]) -> str:
    at = rng.randrange(1, len(match[0]))
    return f"{match[0][:at]}.{match[0][at:]}"


def another_year(rng: Random, match: re.Match[str]) -> str:
    return str(int(match[0]) + rng.choice((-2, -1, 1, 2)))


def another_month(rng: Random, match: re.Match[str]) -> str:
    return str(rng.choice([one for one in range(1, 13) if one != int(match[0])]))


def next_number(_rng: Random, match: re.Match[str]) -> str:
    return f"{match[0]}—{int(match[0]) + 1}"


SCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

TURNS = (
    Turn("a digit changed", NUMBER, r"\d", other_digit, "one digit of a number becomes another"),
    Turn("two digits exchanged", NUMBER, r"\d\d", neighbours, "two digits of a number change places"),
    Turn("a digit before", NUMBER, r"(?<![\d.])(?=[1-9])", ("1", "2", "3"), "a digit is put before a number"),
    Turn("a digit behind", NUMBER, r"(?<=\d)(?=[^\d.,])", ("0", "5"), "a digit is put behind a number"),
    Turn("a digit dropped", NUMBER, r"(?<=\d)\d(?!\d*年)", "", "a digit of a number is lost"),
    Turn("the point moved", NUMBER, r"\d+\.\d+", point_moved, "the decimal point moves by one place"),
    Turn("the point lost", NUMBER, r"(?<=\d)\.(?=\d)", "", "the decimal point is lost"),
    Turn("a point put in", NUMBER, r"(?<![\d.])\d{2,}(?![\d.年])", point_put, "a decimal point is put into a number"),
    Turn("a minus put before", NUMBER, r"(?<![\d.—−\-])(?=[1-9]\d*[.\d]*(?:亿|万|%|个|家))", ("−", "-"), "a number becomes negative"),
    Turn("a minus lost", NUMBER, r"[−-](?=\d)", "", "a negative number loses its sign"),
    Turn("brackets round a number", NUMBER, r"(?<![\d.])\d+(?=[亿万个家吨])", lambda _rng, m: f"({m[0]})", "accountants' negative"),
    turn("another scale", NUMBER, "万 becomes 亿 or the reverse", "亿元>万元", "万元>亿元", "万吨>亿吨", "亿件>万件", "亿棵>万棵"),
    turn("a scale lost", NUMBER, "亿 or 万 before a unit is lost", "亿元>元", "万元>元", "万吨>吨", "亿件>件", "万名>名"),
    Turn("a scale put in", NUMBER, r"(?<=\d)(?=元|吨|个|家|户|人|棵|亩)", ("万", "亿"), "万 or 亿 is put before a unit"),
    turn("another currency", NUMBER, "yuan become another currency", "亿元>亿美元", "万元>万美元"),
    Turn("another unit", NUMBER, r"(?<=\d)(?:个|家|户|人|吨)", pairs("个>家", "家>户", "户>人", "人>户", "吨>公斤"), "another unit"),
    Turn("a unit lost", NUMBER, r"(?<=\d)(?:个|家|户|人|吨|棵|%)", "", "a number loses its unit"),
    Turn("per cent to points", NUMBER, r"(?<=\d)%", "百分点", "per cent become percentage points"),
    Turn("per cent to per mille", NUMBER, r"(?<=\d)%", "‰", "per cent become per mille"),
    Turn("per cent to times", NUMBER, r"(?<=\d)%", "倍", "per cent become times"),
    Turn("a qualifier lost", NUMBER, r"(?:超过|近|超|约)(?=\d)|(?<=\d)多(?=个|人|家)", "", "近, 超过, 约, 多 at a number is lost"),
    Turn("a qualifier put before", NUMBER, r"(?<![\d.近超过约第年月—−])(?=[1-9]\d*[亿万%个家吨])", ("近", "约", "超过"), "近 is put before"),
    Turn("another qualifier", NUMBER, r"(?:超过|近|超|约)(?=\d)", pairs("超过>近", "近>超过", "超>近", "约>超过"), "another qualifier"),
    Turn("short of a number", NUMBER, r"(?<![\d.近超过约第年月—−])(?=[1-9]\d*[亿万%个家吨])", "不足", "不足 is put before a number"),
    Turn("and more", NUMBER, rf"(?<=\d)(?=(?:{UNITS})(?!底|初|月|代))", "多", "多 is put behind a number"),
    Turn("another year", NUMBER, r"(?:19|20)\d\d(?=年)", another_year, "a year becomes another"),
    Turn("another month", NUMBER, r"(?<!\d)\d{1,2}(?=月)", another_month, "a month becomes another"),
    turn("another end of the year", NUMBER, "the end of a year becomes its beginning", "年底>年初"),
    turn("a fiscal year", NUMBER, "a year becomes a fiscal year, or the reverse", "财年>年"),
    Turn("until to since", NUMBER, r"截至|(?<=[年月日])至|至(?=20)", pairs("截至>自", "至>自"), "a period that ends becomes one that begins"),
    turn("another direction", NUMBER, "减少 becomes 增加", "减少=增加", "增至=降至", "上升=下降", "增加到>减少到", "少用>多用"),
    turn("another comparison", NUMBER, "同比 becomes 环比", "同比>环比"),
    turn("another measure of time", NUMBER, "累计 becomes 当年", "累计>当年", "当年>累计", "全年>累计"),
    turn("another rank", NUMBER, "高于 becomes 低于", "高于=低于", "多于=少于", "最多>最少", "最少>最多", "超过计划>不足计划"),
    turn("first to again", NUMBER, "首次 becomes 再次", "首次>再次"),
    turn("another extent", NUMBER, "全部 becomes 部分", "全部>部分", "大部分>小部分", "约半数>近半数", "一半>全部"),
    turn("a negation lost", NUMBER, "不 or 未 is lost", "不含>含", "未公开>公开", "未达标>达标", "不高于>高于", "不下降>下降"),
    Turn("a negation put in", NUMBER, r"(?=帮助|公开|达标|含设备|提供|完成|覆盖|增至|减少|下降|会误导|参加)", ("不", "未"), "不 or 未 is put in"),
    turn("a duty loosened", WORDING, "必须 becomes 可以", "必须>可以", "禁止>允许", "只有>或有", "可以>必须"),
    Turn("a letter for a digit", NUMBER, r"(?<=\d)[01]|[01](?=\d)", pairs("0>O", "1>l"), "a digit becomes a letter that looks like it"),
    Turn("a raised digit", NUMBER, r"(?<=\d)\d(?!\d)", lambda _rng, m: m[0].translate(SCRIPT), "the last digit becomes an exponent"),
    Turn("a number parted", NUMBER, r"(?<=\d)(?=\d\d)", (" ", "，"), "a number falls in two"),
    Turn("a range", NUMBER, r"(?<![\d.—第])[1-9]\d*(?=[亿万个家吨])", next_number, "a number becomes a range"),
    Turn("a share in words", NUMBER, r"(?=参加|减少|帮助|捐)", ("七成", "三分之一"), "a share in words is put in"),
    Turn("another paragraph cited", NUMBER, r"(?<=第)\d+(?=段|、)", next_number, "a source's place becomes another"),
    Turn("a word put in", WORDING, r"(?<=[一-龥])(?=，|。)", ("等", "了"), "a word is put in"),
    Turn("a word of prose", WORDING, "治理|送往|把|各方|捐出|展示|关于", pairs("治理>整治", "送往>寄到", "把>将", "各方>各界", "捐出>献出", "展示>呈现", "关于>有关"), "a word becomes another"),
    Turn("a full stop lost", WORDING, "(?<=[一-龥])，(?=[一-龥])", ("；", "、"), "a comma becomes another mark"),
)  # fmt: skip
"""What the report and the deck are altered with; a row that finds no place in a content is tried in another."""


def change(one: Turn, lines: Lines) -> Callable[[Random, Any], bool]:
    """Return the alteration that makes one turn at one of its places."""

    def alter(rng: Random, package: Any) -> bool:
        some = [line for line in lines(package) if one.due != WORDING or is_plain(package, line.text)]
        found = [(line, match) for line in some for match in re.finditer(one.pattern, line.text)]
        return first_done(_try(rng, one, line, match) for line, match in shuffled(rng, found)[:TRIES])

    return alter


TRIES = 400


def _try(rng: Random, one: Turn, line: Line, match: re.Match[str]) -> bool:
    puts = one.puts(rng, match) if callable(one.puts) else one.puts if isinstance(one.puts, str) else rng.choice(one.puts)
    return puts is not None and puts != match[0] and line.put(match.start(), match.end(), puts)


def exchange(pattern: str, lines: Lines, *, near: Callable[[Line], Any] | None = None) -> Callable[[Random, Any], bool]:
    """Return the alteration that makes two different words of a pattern change places, both near each other if that is asked."""

    def alter(rng: Random, package: Any) -> bool:
        found = [(line, match) for line in lines(package) for match in re.finditer(pattern, line.text)]
        return first_done(_exchanged(a, b) for a, b in _couples(rng, found, near))

    return alter


def _couples(rng: Random, found: list[Any], near: Callable[[Line], Any] | None) -> Iterator[tuple[Any, Any]]:
    for one in shuffled(rng, found)[:TRIES]:
        others = [two for two in found if two[1][0] != one[1][0] and (near is None or near(two[0]) == near(one[0]))]
        if others:
            two = rng.choice(others)
            yield (one, two) if one[0] is not two[0] or one[1].start() > two[1].start() else (two, one)


def _exchanged(later: tuple[Line, Any], earlier: tuple[Line, Any]) -> bool:
    (one, first), (two, second) = later, earlier
    if one is two and second.end() > first.start():
        return False
    if not one.put(first.start(), first.end(), second[0]):
        return False
    return two.put(second.start(), second.end(), first[0]) or True


AMOUNT = r"\d+(?:\.\d+)?(?:亿|万)?(?:元|吨|件|家|个村|个|人|户|棵)"
PERIOD = r"(?:19|20)\d\d年"
