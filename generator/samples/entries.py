"""The rules of the Chinese paragraph, each with a text in a measure that puts it to work.

Nothing comes in; `ENTRIES` go out. Sources: GB/T 15834-2011 (P), GB/T 15835-2011 (N), CY/T 154-2017 (E), W3C CLREQ (C), Unicode (U),
the house (H).
"""

from dataclasses import dataclass, field
from typing import TypeAlias

from generator.design.palette import INK
from generator.design.type_scale import REPORT
from generator.typeset.model import Align, Level, Setting, Span, Stop, Style, Tab
from generator.units import Length, em

SIZE = REPORT.body.size
BODY = Style("sans-regular", SIZE, INK)
BOLD = Style("sans-bold", SIZE, INK)
HEADING = Style("serif-bold", REPORT.heading_3.size, INK)
LARGE = Style("serif-bold", REPORT.heading_1.size, INK)
TITLE: dict[str, object] = {"align": Align.LEFT, "balanced": True, "display": True}

Text: TypeAlias = str | tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule by its number, what it says, its source; a text, a measure in ems, and how it is set."""

    number: str
    rule: str
    source: str
    text: Text
    ems: float
    options: dict[str, object] = field(default_factory=dict)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The text as the composer takes it."""
        return (Span(self.text, BODY),) if isinstance(self.text, str) else self.text

    @property
    def setting(self) -> Setting:
        """How it is set."""
        return Setting(em(SIZE, self.ems), **{"leading": REPORT.body.leading, **self.options})  # type: ignore[arg-type]

    @property
    def size(self) -> Length:
        """Its largest type."""
        return max(span.style.size for span in self.spans)


def small(text: str, shift: str) -> Span:
    """Return a raised or lowered piece."""
    return Span(text, BODY, shift=shift)


SENTENCE = (
    "支援抗疫的实际投入近34亿元，向全国和另外150个国家送出物资超过2亿件；《2020—2021社会责任报告》说：“先护住生命，再接住生意。”"
)
TABLE = "消费者\t超过8亿\n成交\t4982亿元\n碳排放减少\t17.6%\n真树\t2.2亿棵\n塑料减少\t7.9万公斤"

LINE_EDGES = (
    Entry(
        "T01",
        "逗号、句号、顿号、分号、冒号不在行首",
        "P 5.1.1",
        "全国淘宝村共有5425个，比上年增加近三成；从2013年的20个算起，约为271倍。",
        10,
    ),
    Entry("T02", "问号、叹号不在行首", "P 5.1.2", "它在一年里做到了！真的做到了吗？是的，都做到了。", 8),
    Entry("T03", "后引号、后括号、后书名号不在行首", "P 5.1.3", "他说“先护住生命”，再接住生意（两件事都要紧），见《报告》。", 7),
    Entry(
        "T04", "前引号、前括号、前书名号不在行末", "P 5.1.3", "这是阿里巴巴发布的《2020年报告》，写的是“十五年”（计入今年）。", 9
    ),
    Entry("T05", "破折号占两字，不拆开", "P 5.1.4", "十五年——从一棵树到一片林——做的事没有变。", 6),
    Entry("T06", "省略号占两字，不拆开", "P 5.1.5", "先护住生命……再接住生意……一直这样做。", 6),
    Entry("T07", "连接号不在行首", "P 5.1.6", "时间从2017年—2020年，一共四年；2017年-2018年是头两年，13万～17万人由此受益。", 8),
    Entry("T08", "间隔号占半字，不在行首", "P 5.1.7", "微软创始人比尔·盖茨和列奥纳多·达·芬奇", 8),
    Entry(
        "T09", "分隔号占半字，基本级可在行末", "P 5.1.9", "三元人民币/吨的价格", 5.5, {"align": Align.LEFT, "level": Level.BASIC}
    ),
    Entry("T09", "国标级首末都不可", "P 5.1.9", "三元人民币/吨的价格", 5.5, {"align": Align.LEFT}),
    Entry("T09", "严格级：破折号、省略号也不在行首", "C", "先护住生命——再接住生意的人", 6, {"level": Level.STRICT}),
    Entry("T10", "数字不拆开", "N 5.1.7", "全年一共卖出的货值有1,234,567.89元，是2020年的数。", 11),
    Entry(
        "T10",
        "日期、电话、比、误差、乘方都是一个数",
        "N 5.1.7",
        "自2021-08-05起，电话是0571-8502-2088（7×24小时）；比例1∶0.62，均值100.00±2.65，约3.5×10²个，≥60岁的不到1%。",
        18,
    ),
    Entry("T10", "算式只在运算符后断", "N 5.1.7", "月均=25.3万元÷12个月=2.1万元/月，3米×5米=15平方米", 9, {"align": Align.LEFT}),
    Entry(
        "T11", "数字与万、亿、单位、符号不分开", "C", "投入的资金增加了3037亿元，上升20%，气温36.5℃，票价￥3000，下降到-5℃。", 9
    ),
    Entry(
        "T12", "限定词与数字不分开", "C", "支援抗疫的实际投入近34亿元，约200余所学校，第15次发布，至少3个方向，数亿件物资。", 12
    ),
    Entry(
        "T11 T12", "窄栏里两字限定词、三字单位可与数字分行", "C", "实际投入超过34亿元，全年节电4.1亿千瓦时，不足200万吨。", 7.5
    ),
    Entry("T13", "西文只在音节处断，自有连字符处断", "E 9", "一起看internationalization的结果，这是state-of-the-art的做法。", 8),
    Entry(
        "T13",
        "网址在斜线后、自己的符号前断，不加连字符",
        "E 9",
        "见https://www.example.com/reports/2020.html?page=15一页",
        12,
        {"align": Align.LEFT},
    ),
    Entry(
        "T14",
        "注释号跟着正文",
        "C",
        (
            Span("支援抗疫的实际投入近34亿元", BODY),
            small("①", "super"),
            Span("，物资超过2亿件", BODY),
            small("②", "super"),
            Span("。", BODY),
        ),
        10.2,
    ),
    Entry("T14", "行文中的注码也是；列举的序码跟着后文", "C", "投入近34亿元①，物资超2亿件[2]。其中：①保护环境；②发展教育。", 9),
    Entry("T15", "末行至少两个字", "C", "你好，世界你好，世界你好。完", 6),
    Entry("U", "不断空格两边不断，零宽空格处可断", "UAX #14", "第\u00a015\u00a0年的Power\u200bPoint", 6, {"align": Align.LEFT}),
)

ROOM = (
    Entry("T18 T28", "行末齐平，全段择优", "C", SENTENCE * 2, 21),
    Entry("T19", "先挤后拉：括号、逗号、句号依次让出", "C", "（一）全国，（二）另外，（三）其余。再加上一句，共四。", 11.1),
    Entry("T20 T22", "行首行末标点让出半字", "P 5.1.10", "“先护住生命，再接住生意。”《报告》说：“从一棵树到一片林。”", 7.5),
    Entry(
        "T20", "基本级：行末标点有余地时占一字", "P 5.1.10", "先护住，\n再接住。", 8, {"align": Align.LEFT, "level": Level.BASIC}
    ),
    Entry("T21", "相邻标点共让半字", "C", "他说：“《春雷》（2020）、‘计划’。”（完）", 21),
    Entry("T23", "破折号、数字、斜线内外不拉开", "C", "十五年——近34亿元的投入与三元/吨的价格一直都在这里面，没有变过。", 13.2),
    Entry("T24", "标点悬挂，选用", "C", "先护住生命，再接住生意，从一棵树到一片林，十五年没有变。", 5, {"hanging": True}),
    Entry(
        "T25",
        "汉字与西文、数字间空四分之一字，行首行末与标点旁不空",
        "C",
        "投入近34亿元，用Power工具看20%的“3小时”，150个国家",
        12,
    ),
    Entry("T27", "段首空两字", "C", SENTENCE, 20, {"indent": em(SIZE, 2)}),
    Entry("齐左", "左齐", "C", SENTENCE, 20, {"align": Align.LEFT}),
    Entry("居中", "居中", "C", "先护住生命\n再接住生意的十五年", 20, {"align": Align.CENTRE}),
    Entry("齐右", "右齐", "C", "先护住生命\n再接住生意的十五年", 20, {"align": Align.RIGHT}),
    Entry(
        "标题",
        "各行相近，断在意群",
        "C",
        (Span("先护住生命，再接住生意，十五年走到今天", HEADING),),
        19,
        TITLE,
    ),
    Entry("标题", "词不断开，的字跟着前面", "H", (Span("从一棵树到一片林的十五年", HEADING),), 10, TITLE),
    Entry(
        "标题",
        "作者标了“ / ”的地方先断",
        "H",
        (Span("让每一滴水", HEADING, pause=True), Span("都流向需要的地方", HEADING)),
        14,
        TITLE,
    ),
    Entry(
        "标题",
        "大字：标点让空，引号贴近，数字按字形调距",
        "H",
        (Span("（一）“春雷”，17.4%", LARGE),),
        23,
        {**TITLE, "leading": REPORT.heading_1.leading},
    ),
)

GLYPHS = (
    Entry(
        "T30",
        "西文语句里的引号、破折号、省略号用西文字形",
        "C",
        "他说“先护住生命”……He said “green — for good”, wait… that’s all，是——的。",
        18,
    ),
    Entry("T31", "标点占位", "P 5.1", "简，报。比尔·盖茨——好……元/吨", 21, {"align": Align.LEFT}),
    Entry("字距", "西文按字对调距，数字等宽", "C", "AVATAR To Type\n1111 7474 0000", 21, {"align": Align.LEFT}),
    Entry("T33", "数字按个位对齐", "N", TABLE, 20, {"tabs": (Tab(em(SIZE, 11), Stop.DECIMAL),)}),
    Entry(
        "T34",
        "着重号，不用斜体",
        "P 4.12",
        (
            Span("它们的口径不同，", BODY),
            Span("不宜相加", BODY, dots=True),
            Span("，也", BODY),
            Span("不宜比较", BOLD),
            Span("。", BODY),
        ),
        21,
    ),
    Entry("上下标", "上标、下标另画，复制如原文", "C", "减少CO₂，面积6300km²，密度10⁻⁶", 21),
    Entry("T36", "复制与检索得原文，第二平面亦然", "U", "部首用本字：一、乙、力；人名用字：𬜬、𫖯、𬱖、㐂。", 14),
)

ENTRIES = LINE_EDGES + ROOM + GLYPHS
