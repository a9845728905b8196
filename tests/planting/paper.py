"""The report, opened as an editor of PDFs would: lines of glyphs with their codes, fonts and places, and the objects about them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf

from tests.inspection.planting import codes_of

FONT = re.compile(r"(/\S+) ([\d.]+) Tf")
MOVE = re.compile(r"(-?[\d.]+) (-?[\d.]+) Td")
SPAN = re.compile(r"/Span <</ActualText <FEFF([0-9A-F]*)>(.*)>> BDC")
ITEM = re.compile(r"<([0-9A-Fa-f]*)>|(-?[\d.]+)")
INK = re.compile(r"[\d. ]+ (?:g|rg|k)")


class Face:
    """A font of the report: codes of characters, characters of codes, and advances in thousandths of an em."""

    def __init__(self, font: Any) -> None:
        self.codes = codes_of(font)
        self.characters = {code: one for one, code in self.codes.items()}
        self.widths: dict[int, float] = {}
        inner = font["/DescendantFonts"][0]
        self.usual = float(inner.get("/DW", 1000))
        listed = list(inner.get("/W", []))
        for first, widths in zip(listed[::2], listed[1::2], strict=False):
            self.widths |= {int(first) + step: float(width) for step, width in enumerate(widths)}

    def width(self, items: list[str | float]) -> float:
        """Return the advance of codes and kerns, in thousandths of an em."""
        return sum(-one if isinstance(one, float) else self.widths.get(int(one, 16), self.usual) for one in items)


@dataclass
class Show:
    """One `TJ`: the line of the stream where it stands, its font and size, codes and kerns, and where it starts on the page."""

    at: int
    font: str
    size: float
    items: list[str | float]
    x: float
    y: float
    split: bool = False
    """Whether new characters of another font stand in it: it is not edited again."""


@dataclass
class Text:
    """A line of text of a page: one BT … ET."""

    page: Sheet
    begin: int
    shows: list[Show] = field(default_factory=list)
    moves: dict[int, int] = field(default_factory=dict)
    actual: int | None = None
    end: int = 0
    ink: str = "0 g"

    @property
    def marks(self) -> list[tuple[Show, int, str]]:
        """Every character with its show and its place in it."""
        return [
            (show, index, self.page.faces[show.font].characters.get(code, "\ufffd"))
            for show in self.shows
            for index, code in enumerate(show.items)
            if isinstance(code, str)
        ]

    @property
    def text(self) -> str:
        return "".join(one for _, _, one in self.marks)

    @property
    def spoken(self) -> str | None:
        """The text that is copied and read out instead of the glyphs, if there is one."""
        if self.actual is None or not (match := SPAN.search(self.page.rows[self.actual])):
            return None
        return bytes.fromhex(match[1]).decode("utf-16-be")

    def speak(self, words: str) -> None:
        assert self.actual is not None
        more = SPAN.search(self.page.rows[self.actual])
        assert more
        self.page.rows[self.actual] = f"/Span <</ActualText <FEFF{words.encode('utf-16-be').hex().upper()}>{more[2]}>> BDC"

    def box(self, start: int, end: int) -> tuple[float, float, float, float]:
        """Return left, bottom, width and height of some characters, in points."""
        show, index, _ = self.marks[start]
        last, tail, _ = self.marks[end - 1]
        left = self._x(show, index)
        right = self._x(last, tail + 1)
        return left, show.y - 0.12 * show.size, right - left, 0.98 * show.size

    def _x(self, show: Show, index: int) -> float:
        return show.x + self.page.faces[show.font].width(show.items[:index]) * show.size / 1000

    def put(self, start: int, end: int, new: str, *, speak: bool = True) -> bool:
        """Put other characters in the place of some, in whichever font has them, and in what is read out as well."""
        marks = self.marks
        text = "".join(one for _, _, one in marks)
        if not 0 <= start < len(marks) or start > end or any(one.split for one in self.shows):
            return False
        show, index, _ = marks[start]
        face = self.page.face_for(new, show.font)
        if new and face is None:
            return False
        words = self.spoken
        if speak and words is not None:
            if words != text:
                return False
            self.speak(words[:start] + new + words[end:])
        gone = {(id(one), place) for one, place, _ in marks[start:end]}
        for one in self.shows:
            kept = [item for place, item in enumerate(one.items) if (id(one), place) not in gone]
            codes = [self.page.faces[face].codes[letter] for letter in new] if one is show and face else []
            head = len([place for place in range(index) if (id(one), place) not in gone])
            self.page.write(one, kept, codes if one is show else [], head, face or one.font)
        self.page.changed = True
        return True


class Sheet:
    """A page of the report: the rows of its content stream, and the lines of text in them."""

    def __init__(self, page: pikepdf.Page, number: int, faces: dict[str, Face]) -> None:
        self.page, self.number, self.faces = page, number, faces
        self.rows = bytes(page.Contents.read_bytes()).decode("latin-1").split("\n")
        self.changed = False
        self._texts: list[Text] | None = None

    @property
    def texts(self) -> list[Text]:
        if self._texts is None:
            self._texts = self._read()
        return self._texts

    def _read(self) -> list[Text]:
        found: list[Text] = []
        font, size, ink = "", 0.0, "0 g"
        x = y = 0.0
        text: Text | None = None
        for at, row in enumerate(self.rows):
            if row == "BT":
                text, x, y = Text(self, at), 0.0, 0.0
            elif match := FONT.fullmatch(row):
                font, size = match[1], float(match[2])
            elif INK.fullmatch(row):
                ink = row
            elif text is None:
                continue
            elif match := MOVE.fullmatch(row):
                x, y = x + float(match[1]), y + float(match[2])
                text.moves[at] = len(text.shows)
            elif SPAN.fullmatch(row):
                text.actual = at
            elif row.endswith("TJ"):
                text.shows.append(Show(at, font, size, items_of(row), x, y))
                text.ink = ink
            elif row == "ET":
                text.end = at
                found += [text] if text.shows else []
                text = None
        return found

    def face_for(self, words: str, wanted: str) -> str | None:
        """Return the font wanted, if it has all characters, else another that has them."""
        names = [wanted, *(name for name in self.faces if name != wanted)]
        return next((name for name in names if set(words) <= set(self.faces[name].codes)), None)

    def write(self, show: Show, kept: list[str | float], new: list[str], head: int, face: str) -> None:
        """Write a show again; new codes of another font stand in a show of their own between two halves."""
        before = self.faces[show.font].width(show.items)
        if face == show.font or not new:
            show.items = [*kept[:head], *new, *kept[head:]]
            self.rows[show.at] = row_of(show.items)
            after = self.faces[show.font].width(show.items)
        else:
            middle = [f"{face} {show.size:g} Tf", row_of(list(new)), f"{show.font} {show.size:g} Tf"]
            self.rows[show.at] = "\n".join([row_of(kept[:head]), *middle, row_of(kept[head:])])
            after = self.faces[show.font].width(kept) + self.faces[face].width(list(new))
            show.items, show.split = kept, True
        self._push(show, (after - before) * show.size / 1000)

    def _push(self, show: Show, by: float) -> None:
        """Move what follows in the same line by as much as the text before it grew."""
        text = next(one for one in self.texts if show in one.shows)
        at = next((at for at, shows in text.moves.items() if at > show.at and shows > 0), None)
        if at is not None and abs(by) > 0.001:
            match = MOVE.fullmatch(self.rows[at])
            assert match
            self.rows[at] = f"{float(match[1]) + by:.3f} {match[2]} Td"

    def paint(self, operators: str) -> bool:
        """Paint something over all that is there."""
        self.rows = ["q", *self.rows, "Q", f"q {operators} Q"]
        self.changed = True
        self._texts = None
        return True

    def insert(self, at: int, operators: str) -> bool:
        """Put operators before a row of the stream."""
        self.rows[at] = f"{operators}\n{self.rows[at]}"
        self.changed = True
        return True

    def save(self) -> None:
        if self.changed:
            self.page.Contents = self.page.Contents  # keep the object, its data change
            self.page.Contents.write("\n".join(self.rows).encode("latin-1"))

    def glyphs(self, words: str, x: float, y: float, size: float = 10, before: str = "0 g") -> str | None:
        """Return operators that paint characters from a lower left."""
        name = self.face_for(words, "/F3")
        if name is None:
            return None
        string = "".join(self.faces[name].codes[one] for one in words)
        return f"{before} BT {name} {size:g} Tf {x:.3f} {y:.3f} Td <{string}> Tj ET"

    @property
    def height(self) -> float:
        return float(self.page.mediabox[3])


def items_of(row: str) -> list[str | float]:
    """Return the codes and kerns of a `TJ`."""
    found: list[str | float] = []
    for match in ITEM.finditer(row):
        if match[2] is not None:
            found.append(float(match[2]))
        else:
            found += [match[1][place : place + 4].upper() for place in range(0, len(match[1]), 4)]
    return found


def row_of(items: list[str | float]) -> str:
    """Return a `TJ` of codes and kerns."""
    words = " ".join(f"<{one}>" if isinstance(one, str) else f"{one:g}" for one in items)
    return f"[{words.replace('> <', '')}] TJ"


class Paper:
    """The report opened: its pages as sheets, and the whole as pikepdf has it."""

    def __init__(self, path: Path) -> None:
        self.path, self.pdf = path, pikepdf.open(path)
        self.names: frozenset[str] = frozenset()
        """The names and meanings of the content's figures."""
        self.raw: bytes | None = None
        """The whole file, where an alteration makes it itself."""
        self._faces: dict[Any, Face] = {}
        self.sheets = [Sheet(page, number, self._of(page)) for number, page in enumerate(self.pdf.pages, 1)]
        self.options: dict[str, Any] = {}

    def _of(self, page: pikepdf.Page) -> dict[str, Face]:
        found = {}
        for name, font in page.resources["/Font"].items():
            if font.objgen not in self._faces:
                self._faces[font.objgen] = Face(font)
            found[str(name)] = self._faces[font.objgen]
        return found

    def lines(self) -> list[Text]:
        return [text for sheet in self.sheets for text in sheet.texts]

    def save(self, path: Path) -> None:
        if self.raw is not None:
            path.write_bytes(self.raw)
            return
        for sheet in self.sheets:
            sheet.save()
        self.pdf.save(path, **self.options)
