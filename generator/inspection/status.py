"""Whether the files that stand say that they are a draft's, so that they are compared with their like.

In: a finished file. Out: what its property `Status` says, a PDF's in its information dictionary (ISO 32000-1, 14.3.3), an office
file's among its custom properties (ECMA-376 Part 1, 22.3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf

from generator.inspection.damage import DAMAGE
from generator.inspection.package import Package

if TYPE_CHECKING:
    from pathlib import Path

STATUS, DRAFT = "Status", "草稿"


def is_draft(path: Path) -> bool | None:
    """Tell whether a file says that it is a draft's; None where it is not there, or cannot be read."""
    try:
        if path.suffix == ".pdf":
            with pikepdf.open(path) as pdf:
                return str(pdf.docinfo.get(f"/{STATUS}", "")) == DRAFT
        return Package.open(path).custom_property(STATUS) == DRAFT
    except (*DAMAGE, pikepdf.PdfError):
        return None
