"""What a revised copy would change of a content: its blocks and what came back in; proposals, piece by piece, and their rewrites out."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import TYPE_CHECKING

from generator.content.wording import wording
from generator.diagnostics import Diagnostic, Severity, said
from generator.edition.review.blocks import Atom, Block, digest, marked
from generator.edition.review.remarks import COMMENT
from generator.edition.review.restoring import Restorer, source
from generator.edition.rewriting import Rewrite
from generator.edition.texts import Form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.content.model import Report
    from generator.diagnostics import Words
    from generator.edition.review.word import Revised, Token

GAPS = {"item": "\n- ", "quote": "\n> "}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A block that reads otherwise: as it was and is, what would stand in the file for it, None where it may not be taken, and why."""

    block: Block
    old: str
    new: str
    source: str | None
    doubts: tuple[Words, ...] = ()
    notes: tuple[Words, ...] = ()


def restorer(report: Report, blocks: Iterable[Block]) -> Restorer:
    """Return what puts the references of a report back."""
    words = wording(report.names, report.exempt, report.figures, report.units)
    known: dict[tuple[str, str], Atom] = {}
    for atom in (atom for block in blocks for atom in block.atoms if atom.figure):
        known.setdefault((atom.figure, atom.text), Atom(atom.text, f"【{atom.figure}】", atom.figure))
    return Restorer(known, words)


def proposals(blocks: Sequence[Block], found: Mapping[str, Revised], made: Restorer) -> tuple[Proposal, ...]:
    """Return the blocks that came back otherwise than they went out, in the order of the text."""
    return tuple(one for block in blocks if (one := _proposal(block, found.get(block.id), made)))


def strangers(blocks: Iterable[Block], found: Mapping[str, Revised]) -> tuple[str, ...]:
    """Return the revised words of blocks that the content no longer has."""
    known = {block.id for block in blocks}
    return tuple(one.words for own, one in found.items() if own not in known and digest(one.words) != one.state)


def beside(blocks: Sequence[Block], found: Mapping[str, Revised]) -> Iterator[Diagnostic]:
    """Yield what came back beside the words of blocks: comments, notes, and blocks in another place."""
    known = {block.id: block for block in blocks}
    for own, one in found.items():
        for remark in one.remarks if own in known else ():
            says = said(f"take.{'comment' if remark.kind == COMMENT else 'note'}", author=remark.author, text=remark.text)
            yield Diagnostic(Severity.NOTICE if remark.kind == COMMENT else Severity.WARNING, says, known[own].span)
    before, after = [own for own in known if own in found], [own for own in found if own in known]
    kept = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    stayed = {own for match in kept for own in before[match.a : match.a + match.size]}
    for own in before:
        if own not in stayed:
            yield Diagnostic(Severity.WARNING, said("take.moved", text=known[own].printed), known[own].span)


def _proposal(block: Block, back: Revised | None, made: Restorer) -> Proposal | None:
    if back is None or not back.paragraphs:
        return _gone(block, back)
    if digest(back.words) == back.state and not back.joined:
        return None
    if back.joined:
        return Proposal(block, block.printed, back.words, None, (said("take.joined"),))
    if back.state != block.state:
        if back.words == block.printed:
            return None
        return Proposal(block, block.printed, back.words, None, (said("take.both"),))
    return of_lines(block, back.paragraphs, made)


def _gone(block: Block, back: Revised | None) -> Proposal | None:
    if back and back.state != block.state:
        return Proposal(block, block.printed, "", None, (said("take.both"),))
    if block.form is not Form.PROSE:
        return Proposal(block, block.printed, "", None, (said("take.gone"),))
    figures = tuple(said("take.lost", figure=atom.figure, value=atom.text) for atom in block.atoms if atom.figure)
    return Proposal(block, block.printed, "", "", (), figures)


def of_lines(block: Block, lines: Sequence[Sequence[Token]], made: Restorer) -> Proposal:
    """Return the proposal of a block that now reads as some lines; further ones are paragraphs of their own."""
    new = "\n".join("".join(token.text for token in line) for line in lines)
    first, *more = (made.restored(block, line) for line in lines)
    if more and block.form is not Form.PROSE:
        return Proposal(block, block.printed, new, None, (said("take.several"),))
    doubts = [*first.doubts, *(doubt for one in more for doubt in one.doubts)]
    parts = [source(block.atoms, first.atoms), *(source((), one.atoms) for one in more)]
    if any(part is None for part in parts) or (block.form is Form.PROSE and any(map(marked, new.split("\n")))):
        doubts.append(said("take.marks"))
    kept = {atom.figure for one in more for atom in one.atoms}
    notes = tuple(note for note in first.notes if dict(note.values).get("figure") not in kept)
    text = None if doubts else GAPS.get(block.kind, "\n\n").join(part for part in parts if part is not None)
    return Proposal(block, block.printed, new, text, tuple(doubts), notes)


def rewrites(taken: Iterable[Proposal]) -> Iterator[Rewrite]:
    """Yield each text of the file with what was taken of its blocks."""
    ordered = sorted(taken, key=lambda one: (one.block.scalar.begin, one.block.start))
    for _begin, group in groupby(ordered, key=lambda one: one.block.scalar.begin):
        own = list(group)
        text = own[0].block.scalar.text
        for one in reversed(own):
            start, end = (one.block.start, one.block.end) if one.source else _whole(text, one.block)
            text = text[:start] + (one.source or "") + text[end:]
        yield Rewrite(own[0].block.path, own[0].block.scalar, text)


def _whole(text: str, block: Block) -> tuple[int, int]:
    """Return a paragraph with its mark and the blank line after it, or before it where it is the last."""
    start = text.rfind("\n", 0, block.start) + 1
    rest = text[block.end :]
    after = len(rest) - len(rest.lstrip("\n"))
    if rest.strip():
        return start, block.end + after
    return len(text[:start].rstrip("\n")), block.end


def held(one: Proposal) -> Iterator[Diagnostic]:
    """Yield why a proposal is not taken, and what is to be known of one that may be."""
    by_hand = (said("take.by-hand", old=one.old, new=one.new),)
    for number, doubt in enumerate(one.doubts):
        yield Diagnostic(Severity.WARNING, doubt, one.block.span, hints=() if number else by_hand)
    if not one.doubts:
        yield from (Diagnostic(Severity.NOTICE, note, one.block.span) for note in one.notes)
