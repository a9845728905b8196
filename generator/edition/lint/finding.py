"""What the rules of style find in a text, and the text as they would have it: characters in; findings and characters out.

References, names, exempt words, addresses, escapes and the marks of tables, notes and links are masked: no rule changes what is
inside them, and each counts as Han or Latin by what it holds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.edition.lint.rules import HELD, LATIN, RULES, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.edition.texts import Form

_HAN = re.compile("[\u3400-\u9fff]")
_DIGITS = re.compile(r"[\d〇零一二三四五六七八九十百千万亿]")
_OWN = (
    r"\\.|(?<!\\)【[^【】\n]*】|https?://[A-Za-z0-9._~:/?#@!$&'*+,;=%-]+|www\.[A-Za-z0-9._~:/?#@!$&'*+,;=%-]+"
    r"|[A-Za-z0-9._-]+@[A-Za-z0-9._-]+|`[^`\n]*`|\[\^[^\[\]\s]*\](?::[ \t]*)?|(?:!?\[)(?=[^\[\]\n]*\]\()|\]\([^\n()]*\)"
    r"|^[ \t]*\|[ \t:|-]*\|[ \t]*$|[ \t]*(?<!\\)\|[ \t]*|^[ \t]*表[：:]|^[ \t]*[0-9]{1,9}[.)](?=[ \t])"
)
ROUNDS = 6
"""So often a text is read again: what one rule leaves may be another's to find."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A place that a rule finds: characters `start` to `end` of the text should be `instead`, None where only the author knows."""

    rule: Rule
    start: int
    end: int
    found: str
    instead: str | None


class Critic:
    """Reads texts by the rules; `names` are words of the author's that stay as they are."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        words = sorted((re.escape(name) for name in names if name), key=len, reverse=True)
        self._own = re.compile("|".join((_OWN, *words)), re.MULTILINE)

    def find(self, text: str, form: Form) -> tuple[Finding, ...]:
        """Return what the rules find in a text, in order, none of it twice."""
        masked, taken = self._masked(text), list[Finding]()
        for rule in RULES:
            if form in rule.forms:
                taken += (one for one in _found(rule, masked, text) if not any(_meet(one, other) for other in taken))
        return tuple(sorted(taken, key=lambda one: (one.start, one.end)))

    def mended(self, text: str, form: Form) -> str:
        """Return a text with all that is safe to mend mended; no numeral of it changes, or nothing does."""
        new = text
        for _round in range(ROUNDS):
            last, new = new, _applied(new, [one for one in self.find(new, form) if one.rule.safe])
            if new == last:
                break
        return new if _DIGITS.findall(new) == _DIGITS.findall(text) else text

    def _masked(self, text: str) -> str:
        return self._own.sub(lambda found: (HELD if _HAN.search(found[0]) else LATIN) * len(found[0]), text)


def _found(rule: Rule, masked: str, text: str) -> Iterator[Finding]:
    for found in rule.words.finditer(masked):
        start, end = found.span()
        instead = rule.cure(found) if rule.cure else None
        if instead is not None and (HELD in instead or LATIN in instead):
            instead = _unmasked(instead, found[0], text[start:end])
        if instead != text[start:end]:
            yield Finding(rule, start, end, text[start:end], instead)


def _unmasked(instead: str, masked: str, own: str) -> str:
    """Put the author's own characters back: a cure keeps them in order."""
    kept = iter([char for char, mask in zip(own, masked, strict=True) if mask in (HELD, LATIN)])
    return "".join(next(kept) if char in (HELD, LATIN) else char for char in instead)


def _meet(one: Finding, other: Finding) -> bool:
    return (one.start < other.end and other.start < one.end) or one.start == other.start


def _applied(text: str, found: Iterable[Finding]) -> str:
    out, at = "", 0
    for one in found:
        if one.instead is not None:
            out += text[at : one.start] + one.instead
            at = one.end
    return out + text[at:]
