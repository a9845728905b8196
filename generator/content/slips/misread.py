"""What YAML reads as something else without a word: a `#` that begins a comment, a `key:value` in braces that is one word.

A text of the file in, with its place; a slip out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.content.slip import Slip
from generator.diagnostics import said

if TYPE_CHECKING:
    from generator.content.nodes import Scalar

_COMMENT = re.compile(r"[ \t]++#(?=[^\s#!])")
_SPACED_COMMENT = re.compile(r" # *+(?=\S)")
"""A single space before the `#`: two or more are how comments are set off."""
_TEXT_KEY = re.compile(
    r"(?:^|[\s{,])(?:title|subtitle|message|headline|means|text|notes|remark|question|answer|found|decision|because): *+$"
)
"""Before the value of a field that holds a sentence, where a `#` may well be the author's."""
_SHOWN = 24
"""Characters of the author's text quoted in a message."""


def comment(scalar: Scalar) -> Slip | None:
    """Find ` #` with a word right after a plain text: to YAML it is a comment, to the author it was text. `at` is the file's."""
    file = scalar.file
    found = _COMMENT.match(file.text, scalar.end) or (
        _SPACED_COMMENT.match(file.text, scalar.end) if _is_sentence(scalar) else None
    )
    if not found:
        return None
    at = file.text.index("#", found.start())
    lost = file.rest_of_line(at)
    cure = said("swallowed-text.quote", text=_short(scalar.text + " " + lost if scalar.text else lost))
    otherwise = said("swallowed-text.two-spaces") if lost[1:2] == " " else said("swallowed-text.space")
    return Slip(said("swallowed-text.comment", text=_short(lost)), cure, at, grave=False, otherwise=otherwise)


def _is_sentence(scalar: Scalar) -> bool:
    """Tell whether ` # ` after a text may be the author's: in a sentence it may, though two spaces set a comment off."""
    return bool(_TEXT_KEY.search(scalar.file.line_of(scalar.begin)[: scalar.file.column_of(scalar.begin)]))


def glued(key: str) -> Slip | None:
    """Find `{2020年:5425个}`, which YAML takes for a key without a value; `at` is the colon's place in the key."""
    at = next((place for place, char in enumerate(key) if char in ":："), -1)
    if at < 1:
        return None
    why = "full-width-colon.one-word" if key[at] == "：" else "missing-space.one-word"
    cure = said("hint.write", cure=f"{key[:at]}: {key[at + 1 :].strip()}")
    return Slip(said(why, text=_short(key)), cure, at, 1, ": ")


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
