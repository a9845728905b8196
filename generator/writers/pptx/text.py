"""Paragraphs and text bodies of DrawingML (ECMA-376 Part 1, 21.1.2), with Chinese line rules on and line pitch in per cent.

Text comes measured to fit, so no body grows or shrinks its text: PowerPoint would not recompute a fit before someone types.
"""

from collections.abc import Iterable, Sequence

from generator.layout.deck.pitch import share
from generator.layout.deck.slide import NO_INSETS, Anchor, PlaceholderSpec, SlideParagraph
from generator.typeset.model import Align, Span, Style
from generator.units import Insets, Length
from generator.writers.pptx.markup import Markup, element, escaped, joined
from generator.writers.pptx.scheme import Scheme, hundredths

_ALIGNMENTS = {Align.LEFT: "l", Align.CENTRE: "ctr", Align.RIGHT: "r", Align.JUSTIFY: "just"}
ANCHORS = {Anchor.TOP: "t", Anchor.MIDDLE: "ctr", Anchor.BOTTOM: "b"}

LINE_RULES: dict[str, str | int] = {"eaLnBrk": 1, "latinLnBrk": 0, "hangingPunct": 0}
"""Chinese breaks by kinsoku, Latin words whole, nothing hangs outside the measure (CLREQ, line adjustment)."""

SLIDE_NUMBER_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
"""The id of each slide-number field: PowerPoint takes any GUID, one for all (ECMA-376 Part 1, 21.1.2.2.4)."""

_SINGLE_SPACING = 100_000


def line_spacing(leading: Length) -> Markup:
    """Return an exact line pitch, for a line that stands alone in its place."""
    return element("a:lnSpc", {}, element("a:spcPts", {"val": hundredths(leading)}))


def line_share(styles: Iterable[Style], leading: Length, scheme: Scheme) -> Markup:
    """Return a line pitch that grows with its letters; none means the face's own."""
    return element("a:lnSpc", {}, element("a:spcPct", {"val": share(styles, leading, scheme.library) or _SINGLE_SPACING}))


def _bullet(paragraph: SlideParagraph, scheme: Scheme) -> Markup:
    if not paragraph.bullet:
        return element("a:buNone")
    family = scheme.library.face(paragraph.runs[0].style.face).family
    return joined([element("a:buFont", {"typeface": family}), element("a:buChar", {"char": paragraph.bullet})])


def _paragraph_properties(paragraph: SlideParagraph, scheme: Scheme) -> Markup:
    hanging = -paragraph.indent if paragraph.bullet else 0
    return element(
        "a:pPr",
        {"marL": paragraph.indent, "indent": hanging, "algn": _ALIGNMENTS[paragraph.align], **LINE_RULES},
        line_share((one.style for one in paragraph.runs), paragraph.leading, scheme),
        element("a:spcBef", {}, element("a:spcPts", {"val": hundredths(paragraph.space_before)})),
        element("a:spcAft", {}, element("a:spcPts", {"val": 0})),
        _bullet(paragraph, scheme),
    )


def run(one: Span, scheme: Scheme, field: str = "") -> Markup:
    """Return a run; one that reads as `field`, the slide's number, becomes a field that follows the slide."""
    inside = (scheme.run(one.style, one.shift), element("a:t", {}, escaped(one.text)))
    if field and one.text == field:
        return element("a:fld", {"id": SLIDE_NUMBER_FIELD, "type": "slidenum"}, *inside)
    return element("a:r", {}, *inside)


def paragraph_markup(paragraph: SlideParagraph, scheme: Scheme, field: str = "") -> Markup:
    """Return a paragraph."""
    return element(
        "a:p",
        {},
        _paragraph_properties(paragraph, scheme),
        *[run(one, scheme, field) for one in paragraph.runs],
    )


def paragraphs_markup(paragraphs: Sequence[SlideParagraph], scheme: Scheme, field: str = "") -> Markup:
    """Return paragraphs; a text body without any must hold one that is empty (CT_TextBody)."""
    return joined([paragraph_markup(one, scheme, field) for one in paragraphs]) or element(
        "a:p", {}, element("a:endParaRPr", {"lang": "zh-CN", "altLang": "en-US"})
    )


def body_properties(anchor: Anchor = Anchor.TOP, insets: Insets = NO_INSETS, wrap: str = "square") -> Markup:
    """Return the properties of a text body that keeps its size and its text's."""
    edges: dict[str, str | int] = {
        "lIns": insets.left,
        "tIns": insets.top,
        "rIns": insets.right,
        "bIns": insets.bottom,
    }
    attributes: dict[str, str | int] = {"vert": "horz", "wrap": wrap, **edges, "rtlCol": 0, "anchor": ANCHORS[anchor]}
    return element("a:bodyPr", attributes, element("a:noAutofit"))


def text_body(properties: Markup, paragraphs: Markup, tag: str = "p:txBody") -> Markup:
    """Return a text body of its properties and paragraphs."""
    return element(tag, {}, properties, element("a:lstStyle"), paragraphs)


def level_properties(spec: PlaceholderSpec, scheme: Scheme, tag: str = "a:lvl1pPr") -> Markup:
    """Return the paragraph and run defaults of a placeholder."""
    return element(
        tag,
        {"marL": 0, "indent": 0, "algn": "l", "defTabSz": 914_400, "rtl": 0, **LINE_RULES},
        line_share((spec.style,), spec.leading, scheme),
        element("a:spcBef", {}, element("a:spcPts", {"val": 0})),
        element("a:buNone"),
        scheme.run(spec.style, tag="a:defRPr"),
    )
