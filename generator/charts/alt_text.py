"""What a picture says to a reader who cannot see it: its message, its kind, and every label with its value."""

from collections.abc import Iterator

from generator.charts.series import called, rows
from generator.document.model import Chart, Datum, plain

LINE = "（折线）"
STOPS = "。！？……"


def sentence(text: str) -> str:
    """Return a text as a sentence, with a full stop unless it has one."""
    text = text.strip()
    return text if not text or text[-1] in STOPS else text + "。"


def datum_text(datum: Datum) -> str:
    """Return a figure with its value, period and scope: `淘宝村：5425个（2020年，全国）`."""
    where = "，".join(text for text in (plain(datum.period), plain(datum.scope)) if text)
    return f"{plain(datum.label)}：{datum.number}" + (f"（{where}）" if where else "")


def described(chart: Chart) -> tuple[str, ...]:
    """Return every figure of a chart and the result of its computation; of several rows, row by row: `东部：2019年为12家，2020年为15家`.

    A word parts name and number, for a name may end with a digit: 方案1为3亿元.
    """
    beside = (*((f"计算得{chart.result}",) if chart.result is not None else ()), *_laid_over(chart))
    if len(made := rows(chart)) == 1:
        return (*map(datum_text, chart.data), *beside)
    told = []
    for row, names in zip(made, called(chart), strict=True):
        values = "，".join(f"{plain(name)}为{datum.number}" for name, datum in zip(names, row.data, strict=True))
        told.append(f"{plain(row.name)}{LINE if row.line else ''}：{values}")
    return (*told, *beside)


def _laid_over(chart: Chart) -> Iterator[str]:
    """Yield what lies over the marks: the target, and the change from the first to the last."""
    if chart.target:
        yield f"目标，{datum_text(chart.target)}"
    if chart.growth:
        yield f"从{plain(chart.data[0].period)}到{plain(chart.data[-1].period)}，{chart.growth}"


def alt_text(chart: Chart, kind: str, told: tuple[str, ...]) -> str:
    """Return the text alternative of a chart of a kind of this name, of which all this is told."""
    return sentence(f"{kind}：{chart.message}") + sentence(plain(chart.measure)) + sentence("；".join(told))


def part_text(kind: str, told: tuple[str, ...]) -> str:
    """Return the text alternative of a part of a chart, whose message stands with another part."""
    return sentence(f"{kind}：{'；'.join(told)}")
