"""The syntax of content streams: instructions, each an operator with its operands (ISO 32000-1, 7.2, 7.3 and 7.8.2).

In: the bytes of a stream. Out: operators in their order, numbers as floats, names with their slash, strings as bytes, arrays as lists,
dictionaries as pikepdf has them. An inline image is one instruction, `BI`. Most instructions hold nothing but numbers, and are taken whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_NUMBERS_AND_OPERATOR = re.compile(rb"[\t\n\f\r ]*((?:[-+.\d]+[\t\n\f\r ]+)*)([A-Za-z'\"][A-Za-z\d*]*)(?=[\0\t\n\f\r /\[(<%]|$)")
_GLYPHS = re.compile(rb"\[((?:[\t\n\f\r ]*(?:<[\dA-Fa-f]*>|[-+.\d]+))*)[\t\n\f\r ]*\]")
"""An array of hexadecimal strings and numbers, as text is shown with."""
_GLYPH_OR_NUMBER = re.compile(rb"<([\dA-Fa-f]*)>|([-+.\d]+)")
_OPERAND = re.compile(
    rb"[\0\t\n\f\r ]*(?:(?P<comment>%[^\n\r]*)|(?P<name>/[^\0\t\n\f\r ()<>\[\]{}/%]*)|(?P<number>[-+.\d]+)|(?P<dictionary><<)"
    rb"|(?P<digits><[\dA-Fa-f\0\t\n\f\r ]*>)|(?P<string>\()|(?P<array>\[)|(?P<end>\])|(?P<word>[A-Za-z'\"][A-Za-z\d*]*)"
    rb"|(?P<stray>[^\0\t\n\f\r ]))"
)
_IN_STRING = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|.))|([()])|(\r\n?)|([^\\()\r]+)", re.DOTALL)
_IN_DICTIONARY = re.compile(rb"<<|>>|\(|<[^<>]*>|%[^\n\r]*|[^<>(%]+|.", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_NAMED = re.compile(rb"#([\dA-Fa-f]{2})")
_IMAGE = re.compile(rb"[\0\t\n\f\r ]ID[\0\t\n\f\r ].*?[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)", re.DOTALL)

CONSTANTS = {b"true": True, b"false": False, b"null": None}
SPACE = b"\0\t\n\f\r "
BYTE = 256

Read: TypeAlias = tuple[int, list[Any]]
"""Where an operand ends, and it in a list."""

_END = object()
"""What ends an array."""


def instructions(data: bytes) -> Iterator[tuple[bytes, list[Any]]]:
    """Yield each operator with its operands. Raises ValueError or pikepdf.PdfError where an operand is none."""
    at, operands = 0, list[Any]()
    whole = _NUMBERS_AND_OPERATOR.match
    while True:
        if (found := whole(data, at)) and found[2] not in CONSTANTS:
            at, operator = found.end(), found[2]
            if found[1]:
                operands += map(float, found[1].split())
            if operator == b"BI":
                image = _IMAGE.search(data, at)
                at = image.end() if image else len(data)
            yield operator, operands
            operands = []
            continue
        following = _operand(data, at)
        if following is None:
            return
        at, read = following
        operands += [one for one in read if one is not _END]


def _operand(data: bytes, at: int) -> Read | None:
    """Return where an operand ends, and it in a list, which is empty for what is none; None at the end of the data."""
    found = _OPERAND.match(data, at)
    if found is None:
        return None
    read = _READ.get(found.lastgroup or "")
    return read(data, found.end(), found[0].lstrip(SPACE)) if read else (found.end(), [])


def _name(_data: bytes, at: int, text: bytes) -> Read:
    if b"#" in text:
        text = _NAMED.sub(lambda code: bytes([int(code[1], 16)]), text)
    return at, [text.decode("utf-8", "replace")]


def _number(_data: bytes, at: int, text: bytes) -> Read:
    return at, [float(text)]


def _word(_data: bytes, at: int, text: bytes) -> Read:
    return at, [CONSTANTS[text]] if text in CONSTANTS else []


def _end(_data: bytes, at: int, _text: bytes) -> Read:
    return at, [_END]


def _digits(_data: bytes, at: int, text: bytes) -> Read:
    return at, [_from_digits(text[1:-1])]


def _from_digits(text: bytes) -> bytes:
    digits = b"".join(text.replace(b"\0", b" ").split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _array(data: bytes, at: int, _text: bytes) -> Read:
    if found := _GLYPHS.match(data, at - 1):
        pieces = _GLYPH_OR_NUMBER.findall(found[1])
        return found.end(), [[float(number) if number else _from_digits(text) for text, number in pieces]]
    array: list[Any] = []
    while following := _operand(data, at):
        at, read = following
        if read == [_END]:
            break
        array += read
    return at, [array]


def _string(data: bytes, at: int, _text: bytes) -> Read:
    """Return where a string ends that begins before a place, and its bytes (ISO 32000-1, 7.3.4.2)."""
    depth, pieces = 1, list[bytes]()
    for found in _IN_STRING.finditer(data, at):
        at = found.end()
        code, escaped, bracket, line_end, plain = found.groups()
        if bracket:
            depth += 1 if bracket == b"(" else -1
            if not depth:
                break
        if code:
            pieces.append(bytes([int(code, 8) % BYTE]))
        elif escaped is not None:
            pieces.append(_ESCAPED.get(escaped, escaped))
        else:
            pieces.append(b"\n" if line_end else bracket or plain)
    return at, [b"".join(pieces)]


def _dictionary(data: bytes, at: int, text: bytes) -> Read:
    start, depth = at - len(text), 1
    while depth and (found := _IN_DICTIONARY.match(data, at)):
        at = found.end()
        if found[0] == b"(":
            at, _ = _string(data, at, b"")
        depth += {b"<<": 1, b">>": -1}.get(found[0], 0)
    return at, [pikepdf.Object.parse(data[start:at])]


_READ: Mapping[str, Callable[[bytes, int, bytes], Read]] = {
    "name": _name, "number": _number, "word": _word, "digits": _digits, "string": _string, "array": _array,
    "dictionary": _dictionary, "end": _end,
}  # fmt: skip
