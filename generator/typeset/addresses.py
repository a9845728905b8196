"""Addresses in text: where one may be parted, without a hyphen (T09: after its slash; character classes: before . ? & = # _ -).

In: a Western piece. Out: places and what a line end there costs. Full-width marks are pieces of their own, and belong to none.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SLASH_COST = 10.0
"""After a slash the reader sees that an address goes on."""
SIGN_COST = 20.0
"""Before another sign of its own too, somewhat later."""
SCHEME_COST = 40.0
"""https://|example.com: what stands alone says little."""
TORN_COST = 600.0
"""Inside a name, where no sign is near: worth a line that is pale, not one with a hole in it."""

DOMAINS = "com|cn|net|org|gov|edu|int|mil|info|io|ai|app|dev|hk|mo|tw|eu|uk|de|jp|fr"
ADDRESS = re.compile(
    r"[a-z][a-z0-9+.-]+://[^\s]+|(?:www\.|mailto:|doi:)[^\s]+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\b10\.[0-9]{4,9}/[^\s]+"
    rf"|(?<![\w.-])(?:[a-z0-9](?:[\w-]*[a-z0-9])?\.)+(?:{DOMAINS})\b(?:[:/?#][^\s]*)?"
    r"|(?:\b[a-z]:[\\/]|\\\\|(?<![\w./~])(?:~|\.{1,2})?/)[\w.~-]+(?:[\\/][^\s]*)?"
    r"|(?:[\w.-]+[\\/])+[\w-]+(?:\.[\w-]+)*\.[a-z][a-z0-9]{1,4}\b",
    re.IGNORECASE,
)
"""With a scheme, a mailbox, a DOI, a host, a path from a root, a path to a file that ends with its kind."""

AFTER_SLASH = re.compile(r"(?<=[/\\])(?=[^/\\.,;:!?)\]}>\"'])")
BEFORE_SIGN = re.compile(r"(?<=[0-9A-Za-z)\]])(?=[.?&=#_~@+-][0-9A-Za-z%])(?!(?<=[0-9])[.-][0-9])")
"""The stop of 10.1000 and the hyphens of 2021-08-05 are no signs of an address: a number is not parted."""
INSIDE = re.compile("(?<=[0-9A-Za-z])(?=[A-Za-z])(?<!%.)(?<!%)|(?<=[A-Za-z])(?=[0-9])(?<!%.)|(?=%[0-9A-Fa-f]{2})")
"""Between letters, and before a character in hexadecimals (%E4)."""
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)

LEAST = 3
"""Characters that stay at either end of an address, and beside a tear."""


def address_points(word: str, most: int) -> dict[int, float]:
    """Return the cost of each place where an address in a piece may be parted: a place in each `most` characters; none without address."""
    return {place: cost for match in ADDRESS.finditer(word) for place, cost in _points(word, match.start(), match.end(), most)}


def _points(word: str, start: int, end: int, most: int) -> Iterator[tuple[int, float]]:
    scheme = SCHEME.match(word, start)
    known = scheme.end() if scheme else start + LEAST
    places = {match.start(): SIGN_COST for match in BEFORE_SIGN.finditer(word, known, end)}
    places |= {match.start(): SLASH_COST for match in AFTER_SLASH.finditer(word, start + LEAST, end)}
    if scheme:
        places = {place: cost for place, cost in places.items() if place >= known} | {known: SCHEME_COST}
    kept = {place: cost for place, cost in places.items() if place <= end - LEAST}
    yield from kept.items()
    for first, last in pairwise([start, *sorted(kept), end]):
        if last - first > most:
            yield from ((match.start(), TORN_COST) for match in INSIDE.finditer(word, first + LEAST, last - LEAST + 1))
