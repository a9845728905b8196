"""A content read by the rules of style: what they find in its words, at its line, and the edits that would mend what is safe.

What a build tells of a content (typed numbers, odd characters, claims, units) is told with it, and found nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.content.reader import read_with_nodes
from generator.diagnostics import BuildError, Diagnostic, Exit, Severity, by_line, said
from generator.document.resolve import resolve
from generator.edition import rewriting
from generator.edition.edits import apply
from generator.edition.lint.finding import Critic
from generator.edition.lint.synonyms import synonyms
from generator.edition.lint.values import values
from generator.edition.places import characters
from generator.edition.rewriting import Rewrite
from generator.edition.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.content.model import Report
    from generator.content.reader import Opened
    from generator.edition.lint.finding import Finding
    from generator.edition.texts import Text

AROUND = 4
"""Characters on either side by which a place is told."""


@dataclass(frozen=True, slots=True)
class Criticism:
    """What is told of a content, and its characters as they are and as they would be mended; `safe` counts what would be."""

    told: tuple[Diagnostic, ...]
    old: str
    new: str
    safe: int

    @property
    def has_errors(self) -> bool:
        """Whether a build would refuse the content."""
        return any(one.severity is Severity.ERROR for one in self.told)


def criticism(content: Path) -> Criticism:
    """Return what a build and the rules of style have to tell of a content; one with errors is mended by its author first.

    Raises BuildError (Exit.CONTENT) where nothing can be made of the file.
    """
    read = read_with_nodes(content)
    if read.value is None:
        raise BuildError(Exit.CONTENT, read.diagnostics)
    opened, own = read.value, characters(content)
    errors = any(one.severity is Severity.ERROR for one in read.diagnostics)
    resolved = resolve(opened.report, whole=not errors, draft=True)
    critic = Critic(one.words for one in (*opened.report.names, *opened.report.exempt))
    found = [(text, one) for text in texts(opened.root) for one in critic.find(text.scalar.text, text.form)]
    style = (_diagnostic(text, one) for text, one in found)
    told = by_line((*read.diagnostics, *resolved.diagnostics, *style, *synonyms(opened.report), *values(opened.report)))
    made = Criticism(told, own, own, sum(one.rule.safe for _text, one in found))
    return made if made.has_errors else Criticism(told, own, _mended(opened, own, critic), made.safe)


def _mended(opened: Opened, own: str, critic: Critic) -> str:
    wanted = tuple(_rewrites(opened, critic))
    made, _left = rewriting.edits(own, opened.root, wanted)
    return apply(own, made)


def _rewrites(opened: Opened, critic: Critic) -> Iterator[Rewrite]:
    for text in texts(opened.root):
        mended = critic.mended(text.scalar.text, text.form)
        if mended != text.scalar.text and not _is_a_name(text, opened.report):
            yield Rewrite(text.path, text.scalar, mended)


def _is_a_name(text: Text, report: Report) -> bool:
    """Tell whether another part of the content may refer to a text by its words: a theme's name is one."""
    return text.path[-1] == "name" and text.scalar.text in {theme.name for theme in report.themes}


def _diagnostic(text: Text, one: Finding) -> Diagnostic:
    own = text.scalar.text
    first, last = max(0, one.start - AROUND, own.rfind("\n", 0, one.start) + 1), one.end + AROUND
    before, after = own[first : one.start], own[one.end : last].partition("\n")[0]
    around = f"{before}{one.found}{after}".replace("\n", "")
    says = said(one.rule.key, around=around, rule=one.rule.number)
    if one.instead is None:
        hint = said(f"style-cure.{one.rule.key.partition('.')[2]}")
    else:
        hint = said("hint.write", cure=f"{before}{one.instead}{after}")
    return Diagnostic(Severity.WARNING, says, text.scalar.passage().span(one.start), hints=(hint,))
