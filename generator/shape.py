"""What the outputs are made on and for: as asked for, or, where nothing is asked, as the files that stand were made.

In: the formats, faces and template of the command line. Out: the same, with what they leave open read from a folder's own files, so that
what is compared with these, or drawn from them, is made like them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.design.format import CLASSIC, WIDE, Format, is_page
from generator.diagnostics import BuildError, Diagnostic, Exit, Severity, said
from generator.fonts.offer import Fonts
from generator.outputs import DECK, FILES, HANDOUT, PRINT, REPORT
from generator.press_order import NOTHING_ASKED, Asked
from generator.profiles import icc
from generator.units import in_mm

if TYPE_CHECKING:
    from pathlib import Path

    from generator.content.variants import Variant


@dataclass(frozen=True, slots=True)
class Shape:
    """What the outputs are made on and for.

    The formats of page (None for what the content says, A4 where it says none) and slide, the template that the deck is built into, if
    any, and how it comes by its faces; None is what the deck that stands was made for, where others are compared with it or drawn
    from it, else 16:9, and faces carried. `begins` is when the talk begins, in minutes of the day; None where the clock of the handout
    counts from nought. `asked` is what the press is to have otherwise than the content says. A `draft` says so on every page and
    slide, and may have values that are still to come; `approved` refuses every figure that is not. `allowed` are folders beside the
    content's own from which pictures may be read. `variant` is the edition of the content that is meant, None for the content as it stands.
    """

    page: Format | None = None
    slide: Format | None = None
    template: Path | None = None
    fonts: Fonts | None = None
    begins: int | None = None
    asked: Asked = NOTHING_ASKED
    draft: bool = False
    approved: bool = False
    allowed: tuple[Path, ...] = ()
    variant: Variant | None = None


USUAL = Shape()
"""16:9, a master of our own, and pages as the content asks for them."""


def as_it_stands(shape: Shape, out: Path) -> Shape:
    """Return a shape with what it leaves open as the files that stand in a folder were made for.

    Raises BuildError: Exit.USAGE as `as_made` does, Exit.INSPECTION where files that are the same pages have two trims, or some are drafts.
    """
    from generator.inspection.pdf.beginning import beginning  # noqa: PLC0415 - not on the way of `schema` and `--help`

    begins = shape.begins if shape.begins is not None else beginning(out / FILES[HANDOUT])
    shape = shape if shape.draft else _as_drafted(shape, out)
    return replace(_as_printed(as_made(shape, out / FILES[DECK]), out), begins=begins)


def _as_drafted(shape: Shape, out: Path) -> Shape:
    """Return a shape as the files that stand were made, as drafts or as final ones.

    Raises BuildError (Exit.INSPECTION) where some are drafts and others are not: no build makes both.
    """
    from generator.inspection.status import is_draft  # noqa: PLC0415 - as above

    told = {file: drafted for file in FILES.values() if (drafted := is_draft(out / file)) is not None}
    drafts = tuple(file for file, drafted in told.items() if drafted)
    if drafts and len(drafts) < len(told):
        finals = tuple(file for file in told if file not in drafts)
        says = said("drafts-apart.files", drafts=drafts, finals=finals)
        raise BuildError(Exit.INSPECTION, (Diagnostic(Severity.ERROR, says, hints=(said("hint.one-status"),)),))
    return replace(shape, draft=bool(drafts))


def as_made(shape: Shape, deck: Path) -> Shape:
    """Return a shape with what it leaves open as a deck that stands was made for.

    Raises BuildError (Exit.USAGE) where that was built into a template, and none is named.
    """
    from generator.inspection.deck.made_for import made_for  # noqa: PLC0415 - as above

    made = made_for(deck)
    if made.template and shape.template is None:
        needed = said("template-needed.deck", file=deck.name, template=made.template)
        cure = said("hint.name-template", template=made.template)
        raise BuildError(Exit.USAGE, (Diagnostic(Severity.ERROR, needed, hints=(cure,)),))
    near = min((WIDE, CLASSIC), key=lambda one: abs(one.size.width / one.size.height - made.ratio)) if made.ratio else None
    fonts = Fonts(made.fonts) if made.fonts in set(Fonts) else None
    return replace(shape, slide=shape.slide or near, fonts=shape.fonts or fonts, draft=shape.draft or made.draft)


def _as_printed(shape: Shape, out: Path) -> Shape:
    """Return a shape with what it leaves open as the report and its file for the press that stand were set for.

    Raises BuildError (Exit.INSPECTION) where each was set for another trim: no content has them both.
    """
    from generator.inspection.pdf.made_for import made_for  # noqa: PLC0415 - as above

    made, asked = made_for(out / FILES[REPORT], out / FILES[PRINT]), shape.asked
    if made.apart and shape.page is None:
        screen, press = (f"{in_mm(one.width)}×{in_mm(one.height)}" for one in made.apart)
        says = said("trims-apart.files", report=FILES[REPORT], screen=screen, printed=FILES[PRINT], press=press)
        raise BuildError(Exit.INSPECTION, (Diagnostic(Severity.ERROR, says, hints=(said("hint.one-trim"),)),))
    trim = Format("as it stands", made.trim) if made.trim else None
    asked = replace(
        asked,
        bleed=asked.bleed or made.bleed,
        marks=made.marks if asked.marks is None else asked.marks,
        standing=icc.embedded(made.profile) if made.profile else None,
    )
    return replace(shape, page=shape.page or (trim if trim and is_page(trim) else None), asked=asked)
