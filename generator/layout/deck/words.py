"""Every word that the deck adds of its own: names of layouts and sections, heads of tables, sentences where the author wrote none.

Nothing comes in, constants go out; no numeral is among them.
"""

from collections.abc import Iterator
from itertools import count

COVER, CONTENTS, PART, FIGURES, CHART, TEXT = "封面", "目录", "章节", "关键数据", "图表", "图文"
CONTRAST, TABLE, QUOTE, CLOSING, ANNEX = "对比", "表格", "引述", "结语", "附录"
"""The names of the master's layouts."""
OF_PART = " · "
"""Stands between the name of a layout and that of the part whose colour and progress mark it bears."""

OPENING, APPENDIX = "开篇", "附录"
"""The names of the first and the last section."""

TABLE_KEY = "数字："
"""What comes before a theme's name in the key of its full table: where its numbers have their sources."""
GO_TO, BACK = "转到：", ("返回第", "张")
BACKUP_NAME = "备查"
SUMMARY_KICKER, AGENDA_KICKER = "一页读完", "议程"
SOURCE = "来源："
_DIGITS = "零一二三四五六七八九"


def continued(number: int) -> str:
    """Return what tells the so-manieth slide of one long table apart: 一 to 十, then digit by digit, never three of them together.

    So none is a numeral: 一一, 二零, 一·零四.
    """
    hundreds, rest = divmod(number, len(_DIGITS) ** 2)
    if hundreds:
        return f"{continued(hundreds)}·{''.join(_DIGITS[int(digit)] for digit in f'{rest:02}')}"
    return "十" if number == len(_DIGITS) else "".join(_DIGITS[int(digit)] for digit in str(number))


def apart() -> Iterator[str]:
    """Yield what tells the second of its name apart, the third, and so on."""
    return map(continued, count(2))


TABLE_HEADS = ("指标", "数值", "时期", "定义与口径", "来源")
SAME = "同上"
DEFINITION_HEADS = ("指标", "定义与口径")
SOURCE_HEADS = ("简称", "来源")
DISCREPANCY_HEADS = ("事项", "来源里怎么说", "采用", "理由")

REMARKS, SPACE = "注", " "
"""What stands over the author's notes among those to a slide, and between a mark and its note."""
SEE_PICTURE, IN_PICTURE = "请看图：", "图中数字："
"""What comes before what a picture shows, and before the numbers in it."""
SPEAKER = "——"
"""What stands before the name of somebody whose words a text has."""
READ_TABLE = ("请看这张表，逐行看", "。")
"""What is said round the heads of a table."""
SCRIPT, MINUTES, SOURCES, QUESTION, ANSWER = "讲稿", "时长：", "来源", "可能的提问：", "答："
ABOUT, AT_FIRST, FROM, OF_ALL = "约", "，开场；全程约", "，从第", "讲起；全程约"
"""What stands around the time of a slide: how long, from when, and how long all of it takes."""
GREETING = ("各位好，我代表", "作汇报。先用一页讲完要点，再展开说。")
LED_BY, LED_ON = "今天按这个顺序讲：", "后面还有："
NEXT = ("先讲", "接着讲", "最后讲")
"""What leads over to the first theme, to one between, and to the last."""
THANKS = "讲到这里，谢谢各位，请提问。"
NUMBERS_LEAD = "请看数字："
HEAR, HEAR_AGAIN = ("请看", "的这句话。"), "再看一句。"
"""What is said round the name of somebody whose words stand on the slide, and where the same is seen again."""
BACKUP = "备查，不单独讲"
HANDOUT = "讲稿"
TO_SHOW = ("共", "张，约")
BEGINS = ("第", "起　")
TURN_TO = "备查：被问到时翻到"
"""What the speaker's handout says of its own."""
IN_TABLE_SCRIPT = "被问到具体数字时，翻到这一张：先看数值和时期，再看定义与出处。"
AGENDA_BOTH = ("从", "讲起，到", "收束")
AGENDA_ONLY, AGENDA_FIRST = "这一次只讲", "先讲"
AGENDA_AFTER = "，再看"
HISTORY, OUTLOOK, QUESTIONS = "历程", "展望", "，最后是问答"
FIGURES_OF = "用数字看"
"""What comes before the name of a theme in the title of its key figures, where the author wrote none."""
FROM_SLIDE = ("第", "张起")
THEN_AND_NOW = "：从前与现在"
TABLE_TITLE = "的全部数字，逐条有定义有出处"
"""What follows the name of a theme in the title of its full table."""
TABLE_NAME = "的全部数字"
YEARS_TITLE, OTHERS_TITLE, OTHERS_NAME = "的全部数字，逐年对比", "的其他数字，逐条有定义有出处", "的其他数字"
"""Of a part whose figures stand with years as columns, and of what it has beside them."""
NO_VALUE = "—"
DEFINITIONS_NAME = "定义与口径"
DEFINITIONS_TITLE = "每个数字都有定义，口径写在这里"
SOURCES_TITLE = "所有数字都能回到来源"
DISCREPANCIES_TITLE = "来源说法不一，如何取舍"
DISCREPANCIES_NAME = "差异与取舍"
PAIR_HEADS = ("项目", "当年", "如今", "对照")
"""The heads of a table of pairs."""

BOXES = {
    "副题": "subtitle",
    "栏目": "kicker",
    "来源与说明": "source",
    "机构": "organization",
    "年度": "edition",
    "名称": "part-name",
    "编号": "part-number",
    "主题": "theme",
    "要旨": "message",
    "议程": "agenda",
    "起始页": "start",
    "之后": "after",
    "返回": "back",
    "表名": "table-name",
    "表注": "table-notes",
    "图注": "caption",
    "关键数字": "number",
    "数字说明": "label",
    "数字卡": "card",
    "要点": "points",
    "故事": "story",
    "故事名": "story-name",
    "正文": "body",
    "说话人": "speaker",
}
"""What a fault calls each text box: its key in the catalogs, by the name that PowerPoint shows."""
