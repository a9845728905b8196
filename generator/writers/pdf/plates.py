"""What the plates are told beside the colours: when black prints over what is under it, and the ink that is on every plate.

In: a document. Out: the resources that all pages of a file for the press share (ISO 32000-1, 8.4.5, 8.6.6.4 and 8.6.7).
"""

from reportlab.pdfbase import pdfdoc

from generator.writers.pdf.colour import ALL_PLATES
from generator.writers.pdf.objects import array, dictionary
from generator.writers.pdf.pen import KNOCKS_OUT, OVERPRINTS

TINT = "{ dup dup dup }"
"""A tint of the registration ink as plates, for a device that has no separations: each bears as much."""


def printing(document: pdfdoc.PDFDocument) -> dict[str, pdfdoc.PDFObject]:
    """Return graphics states and colour spaces by resource category."""
    states = dictionary(
        **{
            OVERPRINTS: dictionary(Type="/ExtGState", OP="true", op="true", OPM=1),
            KNOCKS_OUT: dictionary(Type="/ExtGState", OP="false", op="false", OPM=0),
        }
    )
    document.Reference(program(TINT), "AllPlates")
    every = array(["/Separation", "/All", "/DeviceCMYK", pdfdoc.PDFObjectReference("AllPlates")])
    return {"ExtGState": document.Reference(states), "ColorSpace": dictionary(**{ALL_PLATES: document.Reference(every)})}


def program(text: str) -> bytes:
    """Return a calculator function of one tint to four plates (ISO 32000-1, 7.10.5)."""
    code = text.encode("ascii")
    head = f"<< /FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1 0 1] /Length {len(code)} >>"
    return f"{head}\nstream\n".encode("ascii") + code + b"\nendstream\n"
