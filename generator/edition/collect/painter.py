"""The form as a workbook: a sheet that explains, then a sheet for each owner (ECMA-376, by xlsxwriter).

What is told is locked, without a password: it guards against slips, and what was changed all the same is found when the form comes
back. All text is written as text, in cells that keep text, so that nothing of anybody's becomes a formula. Nothing of the day or the
machine goes in: the same form gives the same bytes.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from generator.edition.collect.form import (
    ASKED,
    BY,
    GUIDE,
    HEADER_ROW,
    HEADERS,
    MARK,
    NOBODY,
    ON,
    QUALIFIER,
    QUALIFIERS,
    SOURCE,
    STATUS,
    STATUSES,
    TITLE,
    TOLD,
    UNIT,
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.edition.collect.form import Form, Row, Sheet

FONT = {"font_name": "Noto Sans SC", "font_family": 2, "font_charset": 134, "font_size": 10.0}
"""Charset 134 (GB2312) tells a machine without the font to choose a Chinese one."""
INK, GREY, PAPER, OPEN, RULE = "#1F1D1B", "#5C5854", "#FFFFFF", "#FFF6DC", "#C4BEB6"
UNDATED = datetime(2000, 1, 1)  # noqa: DTZ001 - a date of no zone, the same everywhere
A4 = 9
"""The paper's number in ST_PaperSize."""
WIDTHS = dict(zip(HEADERS, (13, 20, 10, 6, 13, 12, 12, 13, 8, 12, 10, 9, 7, 8, 12, 10, 10), strict=True))
"""Together 185 characters: more of them would print under 7 pt when a sheet is fitted to A4 across."""
TEXT = "@"
"""The number format of text: what is typed stays as it was typed (ECMA-376 Part 1, 18.8.30)."""
MOST_LISTED = 255
"""Characters that a list of choices may hold."""
LONGEST_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
STEPS = (
    "1. 只填浅黄色的格子；其余格子已锁定，改动了会被退回。要改名称、口径或时期，请告诉编辑。",
    "2. 数值：照报告里的写法写，如 5800、36.5、2000多、15—20、未披露。不用千分位，不用公式；写成文字，不要变成日期。",
    "3. 限定词：约、近、超等写在数前的词从下拉里选；没有就留空。多、余、左右、以上跟在数后，直接写进数值。",
    "4. 单位：已按上期填好，可从下拉里换数量级（如 万元、亿元）。单位变了，请告诉编辑，不要改写。",
    "5. 来源文件：从下拉里选，文件见下表；段落写明在文件哪里，如 第6段、表3。新的来源请写在备注里，由编辑登记。",
    "6. 状态：草稿、已核、已批，三者之一；已核、已批的写明审核人和日期，如 2022年8月1日。备注只给编辑看，不进报告。",
    "7. 还没有数的，整行留空。不要增删行，可以排序；可以用 Excel、WPS 或 LibreOffice 填写，仍存成 .xlsx。",
)
_RULES = {QUALIFIER: "限定词只能从下拉里选", UNIT: "单位只能从下拉里选", STATUS: "状态只能是草稿、已核、已批"}
_DAY = '=AND(MID({cell},5,1)="年",ISNUMBER(FIND("月",{cell})),RIGHT({cell},1)="日")'
_NO_DAY = "日期写成 2022年8月1日 这样"


def write(form: Form, target: Path) -> None:
    """Write a form to a file; raises OSError when that cannot be written."""
    made = xlsxwriter.Workbook(
        str(target), {"strings_to_formulas": False, "strings_to_urls": False, "default_format_properties": dict(FONT)}
    )
    made.set_properties({"title": TITLE, "comments": form.digest, "created": UNDATED})
    made.set_custom_property("ContentDigest", form.digest)
    _Painter(made, form).paint()
    try:
        made.close()
    except xlsxwriter.exceptions.FileCreateError as failure:
        raise failure.args[0] from None  # the system's own error, with its number


def sheet_names(form: Form) -> tuple[str, ...]:
    """Return what the owners' sheets are called: 31 characters, without what no name may have, each once (18.2.19)."""
    taken, names = {GUIDE, "history"}, list[str]()
    for sheet in form.sheets:
        plain = " ".join(_NOT_IN_NAMES.sub(" ", sheet.owner).split()).strip("'")[:LONGEST_NAME] or NOBODY
        name = next(one for one in _variants(plain) if one.casefold() not in taken)
        taken.add(name.casefold())
        names.append(name)
    return tuple(names)


def _variants(name: str) -> Iterator[str]:
    yield name
    for number in range(2, 10_000):
        end = f" ({number})"
        yield name[: LONGEST_NAME - len(end)] + end


class _Painter:
    """Paints the sheets of a form."""

    def __init__(self, made: Any, form: Form) -> None:  # noqa: ANN401 - xlsxwriter has no types
        self._made, self._form = made, form
        cell = {
            **FONT,
            "font_color": INK,
            "num_format": TEXT,
            "valign": "top",
            "text_wrap": True,
            "border": 1,
            "border_color": RULE,
        }
        self._looks = {
            "told": made.add_format(cell),
            "name": made.add_format({**cell, "bold": True}),
            "asked": made.add_format({**cell, "bg_color": OPEN, "locked": False}),
            "mark": made.add_format({**cell, "font_color": GREY, "font_size": 8}),
            "header": made.add_format({**FONT, "font_color": PAPER, "bg_color": INK, "bold": True, "valign": "vcenter"}),
            "title": made.add_format({**FONT, "font_color": INK, "bold": True, "font_size": 16}),
            "words": made.add_format({**FONT, "font_color": INK, "valign": "top", "text_wrap": True, "num_format": TEXT}),
            "small": made.add_format({**FONT, "font_color": GREY, "num_format": TEXT}),
        }

    def paint(self) -> None:
        """Paint all sheets, the one that explains first."""
        cited = self._guide()
        for name, sheet in zip(sheet_names(self._form), self._form.sheets, strict=True):
            self._owner(name, sheet, cited)

    def _guide(self) -> str:
        """Paint the sheet that explains; return where the names of the sources stand, "" for none."""
        sheet, form, look = self._made.add_worksheet(GUIDE), self._form, self._looks
        sheet.set_column(0, 0, 22)
        sheet.set_column(1, 1, 74)
        sheet.write_string(0, 0, f"{form.edition} {TITLE}".strip(), look["title"])
        sheet.write_string(1, 0, form.organization, look["small"])
        for at, words in enumerate(STEPS, HEADER_ROW):
            sheet.merge_range(at, 0, at, 1, words, look["words"])
            sheet.set_row(at, 30)
        head = HEADER_ROW + len(STEPS) + 1
        for column, words in enumerate(("来源文件", "全称")):
            sheet.write_string(head, column, words, look["header"])
        for at, source in enumerate(form.sources, head + 1):
            sheet.write_string(at, 0, source.id, look["name"])
            sheet.write_string(at, 1, source.title, look["told"])
        last = head + len(form.sources)
        sheet.write_string(last + 2, 0, f"内容摘要值（SHA-256）{form.digest}", look["small"])
        self._finish(sheet, last + 2, 1)
        return f"={GUIDE}!$A${head + 2}:$A${last + 1}" if form.sources else ""

    def _owner(self, name: str, told: Sheet, cited: str) -> None:
        sheet, look, count = self._made.add_worksheet(name), self._looks, len(told.rows)
        sheet.write_string(0, 0, f"{told.owner or NOBODY}　{TITLE}", look["title"])
        waiting = sum(row.is_open for row in told.rows)
        counts = "，".join(f"{one} 个数{word}" for one, word in ((waiting, "待填"), (count - waiting, "待核对")) if one)
        sheet.write_string(1, 0, f"{self._form.edition}　{counts}，只填浅黄色的格子，写法见“{GUIDE}”", look["small"])
        for column, header in enumerate(HEADERS):
            sheet.set_column(column, column, WIDTHS[header])
            sheet.write_string(HEADER_ROW, column, header, look["header"])
        for at, row in enumerate(told.rows, HEADER_ROW + 1):
            self._row(sheet, at, row)
        first, last = HEADER_ROW + 1, HEADER_ROW + count
        signers = list(self._form.signers)
        for header, choices in ((QUALIFIER, list(QUALIFIERS)), (STATUS, list(STATUSES)), (SOURCE, cited), (BY, signers)):
            self._choose(sheet, header, (first, last), choices)
        self._dated(sheet, (first, last))
        sheet.freeze_panes(HEADER_ROW + 1, 1)
        sheet.repeat_rows(HEADER_ROW)
        self._finish(sheet, last, len(HEADERS) - 1)

    def _row(self, sheet: Any, at: int, row: Row) -> None:  # noqa: ANN401
        for column, (header, text) in enumerate(zip(HEADERS, row.cells, strict=True)):
            look = "asked" if header in ASKED else "mark" if header == MARK else "name" if header == TOLD[0] else "told"
            if text:
                sheet.write_string(at, column, text, self._looks[look])
            else:
                sheet.write_blank(at, column, None, self._looks[look])
        self._choose(sheet, UNIT, (at, at), list(row.units))

    @staticmethod
    def _choose(sheet: Any, header: str, rows: tuple[int, int], choices: list[str] | str) -> None:  # noqa: ANN401
        """Give cells a list of choices; a new source may be written all the same, and is told to the editor; so may a new signer."""
        if not choices or (
            isinstance(choices, list) and (len(",".join(choices)) > MOST_LISTED or any("," in one for one in choices))
        ):
            return
        rule: dict[str, object] = {"validate": "list", "source": choices}
        if header in _RULES:
            rule |= {"error_title": header, "error_message": _RULES[header]}
        else:
            rule["error_type"] = "warning"
        column = HEADERS.index(header)
        sheet.data_validation(rows[0], column, rows[1], column, rule)

    @staticmethod
    def _dated(sheet: Any, rows: tuple[int, int]) -> None:  # noqa: ANN401
        """Let cells take a day in words alone: what an office program makes a date of reads otherwise from place to place."""
        column = HEADERS.index(ON)
        day = _DAY.format(cell=xl_rowcol_to_cell(rows[0], column))
        rule = {"validate": "custom", "value": day, "error_title": ON, "error_message": _NO_DAY, "error_type": "warning"}
        sheet.data_validation(rows[0], column, rows[1], column, rule)

    @staticmethod
    def _finish(sheet: Any, last: int, column: int) -> None:  # noqa: ANN401
        sheet.hide_gridlines(2)
        sheet.protect("", {"format_columns": True, "format_rows": True})
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        sheet.print_area(0, 0, last, column)
        sheet.set_footer("&L&A&R第 &P 页，共 &N 页")
