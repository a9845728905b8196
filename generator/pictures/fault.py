"""What is wrong with a picture, and how to mend it: raised where a file is read, told at the author's line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.diagnostics import Words


class PictureError(ValueError):
    """A file that cannot be shown: `says` what is wrong, `cure` how to mend it."""

    def __init__(self, says: Words, cure: Words) -> None:
        super().__init__(str(says))
        self.says = says
        self.cure = cure
