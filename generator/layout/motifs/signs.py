"""Which icon stands with a story or a figure: the author's, else the one that its words name beyond doubt, else none.

The rule is data: words that name a sign. A story's title comes before its message; where the words of two signs are there, neither is sure.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.document.model import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.document.model import Datum, Story

NONE = "无"
"""What an author writes for no icon."""

WORDS: dict[str, re.Pattern[str]] = {
    "老人": re.compile("老人|老年|长辈|养老|长者"),
    "儿童": re.compile("儿童|孩子|童伴|幼儿|少年|婴|宝宝"),
    "握手": re.compile("合作|伙伴|结对|携手|签约|帮扶"),
    "心": re.compile("公益|慈善|善款|爱心|募捐|捐款|志愿"),
    "树": re.compile("树|森林|造林|绿化|林地"),
    "山": re.compile("荒漠|山区|自然保护|矿山"),
    "水": re.compile("净水|用水|饮水|污水|供水|水质|节水|管网|水库"),
    "电": re.compile("电量|用电|节电|发电|光伏|充电|清洁能源|电网|供电"),
    "灯": re.compile("创新|专利|发明|科研|课题"),
    "地球": re.compile("国家和地区|个国家|全球|海外|国际|碳排放|减碳|低碳"),
    "村": re.compile("村(?!官)|县域|乡镇|县里"),
    "房": re.compile("住房|房屋|安置房|公寓"),
    "学校": re.compile("学校|校舍|教室|校园|高校|大学"),
    "医": re.compile("医院|医疗|医生|门诊|患者|手术|健康支持|防疫|抗疫|救治|护理"),
    "书": re.compile("课程|图书|阅读|培训|读书|教材"),
    "钱": re.compile("资金|投入|销售额|收入|税收|贷款|补贴"),
    "车": re.compile("车辆|公交|运输|货车|班线|救护车"),
    "包裹": re.compile("包裹|快递|包装|共配"),
    "手机": re.compile("手机|APP|小程序|应用软件|在线|线上"),
    "工厂": re.compile("工厂|产业带|制造|车间|厂房"),
    "旗": re.compile("首个|首次|第一个"),
    "日历": re.compile("周年|连续.{0,4}年|相隔"),
    "人": re.compile("员工|居民|消费者|用户|职工|客服"),
}
"""Signs by the words that name them."""
MONEY = frozenset(("人民币", "美元", "欧元", "港元", "日元", "英镑"))


def story_icon(story: Story) -> str:
    """Return the name of a story's icon, or "" where none is sure."""
    if story.icon:
        return "" if story.icon == NONE else story.icon
    title, message = str(story.title), str(story.message)
    return _only(title) or ("" if _named(title) else _only(message))


def figure_icon(datum: Datum) -> str:
    """Return the name of a figure's icon, or "" where none is sure; money is known by its unit."""
    if datum.icon:
        return "" if datum.icon == NONE else datum.icon
    if datum.number.dimension.partition(" ")[0] in MONEY:
        return "钱"
    return _only(datum.number.tail) or _only(plain(datum.label))


def row_icons(data: Iterable[Datum]) -> tuple[str, ...]:
    """Return the icons of figures that stand in a row: each has its own, or none of them has one."""
    names = tuple(figure_icon(datum) for datum in data)
    return names if all(names) and len(set(names)) == len(names) else ()


def _only(text: str) -> str:
    """Return the one sign that a text names."""
    found = _named(text)
    return found[0] if len(found) == 1 else ""


def _named(text: str) -> list[str]:
    return [name for name, words in WORDS.items() if words.search(text)]
