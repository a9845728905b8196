"""Which found thing is which stated one: by what it says, by where it is, by how alike the two are, in this order.

In: the sheets of two statements, or the things of two sheets. Out: pairs, either side None where it has no like. Most are equal and in
order, which is seen at once; only what is left over is looked at closely.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from generator.statement.model import Kind, Sheet, Thing

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

NEAR = 1.0
"""Points: what lies no farther away is at the same place."""
CLOSE = 60.0
"""Points in all by which a mark may differ in place and size and still be the same mark."""
ALIKE = 0.6
"""The share of characters at which an edited text is still the same text."""
PLACED = frozenset({Kind.MARK, Kind.PICTURE})
"""What says nothing in words, and is known by its place."""
SAME_SHEET = 0.4
"""The share of texts that makes two sheets one."""


class Pair(NamedTuple):
    """A stated thing and a found one; `moved` tells that they stand in another order than the others."""

    stated: Thing | None
    found: Thing | None
    moved: bool = False


Sheets: TypeAlias = tuple[Sheet | None, Sheet | None]


def things(stated: Sequence[Thing], found: Sequence[Thing]) -> list[Pair]:
    """Return the pairs of two sheets' things, those that differ in any way only."""
    if len(stated) == len(found) and all(same(one, other) for one, other in zip(stated, found, strict=True)):
        return []
    if len(stated) == len(found) and all(_key(one) == _key(other) for one, other in zip(stated, found, strict=True)):
        return [Pair(one, other) for one, other in zip(stated, found, strict=True) if not same(one, other)]
    matcher = SequenceMatcher(None, [_key(one) for one in stated], [_key(one) for one in found], autojunk=False)
    pairs: list[Pair] = []
    left: list[Thing] = []
    right: list[Thing] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            pairs += [Pair(one, other) for one, other in zip(stated[a:b], found[c:d], strict=True) if not same(one, other)]
        else:
            left += stated[a:b]
            right += found[c:d]
    return [*pairs, *_left_over(left, right)]


def same(one: Thing, other: Thing) -> bool:
    """Tell whether two things are the same in all that is said of them."""
    return one[:4] == other[:4]


def _key(thing: Thing) -> Hashable:
    if thing.kind in PLACED:
        return thing.kind, tuple(round(float(str(thing.fact(name, 0)))) for name in ("x", "y", "width", "height"))
    if thing.kind in {Kind.TEXT, Kind.NOTE}:
        return thing.kind, thing.text
    return thing.kind, thing.text, thing.name


def _left_over(left: list[Thing], right: list[Thing]) -> list[Pair]:
    """Pair what is not in order: the same elsewhere, another at the same place, one that is like it; the rest is gone or new."""
    pairs: list[Pair] = []
    steps: tuple[tuple[Callable[[Thing], Hashable | None], bool], ...] = (
        (_whole, True),
        (_key, True),
        (_where, False),
        (_named, False),
    )
    for key, moved in steps:
        found = _by(key, right)
        for one in list(left):
            mark = key(one)
            if mark is not None and found[mark]:
                other = found[mark].pop(0)
                left.remove(one)
                right.remove(other)
                pairs.append(Pair(one, other, moved))
    pairs += _likest(left, right)
    return [*pairs, *(Pair(one, None) for one in left), *(Pair(None, one) for one in right)]


def _by(key: Callable[[Thing], Hashable | None], all_of: Iterable[Thing]) -> dict[Hashable, list[Thing]]:
    found: dict[Hashable, list[Thing]] = defaultdict(list)
    for one in all_of:
        found[key(one)].append(one)
    return found


def _whole(thing: Thing) -> Hashable:
    return thing[:4]


def _where(thing: Thing) -> Hashable | None:
    """Return the place of a text, in whole points: two texts at one place are one, edited."""
    if thing.kind is not Kind.TEXT:
        return None
    return thing.kind, round(thing.number("x")), round(thing.number("y")), thing.fact("row", 0)


def _named(thing: Thing) -> Hashable | None:
    if thing.kind is Kind.TAG:
        return thing.kind, thing.name, thing.fact("role"), thing.fact("level")
    if thing.kind is Kind.PICTURE:
        return thing.kind, thing.fact("picture")
    return (thing.kind, thing.name, thing.fact("row", 0)) if thing.kind not in {Kind.TEXT, Kind.MARK, Kind.NOTE} else None


def _likest(left: list[Thing], right: list[Thing]) -> list[Pair]:
    """Pair each with the likest of its kind, where one is like enough; both lists lose what is paired."""
    scored = [
        (likeness, at, to)
        for at, one in enumerate(left)
        for to, other in enumerate(right)
        if one.kind is other.kind and (likeness := _likeness(one, other)) > 0
    ]
    pairs: dict[int, int] = {}
    for _, at, to in sorted(scored, key=lambda one: (-one[0], one[1], one[2])):
        if at not in pairs and to not in pairs.values():
            pairs[at] = to
    made = [Pair(left[at], right[to]) for at, to in sorted(pairs.items())]
    left[:] = [one for at, one in enumerate(left) if at not in pairs]
    right[:] = [one for to, one in enumerate(right) if to not in pairs.values()]
    return made


def _likeness(one: Thing, other: Thing) -> float:
    """Return how alike two things of a kind are, 0 to 1; 0 for two that are not the same."""
    if one.kind in PLACED:
        away = sum(abs(one.number(name) - other.number(name)) for name in ("x", "y", "width", "height"))
        alike = one.fact("geometry") == other.fact("geometry") and away < CLOSE
        return 1 - away / CLOSE if alike else 0.0
    matcher = SequenceMatcher(None, one.text, other.text, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    share = matcher.ratio()
    return share if share >= ALIKE else 0.0


def sheets(stated: Sequence[Sheet], found: Sequence[Sheet]) -> list[Sheets]:
    """Return the pairs of two outputs' sheets in order; one that stands elsewhere is paired too, after the others."""
    if len(stated) == len(found) and all(_alike(one, other) > SAME_SHEET for one, other in zip(stated, found, strict=True)):
        return list(zip(stated, found, strict=True))
    course = _course(stated, found)
    taken = {to for to in course if to is not None}
    left = [one for one, to in zip(stated, course, strict=True) if to is None]
    right = [one for to, one in enumerate(found) if to not in taken]
    pairs: list[Sheets] = [(one, found[to]) for one, to in zip(stated, course, strict=True) if to is not None]
    for one in list(left):
        other = next((each for each in right if each.number == one.number), None)
        if other is not None and len(stated) == len(found):
            left.remove(one)
            right.remove(other)
            pairs.append((one, other))
    for one in list(left):
        other = max(right, key=lambda each, one=one: _alike(one, each), default=None)  # type: ignore[misc]
        if other is not None and _alike(one, other) > SAME_SHEET:
            left.remove(one)
            right.remove(other)
            pairs.append((one, other))
    return [*pairs, *((one, None) for one in left), *((None, one) for one in right)]


def _course(stated: Sequence[Sheet], found: Sequence[Sheet]) -> list[int | None]:
    """Return for each stated sheet the found one that is it, in order: the longest common course, each step weighed by likeness."""
    best: list[list[tuple[float, tuple[int | None, ...]]]] = [[(0.0, ())] * (len(found) + 1)]
    for one in stated:
        line: list[tuple[float, tuple[int | None, ...]]] = [(0.0, (*best[-1][0][1], None))]
        for to, other in enumerate(found):
            alike = _alike(one, other)
            taken = (best[-1][to][0] + alike, (*best[-1][to][1], to)) if alike > SAME_SHEET else (-1.0, ())
            left_out = (best[-1][to + 1][0], (*best[-1][to + 1][1], None))
            line.append(max(taken, left_out, line[-1], key=lambda each: each[0]))
        best.append(line)
    return list(best[-1][-1][1])


def _alike(one: Sheet, other: Sheet) -> float:
    """Return what two sheets share of their texts (Dice); two without texts are alike."""
    if len(one.things) == len(other.things) and all(a.runs == b.runs for a, b in zip(one.things, other.things, strict=True)):
        return 1.0
    mine, yours = _texts(one), _texts(other)
    both = sum(mine.values()) + sum(yours.values())
    return 2 * sum((mine & yours).values()) / both if both else 1.0


def _texts(sheet: Sheet) -> Counter[str]:
    return Counter(one.text for one in sheet.things if one.kind not in PLACED | {Kind.TAG})
