"""Paragraphs and text bodies of DrawingML (ECMA-376 Part 1, 21.1.2), with Chinese line rules on and line pitch in per cent.

Text comes measured to fit, so no body grows or shrinks its text: PowerPoint would not recompute a fit before someone types.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.layout.deck.pitch import share
from generator.layout.deck.slide import NO_INSETS, NUMBERINGS, Anchor, PlaceholderSpec, SlideParagraph, TextBox
from generator.layout.deck.typefaces import by_face
from generator.typeset.model import Align, Span, Style
from generator.units import Insets, Length
from generator.writers.pptx.markup import NONE, Markup, element, escaped, joined
from generator.writers.pptx.scheme import DEFAULT_SIZE, THEME_TYPEFACES, Scheme, hundredths

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
    if not paragraph.bullet and not paragraph.number:
        return element("a:buNone")
    family = scheme.library.face(paragraph.runs[0].style.face).family
    counted = element("a:buAutoNum", {"type": NUMBERINGS[paragraph.level]}) if paragraph.number else NONE
    mark = counted or element("a:buChar", {"char": paragraph.bullet})
    return joined([element("a:buFont", {"typeface": family}), mark])


class Base(NamedTuple):
    """What a text inherits: its letters, pitch and alignment; no indent, no space before, no bullet, and Chinese line rules."""

    style: Style
    leading: Length = 0
    align: Align = Align.LEFT


def base_of(spec: PlaceholderSpec) -> Base:
    """Return what text in a placeholder inherits."""
    return Base(spec.style, spec.leading, spec.align)


def _whole_properties(paragraph: SlideParagraph, scheme: Scheme) -> Markup:
    """Return all that a paragraph has."""
    level: dict[str, str | int] = {"lvl": paragraph.level} if paragraph.level else {}
    return element(
        "a:pPr",
        {"marL": paragraph.indent, **level, "indent": -paragraph.hanging, "algn": _ALIGNMENTS[paragraph.align], **LINE_RULES},
        line_share((one.style for one in paragraph.runs), paragraph.leading, scheme),
        element("a:spcBef", {}, element("a:spcPts", {"val": hundredths(paragraph.space_before)})),
        element("a:spcAft", {}, element("a:spcPts", {"val": 0})),
        _bullet(paragraph, scheme),
    )


def _paragraph_properties(paragraph: SlideParagraph, scheme: Scheme, base: Base) -> Markup:
    """Return what a paragraph has of its own; nothing where it is set as its base is."""
    if scheme.whole or paragraph.level:
        return _whole_properties(paragraph, scheme)
    attributes: dict[str, str | int] = {"marL": paragraph.indent, "indent": -paragraph.hanging} if paragraph.indent else {}
    if paragraph.align != base.align:
        attributes["algn"] = _ALIGNMENTS[paragraph.align]
    before = element("a:spcBef", {}, element("a:spcPts", {"val": hundredths(paragraph.space_before)}))
    pitch = line_share((one.style for one in paragraph.runs), paragraph.leading, scheme)
    own = (
        NONE if base.leading and pitch == line_share((base.style,), base.leading, scheme) else pitch,
        before if paragraph.space_before else NONE,
        _bullet(paragraph, scheme) if paragraph.bullet or paragraph.number else NONE,
    )
    return element("a:pPr", attributes, *own) if attributes or any(own) else NONE


def run(one: Span, scheme: Scheme, base: Style | None, field: str = "") -> Markup:
    """Return a run; one that reads as `field`, the slide's number, becomes a field that follows the slide."""
    look = scheme.run(one.style, one.shift, base=None if scheme.whole else base, link=scheme.addresses.get(one.link, ""))
    inside = (look, element("a:t", {}, escaped(one.text)))
    if field and one.text == field:
        return element("a:fld", {"id": SLIDE_NUMBER_FIELD, "type": "slidenum"}, *inside)
    return element("a:r", {}, *inside)


def paragraph_markup(paragraph: SlideParagraph, scheme: Scheme, base: Base, field: str = "") -> Markup:
    """Return a paragraph."""
    own = _paragraph_properties(paragraph, scheme, base)
    behind = None if paragraph.level else base.style
    return element("a:p", {}, own, *[run(one, scheme, behind, field) for one in by_face(paragraph.runs, scheme.library)])


def paragraphs_markup(paragraphs: Sequence[SlideParagraph], scheme: Scheme, base: Base | None = None, field: str = "") -> Markup:
    """Return paragraphs that inherit from a base, else from the deck's default; a text body without any must hold an empty one."""
    behind = base or Base(scheme.usual)
    return joined([paragraph_markup(one, scheme, behind, field) for one in paragraphs]) or element(
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


def inherited_body(box: TextBox, spec: PlaceholderSpec) -> Markup:
    """Return of a text body's properties what its placeholder does not give it."""
    own: dict[str, str | int] = {"anchor": ANCHORS[box.anchor]} if box.anchor != spec.anchor else {}
    if box.insets != NO_INSETS:
        edges = zip(
            ("lIns", "tIns", "rIns", "bIns"), (box.insets.left, box.insets.top, box.insets.right, box.insets.bottom), strict=True
        )
        own |= dict(edges)
    return element("a:bodyPr", own)


def usual_level() -> Markup:
    """Return the first level of the deck's default text style: what every box and cell inherits."""
    ink = element("a:solidFill", {}, element("a:schemeClr", {"val": "tx1"}))
    letters = element("a:defRPr", {"lang": "zh-CN", "altLang": "en-US", "sz": hundredths(DEFAULT_SIZE)}, ink, THEME_TYPEFACES)
    return element("a:lvl1pPr", {"marL": 0, "indent": 0, "algn": "l", **LINE_RULES}, letters)


def text_body(properties: Markup, paragraphs: Markup, tag: str = "p:txBody") -> Markup:
    """Return a text body of its properties and paragraphs."""
    return element(tag, {}, properties, element("a:lstStyle"), paragraphs)


def level_properties(spec: PlaceholderSpec, scheme: Scheme, tag: str = "a:lvl1pPr") -> Markup:
    """Return the paragraph and run defaults of a placeholder."""
    return element(
        tag,
        {"marL": 0, "indent": 0, "algn": _ALIGNMENTS[spec.align], "defTabSz": 914_400, "rtl": 0, **LINE_RULES},
        line_share((spec.style,), spec.leading, scheme),
        element("a:spcBef", {}, element("a:spcPts", {"val": 0})),
        element("a:buNone"),
        scheme.run(spec.style, tag="a:defRPr"),
    )
