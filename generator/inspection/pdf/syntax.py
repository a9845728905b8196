"""The syntax of content streams: instructions, each an operator with its operands (ISO 32000-1, 7.2, 7.3 and 7.8.2).

In: the bytes of a stream. Out: operators in their order, numbers as floats, names with their slash, strings as bytes, arrays as lists,
dictionaries as such. An inline image is one instruction, `BI`. Most instructions hold nothing but numbers, and are taken whole.
"""

from __future__ import annotations

import re
from binascii import unhexlify
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_NUMBERS_AND_OPERATOR = re.compile(
    rb"[\t\n\f\r ]*(?:(/[^\0\t\n\f\r ()<>\[\]{}/%]*)[\t\n\f\r ]+)?([-+.\d\t\n\f\r ]*)([A-Za-z'\"][A-Za-z\d*]*)"
)
"""A whole instruction that needs no more than a name and numbers."""
_GLYPHS = re.compile(rb"\[([-+.\dA-Fa-f<>\t\n\f\r ]*)\]")
"""An array of hexadecimal strings and numbers, as text is shown with."""
_GLYPH_OR_NUMBER = re.compile(rb"<([\dA-Fa-f]*)>|([-+.\d]+)")
_OPERAND = re.compile(
    rb"[\t\n\f\r ]*(?:(?P<comment>%[^\n\r]*)|(?P<name>/[^\0\t\n\f\r ()<>\[\]{}/%]*)|(?P<number>[-+.\d]+)|(?P<dictionary><<)|(?P<close>>>)"
    rb"|(?P<digits><[\dA-Fa-f\0\t\n\f\r ]*>)|(?P<string>\()|(?P<array>\[)|(?P<end>\])|(?P<word>true|false|null)"
    rb"|(?P<stray>[^\t\n\f\r ]))"
)
_IN_STRING = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|.))|([()])|(\r\n?)|([^\\()\r]+)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_CODED = re.compile(rb"#([\dA-Fa-f]{2})")
_IMAGE = re.compile(rb"[\0\t\n\f\r ]ID[\0\t\n\f\r ].*?[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)", re.DOTALL)

_ENCODINGS = {b"\xfe\xff": "utf-16-be", b"\xef\xbb\xbf": "utf-8"}
CONSTANTS = {b"true": True, b"false": False, b"null": None}
SPACE = b"\0\t\n\f\r "
BYTE = 256

Read: TypeAlias = tuple[int, list[Any]]
"""Where an operand ends, and it in a list."""

_ENDS = {b"]": object(), b">>": object()}
"""What ends an array or a dictionary."""


def text_of(string: Any) -> str:  # noqa: ANN401 - bytes, or pikepdf's string
    """Return a text string as text (ISO 32000-1, 7.9.2.2)."""
    if not isinstance(string, bytes):
        return str(string)
    for mark, encoding in _ENCODINGS.items():
        if string.startswith(mark):
            return string[len(mark) :].decode(encoding, "replace")
    return string.decode("pdfdoc", "replace")


def instructions(data: bytes) -> Iterator[tuple[bytes, list[Any]]]:
    """Yield each operator with its operands. Raises ValueError where an operand is none."""
    at, operands = 0, list[Any]()
    whole = _NUMBERS_AND_OPERATOR.match
    while True:
        if (found := whole(data, at)) and found[3] not in CONSTANTS:
            name, numbers, operator = found.groups()
            at = found.end()
            if name:
                operands.append(_named(name))
            operands += map(float, numbers.split())
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
        operands += read


def _operand(data: bytes, at: int) -> Read | None:
    """Return where an operand ends, and it in a list, which is empty for what is none; None at the end of the data."""
    found = _OPERAND.match(data, at)
    if found is None:
        return None
    read = _READ.get(found.lastgroup or "")
    return read(data, found.end(), found[0].lstrip(SPACE)) if read else (found.end(), [])


def _name(_data: bytes, at: int, text: bytes) -> Read:
    return at, [_named(text)]


def _named(text: bytes) -> str:
    if b"#" in text:
        text = _CODED.sub(lambda code: bytes([int(code[1], 16)]), text)
    return text.decode("utf-8", "replace")


def _number(_data: bytes, at: int, text: bytes) -> Read:
    return at, [float(text)]


def _word(_data: bytes, at: int, text: bytes) -> Read:
    return at, [CONSTANTS[text]]


def _end(_data: bytes, at: int, text: bytes) -> Read:
    return at, [_ENDS[text]]


def _digits(_data: bytes, at: int, text: bytes) -> Read:
    return at, [_from_digits(text[1:-1])]


def _from_digits(text: bytes) -> bytes:
    if not text.isalnum():
        text = b"".join(text.replace(b"\0", b" ").split())
    return unhexlify(text + b"0" * (len(text) % 2))


def _array(data: bytes, at: int, _text: bytes) -> Read:
    if found := _GLYPHS.match(data, at - 1):
        pieces = _GLYPH_OR_NUMBER.findall(found[1])
        return found.end(), [[float(number) if number else _from_digits(text) for text, number in pieces]]
    end, array = _until(b"]", data, at)
    return end, [array]


def _dictionary(data: bytes, at: int, _text: bytes) -> Read:
    end, items = _until(b">>", data, at)
    return end, [{key: value for key, value in zip(items[::2], items[1::2], strict=False) if isinstance(key, str)}]


def _until(mark: bytes, data: bytes, at: int) -> Read:
    found: list[Any] = []
    while following := _operand(data, at):
        at, read = following
        if read and read[0] is _ENDS[mark]:
            break
        found += read
    return at, found


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


_READ: Mapping[str, Callable[[bytes, int, bytes], Read]] = {
    "name": _name, "number": _number, "word": _word, "digits": _digits, "string": _string, "array": _array,
    "dictionary": _dictionary, "end": _end, "close": _end,
}  # fmt: skip
