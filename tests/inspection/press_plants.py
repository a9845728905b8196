"""Violations of the print buyer's rules: each alters a flawless print file of four pages, and names the rules that it breaks.

The file is the sample's own, cut to its first four pages. A plant appends to a page's content, or alters the file's objects.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name

MM = 72 / 25.4
PAGE = 2
"""The index of the page that is altered: page 3, a recto, bound at its left."""


class Plant(NamedTuple):
    """An alteration with the rules that are then not kept, the one meant first; `grave` where one of them is broken."""

    name: str
    rules: tuple[str, ...]
    alter: Callable[[pikepdf.Pdf], None]
    grave: bool = True
    save: dict[str, object] | None = None


class Place:
    """A page by its trim: millimetres from its left and lower edge to points."""

    def __init__(self, page: pikepdf.Page) -> None:
        self.page = page
        self.left, self.low, self.right, self.high = (float(one) for one in page.TrimBox)

    def x(self, mm: float) -> float:
        return self.left + mm * MM

    def y(self, mm: float) -> float:
        return self.low + mm * MM


def drawn(content: str, **resources: object) -> Callable[[pikepdf.Pdf], None]:
    """Return what appends to the page's content; `{x20}` is 20 mm from the trim's left edge, `{y30}` 30 mm from its lower."""

    def alter(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[PAGE]
        place = Place(page)
        places = {f"x{mm}".replace(".", "_"): f"{place.x(mm):.3f}" for mm in STEPS}
        places |= {f"y{mm}".replace(".", "_"): f"{place.y(mm):.3f}" for mm in STEPS}
        own = Dictionary({key: Dictionary(value) for key, value in page.resources.items() if key != "/ProcSet"})
        for kind, made in resources.items():
            group = own[f"/{kind}"] if f"/{kind}" in own else Dictionary()
            for name, value in made(pdf).items():
                group[f"/{name}"] = value
            own[f"/{kind}"] = group
        page.Resources = own
        font, code = shown(page)
        text = content.format(**places, font=font, ink=f"<{code}>")
        page.contents_add(f"q /Knock gs {text} Q".encode(), prepend=False)

    return alter


def shown(page: pikepdf.Page) -> tuple[str, str]:
    """Return a font and the code of a glyph that the page shows in it."""
    found = re.search(rb"/(F\d+) [\d.]+ Tf[^<]*<([0-9A-F]{4})", page.Contents.read_bytes())
    assert found
    return f"/{found[1].decode()}", found[2].decode()


STEPS = (-20, 0, 3, 5.5, 20, 30, 60, 100, 202, 204.5, 210)


def box(colour: str, more: str = "") -> str:
    """Return a field of 40 mm by 20 mm in a colour."""
    return f"{more} {colour} {{x20}} {{y20}} 113 57 re f"


def text(colour: str, size: float = 12, at: str = "{x60} {y100}", more: str = "/Over gs") -> str:
    """Return a glyph in a colour."""
    return f"{more} BT {colour} {{font}} {size} Tf {at} Td {{ink}} Tj ET"


def picture(space: Name, across: int, channels: int = 1, mm: float = 25.4, **more: object):
    """Return what draws a picture of so many dots on so many millimetres."""

    def made(pdf: pikepdf.Pdf) -> dict[str, object]:
        image = pdf.make_stream(b"\x10" * (across * across * channels))
        for key, value in {"Width": across, "Height": across, "BitsPerComponent": 8, "ColorSpace": space}.items():
            image[f"/{key}"] = value
        image.Type, image.Subtype = Name.XObject, Name.Image
        for key, value in more.items():
            image[f"/{key}"] = value(pdf) if callable(value) else value
        return {"Own": image}

    side = mm * MM
    return drawn(f"{side} 0 0 {side} {{x20}} {{y20}} cm /Own Do", XObject=made)


def soft_mask(pdf: pikepdf.Pdf) -> pikepdf.Stream:
    mask = pdf.make_stream(b"\x80")
    mask.Type, mask.Subtype, mask.ColorSpace = Name.XObject, Name.Image, Name.DeviceGray
    mask.Width = mask.Height = 1
    mask.BitsPerComponent = 8
    return mask


def state(**keys: object):
    """Return the graphics state `Own` with such keys."""
    return lambda _pdf: {"Own": Dictionary({f"/{key}": value for key, value in keys.items()})}


def spaced(*space: object):
    """Return the colour space `Own`."""

    def made(pdf: pikepdf.Pdf) -> dict[str, object]:
        return {"Own": Array([one(pdf) if callable(one) else one for one in space])}

    return made


def tinting(outputs: int):
    """Return what makes a function of as many outputs as there are plates."""

    def made(pdf: pikepdf.Pdf) -> pikepdf.Object:
        c1 = [1] + [0] * (outputs - 1)
        return pdf.make_indirect(Dictionary(FunctionType=2, Domain=[0, 1], C0=[0] * outputs, C1=c1, N=1))

    return made


def profile(channels: int):
    """Return what makes an ICC profile's stream of so many channels."""

    def made(pdf: pikepdf.Pdf) -> pikepdf.Object:
        found = pdf.make_stream(pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes())
        found.N = channels
        return found

    return made


def boxes(**given: Callable[[list[float]], list[float]]):
    """Return what makes boxes of the page from its trim."""

    def alter(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[PAGE]
        trim = [float(one) for one in page.TrimBox]
        for name, made in given.items():
            page[f"/{name}"] = Array(made(trim))

    return alter


def grown(by: float) -> Callable[[list[float]], list[float]]:
    return lambda trim: [trim[0] - by, trim[1] - by, trim[2] + by, trim[3] + by]


def without(*path: str):
    """Return what takes away a key of the file's objects."""

    def alter(pdf: pikepdf.Pdf) -> None:
        node = pdf.pages[PAGE].obj if path[0] == "page" else pdf.Root if path[0] == "root" else pdf.trailer
        for key in path[1:-1]:
            node = node[0] if key == "0" else node[f"/{key}"]
        del node[f"/{path[-1]}"]

    return alter


def in_root(key: str, value: Callable[[pikepdf.Pdf], object]):
    return lambda pdf: pdf.Root.__setitem__(f"/{key}", value(pdf))


def of_fonts(change: Callable[[pikepdf.Object, pikepdf.Pdf], None]):
    """Return what changes the first font that carries a program."""

    def alter(pdf: pikepdf.Pdf) -> None:
        change(next(one for one in pdf.objects if isinstance(one, Dictionary) and "/FontDescriptor" in one), pdf)

    return alter


def rename(font: pikepdf.Object, pdf: pikepdf.Pdf) -> None:
    own = font.BaseFont
    for one in pdf.objects:
        if isinstance(one, Dictionary) and one.get("/BaseFont") == own:
            one.BaseFont = Name("/" + str(own).partition("+")[2])


def bare(font: pikepdf.Object, _pdf: pikepdf.Pdf) -> None:
    for key in ("/FontFile", "/FontFile2", "/FontFile3"):
        if key in font.FontDescriptor:
            del font.FontDescriptor[key]


def metadata(old: bytes, new: bytes):
    def alter(pdf: pikepdf.Pdf) -> None:
        told = pdf.Root.Metadata.read_bytes()
        assert old in told
        pdf.Root.Metadata = pdf.make_stream(told.replace(old, new))

    return alter


def link(pdf: pikepdf.Pdf) -> None:
    pdf.pages[PAGE].Annots = Array(
        [
            Dictionary(
                Type=Name.Annot, Subtype=Name.Link, Rect=[60, 60, 90, 90], A=Dictionary(S=Name.URI, URI="https://example.com")
            )
        ]
    )


def attached(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["甲.txt"] = b"text"


def twice(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents.append(pdf.Root.OutputIntents[0])


def fifth(pdf: pikepdf.Pdf) -> None:
    pdf.pages.append(pdf.pages[1])


def moved_marks(pdf: pikepdf.Pdf) -> None:
    """Move all boxes by a point, so that no mark is in line with them any more."""
    page = pdf.pages[PAGE]
    for name in ("/TrimBox", "/BleedBox"):
        page[name] = Array([float(one) + (1 if at % 2 else 0) for at, one in enumerate(page[name])])


def script(_pdf: pikepdf.Pdf) -> pikepdf.Object:
    return Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def _plant(name: str, rules: str, alter: Callable[[pikepdf.Pdf], None], **more: object) -> Plant:
    return Plant(name, tuple(rules.split()), alter, **more)


RED, DARK, HEAVY = "1 0 0 rg", ".9 .9 .3 0 k", ".9 .8 .8 .6 k"
PLANTS = (
    # the sheet
    _plant("art box beside the trim box", "trim", boxes(ArtBox=grown(0))),
    _plant("no trim box", "trim size bleed marks", without("page", "TrimBox")),
    _plant("bleed box within the trim", "trim bleed", boxes(BleedBox=grown(-3))),
    _plant("sheet smaller than the bleed", "trim", boxes(MediaBox=grown(4))),
    _plant("a page of another size", "size marks bleed", boxes(TrimBox=grown(3))),
    _plant("five pages", "pages", fifth),
    _plant("a bleed of 2 mm", "bleed", boxes(BleedBox=grown(2 * MM))),
    # at the cut
    _plant("a field that ends at the trim", "bleed-fields", drawn(".5 0 0 0 k {x204_5} {y20} 15.591 57 re f")),
    _plant("a field that ends in the bleed", "bleed-fields", drawn(".5 0 0 0 k {x204_5} {y20} 20 57 re f")),
    _plant("a clip that ends a field", "bleed-fields", drawn("{x20} {y20} 538.6 57 re W n .5 0 0 0 k {x20} {y20} 700 57 re f")),
    _plant("a picture that ends at the trim", "bleed-fields", drawn(
        "100 0 0 100 {x0} {y20} cm /Own Do",
        XObject=lambda pdf: {"Own": _gray(pdf, 500)})),
    _plant("a line that ends at the trim", "bleed-fields", drawn(".5 0 0 0 K 1 w {x202} {y20} m {x210} {y20} l S")),
    _plant("registration ink on the page", "marks total-ink", drawn("/All CS 1 SCN 1 w {x20} {y20} m {x60} {y20} l S")),
    _plant("a black line beside the bleed", "marks", drawn("0 0 0 1 K 1 w {x-20} {y20} m {x-20} {y60} l S")),
    _plant("marks out of line", "marks", moved_marks),
    _plant("text 3 mm from the trim", "safe-zone", drawn(text("0 0 0 1 k", at="{x60} {y3}"))),
    _plant("text 5.5 mm from the spine", "safe-zone", drawn(text("0 0 0 1 k", at="{x5_5} {y100}"))),
    # inks
    _plant("a field in RGB", "plates", drawn(box(RED))),
    _plant("a line in RGB", "plates", drawn("1 0 0 RG 1 w {x20} {y20} m {x60} {y20} l S")),
    _plant("a field in a profile's gray", "plates", drawn(box("/Own cs .5 sc"), ColorSpace=spaced(Name.ICCBased, profile(1)))),
    _plant("a field in Lab", "plates", drawn(
        box("/Own cs 50 10 10 sc"), ColorSpace=spaced(Name.Lab, lambda _pdf: Dictionary(WhitePoint=[0.95, 1, 1.09])))),
    _plant("CMYK that stands for a profile", "plates black-text", drawn(
        box(".5 0 0 0 k"), ColorSpace=lambda pdf: {"DefaultCMYK": Array([Name.ICCBased, profile(4)(pdf)])})),
    _plant("a gradient in RGB", "plates total-ink", drawn(
        "{x20} {y20} 113 57 re W n /Own sh",
        Shading=lambda pdf: {"Own": Dictionary(
            ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[0, 0, 100, 0], Function=tinting(3)(pdf))})),
    _plant("a spot colour", "spot-colours", drawn(
        box("/Own cs .5 scn"), ColorSpace=spaced(Name.Separation, Name("/Gold"), Name.DeviceCMYK, tinting(4)))),
    _plant("a picture in RGB", "picture-colours total-ink", picture(Name.DeviceRGB, 320, 3)),
    _plant("rich black text", "black-text", drawn(text(".6 .5 .5 1 k", more="/Knock gs"))),
    _plant("black text in gray", "black-text", drawn(text("0 g"))),
    _plant("black text that knocks out", "black-text", drawn(text("0 0 0 1 k", more="/Knock gs"))),
    _plant("black text in overprint mode 0", "black-text", drawn(
        text("0 0 0 1 k", more="/Own gs"), ExtGState=state(op=True, OPM=0))),
    _plant("black text in RGB", "black-text plates", drawn(text("0 0 0 rg", more="/Knock gs"))),
    _plant("a thin black line that knocks out", "black-lines", drawn("0 0 0 1 K 1 w {x20} {y20} m {x60} {y20} l S"), grave=False),
    _plant("a thin black field that knocks out", "black-lines", drawn("0 0 0 1 k {x20} {y20} 113 .5 re f"), grave=False),
    _plant("a white field that prints over", "white", drawn(box("0 0 0 0 k", "/Over gs"))),
    _plant("white text that prints over", "white", drawn(text("0 0 0 0 k"))),
    _plant("a heavy field", "total-ink", drawn(box(HEAVY))),
    _plant("black text over a heavy field", "total-ink", drawn(f"{box(DARK)} {text('0 0 0 1 k', at='{x30} {y30}')}")),
    _plant("two fields over one another", "total-ink", drawn(f"{box('1 .9 0 0 k')} {box('0 0 .8 .5 k', '/Over gs')}")),
    _plant("a form of heavy fields", "total-ink", drawn("1 0 0 1 {x20} {y20} cm /Own Do", XObject=lambda pdf: {"Own": _form(pdf)})),
    _plant("a heavy picture", "total-ink", picture(Name.DeviceCMYK, 320, 4, Decode=[1, 0, 1, 0, 1, 0, 1, 0])),
    # what is fine
    _plant("a line of 0.1 pt", "hairlines", drawn("/Over gs 0 0 0 1 K .1 w {x20} {y20} m {x60} {y20} l S")),
    _plant("a line scaled to 0.1 pt", "hairlines", drawn("/Over gs q .1 0 0 .1 {x20} {y20} cm 0 0 0 1 K 1 w 0 0 m 500 0 l S Q")),
    _plant("the thinnest line of a device", "hairlines", drawn("/Over gs 0 0 0 1 K 0 w {x20} {y20} m {x60} {y20} l S")),
    _plant("a field of 0.1 pt", "hairlines", drawn("/Over gs 0 0 0 1 k {x20} {y20} 113 .1 re f")),
    _plant("a tint of 5 %", "tints", drawn(box("0 .05 0 0 k"))),
    _plant("small type in a faint tint", "small-type", drawn(text("0 0 0 .3 k", 6, more="/Knock gs")), grave=False),
    _plant("small type of four plates", "small-type", drawn(text(".6 .5 .3 .3 k", 6, more="/Knock gs")), grave=False),
    _plant("a picture of 200 dpi", "resolution", picture(Name.DeviceGray, 200), grave=False),
    _plant("a picture of 100 dpi", "resolution", picture(Name.DeviceGray, 100)),
    # what is carried along
    _plant("a font without its program", "fonts", of_fonts(bare)),
    _plant("Helvetica", "fonts", drawn(
        "BT /Own 12 Tf ET", Font=lambda pdf: {
            "Own": pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))})),
    _plant("a whole font", "subsets", of_fonts(rename), grave=False),
    _plant("half transparent", "transparency", drawn(box(".5 0 0 0 k", "/Own gs"), ExtGState=state(ca=0.5))),
    _plant("multiplied", "transparency", drawn(box(".5 0 0 0 k", "/Own gs"), ExtGState=state(BM=Name.Multiply))),
    _plant("a picture with a soft mask", "transparency", picture(Name.DeviceGray, 320, SMask=soft_mask)),
    _plant("a transfer function", "device", drawn(
        box(".5 0 0 0 k", "/Own gs"), ExtGState=lambda pdf: {"Own": pdf.make_indirect(Dictionary(TR=tinting(1)(pdf)))})),
    _plant("encrypted", "encryption", lambda _pdf: None,
           save={"encryption": pikepdf.Encryption(owner="o", user="", R=4), "force_version": "1.6"}),
    _plant("a link", "annotations", link),
    _plant("a form", "annotations", in_root("AcroForm", lambda _pdf: Dictionary(Fields=[]))),
    _plant("a script on opening", "scripts", in_root("OpenAction", script)),
    _plant("a script by name", "scripts", in_root(
        "Names", lambda pdf: Dictionary(JavaScript=Dictionary(Names=["a", pdf.make_indirect(script(pdf))])))),
    _plant("an attachment", "attachments", attached),
    # what it says of itself
    _plant("PDF 1.7", "version", lambda _pdf: None, save={"min_version": "1.7"}),
    _plant("no output intent", "condition profile", without("root", "OutputIntents")),
    _plant("two output intents", "condition", twice),
    _plant("a condition without a name", "condition", without("root", "OutputIntents", "0", "OutputConditionIdentifier")),
    _plant("no profile", "profile", without("root", "OutputIntents", "0", "DestOutputProfile")),
    _plant("a profile of three channels", "profile",
           lambda pdf: pdf.Root.OutputIntents[0].DestOutputProfile.__setitem__("/N", 3)),
    _plant("a profile of no press", "profile", lambda pdf: pdf.Root.OutputIntents[0].__setitem__(
        "/DestOutputProfile", pdf.make_stream(b"\0" * 128, N=4))),
    _plant("Trapped not told", "trapped", without("trailer", "Info", "Trapped")),
    _plant("Trapped told in two ways", "trapped", metadata(b"<pdf:Trapped>False", b"<pdf:Trapped>True")),
    _plant("no metadata", "identity trapped", without("root", "Metadata")),
    _plant("PDF/X-3", "identity", metadata(b">PDF/X-4<", b">PDF/X-3:2003<")),
    _plant("no number of the document", "identity", metadata(b"xmpMM:DocumentID", b"xmpMM:Other")),
)  # fmt: skip
"""Each violation with the rules that are not kept then, and no other."""


def _gray(pdf: pikepdf.Pdf, across: int) -> pikepdf.Stream:
    image = pdf.make_stream(b"\x80" * (across * across))
    image.Type, image.Subtype, image.ColorSpace = Name.XObject, Name.Image, Name.DeviceGray
    image.Width = image.Height = across
    image.BitsPerComponent = 8
    return image


def _form(pdf: pikepdf.Pdf) -> pikepdf.Stream:
    form = pdf.make_stream(f"{HEAVY} 0 0 50 50 re f".encode())
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 50, 50])
    return form
