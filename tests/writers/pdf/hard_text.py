"""Pages of hard text: paragraphs of many kinds and mixtures of their clauses with signs, in all the ways that text is set."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from itertools import islice

from pdf_sample import LIBRARY

from benchmarks.texts import of_collection
from generator.design.palette import INK
from generator.drawing import Group
from generator.typeset.model import Align, Level, Setting, Span, Style
from generator.typeset.paragraph import compose
from generator.units import Point, mm, pt

PAGES = 400
SEED = 9
LEADING = pt(16)
TOP, FOOT, LEFT = mm(20), mm(285), mm(20)

FACES = ("sans-regular", "sans-bold", "serif-bold")
MEASURES = tuple(range(60, 500, 11))
ALIGNS = (Align.JUSTIFY, Align.JUSTIFY, Align.JUSTIFY, Align.LEFT, Align.CENTRE, Align.RIGHT)

SIGNS = "∶′″‼⁇〝〞〟«»⋯‐〜々￠￡℉℃‑‧•・―※→①⑫Ⅳ〔〕﹏—…～·／％‰§№㎡㏄™®©¥€£$²³½±×÷≈≠≤≥αβΩЖ々ㄅあア○●△★♀♂➀①❶➊➡⮕‵∕㖈䎛㮣槩胶㬵‒–\u00a0\u3000"
WORDS = (
    *(
        "internationalization",
        "state-of-the-art",
        "fulfilment",
        "office",
        "affluent",
        "AVATAR",
        "Tokyo",
        "O’Neill",
        "e.g.",
        "AA-",
    ),
    *(
        "2021-08-05",
        "0571-8502-2088",
        "100.00±2.65",
        "3.5×10²",
        "≥60岁",
        "<1%",
        "7×24小时",
        "－2.8%",
        "1∶0.62",
        "－",
        "B-。",
        "a/b/c",
    ),
    *(
        "https://data.example.org/open/2021/annual-report/tables.csv?lang=zh&format=long",
        "open-data@example.org",
        "C:\\temp\\a_b",
    ),
    *("“not merely a word”", "‘it’", "wait—no", "and…", "（100.00±2.65）、（105.40±2.17）", "”、“", "》（《", "——", "……", "𬜬"),
)


@dataclass(frozen=True, slots=True)
class HardPage:
    """What the author wrote, a paragraph a text, and the items that show it."""

    texts: tuple[str, ...]
    items: tuple[Group, ...]


def hard_pages(count=PAGES, seed=SEED):
    """Yield so many pages."""
    chance = random.Random(seed)  # noqa: S311 - the same text each time
    paragraphs = _paragraphs(chance)
    while count:
        yield _page(paragraphs)
        count -= 1


def _page(paragraphs):
    texts, items, y = [], [], TOP
    for spans, setting in paragraphs:
        composed = compose(spans, setting, LIBRARY, origin=str(y))
        if y + composed.height > FOOT:
            return HardPage(tuple(texts), tuple(items))
        texts.append("".join(span.text for span in spans))
        items.append(Group(composed.placed(Point(LEFT, y)), origin=str(y)))
        y += composed.height + LEADING
    raise AssertionError


def _paragraphs(chance):
    """Yield spans and settings without end: the paragraphs as they are, then clauses of them mixed with signs and words."""
    whole = [text.plain for name in ("tuning", "held_out") for text in of_collection(name)]
    clauses = [clause for text in whole for clause in re.findall(r"[^，。；：！？]+[，。；：！？]?", text)]
    while True:
        for text in [*whole, *(_mixture(chance, clauses) for _ in whole)]:
            yield _spans(chance, text), _setting(chance)


def _mixture(chance, clauses):
    parts = []
    for clause in chance.sample(clauses, chance.randint(2, 9)):
        at = chance.randint(0, len(clause))
        parts += [clause[:at], chance.choice((*WORDS, *SIGNS)), chance.choice(("", "", " ")), clause[at:]]
    return "".join(parts).strip()


def _spans(chance, text):
    """Return the text in spans of a few styles, parted anywhere."""
    ends = sorted({0, len(text), *(chance.randint(0, len(text)) for _ in range(chance.choice((0, 0, 2, 5))))})
    size = pt(chance.choice((8, 9.5, 10, 10.5, 12)))
    face = chance.choice(FACES)
    return [
        Span(text[start:end], Style(chance.choice((face, face, *FACES)), size, INK), dots=not chance.randrange(12))
        for start, end in zip(ends, islice(ends, 1, None), strict=False)
    ]


def _setting(chance):
    measure = pt(chance.choice(MEASURES))
    align, level = chance.choice(ALIGNS), chance.choice(tuple(Level))
    return Setting(measure, LEADING, align, indent=pt(chance.choice((0, 20))), level=level, hanging=not chance.randrange(6))
