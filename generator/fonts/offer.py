"""How a deck comes by its faces on the computer that shows it."""

from enum import StrEnum


class Fonts(StrEnum):
    """The ways: carried in the file, those that every Windows and WPS has, named only, or carried whole.

    EMBEDDED holds the characters that the deck shows and those that a presenter is likely to type, WHOLE every character of its faces.
    """

    EMBEDDED = "embedded"
    SYSTEM = "system"
    NONE = "none"
    WHOLE = "whole"

    @property
    def are_carried(self) -> bool:
        """Whether the file holds faces."""
        return self in {Fonts.EMBEDDED, Fonts.WHOLE}
