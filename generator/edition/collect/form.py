"""The form on which departments send in their figures: a sheet for each owner, a row for each value.

A report in; rows out, with what is told on them, what is given to begin with, and a mark by which a row is known again. The same form
is made anew when it comes back: what differs is what was filled in, or what must not have been changed.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.content.figures.forms import Form as Kind
from generator.content.figures.quantity import Quantity, read
from generator.content.short_text import bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.content.figures.units import Units
    from generator.content.model import Figure, Report, Source, Value

TITLE = "数据填报表"
GUIDE = "说明"
"""The sheet that explains."""
NOBODY = "未分派"
"""Where figures stand that nobody owns."""
HEADER_ROW = 3
"""Two lines of title and a blank one stand above the header; rows count from 0."""
MARK = "校验码"
TOLD = ("数据", "含义", "口径", "类别", "填报时期", "上期时期", "上期数")
"""What is told of a figure, and locked."""
ASKED = ("数值", "限定词", "单位", "来源文件", "段落", "状态", "审核人", "日期", "备注")
"""What is asked, in this order after what is told; the mark comes last."""
HEADERS = (*TOLD, *ASKED, MARK)
VALUE, QUALIFIER, UNIT, SOURCE, PLACE, STATUS, BY, ON, REMARK = ASKED

KINDS = {
    "flow": "流量", "cumulative": "累计", "stock": "存量", "rate": "比率", "change": "变化", "equivalent": "折算",
    "ordinal": "序数", "duration": "时长", "event": "事件", "target": "目标",
}  # fmt: skip
STATUSES = {"草稿": "draft", "已核": "reviewed", "已批": "approved"}
QUALIFIERS = ("约", "近", "超", "逾", "超过", "不足", "不少于", "不超过", "第", "每")
"""What may be chosen; 多 余 左右 以上 stand after the number, and are written there."""
SCALES = ("", "万", "亿", "万亿")
_OF_THE_NUMBER = ("第", "每")
"""Words before a number that it keeps from year to year."""
PLAIN = frozenset({Kind.NUMBER, Kind.RANGE})
"""Forms of quantities that take a unit after them."""
_DIGEST = 12


@dataclass(frozen=True, slots=True)
class Row:
    """A value that is asked for: what is told of it, what is given to begin with by header, the units that it may have."""

    figure: str
    period: str
    told: tuple[str, ...]
    given: Mapping[str, str]
    units: tuple[str, ...]

    @property
    def is_open(self) -> bool:
        """Whether its value is still to come."""
        return not self.given[VALUE]

    @property
    def mark(self) -> str:
        """What the row is known by again: another one where anything told or given differs."""
        said = "\x1f".join((*self.told, *(self.given[header] for header in ASKED)))
        return hashlib.sha256(said.encode()).hexdigest()[:_DIGEST]

    @property
    def cells(self) -> tuple[str, ...]:
        """The texts of all cells, in the order of the headers."""
        return (*self.told, *(self.given[header] for header in ASKED), self.mark)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one owner, "" for nobody."""

    owner: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """All sheets in the order in which owners are first named, with the sources that may be cited and the content's digest.

    `signers` are those who have signed a value of the content.
    """

    organization: str
    edition: str
    sheets: tuple[Sheet, ...]
    sources: tuple[Source, ...]
    digest: str
    signers: tuple[str, ...] = ()


def form(report: Report, *, everything: bool = False) -> Form:
    """Return the form of what is still to come; of `everything` with each figure's last value where none of it is to come."""
    asked = [
        (figure.owner, row(figure, value, report.units)) for figure in report.figures for value in _asked(figure, everything)
    ]
    owners = sorted(dict.fromkeys(owner for owner, _ in asked), key=lambda owner: not owner)
    sheets = tuple(Sheet(owner, tuple(one for whose, one in asked if whose == owner)) for owner in owners)
    signers = tuple(dict.fromkeys(value.by for figure in report.figures for value in figure.values if value.by))
    return Form(report.imprint.organization, report.imprint.edition, sheets, report.sources, report.digest, signers)


def _asked(figure: Figure, everything: bool) -> Iterable[Value]:  # noqa: FBT001
    waiting = [value for value in figure.values if is_open(value)]
    return waiting or (figure.values[-1:] if everything else ())


def is_open(value: Value) -> bool:
    """Tell whether a value is still to come."""
    return value.quantity.form is Kind.OPEN


def before(figure: Figure, value: Value) -> Value | None:
    """Return the last value of a figure before another that has come."""
    earlier = [one for one in figure.values if one.period.order < value.period.order and not is_open(one)]
    return earlier[-1] if earlier else None


def row(figure: Figure, value: Value, units: Units, *, as_open: bool = False) -> Row:
    """Return the row of a value; `as_open` as it was before the value came."""
    last, waits = before(figure, value), as_open or is_open(value)
    model = last.quantity if last and waits else None if waits else value.quantity
    tail = usual_unit(model, units) if model else ""
    qualifier = model.qualifier if model and model.qualifier in _OF_THE_NUMBER else ""
    cited = None if waits else value.citation
    status = next((word for word, key in STATUSES.items() if key == value.status and not waits), "")
    texts = (
        "" if waits else str(value.quantity),
        qualifier,
        tail,
        cited.source if cited else "",
        cited.place if cited else "",
        status,
        "" if waits else value.by,
        "" if waits else value.on,
        "",
    )
    told = (
        figure.id, bare(figure.means), bare(value.scope or figure.scope), KINDS[figure.kind], str(value.period),
        str(last.period) if last else "", str(last.quantity) if last else "",
    )  # fmt: skip
    given = dict(zip(ASKED, texts, strict=True))
    return Row(figure.id, str(value.period), tuple(map(plain, told)), given, tuple(_offered(model, tail, units)))


def usual_unit(quantity: Quantity, units: Units) -> str:
    """Return what follows a quantity's number, scale, unit and noun, where a bare number before it is the same kind of quantity."""
    tail = f"{quantity.scale}{quantity.unit}{quantity.noun}"
    return tail if quantity.form in PLAIN and _reads(tail, quantity, units) else ""


def _reads(tail: str, quantity: Quantity, units: Units) -> bool:
    found = read(f"1{tail}", units)
    return isinstance(found, Quantity) and (found.unit, found.noun) == (quantity.unit, quantity.noun)


def _offered(quantity: Quantity | None, tail: str, units: Units) -> Iterator[str]:
    """Yield the usual unit, then the same in other scales."""
    if quantity is None or not tail:
        return
    yield tail
    for scale in SCALES if not quantity.unit.startswith(("%", "‰")) else ():
        other = f"{scale}{quantity.unit}{quantity.noun}"
        if other and other != tail and _reads(other, quantity, units):
            yield other


def plain(text: str) -> str:
    """Return a text as a cell shows it: in one line, nothing in it that is not printed."""
    return "".join(char for char in " ".join(text.split()) if char.isprintable())
