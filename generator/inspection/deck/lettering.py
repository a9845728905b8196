"""The look of text in full: every property of a run and of a paragraph that a viewer sees, inherited ones too.

In: paragraphs with the list styles behind them. Out: runs and facts of a statement (ECMA-376 Part 1, 21.1.2.2 and 21.1.2.3). A
property at its usual value is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.inspection.colour import SIGNS, hexed, is_faint
from generator.inspection.deck.text import COUNTED
from generator.inspection.deck.theme import Theme, defaults, look
from generator.inspection.package import NS, RELATIONSHIP_ID, attribute, spelt
from generator.statement.model import Facts, Run, Value, facts, merged

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence
    from xml.etree import ElementTree as ET

    from generator.inspection.colour import RGB

_A = f"{{{NS['a']}}}"
_RUN, _FIELD, _BREAK = _A + "r", _A + "fld", _A + "br"
_NOTHING = frozenset({"", "0", "false", "none", "noStrike"})
_FELT = 30
"""Hundredths of a point: letters set closer or wider by less look the same."""
_CROWDED = 0.6
"""A line pitch below this share of the letters' size sets lines on one another."""
_WHOLE, _SINGLE = 100_000, 1.2
"""A hundred per cent in thousandths, and what a line takes at that, in sizes."""
_RAISED = 5_000
"""Thousandths of a per cent: a baseline shifted by less looks the same."""


class Eye(NamedTuple):
    """What a slide's text is read with: its theme, the slide's number, where its links lead, and the looks read so far."""

    theme: Theme
    number: int
    links: Mapping[str, str]
    looks: dict[Hashable, Facts]


def lettered(paragraph: ET.Element, chain: list[ET.Element], eye: Eye) -> tuple[Run, ...]:
    """Return the runs of a paragraph."""
    return merged(_runs(paragraph, chain, eye))


def _runs(paragraph: ET.Element, chain: list[ET.Element], eye: Eye) -> Iterator[Run]:
    behind = tuple(chain)  # themselves, not their ids: a key that holds them keeps another from taking their place
    for one in paragraph:
        if one.tag == _BREAK:
            yield Run("\n")
        elif one.tag in {_RUN, _FIELD}:
            words = one.findtext(_A + "t", "")
            if one.tag == _FIELD and one.get("type") == "slidenum" and words in COUNTED:
                words = str(eye.number)
            own = one.find(_A + "rPr")
            key = (behind, id(eye.theme), _written(own))
            if key not in eye.looks:
                eye.looks[key] = run_facts(own, chain, eye)
            yield Run(words, eye.looks[key])


def _written(own: ET.Element | None) -> Hashable:
    """Return all that properties say, as one value: most runs of a deck say the same."""
    return () if own is None else tuple((one.tag, *one.items()) for one in own.iter())


def run_facts(own: ET.Element | None, chain: Sequence[ET.Element], eye: Eye) -> Facts:
    """Return the look of a run."""
    shown, theme = look(own, chain, eye.theme), eye.theme
    elements = [one for one in (own, *chain) if one is not None]
    colour = hexed(shown.colour) if shown.colour else None
    return facts(
        face=shown.latin, asian=shown.asian if shown.asian != shown.latin else None, size=shown.size,
        bold=1 if shown.bold else None, colour=colour, unseen=None if colour else 1,
        signs=1 if SIGNS & {shown.latin, shown.asian} else None,
        **_marks(elements), **_extras(own, eye.links, shown.colour, theme),
    )  # fmt: skip


def _marks(elements: Sequence[ET.Element]) -> dict[str, Value | None]:
    """Return what is done to letters beside size, weight and colour."""
    told: dict[str, Value | None] = {}
    for name, key in (("slanted", "i"), ("underlined", "u"), ("struck", "strike"), ("capitals", "cap")):
        value = _nearest(elements, key)
        told[name] = None if value in _NOTHING else value
    shift, spread = int(_nearest(elements, "baseline") or 0), int(_nearest(elements, "spc") or 0)
    told["shift"] = None if abs(shift) < _RAISED else "super" if shift > 0 else "sub"
    told["spread"] = spread / 100 if abs(spread) >= _FELT else None
    return told


def _nearest(elements: Sequence[ET.Element], key: str) -> str:
    return next((value for one in elements if (value := one.get(key)) is not None), "")


def _extras(own: ET.Element | None, links: Mapping[str, str], ink: RGB | None, theme: Theme) -> dict[str, Value | None]:
    """Return what only a run itself has: a marker's colour, an outline, effects, a link."""
    if own is None or not len(own):
        return {}
    marker, line, effects = own.find(_A + "highlight"), own.find(_A + "ln"), own.find(_A + "effectLst")
    told: dict[str, Value | None] = {
        "marker": _first_colour(marker) if marker is not None else None,
        "faint": 1 if ink and (behind := theme.colour(marker)) and is_faint(ink, behind) else None,
        "outlined": 1 if line is not None and line.find(_A + "noFill") is None and len(line) else None,
        "effects": 1 if effects is not None and len(effects) else None,
    }
    for name, tag in (("link", "hlinkClick"), ("hover", "hlinkMouseOver")):
        one = own.find(_A + tag)
        told[name] = target(one, links) if one is not None else None
    return told


def target(link: ET.Element, links: Mapping[str, str]) -> str:
    """Return where a link leads: an address, a part, or an action."""
    return links.get(link.get(RELATIONSHIP_ID, ""), "") or link.get("action", "") or "?"


def _first_colour(holder: ET.Element) -> str:
    return next((one.get("val", "") for one in holder.iter() if one.get("val")), "?")


def levels(holders: Sequence[ET.Element | None], level: int) -> list[ET.Element]:
    """Return the properties of a level in each list style, nearest first."""
    tag = f"{_A}lvl{level + 1}pPr"
    return [found for one in holders if one is not None and (found := one.find(tag)) is not None]


def chain_of(paragraph: ET.Element, holders: Sequence[ET.Element | None]) -> list[ET.Element]:
    """Return the default run properties behind a paragraph, nearest first."""
    own = paragraph.find(spelt("a:pPr/a:defRPr"))
    behind = defaults(holders, int(attribute(paragraph, "a:pPr", "lvl", "0")))
    return behind if own is None else [own, *behind]


def paragraph_facts(paragraph: ET.Element, holders: Sequence[ET.Element | None], size: float) -> dict[str, Value | None]:
    """Return how a paragraph is set whose largest letters are so large: alignment, pitch, spaces, indents, bullet."""
    own = paragraph.find(_A + "pPr")
    level = int(own.get("lvl", "0")) if own is not None else 0
    elements = [one for one in (own, *levels(holders, level)) if one is not None]
    align, pitch = _nearest(elements, "algn"), _spacing(elements, "lnSpc")
    margin, hanging = (int(_nearest(elements, key) or 0) / 12_700 for key in ("marL", "indent"))
    return {
        "align": None if align in {"", "l"} else align,
        "pitch": pitch, "crowded": 1 if _is_crowded(pitch, size) else None,
        "before": _spacing(elements, "spcBef"), "after": _spacing(elements, "spcAft"),
        "margin": round(margin, 2) or None, "hanging": round(hanging, 2) or None,
        "bullet": _bullet(elements), "level": level or None, "backwards": 1 if _nearest(elements, "rtl") in {"1", "true"} else None,
    }  # fmt: skip


def _is_crowded(pitch: Value | None, size: float) -> bool:
    """Tell whether lines are set on one another; a share is one of a line that is higher than its letters."""
    if isinstance(pitch, str):
        return float(pitch.removesuffix("%")) / _WHOLE < _CROWDED / _SINGLE
    return isinstance(pitch, float) and pitch < _CROWDED * size


def _spacing(elements: Sequence[ET.Element], tag: str) -> Value | None:
    """Return a pitch or a space in points, one in per cent of the letters as its share; single and none are usual."""
    found = next((one for each in elements if (one := each.find(_A + tag)) is not None), None)
    points = int(attribute(found, "a:spcPts", usual="0")) / 100
    share = attribute(found, "a:spcPct")
    return points or (f"{share}%" if share not in {"", "0", "100000", "100%"} else None)


def _bullet(elements: Sequence[ET.Element]) -> str | None:
    for one in elements:
        for tag in ("buNone", "buChar", "buAutoNum", "buBlip"):
            found = one.find(_A + tag)
            if found is not None:
                first = found.get("startAt", "1")
                return (
                    None if tag == "buNone" else found.get("char") or f"{found.get('type') or tag}{'' if first == '1' else first}"
                )
    return None
