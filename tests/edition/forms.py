"""A department's hand: a content of our own, its form, and cells filled in as office programs save them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import openpyxl

from generator.edition.collect.collecting import collect
from generator.edition.collect.form import HEADER_ROW, HEADERS
from generator.edition.fill.filling import fill

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diagnostics import Diagnostic
    from generator.edition.fill.filling import Filling

CONTENT = """\
# 灯塔学会的年报：本行注释不能丢
report:
  title: 海上的灯
  organization: 灯塔学会
  edition: 2021年
  date: 2022年3月1日
  fiscal_year_ends: 12月31日
  brand: {rgb: "#005A9C", cmyk: 100 50 0 10}

sources:
  台账:
    title: 灯塔学会二〇二一年台账
    date: 2022年1月
  年报:
    title: 灯塔学会二〇二〇年年报
    date: 2021年2月

figures:
  灯塔:
    means: 学会看护的灯塔
    kind: stock
    owner: 看护部
    values:
      2020年: 120座灯塔    # 见年报
      2021年: 待更新        # 等看护部
    source: 年报 第3段
  募款:
    means: 当年募集的善款
    kind: flow
    owner: 财务部
    scope: 境内
    values: {2020年: 近34亿元, 2021年: 待更新}
    source: 年报 第4段
  守灯率:
    means: 夜间亮灯的比率
    kind: rate
    owner: 看护部
    values:
      2020年: 97.6%
      2021年:
        value: 待更新     # 分母已改
        scope: 沿海
    source: 年报 第5段
  访客:
    means: 登上灯塔的访客
    kind: flow
    values:
      2020年: 2000多名
      2021年: 待更新
    source: 年报 第6段

about: {message: 灯塔学会守着海岸上的灯, text: 【灯塔】由志愿者看护。}
overview: {message: 这一年灯都亮着, text: 【募款】用于修缮，【守灯率】没有下降，【访客】登塔。}
themes:
  - name: 守灯
    color: 靛蓝
    message: 灯都亮着
    heroes: [灯塔, 募款]
    figures: [守灯率, 访客]
    text: 【灯塔】、【募款】、【守灯率】、【访客】。
"""

Cells = dict[str, dict[str, Any]]


def content(folder: Path, text: str = CONTENT) -> Path:
    """Write a content into a folder."""
    path = folder / "content.yaml"
    path.write_bytes(text.encode())
    return path


def form_of(path: Path, *, everything: bool = False) -> Path:
    """Make the form of a content beside it."""
    return collect(path, path.parent / "form.xlsx", everything=everything, over=True).file


def at(figure: str, header: str, book: Any) -> Any:
    """Return the cell of a figure's value under a header."""
    rows = (row for sheet in book for row in sheet.iter_rows(min_row=HEADER_ROW + 2))
    return next(row for row in rows if row[0].value == figure)[HEADERS.index(header)]


def filled(form: Path, cells: Cells, *, formats: dict[str, str] | None = None) -> Path:
    """Fill cells in by figure and header, saved as another program saves them; `formats` are number formats by header."""
    book = openpyxl.load_workbook(form)
    places = [(at(figure, header, book), header, text) for figure, written in cells.items() for header, text in written.items()]
    for cell, header, text in places:
        cell.value = text
        if formats and header in formats:
            cell.number_format = formats[header]
    book.save(form)
    return form


def sent(folder: Path, cells: Cells, text: str = CONTENT, **more: Any) -> Filling:
    """Make a content and its form, fill cells in, and bring them back."""
    path = content(folder, text)
    return fill(filled(form_of(path), cells, **more), path)


def told(found: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    """Return the keys of what was told, each with the cell."""
    return [(one.says.key, dict(one.place.values)["cell"] if one.place else "") for one in found]
