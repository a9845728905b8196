"""Alterations of how the report's characters look and where they stand: covered, crossed out, moved, shrunk, turned, said otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Any

import pikepdf

from tests.planting.model import ANY, APPEARANCE, NUMBER, REPORT, WORDING, Table, is_plain, shuffled
from tests.planting.paper import MOVE, Paper, Text, row_of
from tests.planting.wording import TURNS, Turn, change

planted = Table(REPORT)

DIGITS = r"\d[\d.]*\d"
FIGURE, WORDS = r"\d[\d.]+|\d+(?=[亿万%个家])", r"[一-龥]{4,}"
WHITE = frozenset({"1 1 1 rg", "0 0 0 0 k", "1 g"})
NUMBER_LINE, WORD_LINE = r"^.*\d.*$", r"^\D{4,}$"


def places(rng: Random, paper: Paper, pattern: str, *, light: bool = True) -> list[tuple[Text, Any]]:
    """Return where a pattern stands, by chance; on a light ground, if that matters."""
    lines = [line for line in paper.lines() if pattern not in (WORDS, WORD_LINE) or is_plain(paper, line.text)]
    found = [(line, match) for line in lines for match in re.finditer(pattern, line.text)]
    return shuffled(rng, [(line, match) for line, match in found if not light or line.ink not in WHITE])


Box = tuple[float, float, float, float]


def painted(pattern: str, what: Callable[[Box, Text], str]) -> Callable[[Random, Any], bool]:
    """Return the alteration that paints something over the page, at a place that follows from the box of some characters."""

    def alter(rng: Random, paper: Paper) -> bool:
        for line, match in places(rng, paper, pattern):
            return line.page.paint(what(line.box(match.start(), match.end()), line))
        return False

    return alter


def block(x: float, y: float, width: float, height: float, ink: str = "1 g") -> str:
    return f"{ink} {x:.3f} {y:.3f} {width:.3f} {height:.3f} re f"


def ring(x: float, y: float, size: float) -> str:
    """Return a narrow drawn 0 of a height."""
    half, right, top = size * 0.25, x + size * 0.5, y + size
    return (
        f"0 G {size * 0.1:.3f} w {x:.3f} {y + size / 2:.3f} m {x:.3f} {top:.3f} {right:.3f} {top:.3f} {right:.3f} {y + size / 2:.3f} c "
        f"{right:.3f} {y:.3f} {x:.3f} {y:.3f} {x:.3f} {y + size / 2:.3f} c {half:g} 0 m S"
    )


PAINTED = (
    ("a number covered", NUMBER, FIGURE, lambda b, _: block(*b), "a rectangle covers a number"),
    ("a digit covered", NUMBER, r"(?<=\d)\d", lambda b, _: block(*b), "a rectangle covers a digit"),
    ("half a number covered", NUMBER, FIGURE, lambda b, _: block(b[0], b[1], b[2], b[3] / 2), "the lower half of a number is covered"),
    ("a unit covered", NUMBER, r"(?<=\d)[亿万家个户人吨%]", lambda b, _: block(*b), "a number's unit is covered"),
    ("words covered", ANY, WORDS, lambda b, _: block(*b), "a rectangle covers words"),
    ("a number crossed out", NUMBER, FIGURE, lambda b, _: block(b[0], b[1] + b[3] * 0.45, b[2], b[3] * 0.06, "0 g"), "a line crosses a number"),
    ("a number struck aslant", NUMBER, FIGURE, lambda b, _: f"0 G 1 w {b[0]:.2f} {b[1]:.2f} m {b[0] + b[2]:.2f} {b[1] + b[3]:.2f} l S", "a stroke crosses a number"),
    ("words crossed out", ANY, WORDS, lambda b, _: block(b[0], b[1] + b[3] * 0.45, b[2], 0.6, "0 g"), "a line crosses words"),
    ("a minus drawn", NUMBER, r"(?<![\d.])\d[\d.]+", lambda b, _: block(b[0] - b[3] * 0.45, b[1] + b[3] * 0.42, b[3] * 0.4, b[3] * 0.08, "0 g"), "a minus is drawn"),
    ("a point drawn", NUMBER, r"(?<=\d)\d", lambda b, _: block(b[0] - b[3] * 0.05, b[1] + b[3] * 0.12, b[3] * 0.1, b[3] * 0.1, "0 g"), "a decimal point is drawn"),
    ("a one drawn", NUMBER, r"(?<![\d.])\d[\d.]+", lambda b, _: block(b[0] - b[3] * 0.25, b[1] + b[3] * 0.12, b[3] * 0.1, b[3] * 0.7, "0 g"), "a 1 is drawn before a number"),
    ("a nought drawn", NUMBER, FIGURE, lambda b, _: ring(b[0] + b[2] + 0.5, b[1] + b[3] * 0.14, b[3] * 0.7), "a 0 is drawn behind a number"),
    ("a number drawn over", NUMBER, r"\d", lambda b, _: f"{block(*b)} {block(b[0] + b[2] * 0.4, b[1] + b[3] * 0.14, b[2] * 0.18, b[3] * 0.7, '0 g')}", "a digit becomes a drawn 1"),
    ("a number underlined", ANY, FIGURE, lambda b, _: block(b[0], b[1] - 0.5, b[2], 0.5, "0 g"), "a line is drawn under a number"),
    ("a blot", APPEARANCE, WORDS, lambda b, _: block(4, b[1], 12, 12, ".7 .2 .2 rg"), "a square is drawn in the margin"),
)  # fmt: skip
"""What is painted over the page."""

for _name, _due, _pattern, _what, _says in PAINTED:
    planted.add(_name, _due, painted(_pattern, _what), _says)


@planted(ANY, "words stand on a tint that is painted over them and lets them through")
def words_on_a_tint(rng: Random, paper: Paper) -> bool:
    for line, match in places(rng, paper, WORDS):
        state = pikepdf.Dictionary(BM=pikepdf.Name.Multiply)
        line.page.page.resources["/ExtGState"] = pikepdf.Dictionary(M=state)
        return line.page.paint(f"/M gs {block(*line.box(match.start(), match.end()), '1 1 .6 rg')}")
    return False


@planted(NUMBER, "a number is put into the margin")
def a_number_put_in(rng: Random, paper: Paper) -> bool:
    return put_in(rng, paper, "88%")


@planted(WORDING, "words are put into the margin")
def words_put_in(rng: Random, paper: Paper) -> bool:
    return put_in(rng, paper, "可能不足")


def put_in(rng: Random, paper: Paper, words: str) -> bool:
    for sheet in shuffled(rng, paper.sheets):
        if glyphs := sheet.glyphs(words, 8, 300, 9):
            return sheet.paint(glyphs)
    return False


@planted(NUMBER, "a scale is put behind a number")
def a_scale_put_behind(rng: Random, paper: Paper) -> bool:
    for line, match in places(rng, paper, r"\d(?=[个家户人吨])"):
        left, low, width, height = line.box(match.start(), match.end())
        if glyphs := line.page.glyphs("万", left + width, low + height * 0.12, height * 0.5):
            return line.page.paint(glyphs)
    return False


def wrapped(before: str, after: str, pattern: str = FIGURE) -> Callable[[Random, Any], bool]:
    """Return the alteration that sets another state for one show of text alone."""

    def alter(rng: Random, paper: Paper) -> bool:
        for line, match in places(rng, paper, pattern):
            show, _, _ = line.marks[match.start()]
            rows = line.page.rows
            rows[show.at] = (
                f"{before.format(most=show.size * 0.6)}\n{rows[show.at]}\n{after.format(ink=line.ink, font=show.font, size=show.size)}"
            )
            line.page.changed = True
            return True
        return False

    return alter


STATES = (
    ("a number in the ground's colour", NUMBER, "1 g", "{ink}", "a number is white on white"),
    ("a number nearly white", NUMBER, ".97 g", "{ink}", "a number is pale"),
    ("a number without ink", NUMBER, "3 Tr", "0 Tr", "a number is not painted"),
    ("a number as a clip", NUMBER, "7 Tr", "0 Tr", "a number is only a clip"),
    ("a number in outline", ANY, "1 Tr .3 w", "0 Tr", "a number is painted in outline"),
    ("a number shrunk", NUMBER, "/F1 1 Tf", "{font} {size:g} Tf", "a number is set at 1 pt"),
    ("digits run together", NUMBER, "-{most:g} Tc", "0 Tc", "digits stand on each other"),
    ("a number spaced", APPEARANCE, "4 Tc", "0 Tc", "digits stand apart"),
    ("a number squeezed", NUMBER, "4 Tz", "100 Tz", "a number is squeezed to a stroke"),
    ("a number widened", APPEARANCE, "125 Tz", "100 Tz", "a number is set wider"),
    ("a number raised", ANY, "3 Ts", "0 Ts", "a number stands a little higher"),
    ("a number of another colour", APPEARANCE, "0 0 .7 rg", "{ink}", "a number turns blue"),
)  # fmt: skip
"""States of text set for some characters."""

for _name, _due, _before, _after, _says in STATES:
    planted.add(_name, _due, wrapped(_before, _after, DIGITS if "Tc" in _before else FIGURE), _says)


@planted(NUMBER, "the last digit of a number becomes an exponent")
def a_digit_raised(rng: Random, paper: Paper) -> bool:
    for line, match in places(rng, paper, r"(?<=\d)\d(?!\d)"):
        show, index, _ = line.marks[match.start()]
        head, digit, tail = (
            row_of(part) for part in (show.items[:index], show.items[index : index + 1], show.items[index + 1 :])
        )
        small, rise = show.size * 0.6, show.size * 0.4
        line.page.rows[show.at] = (
            f"{head}\n{show.font} {small:g} Tf {rise:g} Ts\n{digit}\n{show.font} {show.size:g} Tf 0 Ts\n{tail}"
        )
        line.page.changed = True
        return True
    return False


def whole(pattern: str, edit: Callable[[Text], None], *, light: bool = True) -> Callable[[Random, Any], bool]:
    """Return the alteration of a whole line of text."""

    def alter(rng: Random, paper: Paper) -> bool:
        for line, _ in places(rng, paper, pattern, light=light):
            if "\n" not in "".join(line.page.rows[line.begin : line.end + 1]):
                edit(line)
                line.page.changed = True
                return True
        return False

    return alter


def first_move(line: Text) -> int:
    return min(line.moves)


def shifted(by_x: float, by_y: float) -> Callable[[Text], None]:
    def edit(line: Text) -> None:
        at = first_move(line)
        match = MOVE.fullmatch(line.page.rows[at])
        assert match
        line.page.rows[at] = f"{float(match[1]) + by_x:.3f} {float(match[2]) + by_y:.3f} Td"

    return edit


def around(before: Callable[[Text], str]) -> Callable[[Text], None]:
    """Return the edit that wraps a line of text into a state of its own."""

    def edit(line: Text) -> None:
        rows = line.page.rows
        show = line.shows[0]
        rows[line.begin] = f"q {before(line)}\n{show.font} {show.size:g} Tf {line.ink}\nBT"
        rows[line.end] = f"ET\nQ\n{last_state(line)}"

    return edit


def last_state(line: Text) -> str:
    show = line.shows[-1]
    return f"{show.font} {show.size:g} Tf {line.ink}"


def turned(line: Text) -> str:
    left, low, width, height = line.box(0, len(line.marks))
    return f"-1 0 0 -1 {2 * left + width:.3f} {2 * low + height:.3f} cm"


def emptied(line: Text) -> None:
    for show in line.shows:
        line.page.rows[show.at] = "[] TJ"
    if line.actual is not None:
        line.speak("")


def copied(line: Text) -> None:
    rows = line.page.rows[line.begin : line.end + 1]
    rows[first_move(line) - line.begin] = f"20 {20:.3f} Td"
    line.page.rows.append("\n".join([f"{line.ink} {line.shows[0].font} {line.shows[0].size:g} Tf", *rows]))


LINES = (
    ("a line upside down", NUMBER, r"^.*[6-9].*$", around(turned), "a line with a number stands on its head"),
    ("a line askew", ANY, NUMBER_LINE, around(lambda line: f"1 .06 -.06 1 {line.shows[0].y * 0.06:.2f} {-line.shows[0].x * 0.06:.2f} cm"), "a line stands askew"),
    ("a line clipped", NUMBER, NUMBER_LINE, around(lambda _line: "0 0 1 1 re W n"), "a line with a number is clipped away"),
    ("a line off the page", NUMBER, NUMBER_LINE, shifted(0, -1200), "a line with a number stands off the page"),
    ("words off the page", ANY, WORD_LINE, shifted(900, 0), "a line of words stands off the page"),
    ("a line moved", APPEARANCE, NUMBER_LINE, shifted(6, 0), "a line stands a little to the right"),
    ("a line of words moved", APPEARANCE, WORD_LINE, shifted(2, 0), "a line of words stands a little to the right"),
    ("a line with a number deleted", NUMBER, NUMBER_LINE, emptied, "a line with a number is deleted"),
    ("a line of words deleted", WORDING, WORD_LINE, emptied, "a line of words is deleted"),
    ("a line with a number doubled", NUMBER, NUMBER_LINE, copied, "a line with a number stands there again, at the foot of its page"),
    ("a line of words doubled", WORDING, WORD_LINE, copied, "a line of words stands there again"),
)  # fmt: skip
"""What becomes of a whole line."""

for _name, _due, _pattern, _edit, _says in LINES:
    planted.add(_name, _due, whole(_pattern, _edit), _says)


def moves_of(line: Text) -> tuple[str, int]:
    at = first_move(line)
    return line.page.rows[at], at


@planted(NUMBER, "two large numbers of a page change places")
def two_boxes_exchanged(rng: Random, paper: Paper) -> bool:
    for sheet in shuffled(rng, paper.sheets):
        found = [line for line in sheet.texts if re.match(r"\D{0,2}\d[\d.]*\D{0,4}$", line.text) and line.shows[0].size > 14]
        pairs = [(one, two) for one in found for two in found if one.text < two.text]
        if pairs:
            (one, at), (two, other) = map(moves_of, rng.choice(pairs))
            sheet.rows[at], sheet.rows[other] = two, one
            sheet.changed = True
            return True
    return False


def is_clear(line: Text, sheet: Any) -> bool:
    """Tell whether no number of a page stands within a line of a place: beside one, words are a part of what it says."""
    _, low, _, height = line.box(0, len(line.marks))
    boxes = (one.box(0, len(one.marks)) for one in sheet.texts if one is not line and re.search(r"\d", one.text))
    return all(low + 2 * height < under or under + tall < low - height for _, under, _, tall in boxes)


def to_page(pattern: str, *, clear: bool = False) -> Callable[[Random, Any], bool]:
    """Return the alteration in which a line goes to another page; a `clear` one comes from, and goes, where no number is beside it."""

    def alter(rng: Random, paper: Paper) -> bool:
        for line, _ in places(rng, paper, pattern):
            others = [one for one in paper.sheets if one is not line.page and (not clear or is_clear(line, one))]
            if not others or (clear and not is_clear(line, line.page)):
                continue
            other = rng.choice(others)
            rows = line.page.rows[line.begin : line.end + 1]
            other.rows.append("\n".join([last_state(line), *rows]))
            emptied(line)
            other.changed = line.page.changed = True
            return True
        return False

    return alter


planted.add("a line with a number on another page", NUMBER, to_page(NUMBER_LINE), "a line with a number goes to another page")
planted.add("a line of words on another page", WORDING, to_page(WORD_LINE, clear=True), "a line of words goes to another page")


class Aside:
    """A line of which only the glyphs are changed, or only what is copied and read out."""

    def __init__(self, line: Text, *, glyphs: bool) -> None:
        self.line, self.glyphs = line, glyphs
        self.text = line.text if glyphs else line.spoken or ""

    def put(self, start: int, end: int, new: str) -> bool:
        if self.glyphs:
            return self.line.spoken is not None and self.line.put(start, end, new, speak=False)
        self.line.speak(self.text[:start] + new + self.text[end:])
        self.line.page.changed = True
        return True


ASIDE = ("a digit changed", "another scale", "a qualifier lost", "another year", "another direction")
"""The turns that are made in the glyphs alone, and in what is copied and read out alone."""


def aside(one: Turn, *, glyphs: bool) -> Callable[[Random, Any], bool]:
    return change(one, lambda paper: [Aside(line, glyphs=glyphs) for line in paper.lines() if line.actual is not None])


for _turn in TURNS:
    if _turn.name in ASIDE:
        planted.add(f"seen only, {_turn.name}", _turn.due, aside(_turn, glyphs=True), f"{_turn.says}, and is copied as it was")
        planted.add(
            f"copied only, {_turn.name}", _turn.due, aside(_turn, glyphs=False), f"{_turn.says}, where it is copied or read out"
        )


@planted(WORDING, "words are copied and read out otherwise than they are seen")
def copied_only_words(rng: Random, paper: Paper) -> bool:
    for line, _ in places(rng, paper, WORD_LINE, light=False):
        if line.actual is None:
            show = line.shows[0]
            words = "另一句话".encode("utf-16-be").hex().upper()
            line.page.rows[show.at] = f"/Span <</ActualText <FEFF{words}>>> BDC\n{line.page.rows[show.at]}\nEMC"
            line.page.changed = True
            return True
    return False


@planted(NUMBER, "a whole page is nearly transparent")
def a_page_transparent(rng: Random, paper: Paper) -> bool:
    sheet = numbered_sheet(rng, paper)
    sheet.page.resources["/ExtGState"] = pikepdf.Dictionary(G=pikepdf.Dictionary(ca=0.03, CA=0.03))
    sheet.rows[0] = f"/G gs\n{sheet.rows[0]}"
    sheet.changed = True
    return True


@planted(NUMBER, "a page's number stands under what is painted last")
def a_page_under_a_sheet(rng: Random, paper: Paper) -> bool:
    return bool(numbered_sheet(rng, paper).paint("1 g 0 0 600 842 re f"))


@planted(ANY, "a page is set smaller")
def a_page_shrunk(rng: Random, paper: Paper) -> bool:
    sheet = numbered_sheet(rng, paper)
    sheet.rows = ["q .8 0 0 .8 60 80 cm", *sheet.rows, "Q"]
    sheet.changed = True
    return True


def numbered_sheet(rng: Random, paper: Paper) -> Any:
    return rng.choice([sheet for sheet in paper.sheets if any(re.search(r"\d\d", line.text) for line in sheet.texts)])


KINDS = tuple(planted.kinds)
