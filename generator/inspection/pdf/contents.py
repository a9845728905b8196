"""The operators that stand around others or paint from elsewhere: marked content, forms and pictures (ISO 32000-1, 8.8 to 8.11, 14.6)."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any

import pikepdf

from generator.inspection.pdf.geometry import IDENTITY, bounds, intersection, matrix, product
from generator.inspection.pdf.images import read_image
from generator.inspection.pdf.model import ARTIFACT, BARE, Tag
from generator.inspection.pdf.shapes import placed
from generator.inspection.pdf.syntax import text_of
from generator.statement.model import Kind, Run, Thing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.inspection.pdf.canvas import Canvas, Marked, Operator

LAYER, ARTIFACT_TAG = "/OC", "/Artifact"
REPLACING = ("/Alt", "/E", "/ActualText")
SPOKEN = {"/Alt": "", "/E": "expansion"}
"""What is read aloud in place of what is marked, and what to call it."""


def begin(canvas: Canvas, operands: Sequence[Any]) -> None:
    """Begin marked content."""
    properties = operands[1] if len(operands) > 1 else None
    if isinstance(properties, str):
        properties = canvas.resources.get("/Properties", {}).get(properties)
    around = canvas.marked[-1]
    if isinstance(properties, dict | pikepdf.Dictionary):
        if str(operands[0]) == LAYER:
            around = _in_layer(canvas, properties)
        around = _in_tag(canvas, around, properties)
        for key, name in SPOKEN.items():
            if key in properties:
                canvas.paint(Thing(Kind.ALT, (Run(text_of(properties[key])),), name=name))
        if "/Alt" in properties:
            canvas.alts.append(text_of(properties["/Alt"]))
            around = around._replace(figure=True)
        if "/ActualText" in properties:
            canvas.actual.append(text_of(properties["/ActualText"]))
            around = around._replace(span=len(canvas.actual) - 1)
    if str(operands[0]) == ARTIFACT_TAG:
        around = _within(canvas, around, Tag(ARTIFACT))
    canvas.marked.append(around)


def _in_tag(canvas: Canvas, around: Marked, properties: Any) -> Marked:  # noqa: ANN401 - a dictionary of ours or of pikepdf
    """Return what is around content of an element, or in a language of its own (ISO 32000-1, 14.7.4.2 and 14.9.2.3)."""
    tag = around.tag
    if "/Lang" in properties:
        tag = tag._replace(language=text_of(properties["/Lang"]))
    if "/MCID" in properties:
        around = _within(canvas, around, tag._replace(content=int(properties["/MCID"])))
    elif tag is not around.tag:
        around = around._replace(tag=tag)
    canvas.spoken += [tag for key in REPLACING if key in properties]
    return around


def _within(canvas: Canvas, around: Marked, tag: Tag) -> Marked:
    """Return what is around with another tag, taking note of an artifact in content and of content in an artifact."""
    before = around.tag.content
    if before != BARE and (before == ARTIFACT) is not (tag.content == ARTIFACT):
        canvas.nested.append(tag)
    return around._replace(tag=tag)


def end(canvas: Canvas, _operands: Sequence[Any]) -> None:
    """End marked content."""
    if len(canvas.marked) > 1:
        canvas.marked.pop()


def _in_layer(canvas: Canvas, group: Any) -> Marked:  # noqa: ANN401 - a pikepdf dictionary
    """Return what is around the content of a layer, or of one that hangs on others (ISO 32000-1, 8.11)."""
    around = canvas.marked[-1]
    own = group.get("/OCGs", group)
    groups = list(own) if isinstance(own, pikepdf.Array) else [own]
    off = any(one.objgen in canvas.faces.off for one in groups if isinstance(one, pikepdf.Object))
    return around._replace(layer=str(group.get("/Name", "")), hidden=around.hidden or off)


def inline(canvas: Canvas, _operands: Sequence[Any]) -> None:
    """Paint a picture that stands in the content itself, as none of ours does: its dots are not read."""
    canvas.paint(placed(canvas, {}))


def paint_object(canvas: Canvas, operands: Sequence[Any]) -> None:
    """Paint a form or a picture of the resources, where it is there."""
    form = canvas.resources.get("/XObject", {}).get(operands[0])
    if form is None:
        return
    if LAYER in form:
        canvas.marked.append(_in_layer(canvas, form[LAYER]))
    if form.get("/Subtype") != "/Form":
        canvas.paint(placed(canvas, read_image(form)))
    else:
        _paint_form(canvas, form)
    if LAYER in form:
        canvas.marked.pop()


def _paint_form(canvas: Canvas, form: Any) -> None:  # noqa: ANN401 - a pikepdf stream
    before, depth = copy(canvas.state), len(canvas.marked)
    canvas.state.matrix = product(matrix(form.get("/Matrix", IDENTITY)), before.matrix)
    if "/BBox" in form:
        left, low, right, high = map(float, form["/BBox"])
        canvas.state.clip = intersection(
            before.clip, bounds([(left, low), (right, low), (left, high), (right, high)], canvas.state.matrix)
        )
    canvas.run(form.read_bytes(), form.get("/Resources", canvas.resources))
    canvas.state = before
    del canvas.marked[depth:]


CONTENTS: Mapping[str, Operator] = {
    "BMC": begin, "BDC": begin, "EMC": end, "Do": paint_object, "BI": inline,
}  # fmt: skip
