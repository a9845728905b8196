"""Fragments of the shapes of ordinary numbers: where one stands, what may not follow it, clocks, months, numbers of standards."""

from __future__ import annotations

from generator.content.numerals.patterns import ONES


def after(words: str) -> str:
    """Return a pattern that stands right after one of some words."""
    return f"(?:{'|'.join(f'(?<={word})' for word in words.split())})"


AT_START = r"(?:(?<![\s\S])|(?<=[\n。；;：:]))"
AT_ITEM = rf"(?:{AT_START}|(?<=[，、,！？” ])|(?<=[为括是即有分中指]))"
_COUNTS = "[万亿千百%％‰个家名位项种件张幅倍元款台套条株棵吨份只辆次成]|所(?![示述列载反])|人次|公里|小时|分钟"
NOT_COUNTED = rf"(?![\d多余几]|[.,，．]\d|\s?(?:{_COUNTS}))"
NO_COUNTER = "(?![万亿%％]|个(?![人体性别])|项(?!目)|名(?![称单誉义录校])|位(?![置于]))"
"""After a mark of a list: （3）项 is a quantity in brackets, （3）项目管理 an item."""
NUMBERED = r"[ \u00a0]?\d{1,3}(?:[-—–.－]\d{1,3})?(?:[、和及至]\d{1,3}(?:[-—–.－]\d{1,3})?)?" + NOT_COUNTED
TENS = f"(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[{ONES}])"
MONTH, DAY = "(?:1[0-2]|0?[1-9])", "(?:[12][0-9]|3[01]|0?[1-9])"
HAN_MONTH, HAN_DAY = (
    "(?:十[一二]?|[一二三四五六七八九正腊冬])",
    "(?:[二三]?十[一二三四五六七八九]?|初?[一二三四五六七八九]|初十|廿[一二三四五六七八九]?)",
)
TO = "(?:[-—–~～]{1,2}|至|到)"
CLOCK = r"(?:[01]?\d|2[0-4])[:：][0-5]\d(?:[:：][0-5]\d)?"
HOUR = r"(?:[01]?\d|2[0-4])[点时](?:整|半|[0-5]?\d分|(?![\d间代钟尚期针]))"
BY_DAY = after("上午 下午 早上 早晨 清晨 凌晨 中午 晚上 傍晚 夜间 深夜 次日 每天 每日 当天 当日 时间 早 晚 日 于")
CALLED = after("热线 电话 拨打 致电 专线")
STANDARD_NUMBER = (
    r"[ \u00a0]?-?\d+(?:[.\-–—]\d+)*(?:[:：](?:19|20)\d\d)?(?:[、,，和至]\s?\d+(?:-\d+)?(?![\d个家名位项种件所年月日%％]))*"
)
STANDARDS = (
    "GB/T|GB/Z|GBZ/T|GBZ|GB|JGJ/T|JGJ|CJJ/T|CJJ|CJ/T|HJ/T|HJ|DL/T|NB/T|YY/T|YY|YD/T|SL/T|SL|SH/T|HG/T|QB/T|JT/T|JR/T|"
    "TB/T|WS/T|WS|LY/T|NY/T|SB/T|MZ/T"
    r"|DB\d\d/T|DB\d\d|T/[A-Z]{2,8}|Q/[A-Z]{2,8}|ISO/IEC|ISO/TS|ISO/TR|ISO|IEC|IEEE|ASTM [A-Z]|ANSI|EN|OHSAS|ISAE|ISA|"
    r"IFRS [A-Z]|IFRS|IAS|CAS"
    "|UL|AA|SA|GRI|SASB|SDGs|SDG|COP|CMMI|CSRC|HKEX|KPI [A-Z]"
)
