"""What a print buyer asks of a file, rule by rule, as data: each with its clause and what judges by it.

In: the path of a PDF. Out: the audit. Clauses: PDF/X-4 (ISO 15930-7), PDF (ISO 32000-1), offset (ISO 12647-2), ICC.1, and the Ghent
Workgroup's specification GWG2015; where none is named, it is the custom of the trade.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.inspection.audit.model import NOTHING_WANTED, Audit, Wanted
from generator.inspection.audit.press import binding, boxes, fields, fine, fonts, inks, live, standard
from generator.inspection.audit.press.judging import Rule, finding
from generator.inspection.audit.press.reading import opened

if TYPE_CHECKING:
    from pathlib import Path

PRESS = "press"

RULES = (
    Rule("trim", "ISO 15930-7, 32000-1 14.11.2", boxes.nested),
    Rule("size", "GWG2015 4.4", boxes.one_size),
    Rule("pages", "", binding.in_fours),
    Rule("bleed", "ISO 32000-1 14.11.2", boxes.bleed),
    Rule("bleed-fields", "", fields.to_the_edge),
    Rule("marks", "ISO 15930-7, GWG2015 4.21", fields.marks),
    Rule("safe-zone", "", fields.safe),
    Rule("plates", "ISO 32000-1 8.6.4.4", inks.process),
    Rule("spot-colours", "GWG2015 4.18", inks.spots),
    Rule("picture-colours", "ISO 32000-1 8.9.5", fine.picture_colours),
    Rule("black-text", "GWG2015 4.10, 4.11, 4.15", inks.black_text),
    Rule("black-lines", "GWG2015 4.12, 4.13", inks.black_lines),
    Rule("white", "GWG2015 4.8, 4.9", inks.white),
    Rule("total-ink", "ISO 12647-2, GWG2015 4.22", inks.total),
    Rule("hairlines", "GWG2015 4.17", fine.hairlines),
    Rule("tints", "ISO 12647-2", fine.tints),
    Rule("small-type", "GWG2015 4.16", fine.small_type),
    Rule("resolution", "GWG2015", fine.resolution),
    Rule("fonts", "ISO 15930-7, 32000-1 9.9", fonts.embedded),
    Rule("subsets", "ISO 32000-1 9.6.4", fonts.subset),
    Rule("transparency", "ISO 32000-1 11", live.transparency),
    Rule("device", "ISO 15930-7, 32000-1 10.4", live.device),
    Rule("encryption", "ISO 15930-7, 32000-1 7.6", live.locked),
    Rule("annotations", "ISO 15930-7, 32000-1 12.5", live.overlaid),
    Rule("scripts", "ISO 15930-7, 32000-1 12.6", live.scripts),
    Rule("attachments", "ISO 32000-1 7.11.4", live.attachments),
    Rule("version", "ISO 15930-7", standard.version),
    Rule("condition", "ISO 15930-7, 32000-1 14.11.5", standard.intent),
    Rule("profile", "ISO 15930-7, ICC.1 7.2", standard.profile),
    Rule("trapped", "ISO 15930-7, 32000-1 14.11.6", standard.trapped),
    Rule("identity", "ISO 15930-7, ISO 16684-1", standard.identified),
    Rule("ids", "ISO 15930-7, 32000-1 14.4", standard.ids),
)
"""In the order in which a print shop looks: the sheet, its colours, what is fine, what is carried along, what the file says of itself."""


def audit(path: Path, wanted: Wanted = NOTHING_WANTED) -> Audit:
    """Judge a print file by the rules of the trade and by what was wanted of it.

    Raises UnreadableError, or one of DAMAGE for a file that cannot be judged.
    """
    with opened(path, wanted) as file:
        return Audit(PRESS, path.name, tuple(finding(rule, file) for rule in RULES))
