"""The print buyer's rules read a second time, by other means: poppler, qpdf, Ghostscript's separations, and content streams walked plainly.

Each reader takes a file and tells whether a rule is kept. None of them knows the audit.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

import numpy as np
import pikepdf
from PIL import Image

MM = 72 / 25.4
DPI = 100


def run(*command: object) -> str:
    return subprocess.run([str(one) for one in command], capture_output=True, text=True, check=False).stdout


# ── content streams, by pikepdf's own parser ──


@dataclass(frozen=True)
class Look:
    """What is set where something is painted: colours by operator and operands, overprint, line width, type size, places."""

    fill: tuple = ("g", 0.0)
    line: tuple = ("G", 0.0)
    over: tuple = (False, False, 0)
    keys: dict = field(default_factory=dict)
    width: float = 1.0
    size: float = 0.0
    matrix: pikepdf.Matrix = field(default_factory=pikepdf.Matrix)


def painted(page: pikepdf.Page) -> Iterator[tuple[str, tuple, Look]]:
    """Yield each operator that paints, its operands, and what is set then; forms are walked too."""
    yield from _walk(page.obj, page.resources, Look())


FILLS, LINES = {"g", "rg", "k", "cs", "sc", "scn"}, {"G", "RG", "K", "CS", "SC", "SCN"}
PAINTS = {"f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Tj", "TJ", "'", '"', "Do", "sh", "INLINE IMAGE"}


def _walk(stream, resources, look: Look) -> Iterator[tuple[str, tuple, Look]]:
    stack: list[Look] = []
    for one in pikepdf.parse_content_stream(stream):
        name, given = str(one.operator), tuple(one.operands)
        if name == "q":
            stack.append(look)
        elif name == "Q":
            look = stack.pop()
        elif name == "Do" and resources.XObject[given[0]].Subtype == "/Form":
            form = resources.XObject[given[0]]
            yield from _walk(form, form.get("/Resources", resources), look)
        elif name in PAINTS:
            yield name, given, look
        else:
            look = replace(look, **_set(name, given, look, resources))


def _set(name: str, given: tuple, look: Look, resources) -> dict[str, object]:
    """Return what an operator sets."""
    if name == "cm":
        return {"matrix": pikepdf.Matrix(*map(float, given)) @ look.matrix}
    if name in FILLS | LINES:
        return {"fill" if name in FILLS else "line": (name, *map(_plain, given))}
    if name in {"w", "Tf"}:
        return {"width" if name == "w" else "size": float(given[-1])}
    if name != "gs":
        return {}
    state = resources.ExtGState[given[0]]
    filled, lined, mode = look.over
    over = bool(state.get("/op", state.get("/OP", filled))), bool(state.get("/OP", lined)), int(state.get("/OPM", mode))
    return {"over": over, "keys": {**look.keys, **dict(state.items())}}


def _plain(value):
    return str(value) if isinstance(value, pikepdf.Name) else float(value)


def of_marks(keeps: Callable[[str, tuple, Look], bool]) -> Callable:
    """Return the reader that asks something of every act of painting."""

    def kept(path) -> bool:
        with pikepdf.open(path) as pdf:
            return all(keeps(*one) for page in pdf.pages for one in painted(page))

    return kept


TEXT, STROKES = {"Tj", "TJ", "'", '"'}, {"S", "s", "B", "B*", "b", "b*"}


def no_rgb(_name, _given, look) -> bool:
    return look.fill[0] != "rg" and look.line[0] != "RG"


def white_knocks_out(name, _given, look) -> bool:
    return name in STROKES or not (look.fill == ("k", 0, 0, 0, 0) and look.over[0])


def black_prints_over(name, _given, look) -> bool:
    return name not in TEXT or look.size > 24 or look.fill != ("k", 0, 0, 0, 1) or (look.over[0] and look.over[2] == 1)


def thin_black_prints_over(name, _given, look) -> bool:
    thin = name in STROKES and look.width <= 1 and look.line == ("K", 0, 0, 0, 1)
    return not thin or (look.over[1] and look.over[2] == 1)


def thick(name, _given, look) -> bool:
    a, b, c, d = look.matrix.a, look.matrix.b, look.matrix.c, look.matrix.d
    return name not in STROKES or look.width * abs(a * d - b * c) ** 0.5 > 0.249


def strong(_name, _given, look) -> bool:
    tints = (one for colour in (look.fill, look.line) if colour[0] in {"k", "K"} for one in colour[1:])
    return all(one == 0 or one >= 0.08 for one in tints)


def opaque(_name, _given, look) -> bool:
    return look.keys.get("/ca", 1) == 1 and look.keys.get("/CA", 1) == 1 and look.keys.get("/BM", "/Normal") == "/Normal"


def no_transfer(_name, _given, look) -> bool:
    return "/TR" not in look.keys


def pictures(keeps: Callable[[pikepdf.Object, float], bool]) -> Callable:
    """Return the reader that asks something of every picture and of its dots to the inch."""

    def kept(path) -> bool:
        with pikepdf.open(path) as pdf:
            return all(
                keeps(image, 72 * int(image.Width) / look.matrix.a)
                for page in pdf.pages
                for name, given, look in painted(page)
                if name == "Do"
                for image in (page.resources.XObject[given[0]],)
            )

    return kept


# ── the file's own objects ──


def of_file(keeps: Callable[[pikepdf.Pdf], bool]) -> Callable:
    def kept(path) -> bool:
        with pikepdf.open(path) as pdf:
            return keeps(pdf)

    return kept


def named(pdf: pikepdf.Pdf) -> bool:
    with pdf.open_metadata() as told:
        return told.get("{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion") == "PDF/X-4" and bool(told.get("xmpMM:DocumentID"))


def told_trapped(pdf: pikepdf.Pdf) -> bool:
    with pdf.open_metadata() as told:
        return str(pdf.docinfo.get("/Trapped")) == f"/{told.get('pdf:Trapped')}"


def for_four(pdf: pikepdf.Pdf) -> bool:
    found = pdf.Root.get("/OutputIntents", [])
    return bool(found) and "/DestOutputProfile" in found[0] and int(found[0].DestOutputProfile.N) == 4 and (
        found[0].DestOutputProfile.read_bytes()[12:20] == b"prtrCMYK"
    )  # fmt: skip


def one_condition(pdf: pikepdf.Pdf) -> bool:
    found = pdf.Root.get("/OutputIntents", [])
    return len(found) == 1 and bool(str(found[0].get("/OutputConditionIdentifier", "")))


def plain_spaces(pdf: pikepdf.Pdf) -> bool:
    spaces = [value for page in pdf.pages for value in page.resources.get("/ColorSpace", {}).values()]
    return all(one[0] in ("/Separation", "/DeviceN") for one in spaces)


def no_spots(pdf: pikepdf.Pdf) -> bool:
    spaces = [value for page in pdf.pages for value in page.resources.get("/ColorSpace", {}).values()]
    return all(one[1] == "/All" for one in spaces if one[0] == "/Separation")


# ── poppler ──


def page_boxes(path) -> list[dict[str, tuple[float, ...]]]:
    told = re.findall(r"Page +(\d+) (\w+): +([-\d. ]+)", run("pdfinfo", "-box", "-f", 1, "-l", 99, path))
    found: dict[str, dict[str, tuple[float, ...]]] = {}
    for number, name, values in told:
        numbers = tuple(map(float, values.split()))
        if len(numbers) == 4:
            found.setdefault(number, {})[name] = numbers
    return list(found.values())


def boxes_nested(path) -> bool:
    return all(_within(one["MediaBox"], one["BleedBox"]) and _within(one["BleedBox"], one["TrimBox"]) for one in page_boxes(path))


def _within(outer, inner) -> bool:
    return all(a <= b + 0.01 for a, b in zip(outer[:2], inner[:2], strict=True)) and all(
        a >= b - 0.01 for a, b in zip(outer[2:], inner[2:], strict=True)
    )


def one_size(path) -> bool:
    return len({(round(b[2] - b[0], 1), round(b[3] - b[1], 1)) for b in (one["TrimBox"] for one in page_boxes(path))}) == 1


def bleed_of_3(path) -> bool:
    return all(
        abs(a - b) >= 3 * MM - 0.03 for one in page_boxes(path) for a, b in zip(one["BleedBox"], one["TrimBox"], strict=True)
    )


def fonts(path) -> list[list[str]]:
    """Return for each font what poppler tells in its columns `emb`, `sub`, `uni`."""
    return [re.findall(r" (yes|no)\b", line)[:3] for line in run("pdffonts", path).splitlines()[2:]]


def in_fours(path) -> bool:
    return int(re.search(r"Pages: +(\d+)", run("pdfinfo", path))[1]) % 4 == 0


def words_clear(path) -> bool:
    """Tell whether every word keeps 5 mm from the trim: poppler's boxes, from the top left of the sheet."""
    html = run("pdftotext", "-bbox", path, "-")
    sheets = zip(html.split("<page ")[1:], page_boxes(path), strict=True)
    for number, (sheet, one) in enumerate(sheets, 1):
        media, trim = one["MediaBox"], one["TrimBox"]
        bleed = one["BleedBox"]
        for x0, y0, x1, y1 in re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"', sheet):
            left, right, low, high = float(x0), float(x1), media[3] - float(y1), media[3] - float(y0)
            if left >= bleed[2] or right <= bleed[0] or high <= bleed[1] or low >= bleed[3]:
                continue
            spine = (6 if number % 2 else 5, 5 if number % 2 else 6)
            middle = (low + high) / 2
            if left < trim[0] + spine[0] * MM - 0.5 or right > trim[2] - spine[1] * MM + 0.5:
                return False
            if middle < trim[1] + 5 * MM or middle > trim[3] - 5 * MM:
                return False
    return True


# ── Ghostscript's separations ──


def separations(path, folder) -> list[dict[str, np.ndarray]]:
    """Return each page's plates in per cent of ink."""
    subprocess.run(
        ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", f"-r{DPI}", f"-sOutputFile={folder}/p%02d.tif", str(path)],
        check=True, capture_output=True,
    )  # fmt: skip
    found: dict[str, dict[str, np.ndarray]] = {}
    for file in sorted(folder.glob("p*(*).tif")):
        with Image.open(file) as image:
            found.setdefault(file.name[:3], {})[file.name[4:-5]] = (255 - np.asarray(image).astype(float)) / 2.55
    return list(found.values())


def inside(plate: np.ndarray, page: dict[str, tuple[float, ...]], box: str = "BleedBox") -> np.ndarray:
    """Return a plate within a box of its page, a dot less all round."""
    media, frame, dots = page["MediaBox"], page[box], DPI / 72
    left, top = (frame[0] - media[0]) * dots, (media[3] - frame[3]) * dots
    right, low = (frame[2] - media[0]) * dots, (media[3] - frame[1]) * dots
    return plate[int(top) + 2 : int(low) - 1, int(left) + 2 : int(right) - 1]


def most_ink(path, folder) -> list[float]:
    """Return the most ink within each page's bleed."""
    pairs = zip(separations(path, folder), page_boxes(path), strict=True)
    return [float(sum(inside(one, page) for one in plates.values()).max()) for plates, page in pairs]


READERS: dict[str, Callable] = {
    "trim": boxes_nested,
    "size": one_size,
    "pages": in_fours,
    "bleed": bleed_of_3,
    "safe-zone": words_clear,
    "plates": lambda path: of_marks(no_rgb)(path) and of_file(plain_spaces)(path),
    "spot-colours": of_file(no_spots),
    "picture-colours": pictures(lambda image, _dots: image.ColorSpace in ("/DeviceGray", "/DeviceCMYK")),
    "black-text": of_marks(black_prints_over),
    "black-lines": of_marks(thin_black_prints_over),
    "white": of_marks(white_knocks_out),
    "hairlines": of_marks(thick),
    "tints": of_marks(strong),
    "resolution": pictures(lambda _image, dots: dots > 299),
    "fonts": lambda path: all(one[0] == "yes" for one in fonts(path)),
    "subsets": lambda path: all(one[1] == "yes" for one in fonts(path)),
    "transparency": lambda path: of_marks(opaque)(path) and pictures(lambda image, _dots: "/SMask" not in image)(path),
    "device": of_marks(no_transfer),
    "encryption": lambda path: "not encrypted" in run("qpdf", "--show-encryption", path),
    "annotations": of_file(lambda pdf: not any("/Annots" in page for page in pdf.pages) and "/AcroForm" not in pdf.Root),
    "scripts": lambda path: "/JavaScript" not in run("qpdf", "--json", "--json-key=qpdf", path),
    "attachments": lambda path: run("qpdf", "--list-attachments", path) in {"", f"{path} has no embedded files\n"},
    "version": lambda path: path.read_bytes()[:8] == b"%PDF-1.6",
    "condition": of_file(one_condition),
    "profile": of_file(for_four),
    "trapped": of_file(told_trapped),
    "identity": of_file(named),
}
"""The rules that something else than the audit can judge, each by its reader."""
