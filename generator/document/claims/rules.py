"""The words that claim something about a number, as data: each with what it claims, and where the number must stand.

A sentence may be wrong round a number that is right: 增至 beside a series that falls, 创新高 beside a value that is not the highest.
`NUMBER` in a pattern is a number printed by reference; `subject` is then the number that the words are about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

NUMBER = "\ufffc"
"""Stands for a number printed by reference in the text of a sentence."""

UP = "增长|增加|上升|提高|提升|上涨|攀升|扩大|增多|回升"
DOWN = "下降|减少|降低|下滑|回落|下跌|缩减|缩小|收窄|压降|缩短"
_ONES = "一二两三四五六七八九"
_COUNT = f"(?P<count>\\d{{1,2}}|[{_ONES}十]{{1,3}})"
TIMES = "倍"
YEAR_AGO = "同比|比上年同期|较上年同期|比上年|较上年|比去年|较去年|与上年相比|与去年相比"
AGO = rf"(?P<ago>{YEAR_AGO}|环比|[比较](?:19|20)\d\d年)"


class Claim(Enum):
    """What words claim of a number."""

    ROSE_TO = "it is more than it was"
    FELL_TO = "it is less than it was"
    ROSE_BY = "what it is about has grown by it"
    FELL_BY = "what it is about has shrunk by it"
    TIMES = "what it is about is so many times what it was"
    GREW_TIMES = "what it is about has grown by so many times what it was"
    DOUBLED = "it is two, four or eight times what it was"
    RISING = "it has grown each time"
    FALLING = "it has shrunk each time"
    HIGHEST = "it has never been as high"
    LOWEST = "it has never been as low"
    FIRST = "it has not been as high before"
    STEADY = "it is about what it was"
    TURNED_UP = "it was below zero, and is above"
    TURNED_DOWN = "it was above zero, and is below"
    MORE_THAN = "the first number is more than the second"
    LESS_THAN = "the first number is less than the second"
    OVER_HALF = "it is more than 50 %"
    UNDER_HALF = "it is less than 50 %"
    NEAR_HALF = "it is little less than 50 %"
    TENTHS = "it is about so many tenths"


class Scope(Enum):
    """Where the number of a claim stands."""

    AT_END = "the pattern ends with it"
    AT_BOTH_ENDS = "the pattern begins and ends with one"
    CLAUSE = "the nearest in the clause, or the last of the clause before where this one begins with the claim"
    NEAR = "the nearest, with at most a few characters between"


@dataclass(frozen=True, slots=True)
class Rule:
    """Words that claim something; `instead` is what would be right where the contrary holds, "" where nothing simple is.

    `unit` is the only one that the number may have, "" for any.
    """

    claim: Claim
    scope: Scope
    words: re.Pattern[str]
    instead: str = ""
    unit: str = ""


def _rule(claim: Claim, scope: Scope, words: str, instead: str = "", unit: str = "") -> Rule:
    return Rule(claim, scope, re.compile(words), instead, unit)


_TYPED = "(?P<typed>[0-9]+(?:\\.[0-9]+)?)[%％]"
_TO = "[到至]了?(?:约|为)?"
_FALLS_TO = "下降|减少|降低|下滑|回落|下跌|缩减|收窄|压降|缩短|压缩|降|减|跌|缩"
_RISES_TO = "增长|增加|上升|提高|提升|上涨|攀升|扩大|扩展|跃升|拓展|增|升|涨|扩|跃"
_EACH = "(?:保持|实现|持续|稳步|大幅|小幅)?"
_ALWAYS = "逐年|连年|年年|逐季|持续|不断|稳步|一路"
_RECORD = "(?:历史|历年|同期|年度|单年|有史以来的?)?"
_OF_ALL = "(?:历史|历年|有史以来|[一二两三四五六七八九十]+年来|近[一二两三四五六七八九十]+年)"
_FIRST = "(?:首次|第一次|首度)"
_PAIR = f"{NUMBER}[^{NUMBER}，。；]{{0,3}}?"

RULES = (
    _rule(Claim.TIMES, Scope.AT_END, f"(?P<said>(?:{UP})[到至]){NUMBER}", unit=TIMES),
    _rule(Claim.TIMES, Scope.AT_END, f"(?P<said>(?:是|为|相当于)(?P<base>上年|去年|上一年|(?:19|20)\\d\\d年)的){NUMBER}", unit=TIMES),
    _rule(Claim.ROSE_TO, Scope.AT_END, f"(?P<said>(?:{_RISES_TO}){_TO}){NUMBER}", "降至"),
    _rule(Claim.FELL_TO, Scope.AT_END, f"(?P<said>(?:{_FALLS_TO}){_TO}){NUMBER}", "增至"),
    _rule(Claim.GREW_TIMES, Scope.CLAUSE, f"(?P<said>(?:{UP})了?{_COUNT}倍)"),
    _rule(
        Claim.TIMES,
        Scope.CLAUSE,
        f"(?P<said>(?:(?:{UP})[到至为]|达到|是|为|相当于)(?:(?P<base>上年|去年|上一年|(?:19|20)\\d\\d年)的?)?{_COUNT}倍)",
    ),
    _rule(Claim.ROSE_BY, Scope.AT_END, f"(?P<said>(?:{AGO}(?:{UP}|增|升|多)|{UP})了?(?:约|近|超)?)(?:{NUMBER}|{_TYPED})", "下降"),
    _rule(Claim.FELL_BY, Scope.AT_END, f"(?P<said>(?:{AGO}(?:{DOWN}|降|减|少)|{DOWN})了?(?:约|近|超)?)(?:{NUMBER}|{_TYPED})", "增长"),
    _rule(Claim.DOUBLED, Scope.CLAUSE, "(?P<said>翻了?(?:近|约)?(?P<twice>[一两二三]?)(?:番|倍))"),
    _rule(Claim.RISING, Scope.CLAUSE, f"(?P<said>连续{_COUNT}(?:年|个?季度|个月|期|届){_EACH}(?:{UP}))"),
    _rule(Claim.FALLING, Scope.CLAUSE, f"(?P<said>连续{_COUNT}(?:年|个?季度|个月|期|届){_EACH}(?:{DOWN}))"),
    _rule(Claim.RISING, Scope.CLAUSE, f"(?P<said>连[增升涨]{_COUNT}(?:年|个?季度|个月|期))"),
    _rule(Claim.FALLING, Scope.CLAUSE, f"(?P<said>连[降跌减]{_COUNT}(?:年|个?季度|个月|期))"),
    _rule(Claim.RISING, Scope.CLAUSE, f"(?P<said>{_COUNT}连[增升涨])"),
    _rule(Claim.FALLING, Scope.CLAUSE, f"(?P<said>{_COUNT}连[降跌减])"),
    _rule(Claim.RISING, Scope.CLAUSE, f"(?P<said>(?:{_ALWAYS})(?:{UP}|递增|走高)|连[增升涨](?![{_ONES}十\\d]))"),
    _rule(Claim.FALLING, Scope.CLAUSE, f"(?P<said>(?:{_ALWAYS})(?:{DOWN}|递减|走低)|连[降跌](?![{_ONES}十\\d]))"),
    _rule(Claim.HIGHEST, Scope.CLAUSE, f"(?P<said>创下?{_RECORD}新高|历史新高|{_OF_ALL}的?最高)"),
    _rule(Claim.LOWEST, Scope.CLAUSE, f"(?P<said>创下?{_RECORD}新低|历史新低|{_OF_ALL}的?最低)"),
    _rule(Claim.FIRST, Scope.AT_END, f"(?P<said>{_FIRST}(?:突破|超过|达到|跨过|跨越|迈上|站上|升至|增至)了?|首超|首破){NUMBER}"),
    _rule(Claim.STEADY, Scope.CLAUSE, "(?P<said>(?:同比|与上年|与去年|环比)?(?:基本|大致|大体)?持平)"),
    _rule(Claim.TURNED_UP, Scope.CLAUSE, "(?P<said>扭亏为盈|由亏转盈|由负转正|由降转升|扭亏)"),
    _rule(Claim.TURNED_DOWN, Scope.CLAUSE, "(?P<said>由盈转亏|由正转负|转亏)"),
    _rule(Claim.MORE_THAN, Scope.AT_BOTH_ENDS, f"{_PAIR}(?P<said>超过|高于|多于|大于|超出|领先于?|胜过|反超|高过|远超)了?{NUMBER}", "低于"),
    _rule(Claim.LESS_THAN, Scope.AT_BOTH_ENDS, f"{_PAIR}(?P<said>低于|少于|小于|不及|不足|不到|落后于?){NUMBER}", "超过"),
    _rule(Claim.OVER_HALF, Scope.NEAR, "(?P<said>过半(?!年|个|月|天)|超过一半|逾半|超半数|一半以上|半数以上|过半数)"),
    _rule(Claim.UNDER_HALF, Scope.NEAR, "(?P<said>不到一半|不足一半|不足半数|不到半数)"),
    _rule(Claim.TENTHS, Scope.NEAR, f"(?P<said>(?P<about>近|超过?|逾|不足|不到|约)?(?P<count>[{_ONES}])成(?=[，。、；的多]|以上|左右|$))"),
    _rule(Claim.NEAR_HALF, Scope.NEAR, "(?P<said>近半(?!年|个|月|天)|接近一半|将近一半|近一半)"),
)  # fmt: skip
"""Every rule, the stricter before the looser: words that one has judged are not judged by another."""

APPROXIMATORS = re.compile(
    f"(?P<before>超过|接近|将近|大约|不足|不到|至少|至多|高达|多达|超|逾|近|约)?{NUMBER}(?P<after>左右|上下|有余|以[上下内](?=的|$))?"
)
"""Words that say about how many before or after a number, which may say so itself: 超过近34亿元, 近34亿元左右."""

BEGINS = re.compile(
    "(?:并|且|已|也|均|仍|又|再|更|实现|保持|呈|呈现|并且|而且|已经|"
    "较上年|比上年|较去年|比去年|与上年相比|同比|环比|总量|总数|数量|占比|比例|比重|份额|为|是|成为|连续)*"
)
"""What may stand before a claim in a clause whose number stands in the clause before."""

NEAR_ENOUGH = 8
"""Characters between a number and the words near it."""


def count_of(text: str) -> int:
    """Return what a count in digits or Han numerals is (三, 十二, 12)."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _value(text)
    return (_value(tens) if tens else 1) * 10 + (_value(ones) if ones else 0)


def _value(one: str) -> int:
    return {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}.get(one[-1:], 0)
