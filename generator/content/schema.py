"""The shape of content.yaml as models: which keys there are, which must stand, and what each is for, in the author's language.

One statement for two uses: `shape.check` validates nodes by it, and `json_schema` gives editors (the YAML language server, JSON
Schema draft 2020-12) completion and hover.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Discriminator, Field, StringConstraints, Tag

Text = str
"""A text; that it is not empty says the configuration of Shape, which is cheaper to build than a constraint on each field."""

Count = Annotated[int, Field(ge=0, le=12)]

MOST_HEROES = 3
"""Large numbers that a chapter's opening holds side by side."""
MOST_POINTS = 6
"""Points that a slide holds in its type."""

Points = Annotated[list[Text], Field(max_length=MOST_POINTS)]

Kind = Literal["flow", "cumulative", "stock", "rate", "change", "equivalent", "ordinal", "duration", "event", "target"]
ChartKind = Literal[
    "bar", "column", "stacked", "line", "dot", "pie", "doughnut", "share", "panels",
    "before-after", "then-and-now", "change", "coverage", "timeline", "cards",
]  # fmt: skip
Axis = Literal["cut", "log"]
Color = Literal["朱砂", "赭", "松绿", "靛蓝", "紫檀"]
Status = Literal["draft", "reviewed", "approved"]
Form = Literal["multiple", "percent", "number"]

KINDS: tuple[str, ...] = get_args(Kind)
CHART_KINDS: tuple[str, ...] = get_args(ChartKind)
COLORS: tuple[str, ...] = get_args(Color)
AXES: tuple[str, ...] = get_args(Axis)
STATUSES: tuple[str, ...] = get_args(Status)
FORMS: tuple[str, ...] = get_args(Form)


TAGS = _TEXT, _STRUCTURE = "<text>", "<structure>"
"""What stands in a fault's path for the branch of a choice; no key of an author's is called so."""


def _either(value: object) -> str:
    """Tell a text from a list or a mapping, so that a fault is told once and not for each possibility."""
    return _STRUCTURE if isinstance(value, list | dict) else _TEXT


class Shape(BaseModel):
    """What all parts share: no unknown keys. Validators are built with the whole, once."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True, str_min_length=1)


class Talk(Shape):
    """What is said to a slide."""

    notes: Text | None = Field(None, description="讲稿：演讲者备注，可写多段（用 |）；数字写成【名】")
    minutes: Text | None = Field(None, description="这一页预计讲几分钟，如 1.5")
    question: Text | None = Field(None, description="听众可能会问的问题")
    answer: Text | None = Field(None, description="上面问题的答案")


class Brand(Shape):
    """The organization's colour."""

    rgb: Text = Field(description='品牌色的屏幕值，要加引号，如 "#FF6A00"')
    cmyk: Text = Field(description="品牌色的印刷值：四个百分数，如 0 70 100 0")


class Imprint(Shape):
    """The cover."""

    title: Text = Field(description="标题：封面大字，也是两个文件的标题属性")
    subtitle: Text | None = Field(None, description="副标题：封面第二行")
    organization: Text = Field(description="机构：发布单位的名称")
    edition: Text = Field(description="版次：报告期，如 2020—2021；没有写时期的引用取这一期的数")
    date: Text = Field(description="日期：发布日期，如 2021年8月5日")
    fiscal_year_ends: Text | None = Field(None, description="财年截止日，如 3月31日；用到“2021财年”时必须写")
    brand: Brand = Field(description="品牌色：rgb 与 cmyk 都由品牌手册给出")
    colophon: Text | None = Field(None, description="版权页：封底的说明文字")


class Source(Shape):
    """A document."""

    title: Text = Field(description="标题：来源文件的题名")
    publisher: Text | None = Field(None, description="发布者：机构或媒体")
    date: Text | None = Field(None, description="日期：来源文件的日期，如 2021年8月5日")
    inferred: Text | None = Field(None, description="推断：日期中哪一部分是推断的，如 年份")
    url: Text | None = Field(None, description="网址")


class UnitWord(Shape):
    """A unit of the author's own."""

    same_as: Text | None = Field(None, description="等于哪个已知的单位，如 度 等于 千瓦时")
    factor: Text | None = Field(None, description="一个新单位合多少个已知单位，默认 1")
    dimension: Text | None = Field(None, description="量的名称：全新的单位量的是什么")


class Value(Shape):
    """A value with its own source, scope or history."""

    value: Text = Field(description="数值：照原文写，如 近34亿元")
    source: Text | None = Field(None, description="这个数自己的来源，如 报道 第6段")
    scope: Text | None = Field(None, description="范围：这个数自己的统计口径")
    status: Status | None = Field(None, description="状态：draft 草稿，reviewed 已核，approved 已批")
    was: Text | None = Field(None, description="原数：重述之前印过的数")
    because: Text | None = Field(None, description="原因：为什么重述")


ValueForm = Annotated[Annotated[Text, Tag(_TEXT)] | Annotated[Value, Tag(_STRUCTURE)], Discriminator(_either)]
Names = Annotated[Annotated[Text, Tag(_TEXT)] | Annotated[list[Text], Tag(_STRUCTURE)], Discriminator(_either)]


class Figure(Shape):
    """A figure."""

    means: Text = Field(description="含义：这个数数的是什么")
    label: Text | None = Field(None, description="标签：图表与大数字旁的短名，默认就是名字")
    kind: Kind = Field(
        description=(
            "类型：flow 期间量，cumulative 累计量，stock 时点量，rate 比率，change 变化，equivalent 折算，"
            "ordinal 序数，duration 时长，event 事件，target 目标"
        )
    )
    scope: Text | None = Field(None, description="范围：统计口径")
    owner: Text | None = Field(None, description="负责人：谁对这个数负责")
    starts: Text | None = Field(None, description="累计从何时起算")
    values: Annotated[dict[str, ValueForm], Field(min_length=1)] = Field(description="各时期的数，如 2020年: 5425个")
    source: Text = Field(description="来源：报道 第6段，或 报道 第4、21段")
    note: Text | None = Field(None, description="附注")


class Derived(Shape):
    """A computed figure."""

    means: Text | None = Field(None, description="含义：算出来的数是什么，默认就是名字")
    label: Text | None = Field(None, description="标签：图表与大数字旁的短名，默认就是名字")
    formula: Text = Field(description="公式：如 淘宝村@2020年 / 淘宝村@2013年")
    form: Form = Field(description="形式：multiple 倍数，percent 百分比，number 数")
    digits: Count | None = Field(None, description="小数位数，默认 0")
    qualifier: Annotated[str, StringConstraints(min_length=0)] | None = Field(
        None, description='约数词，默认 约（只在四舍五入时印出）；不要就写 ""'
    )
    unit: Text | None = Field(None, description="单位：form 为 number 时的单位")


class Discrepancy(Shape):
    """Where sources disagree."""

    about: Names = Field(description="关于哪个数，或哪几个数")
    found: Text = Field(description="发现：各处原文怎么写，放在“”里")
    decision: Text = Field(description="决定：本报告采用哪一种")
    because: Text = Field(description="理由")


class Pair(Shape):
    """Then and now."""

    name: Text = Field(description="名称：比的是什么")
    then: Text = Field(description="当时的数：名@时期")
    now: Text = Field(description="现在的数：名@时期")
    multiple: Text | None = Field(None, description="倍数：derived 中的名；口径不同就不要写")
    remark: Text | None = Field(None, description="说明：口径有什么不同")


class Event(Shape):
    """A moment."""

    when: Text = Field(description="时间，如 2017年12月")
    text: Text = Field(description="发生了什么")


class Series(Shape):
    """One line of a chart of several, or one part of its stacked bars."""

    name: Text = Field(description="名称：图例或线端的字")
    figures: Annotated[list[Text], Field(min_length=1)] = Field(description="数：名 或 名@时期，各组的类别要一致")


class Chart(Talk):
    """A chart."""

    kind: ChartKind = Field(
        description=(
            "图的种类：bar 条形，column 柱形，stacked 堆积条形，line 折线，dot 点图，pie 饼图，doughnut 环形图，"
            "share 占比方格，panels 小图并列，before-after 前后对比，then-and-now 今昔，change 变化，coverage 覆盖，"
            "timeline 时间线，cards 数字卡片"
        )
    )
    message: Text = Field(description="观点：图的标题，一句完整的话")
    measure: Text | None = Field(None, description="度量：量的是什么、单位、时期")
    figures: list[Text] | None = Field(None, description="数：名 或 名@时期")
    series: list[Series] | None = Field(None, description="各组数（stacked、line、panels）；同一个名的多个时期不必写，会自成一组")
    whole: Text | None = Field(None, description="整体：pie、doughnut、share 所分的那个总数；各部分是百分数时不必写")
    axis: Axis | None = Field(None, description="数轴（line、dot）：cut 不从零开始，log 对数；必须写 because")
    labels: dict[str, Text] | None = Field(None, description="图中的标签：名 → 短标签")
    result: Text | None = Field(None, description="结果：derived 中算出的倍数或变化")
    pairs: list[Pair] | None = Field(None, description="今昔对比的各组")
    events: list[Event] | None = Field(None, description="时间线上的各个事件")
    because: Text | None = Field(None, description="理由：为什么可以这样画（印在图下）")


class Story(Talk):
    """A story."""

    title: Text = Field(description="标题")
    message: Text | None = Field(None, description="观点：一句话")
    text: Text = Field(description="正文：Markdown，数字写成【名】")
    figures: list[Text] | None = Field(None, description="用到的数")


class Theme(Talk):
    """A chapter."""

    name: Text = Field(description="名称：主题的名字")
    color: Color = Field(description="颜色：朱砂、赭、松绿、靛蓝、紫檀")
    message: Text = Field(description="观点：这一章要说的一句话")
    headline: Text | None = Field(None, description="关键数字页的标题")
    heroes: Annotated[list[Text], Field(min_length=1, max_length=MOST_HEROES)] = Field(description="主角：一到三个大数字")
    figures: list[Text] | None = Field(None, description="其他的数：卡片与表格")
    text: Text | None = Field(None, description="正文：Markdown，数字写成【名】")
    charts: list[Chart] | None = Field(None, description="图")
    story: Story | None = Field(None, description="故事")
    points: Points | None = Field(None, description="幻灯片要点，最多六条；不写就从上面生成")


class Section(Talk):
    """A part outside the themes."""

    name: Text | None = Field(None, description="名称：这一部分的题目")
    message: Text | None = Field(None, description="观点：一句话")
    text: Text | None = Field(None, description="正文：Markdown，数字写成【名】")
    figures: list[Text] | None = Field(None, description="数")
    charts: list[Chart] | None = Field(None, description="图")
    points: Points | None = Field(None, description="幻灯片要点，最多六条")


class Content(Shape):
    """The whole file: six parts must stand; history, outlook and closing may be left out, and so may the registers but two."""

    report: Imprint = Field(description="报告：封面与文件属性（必写）")
    sources: Annotated[dict[str, Source], Field(min_length=1)] = Field(description="来源：名 → 文件（必写）")
    units: dict[str, UnitWord] | None = Field(None, description="单位：自己的单位词，如 度: {same_as: 千瓦时}（可不写）")
    names: dict[str, Text] | None = Field(None, description="名称：含数字但不是数的词 → 理由，如 双11: 购物节的名称（可不写）")
    exempt: dict[str, Text] | None = Field(None, description="豁免：有意直接写在文中的数 → 理由（可不写）")
    figures: Annotated[dict[str, Figure], Field(min_length=1)] = Field(
        description="数：名 → 含义、类型、各时期的值、来源（必写）"
    )
    derived: dict[str, Derived] | None = Field(None, description="算出的数：名 → 公式（可不写）")
    discrepancies: list[Discrepancy] | None = Field(None, description="出入：来源说法不一之处与取舍（可不写）")
    about: Section = Field(description="关于本摘要（必写）")
    overview: Section = Field(description="数说：十个数（必写）")
    themes: Annotated[list[Theme], Field(min_length=1)] = Field(description="主题：各章（必写）")
    history: Section | None = Field(None, description="历程：今昔（可不写）")
    outlook: Section | None = Field(None, description="展望（可不写）")
    closing: Section | None = Field(None, description="结尾：问答（可不写）")


def _keys(shape: type[Shape]) -> frozenset[str]:
    return frozenset(shape.model_fields).union(*(_keys(part) for part in shape.__subclasses__()))


KEYS = _keys(Shape)
"""Every key of the format."""


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of content.yaml, with Chinese descriptions."""
    schema = Content.model_json_schema()
    tidied = _tidy(schema)
    assert isinstance(tidied, dict)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "简报 content.yaml", **tidied}


def _tidy(node: Any) -> Any:  # noqa: ANN401  # JSON is of any type
    """Drop what only Python readers need: generated titles, English class docstrings, `null` for a key that may be left out.

    A text may be a number to an editor: an unquoted 2020 is welcome.
    """
    if isinstance(node, list):
        return [_tidy(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: value for key, value in node.items() if not _is_noise(key, value, node)}
    if kept.get("type") == "string" and "enum" not in kept:
        return {**kept, "type": ["string", "number"]}
    choices = kept.get("anyOf")
    if isinstance(choices, list):
        real = [choice for choice in choices if choice != {"type": "null"}]
        kept = {key: value for key, value in kept.items() if key not in ("anyOf", "default")}
        kept = {**_tidy(real[0]), **kept} if len(real) == 1 else {**kept, "anyOf": real}
    return {
        key: {name: _tidy(one) for name, one in value.items()} if key in _TABLES else _tidy(value) for key, value in kept.items()
    }


_TABLES = ("properties", "$defs")
"""Under these, keys are the author's and not JSON Schema's: `title` there is a field."""


def _is_noise(key: str, value: object, node: dict[str, Any]) -> bool:
    own_docstring = key == "description" and node.get("type") == "object" and "properties" in node
    return own_docstring or (key == "title" and isinstance(value, str)) or (key == "default" and value is None)
