"""A compositor's stick: text and a measure in ems in, the lines as text out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.fonts.library import Library
from generator.ink import Ink
from generator.typeset.breaks import Rank
from generator.typeset.cutting import merged, strips
from generator.typeset.model import Align, Composed, Level, Setting, Span, Style
from generator.typeset.paragraph import compose
from generator.units import em, pt

if TYPE_CHECKING:
    from collections.abc import Callable

SIZE = pt(10)
LEADING = pt(17)
INK = Ink("ink", (0, 0, 0), (0, 0, 0, 100))


@pytest.fixture(scope="session")
def library() -> Library:
    return Library.open()


@pytest.fixture(scope="session", params=["sans-regular", "serif-bold"])
def style(request: pytest.FixtureRequest) -> Style:
    return Style(request.param, SIZE, INK)


@pytest.fixture(scope="session")
def sans() -> Style:
    return Style("sans-regular", SIZE, INK)


@pytest.fixture(scope="session")
def stick(library: Library, sans: Style) -> Callable[..., Composed]:
    """Set a text, or spans, to a measure in ems."""

    def set_text(text, ems, align=Align.JUSTIFY, *, indent=0, level=Level.GB, balanced=False, style=sans) -> Composed:
        spans = [Span(text, style)] if isinstance(text, str) else text
        setting = Setting(em(SIZE, ems), LEADING, align, em(SIZE, indent), level, balanced)
        return compose(spans, setting, library)

    return set_text


@pytest.fixture(scope="session")
def lines(stick) -> Callable[..., list[str]]:
    """Set a text and return its lines as the author's characters."""

    def texts(*arguments, **named) -> list[str]:
        return [line.text for line in stick(*arguments, **named).lines]

    return texts


@pytest.fixture(scope="session")
def marked(library: Library, sans: Style) -> Callable[..., str]:
    """Return a text with | where a line may end freely, and ¦ where it may at a price."""

    def mark(text, ems=40, *, level=Level.GB, uses=()) -> str:
        spans = [Span(part, sans, use) for part, use in zip(text, uses, strict=True)] if uses else [Span(text, sans)]
        (strip,) = strips(merged(spans), Setting(em(SIZE, ems), LEADING, Align.LEFT, level=level), library)
        signs = ["", *("|" if not joint.cost else "¦" if joint.rank is Rank.FREE else "" for joint in strip.joints[1:])]
        free = [sign if joint.rank is Rank.FREE else "" for sign, joint in zip(signs, strip.joints, strict=True)]
        return "".join(sign + atom.text for sign, atom in zip(free, strip.atoms, strict=True))

    return mark
