"""Characters that come along when text is copied from a PDF, a web page or an office file. A text in; slips and the text mended out.

What looks like a character and is none would be printed, searched for and never found (Unicode Standard, 18.2 and 23): radicals and
double-width letters are set as the characters that they stand for, and pointed out; what nobody sees, or nobody can know, is refused.
Compatibility ideographs and accents apart from their letters are one character with their like (NFC), and are read as it in silence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from unicodedata import normalize

from generator.content.file_text import FileText, as_file
from generator.content.slip import Slip, tell
from generator.content.slips.block_marks import is_odd_indent
from generator.diagnostics import said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from generator.diagnostics import Sink

_SUPPLEMENT = dict(
    zip(
        "⺁⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳⺎⺝⺩⻑⻗⻫⻭⻯⺒⺓",
        "厂母民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟兀月王長雨斉歯竜巳幺",
        strict=True,
    )
)
"""Radicals that are characters of their own, where Unicode has no decomposition (EquivalentUnifiedIdeograph of the UCD)."""
_UPRIGHT = dict(
    zip(
        "︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄︐︑︒︓︔︕︖﹐﹑﹔﹕﹖﹗﹙﹚",
        "（）｛｝〔〕【】《》〈〉「」『』，、。：；！？，、；：？！（）",
        strict=True,
    )
)
"""Marks in the forms of vertical setting, and small ones."""
_RADICAL = "⺀-⻳⼀-⿕"
_LETTER = "Ａ-Ｚａ-ｚ"
_JOINED = "ﬀ-ﬆ\U0001d400-\U0001d7ff"
_SPACE = r"(?<=[^\s:：\-])[\u00a0\u1680\u2000-\u200a\u202f\u205f](?=\S)"
_PART = "㇀-㇣⿰-⿿"
_LOST = "\ufffc\ufffd"
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010fffd"
_INVISIBLE = {
    "control": "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffb\ufffe\uffff\ud800-\udfff",
    "soft-hyphen": "\u00ad",
    "no-width": "\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0",
    "direction": "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    "variant": "\ufe00-\ufe0f\U000e0001-\U000e01ef",
}
_ODD = re.compile(
    f"(?P<radical>[{_RADICAL}])|(?P<upright>[{''.join(_UPRIGHT)}])|(?P<letter>[{_LETTER}]+)|(?P<joined>[{_JOINED}]+)|(?P<part>[{_PART}])"
    f"|(?P<lost>[{_LOST}])|(?P<private>[{_PRIVATE}])|(?P<space>{_SPACE})|(?P<invisible>[{''.join(_INVISIBLE.values())}])"
)
_CLASSES = {kind: re.compile(f"[{chars}]") for kind, chars in _INVISIBLE.items()}
_NEAR = 3
"""Characters on either side by which a place is found where nothing is seen."""
_MOST = 20
"""Characters told one by one of a line."""


@dataclass(frozen=True, slots=True)
class _Odd:
    """An odd character of a line: its kind, where, and what stands there instead; None where only the author knows."""

    kind: str
    at: int
    text: str
    meant: str | None


def cleaned(file: FileText, sink: Sink) -> FileText:
    """Return a file's text without odd characters, those of a kind told once a line; places stay those of the author's own text."""
    if not _ODD.search(file.text):
        return file
    lines = file.text.split("\n")
    narrowed: dict[int, tuple[int, ...]] = {}
    for row, line in enumerate(lines):
        if found := tuple(_odd(line)):
            if not line.lstrip().startswith("#"):
                _tell(line, found, file, file.starts[row], sink)
            lines[row], narrowed[row + 1] = _mended(line, found)
    return replace(as_file(file.name, "\n".join(lines), file.digest), narrowed=narrowed)


def _odd(line: str) -> Iterator[_Odd]:
    """Yield the odd characters of a line; those of an indent are told with it."""
    start = len(line) - len(line.lstrip()) if is_odd_indent(line) else 0
    for found in _ODD.finditer(line, start):
        kind, text = found.lastgroup or "", found[0]
        meant = _MEANT[kind](text) if kind in _MEANT else None
        known = kind not in ("radical", "part") or meant != text
        yield _Odd(kind if known else "part", found.start(), text, meant if known else None)


_MEANT: dict[str, Callable[[str], str]] = {
    "radical": lambda text: _SUPPLEMENT.get(text) or normalize("NFKC", text),
    "upright": _UPRIGHT.__getitem__,
    "letter": lambda text: normalize("NFKC", text),
    "space": lambda _text: " ",
    "invisible": lambda _text: "",
}


def _mended(line: str, found: Iterable[_Odd]) -> tuple[str, tuple[int, ...]]:
    """Return a line as it was meant, and the columns from which the author's text lies one further right."""
    out, at, gone = "", 0, []
    for one in found:
        if one.meant is not None:
            out += line[at : one.at] + one.meant
            at = one.at + len(one.text)
            gone += [len(out) + 1] * (len(one.text) - len(one.meant))
    return out + line[at:], tuple(gone)


def _tell(line: str, found: Sequence[_Odd], file: FileText, start: int, sink: Sink) -> None:
    """Tell the odd characters of a line, those of one kind together."""
    for kind in dict.fromkeys(one.kind for one in found if one.kind != "space"):
        alike = [one for one in found if one.kind == kind]
        slips = [_unseen(line, one) for one in alike[:_MOST]] if kind == "invisible" else [_seen(kind, alike)]
        for slip in slips:
            tell(slip, file.span(start + slip.at), sink)


def _seen(kind: str, alike: Sequence[_Odd]) -> Slip:
    texts = tuple(dict.fromkeys(one.text for one in alike))
    meant = tuple(dict.fromkeys(one.meant or normalize("NFKC", one.text) for one in alike))
    if kind in ("lost", "private"):
        code = said(f"copied-text.{kind}", characters=tuple(f"U+{ord(one):04X}" for one in texts))
        return Slip(code, said("copied-text.type"), alike[0].at)
    if kind == "part":
        return Slip(said("copied-text.part", characters=texts), said("copied-text.type"), alike[0].at)
    cure = said("copied-text.write", meant=meant)
    return Slip(said(f"copied-text.{kind}", characters=texts, meant=meant), cure, alike[0].at, grave=kind == "joined")


def _unseen(line: str, one: _Odd) -> Slip:
    name = next(kind for kind, pattern in _CLASSES.items() if pattern.match(one.text))
    before, after = line[max(one.at - _NEAR, 0) : one.at], line[one.at + 1 : one.at + 1 + _NEAR]
    words = re.split(r"\W", before)[-1] + re.split(r"\W", after)[0]
    cure = said("odd-character.retype", words=words) if words else said("odd-character.delete")
    says = said("odd-character.invisible", character=f"U+{ord(one.text):04X}", name=said(f"odd-character.{name}"))
    return Slip(says, cure, one.at)
