"""The jobs of a review: a content sent out as a document to revise, and what came back of it, to be taken piece by piece."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.content.reader import read_with_nodes
from generator.diagnostics import BuildError, Diagnostic, Exit, Severity, by_line, said, why
from generator.document.resolve import resolve
from generator.edition import rewriting
from generator.edition.edits import apply
from generator.edition.places import characters
from generator.edition.review import word, writing
from generator.edition.review.blocks import blocks
from generator.edition.review.taking import beside, held, of_lines, proposals, restorer, rewrites, strangers
from generator.edition.review.word import Token
from generator.edition.saving import save_data
from generator.inspection.damage import DAMAGE, reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from generator.content.reader import Opened
    from generator.diagnostics import Words
    from generator.edition.review.blocks import Block
    from generator.edition.review.restoring import Restorer
    from generator.edition.review.taking import Proposal
    from generator.edition.review.word import Revised

    Edited = tuple[str, int, str, str]


BEFORE, BEHIND = 6, 1
"""Characters that a slide puts before and behind the words of a text."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a revised file would change: the pieces that may be taken, those chosen by number, and the content's characters."""

    pieces: tuple[Proposal, ...]
    chosen: frozenset[int]
    told: tuple[Diagnostic, ...]
    old: str
    new: str


def send(content: Path, out: Path) -> int:
    """Write the review copy of a content and return how many blocks it has. Raises BuildError."""
    opened = _whole(content)
    own = blocks(opened)
    title = next((one.printed for one in own if one.path == ("report", "title")), content.stem)
    save_data(out, writing.document(own, title))
    return len(own)


def taken(content: Path, revised: Path, only: frozenset[int] | None, edited: Sequence[Edited] | None) -> Taken:
    """Return what a revised document, or the edited texts of a deck, would change of a content.

    `edited` are line and texts (was, now) of what was edited in a deck, None for a document. Raises BuildError: Exit.CONTENT where the
    content has errors or the file cannot be read, Exit.USAGE for a number of no piece.
    """
    opened, own = _whole(content), characters(content)
    text = blocks(opened)
    made = restorer(opened.report, text)
    if edited is None:
        back = _read(revised)
        found, extra = proposals(text, back, made), (*_strange(text, back), *beside(text, back))
    else:
        found, extra = _edited(text, edited, made)
    pieces = tuple(one for one in found if one.source is not None)
    chosen = _chosen(only, len(pieces))
    wanted = rewrites(one for number, one in enumerate(pieces, 1) if number in chosen)
    edits, left = rewriting.edits(own, opened.root, wanted)
    unwritten = (Diagnostic(Severity.WARNING, said("take.unwritten"), one.scalar.span) for one in left)
    told = by_line((*(one for each in found for one in held(each)), *extra, *unwritten))
    return Taken(pieces, chosen, told, own, apply(own, edits))


def _chosen(only: frozenset[int] | None, count: int) -> frozenset[int]:
    every = frozenset(range(1, count + 1))
    if only is not None and (strange := only - every):
        says = said("take.no-piece", numbers=tuple(map(str, sorted(strange))), count=count)
        raise BuildError(Exit.USAGE, (Diagnostic(Severity.ERROR, says),))
    return every if only is None else only


def _read(path: Path) -> dict[str, Revised]:
    try:
        found = word.revised(path)
    except OSError as fault:
        raise _refused(said("take.unreadable", file=str(path), why=why(fault))) from fault
    except DAMAGE as fault:
        raise _refused(said("take.unreadable", file=str(path), why=reason(fault))) from fault
    if not found:
        raise _refused(said("take.no-copy", file=path.name))
    return found


def _refused(says: Words) -> BuildError:
    return BuildError(Exit.CONTENT, (Diagnostic(Severity.ERROR, says),))


def _strange(text: Iterable[Block], back: dict[str, Revised]) -> Iterator[Diagnostic]:
    for words in strangers(text, back):
        yield Diagnostic(Severity.WARNING, said("take.stranger", text=words))


def _edited(
    text: Sequence[Block], edited: Sequence[Edited], made: Restorer
) -> tuple[tuple[Proposal, ...], tuple[Diagnostic, ...]]:
    """Return the proposals of a deck's edited texts, and what of them is no whole text of the content."""
    found: dict[str, Proposal] = {}
    extra: dict[tuple[str, str], Diagnostic] = {}
    for file, line, was, now in edited:
        meant = [(len(one.printed), -abs(one.span.line - line), one) for one in text if _bare(one.printed, was, now) is not None]
        if meant and all(one.span.file == file for _length, _near, one in meant):
            block = max(meant, key=lambda one: one[:2])[2]
            found.setdefault(block.id, of_lines(block, [[Token(_bare(block.printed, was, now) or "")]], made))
        else:
            extra.setdefault((was, now), _elsewhere(was, now, made))
    return tuple(found[block.id] for block in text if block.id in found), tuple(extra.values())


def _bare(printed: str, was: str, now: str) -> str | None:
    """Return what a block now says, without what a slide puts round its words (a stop, 可能的提问：); None where it is not of it."""
    before, middle, after = was.partition(printed)
    if not middle or len(before) > BEFORE or len(after) > BEHIND:
        return None
    is_whole = now.startswith(before) and now.endswith(after) and len(now) > len(before) + len(after)
    return now[len(before) : len(now) - len(after)] if is_whole else None


def _elsewhere(was: str, now: str, made: Restorer) -> Diagnostic:
    """Tell words of a deck that are no text of the content; a number alone with its figure."""
    figure = next((name for name, text in made.known if text == was), None)
    says = said("take.number-edited", figure=figure, was=was, now=now) if figure else said("take.elsewhere", was=was, now=now)
    return Diagnostic(Severity.WARNING, says)


def _whole(content: Path) -> Opened:
    """Return a content without errors; raises BuildError (Exit.CONTENT) with them."""
    read = read_with_nodes(content)
    found = read.diagnostics
    if read.value and not any(one.severity is Severity.ERROR for one in found):
        found = (*found, *resolve(read.value.report, draft=True).diagnostics)
    if read.value is None or any(one.severity is Severity.ERROR for one in found):
        raise BuildError(Exit.CONTENT, by_line(found))
    return read.value
