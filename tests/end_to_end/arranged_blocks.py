"""Contents whose texts are blocks of every kind in any order: a seed in; the text of a content file out, always the same for a seed.

Every block begins with a name that stands nowhere else, so that each can be looked for on the pages: `Maker.told` has them in order.
"""

from __future__ import annotations

from typing import Any

import yaml

from tests.end_to_end.odd_contents import COLOURS, Maker
from tests.pictures.drawn import saved, shaded

KINDS = (
    "text",
    "text",
    "text",
    "heading",
    "subheading",
    "list",
    "numbered",
    "nested",
    "quote",
    "table",
    "wide",
    "long",
    "note",
    "link",
    "picture",
)
LISTS = frozenset({"list", "numbered", "nested"})
"""Two of these in a row would be one list."""
SHAPES = ((1800, 1200), (1200, 1800), (1500, 1500), (2400, 900))
PLACES = ("full", "column", "portrait", "bleed", "")
"""A picture's place, or none, where its shape decides."""
NAMED = 4
"""Characters of the name with which a block begins."""


class Arranger(Maker):
    """Makes a content with blocks; `told` are the names in its words, in the order of reading, `aside` those of tables and notes."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.wordy = False
        self.told: list[str] = []
        self.aside: list[str] = []
        self.notes: list[str] = []
        self.pictures: dict[str, dict[str, str]] = {}

    def named(self, most: int = 40) -> str:
        """Return words that begin with a name of their own."""
        name = self.name(NAMED, NAMED)
        self.told.append(name)
        return name + self.sentence(most)

    def cell(self, most: int = 8) -> str:
        """Return the words of a cell."""
        name = self.name(NAMED, NAMED)
        self.aside.append(name)
        return name + (self.words(1, most) if self.random.random() < 0.6 else "")

    def blocks(self, count: int) -> str:
        """Return so many blocks, and the notes to them."""
        self.notes = []
        kinds = self.random.choices(KINDS, k=count)
        kinds = [kind for at, kind in enumerate(kinds) if kind not in LISTS or at == 0 or kinds[at - 1] not in LISTS]
        made = [getattr(self, f"_block_{kind}")() for kind in ("text", *kinds)]
        return "\n\n".join((*made, *self.notes)) + "\n"

    def _block_text(self) -> str:
        mark = self.note() if self.random.random() < 0.15 else ""
        more = f"，共【{self.figure()}】" if self.random.random() < 0.3 else ""
        return f"{self.named(self.random.choice((20, 60, 160)))}{more}{mark}。"

    def note(self) -> str:
        """Return the mark of a note, which is written at the end of the text."""
        name, at = self.name(NAMED, NAMED), len(self.notes) + 1
        self.aside.append(name)
        self.notes.append(f"[^{at}]: {name}{self.sentence(50)}，计【{self.figure()}】。")
        return f"[^{at}]"

    def _block_heading(self) -> str:
        return f"## {self.named(8)}"

    def _block_subheading(self) -> str:
        return f"### {self.named(8)}"

    def _block_list(self) -> str:
        return "\n".join(f"- {self.named(40)}" for _ in range(self.random.randint(1, 6)))

    def _block_numbered(self) -> str:
        first = self.random.choice((1, 1, 3))
        return "\n".join(f"{first + at}. {self.named(40)}" for at in range(self.random.randint(1, 6)))

    def _block_nested(self) -> str:
        rows = []
        for _ in range(self.random.randint(1, 3)):
            rows.append(f"- {self.named(20)}")
            mark = self.random.choice(("-", "1."))
            rows += [f"   {mark} {self.named(30)}" for _ in range(self.random.randint(0, 3))]
        return "\n".join(rows)

    def _block_quote(self) -> str:
        said = f"> {self.named(80)}。"
        return f"{said}\n> —— {self.named(8)}" if self.random.random() < 0.7 else said

    def _block_table(self) -> str:
        return self._rows_of(self.random.randint(2, 4), self.random.randint(1, 8), 8)

    def _block_wide(self) -> str:
        return self._rows_of(self.random.randint(5, 8), self.random.randint(2, 10), 12)

    def _block_long(self) -> str:
        return self._rows_of(3, self.random.choice((20, 45)), 6)

    def _rows_of(self, columns: int, rows: int, most: int) -> str:
        numeric = self.random.randrange(1, columns)
        head = [self.cell(3) for _ in range(columns)]
        lines = [head, [self.random.choice(("---", ":--", ":-:", "--:")) for _ in range(columns)]]
        lines += [
            [f"【{self.figure('万元')}】" if at == numeric else self.cell(most) for at in range(columns)] for _ in range(rows)
        ]
        title = ""
        if self.random.random() < 0.6:
            name = self.name(NAMED, NAMED)
            self.aside.append(name)
            title = f"表：{name}{self.words(2, 8)}\n"
        return title + "\n".join(f"| {' | '.join(cells)} |" for cells in lines)

    def _block_note(self) -> str:
        return f"{self.named(30)}{self.note()}，{self.sentence(20)}{self.note()}。"

    def _block_link(self) -> str:
        return f"{self.named(30)}，见[{self.words(2, 8)}](https://example.org/{self.random.randint(1, 999)}/a)。"

    def _block_picture(self) -> str:
        across, down = self.random.choice(SHAPES)
        place, file = self.random.choice(PLACES), f"{len(self.pictures)}-{across}x{down}.jpg"
        given = {"place": place, "numbers": "无", "credit": self.words(2, 4) if self.random.random() < 0.3 else ""}
        self.pictures[file] = {key: value for key, value in given.items() if value}
        caption = f' "{self.cell(20)}"' if self.random.random() < 0.6 else ""
        return f"![{self.words(2, 12)}]({file}{caption})"

    def drawn(self) -> dict[str, bytes]:
        """Return the pictures' files, by name."""
        sizes = {file: file.removesuffix(".jpg").partition("-")[2].split("x") for file in self.pictures}
        return {file: saved(shaded(*map(int, size)), "JPEG", quality=60) for file, size in sizes.items()}

    def content(self) -> dict[str, Any]:
        """Return a content of one to four themes whose texts are blocks, and sections that have some."""
        made: dict[str, Any] = {
            "report": self._imprint(),
            "sources": {"简讯": {"title": self.sentence(30), "date": "2021年8月5日"}},
        }
        made["about"] = {
            "name": self.name(2, 6),
            "message": self.sentence(20),
            "text": self.blocks(self.random.choice((0, 1, 4))),
        }
        made["overview"] = {"name": self.name(2, 6), "message": self.sentence(20), "figures": [self.figure(), self.figure()]}
        made["overview"]["text"] = self.blocks(self.random.choice((0, 0, 2)))
        made["themes"] = [self.theme(4) for _ in range(self.random.randint(1, 4))]
        for key in ("history", "outlook"):
            if self.random.random() < 0.5:
                text = self.blocks(self.random.choice((0, 1, 5, 12)))
                made[key] = {"name": self.name(2, 6), "message": self.sentence(20), "text": text}
        made["figures"] = self.figures
        return {**made, "pictures": self.pictures} if self.pictures else made

    def theme(self, most: int) -> dict[str, Any]:
        """Return a theme whose text is blocks, with a story of blocks or none."""
        made: dict[str, Any] = {"name": self.name(2, 8), "color": self.random.choice(COLOURS), "message": self.sentence(20)}
        made["heroes"] = [self.figure() for _ in range(self.random.choice((1, 2, 3)))]
        made["figures"] = [self.figure() for _ in range(self.random.randint(0, most))]
        made["text"] = self.blocks(self.random.choice((0, 2, 5, 9, 14)))
        made["charts"] = [self.chart() for _ in range(self.random.choice((0, 0, 1, 2)))]
        if self.random.random() < 0.4:
            made["story"] = {
                "title": self.words(2, 8),
                "message": self.sentence(20),
                "text": self.blocks(self.random.choice((0, 1, 3))),
            }
        return {key: value for key, value in made.items() if value}


def arranged(seed: int) -> tuple[str, Arranger]:
    """Return the text of the so-manieth content with blocks, and who made it."""
    maker = Arranger(seed)
    return yaml.safe_dump(maker.content(), allow_unicode=True, sort_keys=False, width=100_000), maker
