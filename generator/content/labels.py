"""The short texts beside prose: labels, definitions, scopes, measures, names. Their typed numbers are pointed out as those of prose are.

Nodes in; slips out, at their own place. Each is one line; references, links and notes are read in none of them. The numbers of
sources are left out: their titles and dates are a publisher's own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.content.nodes import Mapping, Node, Passage, Scalar, Sequence, Written
from generator.content.short_text import unshifted
from generator.content.slips.stray_marks import plain_line
from generator.diagnostics import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.content.fields import Fields

FIGURE, MARKED = ("owner", "starts", "unit"), ("means", "label", "scope", "note")
"""A figure's short texts: those in which no mark is read, and those that may have emphasis, CO~2~ and m^2^."""
SOURCE = ("title", "publisher", "inferred")
CHART = ("measure", "because")
SECTIONS = ("about", "overview", "history", "outlook", "closing")
UNPRINTED = frozenset(
    {
        "names",
        "exempt",
        "units",
        "was",
        "status",
        "by",
        "on",
        "kind",
        "form",
        "brand",
        "color",
        "fiscal_year_ends",
        "file",
        "crop",
        "focus",
        "place",
    }
)
"""Keys whose texts no page and no slide shows."""

_HAN_YEAR = re.compile("[〇零一二三四五六七八九]{4}")


def point_out(root: Fields) -> None:
    """Point out the numbers typed into the short texts of a file, what is not read in them, and an edition that is no year."""
    marked, others = tuple(_marked(root)), tuple(_labels(root))
    for scalar in (*_names(root), *marked, *others):
        passage = scalar.passage()
        root.reader.point_out_numbers(Passage(unshifted(passage.text), passage.places, passage.file))
    for scalar in marked:
        root.reader.mark(scalar.passage(), plain_line(scalar.text, root.reader.names, marked=True))
    for scalar in (*others, *_sources(root)):
        root.reader.mark(scalar.passage(), plain_line(scalar.text, root.reader.names))
    part = root.part("report")
    if part and _HAN_YEAR.search(edition := part.text("edition")):
        part.refuse("edition", said("bad-edition.in-characters", edition=edition), said("bad-edition.digits"))


def _names(root: Fields) -> Iterator[Scalar]:
    """Yield the names that are printed where no label or no definition stands."""
    for key in ("figures", "derived"):
        yield from (name for name, part in root.named_parts(key) if not part.scalar("label") or not part.scalar("means"))


def _marked(root: Fields) -> Iterator[Scalar]:
    """Yield the short texts in which emphasis and shifts are read."""
    for key in ("figures", "derived"):
        for _name, part in root.named_parts(key):
            yield from _texts(part, *MARKED)
            yield from (scalar for _said, value in part.named_parts("values") for scalar in _texts(value, "scope"))
    for part in _parts(root):
        for chart in part.parts("charts"):
            yield from _charted(chart)


def _labels(root: Fields) -> Iterator[Scalar]:
    """Yield the short texts in which no mark is read."""
    report = root.part("report")
    yield from _texts(report, "organization") if report else ()
    for key in ("figures", "derived"):
        yield from (scalar for _name, part in root.named_parts(key) for scalar in _texts(part, *FIGURE))
    yield from (scalar for part in _parts(root) for scalar in _texts(part, "name"))


def _parts(root: Fields) -> tuple[Fields, ...]:
    return (*root.parts("themes"), *root.parts("sections"), *(one for key in SECTIONS if (one := root.part(key))))


def _sources(root: Fields) -> Iterator[Scalar]:
    for _name, part in root.named_parts("sources"):
        yield from _texts(part, *SOURCE)
    for key in ("figures", "derived"):
        for _name, part in root.named_parts(key):
            yield from _texts(part, "source")
            yield from (scalar for _said, value in part.named_parts("values") for scalar in _texts(value, "source"))


def _charted(chart: Fields) -> Iterator[Scalar]:
    yield from _texts(chart, *CHART)
    yield from (node for _name, node in chart.entries("labels") if isinstance(node, Scalar))
    for one in (*chart.parts("series"), *chart.parts("pairs")):
        yield from _texts(one, "name")


def _texts(part: Fields, *keys: str) -> Iterator[Scalar]:
    return (scalar for key in keys if (scalar := part.scalar(key)))


def written(root: Mapping) -> Written:
    """Return all the texts of a file that may be printed."""
    return Written(tuple(_scalars(root)))


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)
    else:
        for entry in node.entries:
            if entry.key.text not in UNPRINTED:
                yield entry.key
                yield from _scalars(entry.value)
