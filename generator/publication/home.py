"""Where a content's outputs go when nobody says: a folder of its own, beside it."""

from pathlib import Path

USUAL, SUFFIX = "content.yaml", ".yaml"
HOME = "build"
"""The folder beside a content that its outputs go to, those of any but the usual name into one of their own within."""


def home_of(content: Path) -> Path:
    """Return the folder of a content's outputs where none is named: two `.yaml` files never share one."""
    home = content.parent / HOME
    if content.name == USUAL:
        return home
    return home / (content.stem if content.suffix == SUFFIX else content.name)
