"""Differences of tags that only repeat what is told of the page itself: a word changed on a page is changed in its tag as well.

In: the differences of an output. Out: those that say something of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.statement.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.inspection.comparison import Difference
    from generator.statement.model import Thing

READ = frozenset({Kind.TEXT, Kind.ENTRY})
"""What has the text of tags: lines, and what only copying gives."""
LEADS, ASTRAY, ORDER, UNTAGGED = "leads", "astray", "order", "untagged"


def without_echoes(told: Sequence[Difference]) -> list[Difference]:
    """Return the differences less those of tags that follow from others."""
    edits = [_edit(one) for one in told if _lone(one).kind in READ and not one.whole_sheet]
    moved = any(one.whole_sheet for one in told)
    links = {one.sheet for one in told if _lone(one).kind is Kind.LINK}
    pages = {one.sheet for one in told if _lone(one).kind in {Kind.TEXT, Kind.MARK}}
    told = [one for one in told if not (one.sheet in pages and _names(one) == {UNTAGGED})]
    kept = [one for one in told if _lone(one).kind is not Kind.TAG or not _follows(one, edits, links, moved=moved)]
    first: dict[tuple[int, str], Difference] = {}
    for one in sorted(kept, key=lambda one: not _lone(one).text):
        first.setdefault((one.sheet, _shared(one)), one)
    return [one for one in kept if not _shared(one) or first[one.sheet, _shared(one)] is one]


def _shared(one: Difference) -> str:
    """Return what a page's tags change together if one does: what content leads back to, and when it is read; "" for anything else."""
    alone = _lone(one).kind is Kind.TAG and not one.words and len(one.changes) == 1
    return one.changes[0].name if alone and one.changes[0].name in {ASTRAY, ORDER} else ""


def _names(one: Difference) -> set[str]:
    return {change.name for change in one.changes}


def _follows(one: Difference, edits: Sequence[tuple[str, str]], links: set[int], *, moved: bool) -> bool:
    if moved and (_lone(one).name or not one.words):
        return True
    if one.stated and one.found and not one.words:
        return one.sheet in links and _names(one) == {LEADS}
    if not _lone(one).text:
        return False
    gone, come = _edit(one)
    return not one.changes and any(gone in before and come in after for before, after in edits)


def _lone(one: Difference) -> Thing:
    lone = one.stated or one.found
    assert lone is not None
    return lone


def _edit(one: Difference) -> tuple[str, str]:
    """Return what of a text went and what came in its place, less what is the same at either end."""
    before, after = _copied(one.stated), _copied(one.found)
    start = _alike(before, after)
    before, after = before[start:], after[start:]
    end = _alike(before[::-1], after[::-1])
    return before[: len(before) - end], after[: len(after) - end]


def _alike(before: str, after: str) -> int:
    """Return how many characters two texts begin with alike."""
    pairs = enumerate(zip(before, after, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(before), len(after)))


def _copied(thing: Thing | None) -> str:
    return str(thing.fact("actual", thing.text)) if thing else ""
