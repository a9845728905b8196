"""Numerals in Han characters as the inspector reads them, and the sayings that only look like them: its own lists, shared with nobody.

A share (百分之五), a decimal (一点五倍), a negative (负三个百分点), capitals (壹佰万), a year by its digits (二〇二〇), a run with a
place value (十五, 数亿), and a lone 百, 千, 万 or 亿 where a word beside it says that it is meant about (逾百家, 万余人).
"""

import re
from collections.abc import Iterator

_DIGIT, _PLACE = "零〇一二两三四五六七八九", "十百千万亿"
CHARACTERS = _DIGIT + _PLACE + "数几"
PLACES = frozenset(_PLACE)

_MEASURES = (
    "个百分点 百分点 个基点 摄氏度 人次 人份 人天 平方 立方 公里 千米 公斤 千克 公顷 毫米 厘米 小时 "
    "分钟 秒钟 千瓦 兆瓦 美元 欧元 港元 日元 英镑 企业 学校 学生 师生 "
    "员工 职工 用户 客户 商户 商家 网点 门店 城市 乡村 农户 家庭 村民 居民 群众 患者 志愿者 项目 产品"
)
_COUNTERS = (
    "个名家所位人元件棵株颗张批座条项次种类台套辆艘架部本册份篇幅场届期轮支只匹间栋幢户村镇县市省站处片块枚粒瓶箱包袋"
    "双队课字页笔起例岁层步亩吨克米倍年月日天时秒度℃里升船床盏朵"
)
_MEASURED = f"(?:{'|'.join([*_MEASURES.split(), f'[{_COUNTERS}]'])})"
_AN_END = r"[%％‰成、，。；：！？)）”」』》\ufffc\s]|的|左右|以上|以下|$"
_ANY, _WHOLE = f"[{CHARACTERS}]", f"[{_DIGIT}{_PLACE}]"
_ALONE = f"(?<!{_ANY})"

_SHARE = f"负?(?:[百千万]|(?={_ANY}*[{_PLACE}]){_ANY}{{2,}})分之(?:{_ANY}|点(?={_ANY}))+"
_DECIMAL = f"(?<![{CHARACTERS}点])(?:负)?{_WHOLE}+点[{_DIGIT}]+[万亿]*(?![{CHARACTERS}点钟刻])(?={_MEASURED}|{_AN_END})"
_BELOW_ZERO = (
    f"(?<![肩担身辜背抱胜欺自正承])负{_WHOLE}+(?=个百分点|百分点|个基点|摄氏度|[%％‰℃度倍元])|零下{_WHOLE}+(?=摄氏度|[度℃])"
)
_POINTS = f"{_ANY}+(?=个百分点|个基点)"
_SOME = _DIGIT[2:].replace("两", "")
_FORMAL, _FORMAL_PLACE = "壹贰叁肆伍陆柒捌玖", "拾佰仟萬億"
_CAPITALS = (
    f"(?<![队退入大登着放])[{_FORMAL}{_FORMAL_PLACE}零〇]*[{_FORMAL}][{_FORMAL_PLACE}{_PLACE}]"
    f"[{_FORMAL}{_FORMAL_PLACE}{_PLACE}零〇]*"
)
_YEAR = f"{_ALONE}[一二][{_DIGIT}]{{3}}(?=年)"
_ROW = f"{_ALONE}(?:(?=[{_DIGIT}]*〇)[{_DIGIT}]{{2,}}|(?=[{_DIGIT}]*零)[{_SOME}][{_DIGIT}]{{3,}})(?![{_PLACE}])"
_SCALED_UNIT = f"(?:万亿|亿|万)[百千](?!{_ANY})"
"""A scale before a unit that begins with a prefix (万千瓦时, 亿千米, 万百帕): no numeral of its own; 逾万 is one, whatever comes after."""
_RUN = f"{_ALONE}(?!零)(?!{_SCALED_UNIT})(?={_ANY}*[〇{_PLACE}]){_ANY}{{2,}}"
_SAID = f"(?=.(?:{_MEASURED}|的|[，。；、！？）”]|$))"
_ABOUT = (
    "(?<=逾)",
    f"(?<=超){_SAID}",
    f"(?<=超过){_SAID}",
    f"(?<=近)(?<![最附邻接亲临贴靠走]近)(?:{_SAID}|(?=.[余多]))",
    f"(?<=不足|不到|至少|至多|高达|多达){_SAID}",
)
_ABOUT_LARGE = (
    f"(?<=过)(?<![经走通穿越度跨飞路不透]过){_SAID}",
    f"(?<=[上达约破])(?<![马线网路以晚早身]上|[到抵直传]达|[节契条违公签]约|[打击攻识看]破){_SAID}",
    "(?<=数以)(?=.计)",
)
_ROUND = (
    f"{_ALONE}(?:(?:{'|'.join(_ABOUT)})[{_PLACE}]|(?:{'|'.join(_ABOUT_LARGE)})[百千万亿]"
    f"|[{_PLACE}](?=余|[多来](?:{_MEASURED}|[万亿])))"
)
_NUMERAL = re.compile(f"{_SHARE}|{_DECIMAL}|{_BELOW_ZERO}|{_POINTS}|{_CAPITALS}|{_YEAR}|{_ROW}|{_RUN}|{_ROUND}")

_SAYINGS = (
    "一五一十 千千万万 万万千千 千百万 亿万 万万 千百 百十来 千家万户 成千上万 成百上千 万家灯火 千人千面 千村万户 "
    "三十而立 三十而已 四十而不惑 四十不惑 五十而知天命 五十知天命 六十而耳顺 "
    "六十耳顺 七十古来稀 七十而从心所欲 三十年河东 三十年河西 五十步笑百步 二百五 三百六十行 三百六十度 "
    "一百八十度 七十二行 七十二变 三十六计 三十六策 十八般 十八弯 十八变 十八线 "
    "三七二十一 七七四十九 九九八十一 八百里加急 八千里路 九万里 万里长征 弱水三千 白发三千丈 三千世界 "
    "十万火急 十万八千里 百二秦关 一千个读者 一千个哈姆雷特 上下五千年 "
    "五千年文明 五千年历史 三百六十五天 三百六十五个日夜 "
    "三百六十五里 十二分 百万富翁 千万富翁 亿万富翁 百万雄师 十万个为什么 "
    "一千零一夜 一百单八将 一百零八将 十八罗汉 二十四桥 二十四孝 二十四史 二十八宿 十三陵 十三经 十二生肖 "
    "十二时辰 二十四节气 大年三十 年三十 十五的月亮十六圆 十五的月亮 初一十五 正月十五 八月十五 "
    "双十一 双十二 十一黄金周 十一长假 十一假期 十一期间 国庆十一 五十六个民族 五十六枝花 十八洞村 二万五千里长征 十一五 "
    "十二五 十三五 十四五 十五五 十六五 "
    "十二指肠 此地无银三百两 正经八百 十六进制 十六进位 七老八十 飞流直下三千尺 五十铃 十二金钗 十三太保 百万雄兵 "
    "说一千道一万 行百里者半九十 唐诗三百 沈万三 十二属相 "
    "十二平均律 十二宫 十七孔桥 二十五史 千千结 五胡十六国 十四行诗 十八掌 十八怪 十八式 十八拍 十八层地狱 两个一百年 十二经脉 "
    "百千万人才 百千万工程 十百千 千万条 千万里 千万人吾往矣 十万大山 三千里 十三朝 八百里秦川 七十二家房客 "
    "十八届 十九届 二十届 十三届 十四届"
)
_NOUNS = "人次总参指函天岁户件家场字倍基系整小分级读常变多少无半年页票计点度个"
_WARNING = "(?=[别不要莫小注记勿当保])"


def _edged(word: str) -> str:
    before, after = (f"{sign}{_ANY})" for sign in ("(?<!", "(?!"))
    return f"{before if word[0] in CHARACTERS else ''}{word}{after if word[-1] in CHARACTERS else ''}"


_SPEECH = f"{_ALONE}(?:万一|千万{_WARNING})(?!{_ANY})|{_ANY}+年如一日|(?<=[{_NOUNS}])数(?=[{_PLACE}])"
_CONGRESS = f"{_ALONE}(?:十[{_DIGIT}]|二十[一二]?)大(?=[，。、；”召精报以会的]|$)"
SAYING = re.compile("|".join([*map(_edged, sorted(_SAYINGS.split(), key=len, reverse=True)), _SPEECH, _CONGRESS]))
"""Words of everyday speech that count nothing."""


def numerals(text: str) -> Iterator[tuple[str, int]]:
    """Yield every numeral in Han characters of a text, with its place."""
    yield from ((found.group(), found.start()) for found in _NUMERAL.finditer(text))
