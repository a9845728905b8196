"""The shapes of numerals in running Chinese, as patterns: digits, Han numerals, signs, and words that say a share or a multiple.

GB/T 15835-2011, 4: what counts and measures stands in digits. So 百分之五, 一点五倍, 逾百家 and 壹佰万元 are the same statistics as 5%,
1.5倍, 100多家 and 100万元; a lone 三 or 两 is a word of the language (4.2), unless a unit of statistics follows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MASK = "\ufffc"
"""Stands for what explains itself: no author types it, and no numeral is found in it."""

ONES = "零〇一二两三四五六七八九"
PLACES = "十百千万亿"
HAN = f"{ONES}{PLACES}数几"
CAPITALS = "壹贰叁肆伍陆柒捌玖"
CAPITAL_PLACES = "拾佰仟萬億"

SCALE = "万亿千百%％‰"
NO_SIGN, NO_SCALE = "(?<![-−])", f"(?![{SCALE}])"
"""A sign before a number that is accounted for, or a scale after it, makes another number of it."""

_YEAR = "(?:19|20)[0-9]{2}"
DATES = (
    rf"(?<!\d)(?<!\d[.．])(?:{_YEAR}年?[-–—至]{_YEAR}(?:财年|财政年度|年)?|{_YEAR}-[0-9]{{2}}-[0-9]{{2}}|"
    rf"{_YEAR}(?:财年|财政年度)"
    rf"|{_YEAR}年(?:[0-9]{{1,2}}月(?:[0-9]{{1,2}}日)?)?|[0-9]{{1,2}}月(?:[0-9]{{1,2}}日)?)(?!(?<=\d)(?:[.,．]?\d|[{SCALE}]))"
)
"""Dates, whole and alone (GB/T 15835-2011): none is cut out of 12020年 or of 2020—2021万."""

COUNTED = (
    "个百分点|百分点|个基点|摄氏度|人次|人份|人天|平方|立方|公里|千米|公斤|千克|公顷|毫米|厘米|小时|分钟|秒钟|千瓦|"
    "兆瓦|美元|欧元|港元|日元|英镑"
    "|企业|学校|学生|师生|员工|职工|用户|客户|商户|商家|网点|门店|城市|乡村|农户|家庭|村民|居民|群众|患者|志愿者|项目|产品|"
    "[个名家所位人元件棵株颗张批座条项次种类台套辆艘架部本册份篇幅场届期轮支只匹间栋幢户村镇县市省站处片块枚粒瓶箱包袋双队课字页笔起例岁层步亩吨克米倍年月日天时秒度℃里升船床盏朵]"
)
"""What is counted right after a numeral: measures, counters, and the people and things of a report."""

_FRACTION = f"负?[百千万]分之[{HAN}点]*[{HAN}]|(?=[{HAN}]*[{PLACES}])[{HAN}]{{2,}}分之[{HAN}]+"
_DECIMAL = (
    f"(?<![{HAN}点])负?[{ONES}{PLACES}]+点[{ONES}]+[万亿]*(?![{HAN}点钟刻])"
    f"(?={COUNTED}|[%％‰成、，。；：！？）)”」』》]|的|左右|以上|以下|{MASK}|\\s|$)"
)
_NEGATIVE = (
    f"(?<![肩担身辜背抱胜欺自正承])负[{ONES}{PLACES}]+(?=个百分点|个基点|百分点|摄氏度|[%％‰℃度倍元])"
    f"|零下[{ONES}{PLACES}]+(?=摄氏度|[度℃])"
)
_POINTS = f"[{HAN}]+(?=个百分点|个基点)"
_CAPITAL = (
    f"(?<![队退入大登着放])[{CAPITALS}{CAPITAL_PLACES}零〇]*[{CAPITALS}][{CAPITAL_PLACES}{PLACES}]"
    f"[{CAPITALS}{CAPITAL_PLACES}{PLACES}零〇]*"
)
_HAN_YEAR = f"(?<![{HAN}])[一二][{ONES}]{{3}}(?=年)"
_SOME = "一二三四五六七八九"
_DIGIT_ROW = f"(?<![{HAN}])(?:(?=[{ONES}]*〇)[{ONES}]{{2,}}|(?=[{ONES}]*零)[{_SOME}][{ONES}]{{3,}})(?![{PLACES}])"
_SCALED_UNIT = f"(?:万亿|亿|万)[百千](?![{HAN}])"
"""A scale before a unit that begins with a prefix (万千瓦时, 亿千米) is no numeral of its own."""
_RUN = f"(?<![{HAN}])(?!{_SCALED_UNIT})(?=[{HAN}]*[〇{PLACES}])(?!零)[{HAN}]{{2,}}"
_OTHERWISE = "[马线网路以晚早身]上|[到抵直传]达|[节契条违公签]约|[打击攻识看]破"
"""Words that end like an approximator: 马上千里, 网上百家."""
_SAID = f"(?={COUNTED}|的|[，。；、！？）”]|$)"
_ROUND = (
    f"(?<![{HAN}])(?:(?<=逾)[{PLACES}]|(?<=超)[{PLACES}]{_SAID}|(?<=超过)[{PLACES}]{_SAID}"
    f"|(?<=近)(?<![最附邻接亲临贴靠走]近)[{PLACES}](?:{_SAID}|(?=余|多))|"
    f"(?<=过)(?<![经走通穿越度跨飞路不透]过)[百千万亿]{_SAID}"
    f"|(?<=[上达约破])(?<!{_OTHERWISE})[百千万亿]{_SAID}|(?<=不足|不到|至少|至多|高达|多达)[{PLACES}]{_SAID}"
    f"|(?<=数以)[百千万亿](?=计)|[{PLACES}](?=余|[多来](?:{COUNTED}|[万亿])))"
)
"""A lone place value counts where something says about how many: 逾百家, 百余家, 过亿元; in 百家争鸣 it does not."""

HAN_NUMERAL = f"{_FRACTION}|{_DECIMAL}|{_NEGATIVE}|{_POINTS}|{_CAPITAL}|{_HAN_YEAR}|{_DIGIT_ROW}|{_RUN}|{_ROUND}"
SIGNS = (
    r"[〇²³¹¼-¾\u2070-\u2079\u2080-\u2089\u2150-\u2189\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3021-\u3029\u3038-\u303a\u3192-\u3195"
    r"\u3220-\u3229\u3248-\u324f\u3251-\u325f\u3280-\u3289\u32b1-\u32bf\U0001f100-\U0001f10c]"
)
"""Numerals in one sign: ², ½, ₂, Ⅳ, ①, ㈠."""
NUMERAL = rf"\d(?:[\d.,．]*\d)?|{HAN_NUMERAL}|{SIGNS}"

_NO_SHARE = "[不立为员本绩效果功长都品分人型熟就交年语因套对群千百倍色份批形了一事活家正]"
WORDED = (
    f"(?<![第统唯归单打收完合])[一两二三四五六七八九]成(?!{_NO_SHARE}|新(?:[的，。、]|$))|[一两二三四五六七八九十几数]倍(?![数增频率受感体子性])"
    f"|(?<![{HAN}])[{ONES}十]分之[{ONES}十](?![{HAN}])|百分百|(?<![另])一半|半数|[近过逾]半(?![年个月天日小世辈生场价百夜空])"
)
"""Shares and multiples in words: 三成, 两倍, 三分之二, 一半. They say no less than digits do, but may be a way of speaking."""

_MAY_HOLD = re.compile(rf"[\d{PLACES}〇零{CAPITALS}点成倍半负]|[{ONES}]{{4}}|分之|{SIGNS}")


def may_hold(text: str) -> bool:
    """Tell, quickly, whether there may be a numeral in a text: most texts have none."""
    return _MAY_HOLD.search(text) is not None


def any_of(words: Iterable[str]) -> str:
    """Return a pattern of any of some words, the longest first, none of them cut out of a longer number; "" for no words."""
    return "|".join(_bounded(word) for word in sorted(set(words), key=lambda word: (-len(word), word)) if word)


def _bounded(word: str) -> str:
    """Return the pattern of a word: a digit at its edge touches no digit, decimal point or scale outside (第2 is not in 第20段)."""
    before, after = "", ""
    if word[0].isdecimal():
        before = r"(?<!\d)(?<!\d[.,．])"
    elif word[0] in PLACES:
        before = f"(?<![{HAN}])"
    if word[-1].isdecimal():
        after = r"(?![.,．]?\d)(?![万亿%％‰])"
    elif word[-1] in HAN:
        after = f"(?![{PLACES}])"
    return before + re.escape(word) + after
