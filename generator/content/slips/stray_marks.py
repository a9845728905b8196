"""Marks of Markdown, HTML and other hands that would be printed as they stand. A text in; slips out, at their places.

What is set is in `markup` and `inline`: blocks, tables, pictures, emphasis, CO~2~, m^2^, links, notes and 【references】.
"""

import re
from collections.abc import Collection, Iterator

from generator.content.addresses import refused
from generator.content.slip import Slip, shortened
from generator.diagnostics import said

_MOST = 200
"""Characters that one mark may hold: more were two marks by chance."""
ADDRESS = r"(?:[^()\n]|\([^()\n]{0,200}\)){0,500}"
"""The address of a link, in brackets of which one pair may stand inside."""
_MARK = re.compile(
    rf"(?P<picture>!\[[^\[\]\n]{{0,{_MOST}}}\](?:\([^()\n]{{0,{_MOST}}}\)|\[[^\[\]\n]{{0,{_MOST}}}\])"
    rf"|!\[\[[^\[\]\n]{{1,{_MOST}}}\]\]|<(?:img|picture|figure|image)\b[^<>\n]{{0,{_MOST}}}>)"
    rf"|(?P<link>\[[^\[\]\n]{{0,{_MOST}}}\]\((?P<address>{ADDRESS})\))"
    rf"|(?P<named>\[[^\[\]\n]{{1,{_MOST}}}\]\[[^\[\]\n]{{0,{_MOST}}}\]|^ {{0,3}}\[[^\[\]^\n]{{1,{_MOST}}}\]:[ \t]*\S[^\n]*$)"
    rf"|(?P<bare><(?:https?://|mailto:)[^<>\s]{{1,{_MOST}}}>)"
    rf"|(?P<code>`{{1,3}}+[^`]{{1,{_MOST}}}`{{1,3}}+|^[ \t]*(?:```|~~~)[^\n]*$)"
    rf"|(?P<deleted>~~[^~\n]{{1,{_MOST}}}~~)"
    rf"|(?P<single>(?<![\\*])\*(?![*\s])[^*\n]{{1,{_MOST}}}(?<![\s\\])\*(?!\*))"
    rf"|(?P<under>(?<![A-Za-z0-9_])(?:__[^_\n]{{1,{_MOST}}}__|_[^_\s][^_\n]{{0,{_MOST}}}_)(?![A-Za-z0-9_]))"
    rf"|(?P<html><!--|<(?P<tag>[A-Za-z][A-Za-z0-9]{{0,9}})\b[^<>\n]{{0,{_MOST}}}>(?:[^<>\n]{{0,{_MOST}}}</(?P=tag)>)?"
    r"|</[A-Za-z][A-Za-z0-9]{0,9}>|&(?:[a-z]{2,6}|\#[0-9]{1,5});)"
    r"|(?P<table>^[ \t]*\|[^\n]*\|[ \t]*$)|(?P<rule>^[ \t]*(?:-{3,}|\*{3,}|_{3,}|={3,})[ \t]*$)",
    re.MULTILINE,
)
_BLOCK = re.compile(r"^[ \t]*(?P<mark>#{1,6}|[-*+>]|```|~~~)(?=[ \t\w]|$)", re.MULTILINE)
_FENCES = ("```", "~~~")
_READ_IN_PROSE = re.compile(rf"【[^【】\n]{{1,{_MOST}}}】")
_STRONG = re.compile(rf"\*\*[^*\n]{{1,{_MOST}}}\*\*")
_GLUED = re.compile(r"^ *(?P<mark>#{2,}|[-*+])(?P<text>[\u4e00-\u9fff“《【][^\n]{0,9})", re.MULTILINE)
_NEAR = {
    "[": "]", "［": "］", "{": "}", "｛": "｝", "「": "」", "『": "』", "〔": "〕", "〖": "〗", "<": ">", "＜": "＞", "〈": "〉", "(": ")",
}  # fmt: skip
"""Brackets that are taken for those of a reference."""
OPENING = "".join(_NEAR)
_OFTEN_MEANT = "("
"""What may well stand round a name for its own sake."""
_MARKS = re.escape("".join(mark for pair in _NEAR.items() for mark in pair))
_BRACKETED = re.compile(
    rf"(?<!\\)\$?(?P<open>[{re.escape(OPENING)}])(?P=open)?(?P<name>[^{_MARKS}\n]{{1,60}})"
    rf"(?P<close>[{re.escape(''.join(_NEAR.values()))}])(?P=close)?"
)


def stray_marks(text: str, names: Collection[str]) -> Iterator[Slip]:
    """Yield the marks of a text that would be printed raw; `names` are those of the report's figures."""
    last = 0
    for found in _MARK.finditer(text):
        kind = next(name for name, group in found.groupdict().items() if group is not None)
        mark = shortened(found[0].strip("` \t\n").partition("\n")[0])
        yield from _bracketed(text, last, found.start(), names)
        if kind == "html" and found["tag"] in names:
            yield from _bracketed(text, found.start(), found.end(), names)
            last = found.end()
            continue
        if kind == "link":
            yield from _link(found)
        else:
            says = said(f"stray-mark.{kind}", mark=mark) if mark else said("stray-mark.fence")
            yield Slip(says, said(f"stray-mark.mend-{kind}"), found.start())
        last = found.end()
    yield from _bracketed(text, last, len(text), names)


def _link(found: re.Match[str]) -> Iterator[Slip]:
    """Yield what is wrong with a link: where it leads to, or that nothing stands in it."""
    words = found["link"][1 : found.start("address") - found.start() - 2]
    if not words.strip():
        yield Slip(said("bad-link.no-words"), said("bad-link.write-words"), found.start())
    if slip := refused(found["address"]):
        yield Slip(*slip, found.start("address"))


def _bracketed(text: str, start: int, end: int, names: Collection[str]) -> Iterator[Slip]:
    """Find a figure's name in other brackets than those of a reference; behind a backslash they are meant."""
    for found in _BRACKETED.finditer(text, start, end):
        mark, name = found["open"], found["name"]
        if _NEAR[mark] == found["close"] and re.split("[@＠:：]", name)[0].strip() in names:
            cure, meant = said("hint.write", cure=f"【{name.strip()}】"), said("bracketed-name.escape", mark=mark)
            yield Slip(
                said("bracketed-name.printed", name=found[0]),
                cure,
                found.start(),
                grave=mark not in _OFTEN_MEANT,
                otherwise=meant,
            )


def glued_marks(text: str) -> Iterator[Slip]:
    """Yield the marks of blocks that are none because they are glued to their text (##标题, -项目)."""
    for found in _GLUED.finditer(text):
        mark = found["mark"]
        cure = said("hint.write", cure=f"{mark} {found['text']}")
        yield Slip(said("stray-mark.no-space", mark=mark), cure, found.start("mark"))


def block_marks(text: str) -> Iterator[Slip]:
    """Yield the first mark of a list, a heading, a quote or of code in a text that is one line."""
    if found := _BLOCK.search(text):
        says = said("one-line.code") if found["mark"] in _FENCES else said("one-line.block", mark=found["mark"])
        yield Slip(says, said("one-line.words"), found.start("mark"))


def plain_line(text: str, names: Collection[str], *, marked: bool = False) -> Iterator[Slip]:
    """Yield what is not read in a short text beside the prose: blocks, lines, marks. A `marked` one may have emphasis (a definition)."""
    if found := next(block_marks(text), None):
        yield found
    elif "\n" in (bare := text.rstrip()):
        yield Slip(said("one-line.several"), said("one-line.join"), bare.index("\n"))
    elif raw := _READ_IN_PROSE.search(text) or (None if marked else _STRONG.search(text)):
        yield Slip(said("one-line.mark", mark=shortened(raw[0])), said("one-line.words"), raw.start())
    else:
        yield from stray_marks(text, names)
