"""Which theme a pair of then and now belongs to, in whose colour both outputs show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.document.model import Pair, Theme


def home_of(pair: Pair, themes: Sequence[Theme]) -> Theme | None:
    """Return the theme that a pair names, else the first that tells one of its figures, else none."""
    figures = {pair.now.figure, pair.then.figure}
    named = (theme for theme in themes if str(theme.name) == pair.theme)
    telling = (theme for theme in themes if not figures.isdisjoint(datum.figure for datum in (*theme.heroes, *theme.figures)))
    return next(named, None) or next(telling, None)
