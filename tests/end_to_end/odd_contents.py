"""Contents that are odd and still content: few or very many themes, figures, charts and events, the shortest words and the longest.

In: a seed. Out: a content file's text, always the same for the same seed. What it holds is well formed, so that what may go wrong is
left to layout, writing and proof; no number is typed into its words.
"""

from __future__ import annotations

from random import Random
from typing import Any

import yaml

HAN = "城乡水林湖山路桥学医农商工科文体清明和平安康春秋冬夏东西南北新远近光风云海河田园茶竹松梅兰书画琴棋灯塔帆舟"
UNITS = (
    "个",
    "家",
    "人",
    "亿元",
    "万元",
    "万千瓦时",
    "亿千瓦时",
    "吨",
    "%",
    "万人次",
    "公里",
    "项",
    "件",
    "亿棵",
    "万吨标准煤",
    "个国家和地区",
)
QUALIFIERS = ("", "", "", "近", "超", "约")
KINDS = ("bar", "column", "line", "dot", "cards", "coverage", "stacked", "panels", "pie", "doughnut", "timeline", "before-after")
COLOURS = ("朱砂", "赭", "松绿", "靛蓝", "紫檀", "石青", "胭脂", "黛", "竹青", "栗")
COUNTS = (0, 1, 1, 2, 3, 4, 5, 5, 6, 7, 8, 10, 13, 14, 20, 30)
FIGURES = (1, 2, 3, 5, 8, 12, 20, 40)
MOST_FIGURES = 320
WORDY, RARE, FAR = 0.25, 0.03, 8
"""The part of all contents that say more than most places hold, and of their words those that are so many times too long."""


class Maker:
    """Makes one content; `figures` grows with what its parts ask for."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - nothing is kept secret by it
        self.wordy = self.random.random() < WORDY
        self.figures: dict[str, Any] = {}
        self.taken: set[str] = set()

    def words(self, least: int, most: int) -> str:
        """Return Han of a length, the short ones likelier."""
        return "".join(self.random.choices(HAN, k=self._length(least, most)))

    def name(self, least: int = 2, most: int = 8) -> str:
        """Return words that nothing else is called."""
        while (made := self.words(least, most)) in self.taken:
            most += 1
        self.taken.add(made)
        return made

    def sentence(self, most: int) -> str:
        """Return words with a comma among them where they are many."""
        made = self.words(2, most)
        return made if len(made) < 8 else f"{made[: len(made) // 2]}，{made[len(made) // 2 :]}"

    def prose(self, most: int) -> str:
        """Return a few paragraphs."""
        count = self.random.choice((1, 2, 3, 6) if self.wordy else (1, 1, 2))
        blocks = (f"{self.sentence(most)}。{self.sentence(most)}。" for _ in range(count))
        return "\n\n".join(blocks)

    def digits(self) -> str:
        """Return digits as people write them."""
        whole = self.random.choice((self.random.randint(1, 9), self.random.randint(10, 999), self.random.randint(1000, 99_999)))
        grouped = f"{whole:,}" if self.random.random() < 0.3 else str(whole)
        return grouped + self.random.choice(("", "", ".5", ".08"))

    def figure(self, unit: str = "", periods: tuple[str, ...] = ("2020年",), digits: tuple[str, ...] = ()) -> str:
        """Define a figure, and return its name."""
        key, one = self.name(2, 6), unit or self.random.choice(UNITS)
        values = {
            when: f"{self.random.choice(QUALIFIERS)}{digits[at] if digits else self.digits()}{one}"
            for at, when in enumerate(periods)
        }
        most = self.random.choice((4, 8, 16) if self.wordy else (4, 6, 9))
        self.figures[key] = {
            "means": self.sentence(self.random.choice((8, 20, 60))), "label": self.words(2, most), "kind": "stock",
            "values": values, "source": f"简讯 第{self.random.randint(1, 9)}段",
        }  # fmt: skip
        return key

    def chart(self) -> dict[str, Any]:
        """Return a chart of a kind with what it is made of."""
        kind = self.random.choice(KINDS)
        made: dict[str, Any] = {"kind": kind, "message": self.sentence(24), "measure": self.words(2, 16)}
        return made | getattr(self, "_" + kind.replace("-", "_"), self._alike)()

    def _alike(self) -> dict[str, Any]:
        unit, low = self.random.choice(UNITS), self.random.randint(1, 400)
        count = self.random.choice((1, 2, 4, 6, 9, 12))
        return {"figures": [self.figure(unit, digits=(str(self.random.randint(low, 50 * low)),)) for _ in range(count)]}

    def _through_time(self) -> dict[str, Any]:
        count, start = self.random.choice((2, 3, 5, 9, 12)), self.random.randint(1990, 2008)
        years = self.random.choice(
            ([f"{start + at}年" for at in range(count)], [f"2020年{month}月" for month in range(1, count + 1)])
        )
        signs = self.random.choice(("", "", "−", "+"))
        digits = tuple(f"{self.random.choice((signs, ''))}{self.random.randint(10, 900)}" for _ in years)
        key = self.figure(self.random.choice(UNITS), tuple(years), digits)
        for value in self.figures[key]["values"]:
            self.figures[key]["values"][value] = self.figures[key]["values"][value].lstrip("".join(QUALIFIERS))
        return {"figures": [f"{key}@{year}" for year in years]}

    def _line(self) -> dict[str, Any]:
        return self._through_time()

    def _column(self) -> dict[str, Any]:
        return self.random.choice((self._alike, self._through_time))()

    def _rows(self) -> dict[str, Any]:
        unit, years = self.random.choice(UNITS), tuple(f"{2015 + at}年" for at in range(self.random.randint(1, 6)))
        keys = [
            self.figure(unit, years, tuple(str(self.random.randint(20, 99)) for _ in years))
            for _ in range(self.random.randint(2, 4))
        ]
        return {"figures": [f"{key}@{year}" for key in keys for year in years]}

    _stacked = _panels = _rows

    def _pie(self) -> dict[str, Any]:
        cuts = sorted(self.random.sample(range(1, 20), self.random.randint(1, 4)))
        parts = [5 * (stop - start) for start, stop in zip([0, *cuts], [*cuts, 20], strict=True)]
        keys = [self.figure("%", digits=(str(part),)) for part in parts]
        for key in keys:
            self.figures[key]["values"]["2020年"] = self.figures[key]["values"]["2020年"].lstrip("".join(QUALIFIERS))
        return {"figures": keys}

    _doughnut = _pie

    def _coverage(self) -> dict[str, Any]:
        return {"figures": [self.figure(digits=(str(self.random.randint(1, 3000)),)) for _ in range(self.random.randint(1, 4))]}

    def _timeline(self) -> dict[str, Any]:
        count = self.random.choice((1, 2, 4, 6, 9))
        years = self.random.choice(
            ([f"{2000 + at}年" for at in range(count)], [f"2020年{at + 1}月" for at in range(count)], ["2020年"] * count)
        )
        return {"events": [{"when": year, "text": self.sentence(24)} for year in years]}

    def _before_after(self) -> dict[str, Any]:
        key = self.figure("", ("2013年", "2020年"), (str(self.random.randint(1, 99)), str(self.random.randint(100, 9999))))
        return {"figures": [f"{key}@2013年", f"{key}@2020年"]}

    def theme(self, most: int) -> dict[str, Any]:
        """Return a theme with at most so many figures beside its heroes."""
        made: dict[str, Any] = {"name": self.name(2, 10), "color": self.random.choice(COLOURS), "message": self.sentence(24)}
        made["heroes"] = [self.figure() for _ in range(self.random.choice((1, 1, 2, 3)))]
        count = min(most, self.random.choice(FIGURES), max(0, MOST_FIGURES - len(self.figures)))
        made["figures"] = [self.figure() for _ in range(count)]
        made["text"] = self.prose(self.random.choice((20, 80, 200)))
        made["charts"] = [self.chart() for _ in range(self.random.choice((0, 0, 1, 1, 2, 4)))]
        if self.random.random() < 0.3:
            made["points"] = self.points()
        if self.random.random() < 0.3:
            made["story"] = {
                "title": self.words(2, 8),
                "message": self.sentence(20),
                "text": self.prose(60 if self.wordy else 30),
            }
        return {key: value for key, value in made.items() if value}

    def points(self) -> list[str]:
        """Return the points of a slide."""
        return [self.sentence(30 if self.wordy else 20) for _ in range(self.random.choice((1, 2, 4, 6 if self.wordy else 5)))]

    def section(self) -> dict[str, Any]:
        """Return a section beside the themes."""
        made: dict[str, Any] = {"name": self.name(2, 6), "message": self.sentence(20), "text": self.prose(80)}
        if self.random.random() < 0.4:
            made["points"] = self.points()
        if self.random.random() < 0.3:
            made["charts"] = [self.chart()]
        return made

    def content(self) -> dict[str, Any]:
        """Return a whole content."""
        count = self.random.choice(COUNTS)
        themes = [self.theme(max(FIGURES) if count < 8 else 8) for _ in range(count)]
        told = list(self.figures)
        made: dict[str, Any] = {
            "report": self._imprint(),
            "sources": {"简讯": {"title": self.sentence(30), "date": "2021年8月5日"}},
        }
        made["about"] = {
            "name": self.name(2, 6),
            "message": self.sentence(24),
            "text": self.prose(self.random.choice((20, 80, 160))),
        }
        made["overview"] = {
            "name": self.name(2, 6), "message": self.sentence(20), "text": self.prose(40),
            "figures": self._shown(told, self.random.choice((0, 1, 3, 10, 24))) or [self.figure()],
        }  # fmt: skip
        made["themes"] = themes
        for key in ("history", "outlook", "closing"):
            if self.random.random() < 0.6:
                made[key] = self.section()
        self._add_past(made)
        for part in (*themes, made.get("history", {}), made.get("outlook", {})):
            if part and self.random.random() < 0.15:
                part["statement"] = {"who": self.words(2, 20), "text": self.sentence(40), "source": "简讯 第2段"}
        made["figures"] = self.figures
        if self.random.random() < 0.3:
            made["talk"] = {"minutes": self.random.choice((1, 5, 12, 30))}
        return made

    def _add_past(self, made: dict[str, Any]) -> None:
        """Give a history its years, and pairs of then and now."""
        if "history" not in made or self.random.random() < 0.2:
            return
        years = sorted(self.random.sample(range(1990, 2022), self.random.choice((2, 3, 5, 8, 12, 20))))
        events = [{"when": f"{year}年", "text": self.sentence(24)} for year in years]
        charts: list[dict[str, Any]] = [{"kind": "timeline", "message": self.sentence(24), "events": events}]
        pairs = []
        for _ in range(self.random.choice((0, 1, 2, 4, 8))):
            key = self.figure("", ("2013年", "2020年"), (str(self.random.randint(1, 99)), str(self.random.randint(100, 9999))))
            remark = {"remark": self.sentence(20)} if self.random.random() < 0.5 else {}
            theme = {"theme": made["themes"][0]["name"]} if made["themes"] and self.random.random() < 0.3 else {}
            pairs.append({"name": self.name(2, 6), "then": f"{key}@2013年", "now": f"{key}@2020年", **remark, **theme})
        if pairs:
            charts.append({"kind": "then-and-now", "message": self.sentence(24), "pairs": pairs})
        made["history"]["charts"] = [*charts, *made["history"].get("charts", ())]

    def _imprint(self) -> dict[str, Any]:
        return {
            "title": self.sentence(20), "subtitle": self.sentence(20), "organization": self.words(2, 14), "edition": "2020年",
            "date": "2021年8月5日", "fiscal_year_ends": "12月31日", "brand": {"rgb": "#2E6B4F", "cmyk": "70 20 70 30"},
            "colophon": self.sentence(40),
        }  # fmt: skip

    def _shown(self, told: list[str], most: int) -> list[str]:
        found = []
        for key in self.random.sample(told, min(len(told), most)):
            values = list(self.figures[key]["values"])
            found.append(key if len(values) == 1 else f"{key}@{values[-1]}")
        return found

    def _length(self, least: int, most: int) -> int:
        far = FAR * most if self.wordy and self.random.random() < RARE else most
        return self.random.choice((least, self.random.randint(least, far), far))


def odd_content(seed: int) -> str:
    """Return the text of the so-manieth odd content."""
    return yaml.safe_dump(Maker(seed).content(), allow_unicode=True, sort_keys=False, width=100_000)
