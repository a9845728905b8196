"""Make the pictures of the README from the outputs in build/: spreads of the report, slides of the deck (by LibreOffice).

Run as `python docs/pictures.py` after `make report`; needs soffice.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image

HERE = Path(__file__).parent
BUILD = HERE.parent / "build"
PAGES = (1, 3, 4, 5, 6, 7, 14, 15)
SLIDES = (1, 4, 6, 8, 11, 17, 15, 24)
WIDTH, GAP, GROUND = 1600, 10, (225, 222, 217)
COLOURS = 256


def main() -> None:
    """Write report.png and deck.png beside this file."""
    contact_sheet(BUILD / "report.pdf", PAGES, 4, HERE / "report.png")
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", folder, str(BUILD / "deck.pptx")]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - a fixed command
        contact_sheet(Path(folder, "deck.pdf"), SLIDES, 2, HERE / "deck.png")


def contact_sheet(source: Path, numbers: tuple[int, ...], columns: int, target: Path) -> None:
    """Set pages of a PDF in rows on one picture."""
    with pypdfium2.PdfDocument(source) as document:
        width = (WIDTH - GAP * (columns + 1)) // columns
        pages = [document[number - 1] for number in numbers if number <= len(document)]
        tiles = [page.render(scale=width / page.get_width()).to_pil() for page in pages]
    height = tiles[0].height
    rows = -(-len(tiles) // columns)
    sheet = Image.new("RGB", (WIDTH, rows * (height + GAP) + GAP), GROUND)
    for at, tile in enumerate(tiles):
        sheet.paste(tile, (GAP + at % columns * (width + GAP), GAP + at // columns * (height + GAP)))
    sheet.quantize(COLOURS).save(target, optimize=True)


if __name__ == "__main__":
    main()
