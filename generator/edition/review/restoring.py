"""Revised words with their references put back: a block and what it now says in; its characters with the author's own, and doubts, out.

A number that stands as it was printed is its figure's; one that reads otherwise is told with its figure, and never taken.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from generator.diagnostics import said
from generator.edition.review.blocks import Atom, Block, characters_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.content.wording import Wording
    from generator.diagnostics import Words
    from generator.edition.review.word import Token

_HELD = "\ufffc"
_OUTSIDE = r"[0-9万亿千百%％‰]"
_DIGITS = re.compile("[0-9０-９]+")
_BRACKETS = re.compile("[【】]")


@dataclass(frozen=True, slots=True)
class Restored:
    """A line of words with its references; `doubts` are why it may not be taken, `notes` what is to be known of it."""

    atoms: tuple[Atom, ...]
    doubts: tuple[Words, ...] = ()
    notes: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Restorer:
    """Puts references back; `known` are all numbers of the text by figure and print, `wording` knows which numerals may be typed."""

    known: Mapping[tuple[str, str], Atom]
    wording: Wording

    def restored(self, block: Block, line: Sequence[Token]) -> Restored:
        """Return a line of a block with its references."""
        left = [atom for atom in block.atoms if atom.figure]
        doubts: list[Words] = []
        atoms = list(self._named(line, left, doubts))
        atoms = list(_found(atoms, left, doubts))
        lost = [atom for atom in left if not any(str(dict(one.values).get("figure")) == atom.figure for one in doubts)]
        edited = {value for one in doubts for name, value in one.values if name == "now"}
        doubts += (one for one in self._typed(block.atoms, atoms, lost) if dict(one.values).get("number") not in edited)
        notes = [said("take.lost", figure=atom.figure, value=atom.text) for atom in lost]
        notes += _dates(block.atoms, atoms) if not doubts else ()
        return Restored(tuple(atoms), tuple(doubts), tuple(notes))

    def _named(self, line: Sequence[Token], left: list[Atom], doubts: list[Words]) -> Iterator[Atom]:
        """Yield characters, and the numbers that still have their figures' names behind them."""
        for token in line:
            same = next((one for one in left if one.figure == token.figure and one.text == token.text), None)
            other = next((one for one in left if one.figure == token.figure), None)
            if token.figure and same:
                left.remove(same)
                yield same
            elif token.figure and (moved := self.known.get((token.figure, token.text))):
                yield moved
            else:
                if token.figure:
                    was = other.text if other else next((text for name, text in self.known if name == token.figure), "")
                    doubts.append(said("take.number-edited", figure=token.figure, was=was, now=token.text))
                yield from (Atom(char, char) for char in token.text)

    def _typed(self, old: Sequence[Atom], new: Sequence[Atom], lost: list[Atom]) -> Iterator[Words]:
        """Yield the numbers that have come into the words, each beside the figure in whose place it stands."""
        before = Counter(one.text for one in self.wording.typed(_masked(old)))
        for one in self.wording.typed(_masked(new)):
            if before[one.text]:
                before[one.text] -= 1
            elif one.worded:
                continue
            elif lost:
                was = lost.pop(0)
                yield said("take.number-edited", figure=was.figure, was=was.text, now=one.text)
            elif one.reference:
                yield said("take.number-known", number=one.text, figure=one.reference)
            else:
                yield said("take.number-typed", number=one.text)


def _found(atoms: Sequence[Atom], left: list[Atom], doubts: list[Words]) -> Iterator[Atom]:
    """Yield atoms, a number found again among the characters by what it prints; one that two figures print is nobody's."""
    text = "".join(atom.text if not atom.figure else _HELD for atom in atoms)
    places = dict[int, Atom]()
    for atom in sorted(left, key=lambda one: -len(one.text)):
        taken = {place for at, one in places.items() for place in range(at, at + len(one.text))}
        pattern = rf"(?<!{_OUTSIDE})(?<![0-9]\.){re.escape(atom.text)}(?!{_OUTSIDE}|\.[0-9])"
        found = next((one for one in re.finditer(pattern, text) if not taken & set(range(*one.span()))), None)
        if found is None:
            continue
        if any(other.text == atom.text and other.figure != atom.figure for other in left):
            doubts.append(said("take.two-figures", figure=atom.figure, value=atom.text))
        left.remove(atom)
        places[found.start()] = atom
    at = 0
    while at < len(atoms):
        yield places.get(at, atoms[at])
        at += len(places[at].text) if at in places else 1


def _masked(atoms: Sequence[Atom]) -> str:
    return "".join(_HELD if atom.figure else atom.text for atom in atoms)


def _dates(old: Sequence[Atom], new: Sequence[Atom]) -> Iterator[Words]:
    """Yield dates, names and the like whose digits have changed."""
    before, after = (_DIGITS.findall(_masked(one)) for one in (old, new))
    if before != after:
        gone, come = Counter(before) - Counter(after), Counter(after) - Counter(before)
        yield said("take.digits", was=tuple(gone.elements()) or ("—",), now=tuple(come.elements()) or ("—",))


def source(old: Sequence[Atom], new: Sequence[Atom]) -> str | None:
    """Return the author's characters for revised ones: what was not touched as it was written; None where they would read otherwise."""
    made = ""
    for kind, start, end, first, last in SequenceMatcher(
        None, [a.key for a in old], [a.key for a in new], autojunk=False
    ).get_opcodes():
        if kind == "equal":
            made += "".join(atom.source for atom in old[start:end])
        else:
            made += "".join(map(_written, new[first:last]))
    meant = [f"【{atom.figure}】" if atom.figure else atom.text for atom in new]
    return made if list(characters_of(made)) == meant else None


def _written(atom: Atom) -> str:
    return f"【{atom.figure}】" if atom.figure else _BRACKETS.sub(lambda found: f"\\{found[0]}", atom.text)
