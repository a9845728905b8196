"""Columns of a terminal: how many a text takes, and texts made of one width."""

import unicodedata


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes (Unicode Standard Annex 11)."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def padded(text: str, width: int) -> str:
    """Return a text with spaces after it, to so many columns."""
    return f"{text}{' ' * (width - columns(text))}"
