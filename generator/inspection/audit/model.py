"""What an audit finds: rule by rule, whether a file is as a press or a reader needs it.

In: nothing. Out: the value that `check --press` and `check --access` tell as text, as JSON and as a page to hand on.
"""

from dataclasses import dataclass
from enum import Enum

from generator.diagnostics import Words


class Verdict(Enum):
    """What became of a rule: kept, kept with a warning, broken, or asked of nothing that is in this file."""

    KEPT = "kept"
    WARNED = "warned"
    BROKEN = "broken"
    IDLE = "idle"


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule with what was found: `rule` names it in the catalogs, `clause` says where it is written.

    `found` is what was measured, in words; `pages` are those concerned, from 1, none where the whole file is.
    """

    rule: str
    clause: str
    verdict: Verdict
    found: Words
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Audit:
    """All findings about one file, in the order of the rules; `subject` is `press` or `access`."""

    subject: str
    file: str
    findings: tuple[Finding, ...]

    @property
    def broken(self) -> tuple[Finding, ...]:
        """The rules that are not kept."""
        return tuple(one for one in self.findings if one.verdict is Verdict.BROKEN)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a print file is to be beside what every one is, in millimetres: its trim where one is asked for, its bleed.

    `spine` is the edge at which its first page is bound: left or right.
    """

    trim: tuple[float, float] | None = None
    bleed: float = 3.0
    spine: str = "left"


NOTHING_WANTED = Wanted()
"""Any trim, 3 mm of bleed, bound at the left as books of horizontal lines are."""
