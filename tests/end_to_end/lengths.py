"""Contents of a hospital's report by their lengths: so many themes, characters a theme, charts, stories, a title so long."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count, cycle, islice

import yaml

NAMES = (
    *("急诊", "门诊", "手术", "护理", "检验", "药学", "影像", "康复", "儿科", "产科", "中医", "体检", "教学", "科研", "后勤"),
    *("信息", "公益", "帮扶", "慢病", "随访", "质控", "安全", "感控", "营养", "心理", "口腔", "眼科", "血透", "输血", "病案"),
)
COLOURS = ["朱砂", "赭", "松绿", "靛蓝", "紫檀", "石青", "胭脂", "黛", "竹青", "栗"]
PLACES = "楼院馆站亭"
KINDS = ("bar", "column", "cards")
SAYING = "清早的灯还亮着，值夜的人把要紧的事都交代清楚，接班的人听完才往病房里走。"
PARAGRAPH, EVERY = 120, 3
"""Characters to a paragraph at the most, and after how many of them a heading stands."""
TITLE = "把好医院办到家门口让住得远的人当天也能看完病再踏实回家过夜"


@dataclass(frozen=True, slots=True)
class Lengths:
    """How long a content is."""

    themes: int = 5
    text: int = 300
    charts: int = 1
    story: int = 120
    title: int = 12
    about: int = 120
    history: int = 200

    def __str__(self) -> str:
        usual = Lengths()
        told = {name: getattr(self, name) for name in self.__slots__ if getattr(self, name) != getattr(usual, name)}
        return ", ".join(f"{name} {value}" for name, value in told.items()) or "usual"


def words(length: int) -> str:
    """Return so many characters in paragraphs, some of them under headings."""
    made = []
    for number, start in enumerate(range(0, length, PARAGRAPH)):
        if number and number % EVERY == 0:
            made.append("## 换个地方再看")
        made.append("".join(islice(cycle(SAYING), min(PARAGRAPH, length - start))))
    return "\n\n".join(made)


def content(lengths: Lengths) -> str:
    """Return a content file of these lengths."""
    numbers, figures = count(311, 17), {}

    def figure(label: str, unit: str = "人次") -> str:
        figures[label] = {
            "means": f"全年{label}", "label": label, "kind": "flow", "source": "年报 第2段",
            "values": {"2022年": f"{next(numbers)}{unit}"},
        }  # fmt: skip
        return label

    themes = [_theme(lengths, name, COLOURS[at % len(COLOURS)], figure) for at, name in enumerate(NAMES[: lengths.themes])]
    made = {
        "report": {
            "title": TITLE[: lengths.title], "organization": "青山市人民医院", "edition": "2022年", "date": "2023年1月10日",
            "brand": {"rgb": "#0B7A5B", "cmyk": "85 20 70 20"}, "colophon": "本报告依据医院年报编写。",
        },
        "sources": {"年报": {"title": "青山市人民医院年度工作报告", "date": "2023年1月5日"}},
        "figures": figures,
        "about": {"name": "关于本报告", "message": "门诊与病房", "text": words(lengths.about)},
        "overview": {
            "name": "数说", "message": "先看这些数", "text": words(60), "figures": [f"{one}甲" for one in NAMES[: lengths.themes]],
        },
        "themes": themes,
        "history": {"name": "来路", "message": "从诊室走到社区", "text": words(lengths.history)},
        "outlook": {"name": "展望", "message": "把路修到家门口", "text": words(150)},
        "closing": {"name": "问答", "message": "谢谢", "text": "欢迎指正。"},
    }  # fmt: skip
    return yaml.safe_dump(made, allow_unicode=True, sort_keys=False)


def _theme(lengths: Lengths, name: str, colour: str, figure) -> dict:
    own = [figure(f"{name}{one}") for one in "甲乙丙"]
    said = f"全年【{own[0]}】。" if lengths.text > PARAGRAPH else ""
    made = {
        "name": f"{name}服务", "color": colour, "message": f"{TITLE[: max(4, lengths.title - 8)]}，【{own[0]}】",
        "heroes": [*own], "figures": [*own], "text": said + words(lengths.text),
    }  # fmt: skip
    charts = [
        {
            "kind": KINDS[at % len(KINDS)], "message": "四处各有长短", "measure": "各处人次",
            "figures": [figure(f"{name}{one}{PLACES[at]}") for one in "东南西北"],
        }
        for at in range(lengths.charts)
    ]  # fmt: skip
    story = {"title": "夜里的灯", "message": "有人一直等到天亮", "text": words(lengths.story)} if lengths.story else None
    return made | ({"charts": charts} if charts else {}) | ({"story": story} if story else {})
