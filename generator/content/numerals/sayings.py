"""Sayings and fixed words with the shape of a numeral that count nothing: 万一, 三十而立, 十四五, 不管三七二十一.

Data. Only what the shapes of `patterns` would else find stands here: 千方百计 and 百家争鸣 have no such shape.
"""

from __future__ import annotations

import re
from itertools import chain

from generator.content.numerals.patterns import HAN, ONES, PLACES

_PLENTY = "一五一十 千千万万 万万千千 千百万 亿万 万万 千百 百十来 千家万户 成千上万 成百上千 万家灯火 千人千面 千村万户"
_PROVERBS = (
    "三十而立 三十而已 四十而不惑 四十不惑 五十而知天命 五十知天命 六十而耳顺 六十耳顺 七十古来稀 "
    "七十而从心所欲 三十年河东 三十年河西 五十步笑百步 "
    "二百五 三百六十行 三百六十度 一百八十度 七十二行 七十二变 三十六计 三十六策 十八般 十八弯 十八变 "
    "十八线 三七二十一 七七四十九 九九八十一 "
    "八百里加急 八千里路 九万里 万里长征 弱水三千 白发三千丈 三千世界 十万火急 十万八千里 百二秦关 "
    "一千个读者 一千个哈姆雷特 上下五千年 五千年文明 五千年历史 "
    "三百六十五天 三百六十五个日夜 三百六十五里 十二分"
)
_NAMES = (
    "百万富翁 千万富翁 亿万富翁 百万雄师 十万个为什么 一千零一夜 一百单八将 一百零八将 十八罗汉 二十四桥 "
    "二十四孝 二十四史 二十八宿 十三陵 十三经 十二生肖 十二时辰 "
    "二十四节气 大年三十 年三十 十五的月亮十六圆 十五的月亮 初一十五 正月十五 八月十五 双十一 双十二 十一黄金周 "
    "十一长假 十一假期 十一期间 国庆十一 五十六个民族 五十六枝花 十八洞村 二万五千里长征 "
    "十二指肠 此地无银三百两 正经八百 十六进制 十六进位 七老八十 飞流直下三千尺 五十铃 十二金钗 十三太保 百万雄兵 "
    "说一千道一万 行百里者半九十 唐诗三百 沈万三 十二属相 "
    "十二平均律 十二宫 十七孔桥 二十五史 千千结 五胡十六国 十四行诗 十八掌 十八怪 十八式 十八拍 十八层地狱 两个一百年 十二经脉 "
    "百千万人才 百千万工程 十百千 千万条 千万里 千万人吾往矣 十万大山 三千里 十三朝 八百里秦川 七十二家房客 "
    "十一五 十二五 十三五 十四五 十五五 十六五 十八届 十九届 二十届 "
    "十三届 十四届 "
)
_NOUNS = "人次总参指函天岁户件家场字倍基系整小分级读常变多少无半年页票计点度个"
"""Before 数 they make a noun of it: 人数十分庞大."""
_BEFORE_A_WARNING = "[别不要莫小注记勿当保]"


def _alone(word: str) -> str:
    """Return the pattern of a word; a Han numeral at its edge is not part of a longer one."""
    before, after = f"(?<![{HAN}])" if word[0] in HAN else "", f"(?![{HAN}])" if word[-1] in HAN else ""
    return before + re.escape(word) + after


WORDS = tuple(sorted(chain(_PLENTY.split(), _PROVERBS.split(), _NAMES.split()), key=len, reverse=True))
_SPEECH = f"(?<![{HAN}])(?:万一|千万(?={_BEFORE_A_WARNING}))(?![{HAN}])|[{HAN}]+年如一日|(?<=[{_NOUNS}])数(?=[{PLACES}])"
_CONGRESSES = f"(?<![{HAN}])(?:十[{ONES}]|二十[一二]?)大(?=[，。、；”召精报以会的]|$)"
SAYINGS = f"{'|'.join(map(_alone, WORDS))}|{_SPEECH}|{_CONGRESSES}"
