"""A resolved report made by hand: five themes with everything that a layout must be able to set. For the tests of other rooms.

`sample_report()` is the whole of it; `sample_report(themes=2)` has only the first themes. Numbers in the words below are references.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from generator.diagnostics import Span
from generator.document import model
from generator.document.ledger import Entry, Ledger, Line, Use, UseKind
from generator.ink import Colour
from tests.document.sample_figures import FIGURES

SCALES = {"": 1, "万": 10**4, "亿": 10**8}
FILE = "content.yaml"
DIGEST = "5a" * 32


@dataclass
class Maker:
    """Makes pieces, numbering uses as they come."""

    uses: list[Use] = field(default_factory=list)
    places: dict[str, Span] = field(default_factory=dict)
    charts: int = 0

    def origin(self, key: str) -> str:
        self.places.setdefault(key, Span(FILE, len(self.places) + 1, 3))
        return key

    def use(self, kind: UseKind, text: str, figure: str = "", period: str = "", reason: str = "") -> str:
        use = Use(f"u{len(self.uses) + 1:03}", kind, text, figure, period, reason, Span(FILE, len(self.uses) + 1, 7))
        self.uses.append(use)
        return use.id

    def label(self, text: str, reason: str = "由程序生成") -> model.Run:
        return model.Run(text, self.use(UseKind.LABEL, text, reason=reason))

    def number(self, name: str) -> model.Number:
        row = FIGURES[name]
        qualifier, digits, scale, unit = row.printed.split("|")
        kind = UseKind.DERIVED if row.formula else UseKind.FIGURE
        value = Decimal(digits) if digits else None
        use = self.use(kind, row.printed.replace("|", ""), name, row.period)
        amount = None if value is None else value * SCALES.get(scale, 1)
        return model.Number(use, qualifier, digits, scale + unit, value, amount, scale if digits else "", unit)

    def rich(self, template: str) -> model.RichText:
        return tuple(run for piece in re.split(r"(【.*?】|\*\*.*?\*\*)", template) if piece for run in self.runs(piece))

    def runs(self, piece: str) -> tuple[model.Run, ...]:
        if piece.startswith("**"):
            return (model.Run(piece.strip("*"), emphasis=True),)
        if not piece.startswith("【"):
            return self.words(piece)
        name, _, form = piece.strip("【】").partition(":")
        if form == "时期":
            return (model.Run(FIGURES[name].period, self.use(UseKind.PERIOD, FIGURES[name].period, name, FIGURES[name].period)),)
        return (self.number(name).run,)

    def words(self, piece: str) -> tuple[model.Run, ...]:
        parts = re.split(r"(第[\d、]+段|[一二三四五六七八九十百千万亿数]{2,}(?:点四)?)", piece)
        return tuple(self.numeral(part) if index % 2 else model.Run(part) for index, part in enumerate(parts) if part)

    def numeral(self, text: str) -> model.Run:
        kind = UseKind.LABEL if text.startswith("第") else UseKind.EXEMPT
        return model.Run(text, self.use(kind, text, reason="汉字数词"))

    def phrase(self, template: str, origin: str) -> model.Phrase:
        return model.Phrase(self.rich(template), self.origin(origin))

    def prose(self, text: str, origin: str) -> tuple[model.Paragraph, ...]:
        blocks = [block.strip() for block in text.split("\n") if block.strip()]
        return tuple(self.paragraph(block, f"{origin}.{index}") for index, block in enumerate(blocks))

    def paragraph(self, block: str, origin: str) -> model.Paragraph:
        kinds = {"# ": "heading", "- ": "item", "> ": "quote"}
        kind = kinds.get(block[:2], "text")
        return model.Paragraph(kind, self.rich(block if kind == "text" else block[2:]), self.origin(origin))

    def datum(self, name: str, origin: str) -> model.Datum:
        row = FIGURES[name]
        source = self.rich(f"报道，{row.place}") if row.place else ()
        return model.Datum(
            name, self.rich(row.label), self.rich(row.means), self.number(name), self.rich(row.period), (), row.kind, source,
            computed=bool(row.formula), origin=self.origin(f"{origin}.{name}"),
        )  # fmt: skip

    def data(self, names: str, origin: str) -> tuple[model.Datum, ...]:
        return tuple(self.datum(name, origin) for name in names.split())

    def talk(self, script: str, names: str, origin: str, question: str = "", answer: str = "") -> model.Talk:
        sources = tuple(
            self.rich(f"{FIGURES[name].label}：报道，{FIGURES[name].place}") for name in names.split() if FIGURES[name].place
        )
        return model.Talk(
            self.prose(script, f"{origin}.notes"), "1", sources, self.rich(question), self.rich(answer), written=True
        )

    def chart(self, kind: str, message: str, measure: str, names: str, origin: str, **more: object) -> model.Chart:
        self.charts += 1
        key = f"{origin}.charts.{self.charts}"
        result = more.get("result", "")
        fields = {"pairs": (), "events": (), "note": ""} | more
        return model.Chart(
            kind, self.phrase(message, f"{key}.message"), self.rich(measure), self.data(names, key),
            self.number(result) if isinstance(result, str) and result else None,
            fields["pairs"], fields["events"], self.rich("来源：报道，第4、6段"), self.rich(str(fields["note"])),  # type: ignore[arg-type]
            self.talk(f"{message}。图上每一个数都照报告原样写出。", names, key), self.origin(key),
        )  # fmt: skip

    def pair(self, name: str, then: str, now: str, multiple: str, remark: str) -> model.Pair:
        origin = f"history.pairs.{name}"
        number = self.number(multiple) if multiple else None
        return model.Pair(
            self.rich(name), self.datum(then, origin), self.datum(now, origin), number, self.rich(remark), self.origin(origin)
        )

    def event(self, period: str, year: int, text: str) -> model.Event:
        return model.Event(self.rich(period), year, self.rich(text), self.origin(f"history.events.{year}"))

    def section(
        self,
        key: str,
        name: str,
        message: str,
        text: str = "",
        names: str = "",
        charts: tuple[model.Chart, ...] = (),
        points: str = "",
    ) -> model.Section:
        return model.Section(
            key, self.phrase(name, f"{key}.name"), self.phrase(message, f"{key}.message"), self.prose(text, f"{key}.text"),
            self.data(names, key), charts, self.points(points, key),
            self.talk(f"{message}。{text}", names, key, "这些数从哪里来？", "都来自公开报道，来源页逐段列出。"),
            self.rich("来源：报道，第2、4段"), self.origin(key),
        )  # fmt: skip

    def points(self, text: str, key: str) -> tuple[model.Phrase, ...]:
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        return tuple(self.phrase(line, f"{key}.points.{index}") for index, line in enumerate(lines))


@dataclass(frozen=True)
class Chapter:
    name: str
    color: str
    message: str
    headline: str
    heroes: str
    figures: str
    text: str
    chart: tuple[str, str, str, str]
    story: tuple[str, str, str, str]
    points: str


CHAPTERS = (
    Chapter(
        "抗疫与复工复产", "朱砂", "【抗疫投入】，先护住生命，再接住生意", "近两年的驰援，落成【抗疫投入】和【捐赠物资】物资",
        "抗疫投入 捐赠物资 共享平台", "受援国家 数字防疫系统 春雷省市 产业带",
        """【抗疫投入:时期】，支援抗疫的实际投入【抗疫投入】，向全国和另外【受援国家】送出抗疫物资【捐赠物资】。
资金之外，更多的力气花在技术上：健康码从杭州起步，很快走到全国。
由阿里云支持建立的数字防疫系统覆盖【数字防疫系统】；全球新冠肺炎实战共享平台把一线经验译成多国语言，覆盖【共享平台】。""",
        ("coverage", "一套系统、一批物资、一个平台，各走了多远", "覆盖与受援的范围 · 个 · 疫情期间", "数字防疫系统 受援国家 共享平台"),
        (
            "春雷再起", "停了十一年的计划，为【产业带】重新启动",
            "2020年4月，春雷计划时隔十一年再次启动，帮助【春雷省市】的【产业带】做数字化突围，让中小企业在国内国际双循环里抢到先机。",
            "春雷省市 产业带",
        ),
        "实际投入【抗疫投入】\n向【受援国家】送出物资【捐赠物资】\n共享平台覆盖【共享平台】",
    ),
    Chapter(
        "乡村振兴", "赭", "【农产品销售】的农产品，从田头走上全国的餐桌", "一年卖出【农产品销售】，三年帮【前贫困县】县卖出【贫困县销售】",
        "农产品销售 贫困县销售 教师学生", "前贫困县 数字农业基地 共配中心",
        """2020年，平台农产品销售额达【农产品销售】。自2017年12月起的三年，【前贫困县】前国家级贫困县在平台上的商品销售额已【贫困县销售】。
产地的路也在修：【数字农业基地】数字农业基地、【共配中心】县域快递共配中心在全国落地。**乡村特派员**驻扎在欠发达县域，把技术和乡村接在一起。
人才是更长远的事，乡村教师、校长和师范生的计划使【教师学生】乡村教师和学生受益。""",
        ("bar", "基地和共配中心，都到了千个上下", "落地数量 · 个 · 2020年", "数字农业基地 共配中心"),
        ("特派员驻县", "派一个人去，带一个县上网", "2019年起，资深员工被派到欠发达县域实地工作，成为技术与乡村之间的桥。", ""),
        "农产品一年卖出【农产品销售】\n前贫困县三年卖出【贫困县销售】",
    ),
    Chapter(
        "绿色低碳", "松绿", "每一笔订单，都比上一年少排【618减碳】的碳", "从包裹到数据中心，省下【包裹用材】用材、用上【清洁能源】清洁电",
        "包裹用材 清洁能源 618减碳", "钉钉减碳",
        """至2020年底，智能装箱累计减少【包裹用材】用材；自建数据中心交易清洁能源【清洁能源】；钉钉推动绿色办公，累计减碳【钉钉减碳】。
2021年天猫618，每笔订单同比减碳【618减碳】。""",
        ("change", "去年的一百，今年只要八十二点四", "每笔订单碳排放 · 以上一年为一百 · 2021年", "618减碳"),
        ("绿色双11", "最大的一场促销，也可以是最省的一场", "2020年天猫双11，节电、减塑、省纸一并推进。", ""),
        "每笔订单减碳【618减碳】\n清洁能源【清洁能源】",
    ),
    Chapter(
        "科技普惠", "靛蓝", "【无障碍应用】APP学会了等一等，让视障者也能用", "技术先照顾最容易被落下的人",
        "残障就业 无障碍应用", "",
        "2020年，关爱老年人的小棉袄计划上线；旗下【无障碍应用】APP加入视觉无障碍行动；云客服计划已为【残障就业】残障人士提供就业岗位。",
        ("cards", "两个数，两群人", "2020年", "残障就业 无障碍应用"),
        ("", "", "", ""),
        "【残障就业】残障人士有了岗位\n【无障碍应用】APP无障碍",
    ),
    Chapter(
        "平台公益", "紫檀", "【公益商家】和【公益消费者】，凑出【募款】善款", "一笔一笔小额的善意，汇成【募款】",
        "募款 公益商家 公益项目", "公益消费者 入驻机构",
        """【募款:时期】，【公益商家】和【公益消费者】为【公益项目】公益项目募集善款【募款】。
“人人3小时”平台上，志愿服务和公益机构接近【入驻机构】。""",
        ("column", "机构与项目，数目旗鼓相当", "机构与项目 · 个 · 2020年", "入驻机构 公益项目"),
        ("一台净水机", "善款走到学校，就是一杯干净的水", "依靠这些善款，乡村学校用上了净水装置。", "公益项目"),
        "善款【募款】\n项目【公益项目】",
    ),
)  # fmt: skip


def theme(maker: Maker, index: int, chapter: Chapter) -> model.Theme:
    key = f"themes.{index}"
    title, message, text, names = chapter.story
    story = None
    if title:
        story = model.Story(
            maker.phrase(title, f"{key}.story.title"), maker.phrase(message, f"{key}.story.message"),
            maker.prose(text, f"{key}.story.text"), maker.data(names, f"{key}.story"),
            maker.talk(text, names, f"{key}.story"), maker.origin(f"{key}.story"),
        )  # fmt: skip
    return model.Theme(
        f"theme-{index + 1}", maker.label(f"{index + 1:02}"), maker.phrase(chapter.name, f"{key}.name"), chapter.color,
        maker.phrase(chapter.message, f"{key}.message"), maker.phrase(chapter.headline, f"{key}.headline"),
        maker.data(chapter.heroes, f"{key}.heroes"), maker.data(chapter.figures, f"{key}.figures"),
        maker.prose(chapter.text, f"{key}.text"), (maker.chart(*chapter.chart, origin=key),), story,
        maker.points(chapter.points, key),
        maker.talk(chapter.text, chapter.heroes, key, "这个数为什么写“近”？", "照来源的原话写，来源说近，我们就写近。"),
        maker.rich("来源：报道，第6、7、8段"), maker.origin(key),
    )  # fmt: skip


def history(maker: Maker) -> model.Section:
    pairs = (
        maker.pair("淘宝村", "早年淘宝村", "淘宝村", "淘宝村倍数", ""),
        maker.pair("植树", "早年植树", "植树", "", "一个是淘宝捐助，一个是蚂蚁森林种下：口径不同，不算倍数"),
        maker.pair("募款", "早年募款", "募款", "", "一个为“魔豆宝宝”，一个为全部项目：口径不同，不算倍数"),
    )
    events = (
        maker.event("2007年", 2007, "为“魔豆宝宝”募集善款【早年募款】"),
        maker.event("2010年", 2010, "淘宝捐助植树【早年植树】"),
        maker.event("2013年", 2013, "【早年淘宝村】淘宝村"),
        maker.event("2020年", 2020, "淘宝村增加到【淘宝村】"),
    )
    charts = (
        maker.chart("then-and-now", "从前与现在，隔着十五年", "三件小事的起点与今天", "", "history", pairs=pairs),
        maker.chart("timeline", "十五年，一步一步", "", "", "history", events=events),
        maker.chart(
            "before-after", "淘宝村从【早年淘宝村】到【淘宝村】", "淘宝村 · 个 · 2013年与2020年", "早年淘宝村 淘宝村", "history",
            result="淘宝村倍数", note="计算值：2020年的淘宝村 ÷ 2013年的淘宝村",
        ),
    )  # fmt: skip
    text = "连续第十五年发布社会责任报告，从一棵树长成一片林：淘宝村由【早年淘宝村】到【淘宝村】。"
    return maker.section(
        "history", "十五年", "从【早年淘宝村】村到【淘宝村】村", text, "淘宝村 植树", charts, "淘宝村：【早年淘宝村】→【淘宝村】"
    )


def entries(chapters: tuple[Chapter, ...]) -> tuple[Entry, ...]:
    homes = {name: chapter.name for chapter in chapters for name in (chapter.heroes + " " + chapter.figures).split()}
    made = []
    for index, (name, row) in enumerate(FIGURES.items()):
        _, digits, scale, unit = row.printed.split("|")
        amount = Decimal(digits) * SCALES[scale] if digits else None
        source = f"报道，{row.place}" if row.place else "计算值"
        line = Line(row.period, row.printed.replace("|", ""), amount, unit, source, "", "", "", "")
        made.append(
            Entry(
                name, row.means, row.kind, "", "", row.formula, homes.get(name, "总览与历史"), (line,), Span(FILE, 20 + index, 3)
            )
        )
    return tuple(made)


def tables(maker: Maker, chapters: tuple[Chapter, ...]) -> tuple[model.FigureTable, ...]:
    homes = [(chapter.name, chapter.color, f"{chapter.heroes} {chapter.figures}".strip()) for chapter in chapters]
    homes.append(("总览与历史", "", "早年淘宝村 淘宝村 淘宝村倍数 早年植树 植树 早年募款"))
    return tuple(
        model.FigureTable(maker.phrase(name, f"tables.{index}"), color, maker.data(names, f"tables.{index}"))
        for index, (name, color, names) in enumerate(homes)
    )


def discrepancy(maker: Maker) -> model.Discrepancy:
    quote = "来源原文"
    found = [("“", ""), ("近34亿元", quote), ("”（过去一年）、“", ""), ("34亿元", quote), ("”（2020年）", "")]
    runs = tuple(model.Run(text, maker.use(UseKind.QUOTE, text, reason=reason) if reason else "") for text, reason in found)
    return model.Discrepancy(
        maker.rich("抗疫投入"), runs, maker.rich("【抗疫投入:时期】，【抗疫投入】"), maker.rich("只有这一处写明了截止时间和“实际”"),
        maker.origin("discrepancies.0"),
    )  # fmt: skip


def imprint(maker: Maker) -> model.Imprint:
    return model.Imprint(
        maker.phrase("十五年，从一棵树到一片林", "report.title"),
        maker.phrase("《2020—2021阿里巴巴集团社会责任报告》摘要", "report.subtitle"),
        maker.rich("阿里巴巴集团"), maker.rich("2020—2021"), "2021-08-05", Colour((255, 106, 0), (0, 70, 100, 0)),
        maker.prose("本摘要依据公开报道编写。\n数字以来源所载为准。", "report.colophon"), DIGEST,
    )  # fmt: skip


def sample_report(themes: int = 5) -> model.ResolvedReport:
    """Return the sample, with so many of its themes."""
    maker, chapters = Maker(), CHAPTERS[:themes]
    about = maker.section(
        "about",
        "关于本摘要",
        "一份报告，一组数，五句话",
        "本摘要把社会责任报告里的数放到一起，每个数都写明时期和来源。\n凡计算得来的数，都注明算法。",
    )
    overview = maker.section(
        "overview",
        "数说",
        "十个数，看懂这一年",
        "",
        "抗疫投入 农产品销售 贫困县销售 前贫困县 淘宝村 植树 618减碳 募款 公益商家 残障就业",
    )
    made = tuple(theme(maker, index, chapter) for index, chapter in enumerate(chapters))
    past = history(maker)
    outlook = maker.section(
        "outlook",
        "展望",
        "把一时的驰援，变成长久的制度",
        "2021年5月，脱贫基金升级为乡村振兴基金。",
        points="乡村振兴基金\n热土计划：科技、产业、人才",
    )
    closing = maker.section("closing", "问答", "欢迎提问", points="数字从哪里来\n口径如何统一")
    source = model.SourceNote(
        maker.rich("报道"),
        maker.rich("《阿里巴巴发布2020-2021社会责任报告》，2021年8月5日（年份为推定）"),
        maker.origin("sources.报道"),
    )
    definitions = tuple(
        model.Definition(name, maker.rich(name), maker.rich(f"{row.means}（{row.kind}）"), maker.origin(f"figures.{name}"))
        for name, row in FIGURES.items()
        if not name[0].isdigit()
    )
    differences = (discrepancy(maker),)
    rows = tables(maker, chapters)
    name = imprint(maker)
    ledger = Ledger(
        entries(chapters),
        tuple(maker.uses),
        (("双11", "购物节的名称"), ("人人3小时", "平台的名称"), ("天猫618", "购物节的名称")),
        DIGEST,
    )
    return model.ResolvedReport(
        name, about, overview, made, past, outlook, closing, rows, (source,), definitions, differences, ledger, dict(maker.places)
    )
