"""A verb that the author typed before a change that brings its own: 同比增长【善款:同比】 would print 同比增长增长12.3%."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.content.model import Reference, Words
from generator.diagnostics import said
from generator.document import yearly
from generator.document.claims.case import Contradiction
from generator.document.claims.rules import DOWN, UP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.content.model import Phrase

_VERB = re.compile(f"(?P<said>(?:{UP}|{DOWN}|持平)了?(?:约|近|超)?)$")


def doubled_verbs(phrase: Phrase) -> Iterator[Contradiction]:
    """Yield an error for each verb right before a reference whose form chooses the verb by the values."""
    for before, node in pairwise(phrase.nodes):
        if isinstance(node, Reference) and node.form in yearly.FORMS and isinstance(before, Words):
            found = _VERB.search(before.text)
            if found:
                says = said("doubled-verb.change", words=found["said"], reference=f"【{node.name}:{node.form}】")
                yield Contradiction(says, (said("doubled-verb.delete", words=found["said"]),), node.span, grave=True)
