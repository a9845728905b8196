"""Marks of Markdown, HTML and other hands that would be printed as they stand. A text in; slips out, at their places.

What is set: `**emphasis**`, `## headings`, `- items`, `> quotes`, CO~2~, m^2^ and 【references】.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.content.slip import Slip, shortened
from generator.diagnostics import said

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_MOST = 200
"""Characters that one mark may hold: more were two marks by chance."""
_MARK = re.compile(
    rf"(?P<link>!?\[[^\[\]\n]{{0,{_MOST}}}\]\([^()\n]{{0,{_MOST}}}\))"
    rf"|(?P<code>`{{1,3}}+[^`]{{1,{_MOST}}}`{{1,3}}+)"
    rf"|(?P<deleted>~~[^~\n]{{1,{_MOST}}}~~)"
    rf"|(?P<single>(?<![\\*])\*(?![*\s])[^*\n]{{1,{_MOST}}}(?<![\s\\])\*(?!\*))"
    rf"|(?P<under>(?<![A-Za-z0-9_])(?:__[^_\n]{{1,{_MOST}}}__|_[^_\s][^_\n]{{0,{_MOST}}}_)(?![A-Za-z0-9_]))"
    rf"|(?P<html><!--|<(?P<tag>[A-Za-z][A-Za-z0-9]{{0,9}})\b[^<>\n]{{0,{_MOST}}}>(?:[^<>\n]{{0,{_MOST}}}</(?P=tag)>)?"
    r"|</[A-Za-z][A-Za-z0-9]{0,9}>|&(?:[a-z]{2,6}|\#[0-9]{1,5});)"
    r"|(?P<table>^[ \t]*\|[^\n]*\|[ \t]*$)|(?P<rule>^[ \t]*(?:-{3,}|\*{3,}|_{3,}|={3,})[ \t]*$)",
    re.MULTILINE,
)
_GLUED = re.compile(r"^ *(?P<mark>#{2,}|[-*+])(?P<text>[\u4e00-\u9fff“《【][^\n]{0,9})", re.MULTILINE)
_BRACKETED = re.compile(r"[\[「『〔〖［(](?P<name>[^\[\]「」『』〔〕〖〗［］()\n]{1,60})[\]」』〕〗］)]")


def stray_marks(text: str, names: Collection[str]) -> Iterator[Slip]:
    """Yield the marks of a text that would be printed raw; `names` are those of the report's figures."""
    last = 0
    for found in _MARK.finditer(text):
        kind = found.lastgroup if found.lastgroup != "tag" else "html"
        assert kind is not None, "every branch of the pattern has a name"
        mark = shortened(found[0].strip("` \t"))
        yield from _bracketed(text, last, found.start(), names)
        yield Slip(said(f"stray-mark.{kind}", mark=mark), said(f"stray-mark.mend-{kind}"), found.start())
        last = found.end()
    yield from _bracketed(text, last, len(text), names)


def _bracketed(text: str, start: int, end: int, names: Collection[str]) -> Iterator[Slip]:
    """Find a figure's name in other brackets than those of a reference."""
    for found in _BRACKETED.finditer(text, start, end):
        if re.split("[@＠:：]", found["name"])[0].strip() in names:
            cure = said("hint.did-you-mean", cure=f"【{found['name']}】")
            yield Slip(said("bracketed-name.printed", name=found[0]), cure, found.start(), grave=False)


def glued_marks(text: str) -> Iterator[Slip]:
    """Yield the marks of blocks that are none because they are glued to their text (##标题, -项目)."""
    for found in _GLUED.finditer(text):
        mark = found["mark"]
        cure = said("hint.write", cure=f"{mark} {found['text']}")
        yield Slip(said("stray-mark.no-space", mark=mark), cure, found.start("mark"))
