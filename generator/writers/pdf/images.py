"""Pictures of dots as objects of a file: each once, however often it is shown (ISO 32000-1, 8.9.5).

In: the dots as pages ask for them. Out: names among the pages' resources, and the objects behind them. A picture that came as JPEG stays
one; all others are packed without loss.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfdoc

from generator.drawing import CMYK, GRAY, RGB
from generator.pictures.packing import CHANNELS, rows
from generator.writers.pdf.objects import dictionary

if TYPE_CHECKING:
    from generator.drawing import Pixels

SPACES = {RGB: "/DeviceRGB", GRAY: "/DeviceGray", CMYK: "/DeviceCMYK"}
FORETOLD = 15
"""The predictor whose rows say for themselves how they are foretold (ISO 32000-1, table 10)."""


@dataclass(slots=True)
class Images:
    """The pictures of one file by their dots."""

    named: dict[tuple[str, str, int, bytes], tuple[str, Pixels]] = field(default_factory=dict)

    def name(self, pixels: Pixels) -> str:
        """Return the resource name of a picture."""
        key = pixels.digest, pixels.space, pixels.across, pixels.jpeg
        return self.named.setdefault(key, (f"Im{len(self.named) + 1}", pixels))[0]

    def add_to(self, document: pdfdoc.PDFDocument) -> dict[str, pdfdoc.PDFObject]:
        """Put the pictures into a document and return their category of resources, where there are any."""
        for name, pixels in self.named.values():
            document.Reference(_object(pixels), name)
            document.updateSignature(pixels.digest)
        shown = {name: pdfdoc.PDFObjectReference(name) for name, _ in self.named.values()}
        return {"XObject": dictionary(**shown)} if shown else {}


def _object(pixels: Pixels) -> bytes:
    packed = pixels.jpeg or rows(pixels)
    told = {
        "Type": "/XObject", "Subtype": "/Image", "Width": pixels.across, "Height": pixels.down, "BitsPerComponent": 8,
        "ColorSpace": SPACES[pixels.space], "Filter": "/DCTDecode" if pixels.jpeg else "/FlateDecode", "Length": len(packed),
    }  # fmt: skip
    if not pixels.jpeg:
        told["DecodeParms"] = f"<< /Predictor {FORETOLD} /Colors {CHANNELS[pixels.space]} /Columns {pixels.across} >>"
    head = " ".join(f"/{key} {value}" for key, value in sorted(told.items()))
    # One that ends with a carriage return needs another: with a line feed alone, readers take both for the line end.
    end = b"\r\n" if packed.endswith(b"\r") else b"\n"
    return f"<< {head} >>\nstream\n".encode("ascii") + packed + end + b"endstream\n"
