"""The report's proof: every use at its page and place in full, every other numeral explained, every glyph there to be seen."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pikepdf

from generator.document.ledger import FOLIO
from generator.inspection.numerals import MASK, unexplained
from generator.inspection.pdf_reader import Char, PageText, lines, read_pdf
from generator.inspection.verdict import FILES, REPORT, Charge, place_name
from generator.inspection.visibility import Unseen, unseen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.document.ledger import Placement
    from generator.units import Rect

EMU_PER_POINT = 12_700
NEAR = 0.6
"""Points by which a glyph's middle may lie outside the box where its number is due: rounding in the file."""

BAND = 12.0
"""Height in points of the bands in which glyphs are looked up by their baseline."""

HYPHENS = "-‐"


def prove_report(path: Path, charge: Charge) -> tuple[int, int]:
    """Prove the PDF; return its pages and the uses found. Every fault goes to the charge's sink."""
    try:
        document = read_pdf(path)
    except (pikepdf.PdfError, OSError) as fault:
        charge.fault("unreadable", f"the file cannot be read: {fault}", FILES[REPORT], None)
        return 0, 0
    if not _is_current(document.properties.get("/ContentDigest", ""), charge):
        return len(document.pages), 0
    for font in document.not_embedded:
        charge.fault("font-not-embedded", f"the font `{font}` is not embedded", FILES[REPORT], None)
    found = sum(_prove_page(page, charge) for page in document.pages)
    _prove_no_page_is_missing(len(document.pages), charge)
    for page, faults in unseen(path, document.pages):
        _tell_unseen(page, faults, charge)
    return len(document.pages), found


def _is_current(digest: str, charge: Charge) -> bool:
    if digest == charge.ledger.digest:
        return True
    hint = "run `jianbao build`, so that all files are of one content"
    charge.fault("stale-output", "the file was built from another content", FILES[REPORT], None, hint)
    return False


def _prove_no_page_is_missing(pages: int, charge: Charge) -> None:
    for one in charge.placements:
        if one.output == REPORT and one.place > pages and one.use:
            charge.fault("missing-figure", f"`{charge.of(one)}` is missing: there is no page {one.place}", FILES[REPORT], one)


def _prove_page(page: PageText, charge: Charge) -> int:
    place = place_name(REPORT, page.number)
    placements = charge.placed(REPORT, page.number)
    shelf, taken, found = _shelve(page.chars), set[int](), 0
    for one in placements:
        if not one.use or one.box is None:
            continue
        within = _within(one.box, page.chars, shelf)
        if _reads(one, "".join(page.chars[at].text for at in within), charge, place):
            taken.update(within)
            found += one.use != FOLIO
    _prove_residue(page, taken, placements, charge)
    _prove_copied_text(page, charge)
    return found


def _reads(one: Placement, text: str, charge: Charge, place: str) -> bool:
    if _bare(text) == _bare(one.text):
        return True
    if not _bare(text):
        charge.fault("missing-figure", f"`{charge.of(one)}` is {one.text} in the content and stands nowhere here", place, one)
    else:
        message = f"`{charge.of(one)}` is {one.text} in the content and reads {text}"
        charge.fault("wrong-figure", message, place, one)
    return False


def _prove_residue(page: PageText, taken: set[int], placements: tuple[Placement, ...], charge: Charge) -> None:
    at = 0
    for piece in lines(page):
        shown = "".join(MASK if at + step in taken else char.text or MASK for step, char in enumerate(piece))
        if len(shown) == len(piece):
            for numeral in unexplained(shown, charge.names):
                char = piece[numeral.start]
                words = "".join(one.text for one in piece)
                charge.fault(
                    "unexplained-numeral",
                    f"the numeral `{numeral.text}` in `{_excerpt(words, numeral.start)}` is no listed use",
                    place_name(REPORT, page.number),
                    next((one for one in placements if one.box and _holds(one.box, char)), None),
                    "refer to the figure as 【name】, or list the words under `names:` or `exempt:` with a reason",
                )
        at += len(piece)


def _prove_copied_text(page: PageText, charge: Charge) -> None:
    """Compare each ActualText with the glyphs' own text, spaces and printed hyphens aside."""
    own: dict[int, list[str]] = defaultdict(list)
    for char in page.chars:
        if char.span >= 0:
            own[char.span].append(char.text)
    for span, pieces in own.items():
        copied, shown = _bare(page.actual[span]), _bare("".join(pieces))
        if copied not in {shown, shown.rstrip(HYPHENS)}:
            message = f"what is copied, `{page.actual[span]}`, is not what is shown, `{''.join(pieces)}`"
            charge.fault("copied-text", message, place_name(REPORT, page.number), None)


def _tell_unseen(page: PageText, faults: tuple[Unseen, ...], charge: Charge) -> None:
    placements = charge.placed(REPORT, page.number)
    for reason, chars in _runs(page, faults):
        text = "".join(char.text for char in chars)
        placement = next((one for one in placements if one.box and _holds(one.box, chars[0])), None)
        charge.fault("not-visible", f"`{text}` {reason}", place_name(REPORT, page.number), placement)


def _runs(page: PageText, faults: Iterable[Unseen]) -> Iterator[tuple[str, list[Char]]]:
    """Yield neighbouring glyphs with the same fault together."""
    last, reason, chars = -2, "", list[Char]()
    for fault in faults:
        if chars and (fault.index != last + 1 or fault.reason != reason):
            yield reason, chars
            chars = []
        chars.append(page.chars[fault.index])
        last, reason = fault.index, fault.reason
    if chars:
        yield reason, chars


def _shelve(chars: tuple[Char, ...]) -> dict[int, list[int]]:
    shelf: dict[int, list[int]] = defaultdict(list)
    for index, char in enumerate(chars):
        shelf[int(char.baseline // BAND)].append(index)
    return shelf


def _within(box: Rect, chars: tuple[Char, ...], shelf: dict[int, list[int]]) -> list[int]:
    first, last = int(box.y / EMU_PER_POINT // BAND) - 1, int(box.bottom / EMU_PER_POINT // BAND) + 1
    near = (index for band in range(first, last + 1) for index in shelf.get(band, ()))
    return sorted(index for index in near if _holds(box, chars[index]))


def _holds(box: Rect, char: Char) -> bool:
    x, y = (char.left + char.right) / 2, (char.top + char.bottom) / 2
    return (
        box.x / EMU_PER_POINT - NEAR <= x <= box.right / EMU_PER_POINT + NEAR
        and box.y / EMU_PER_POINT - NEAR <= y <= box.bottom / EMU_PER_POINT + NEAR
    )


def _bare(text: str) -> str:
    return "".join(text.split())


def _excerpt(words: str, at: int) -> str:
    """Return some words round a place, for a message."""
    return words[max(0, at - 12) : at + 16]
