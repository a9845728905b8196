"""SVG as shapes: where they lie, in which inks, and what is refused rather than left out."""

from __future__ import annotations

import pytest

from generator.drawing import Close, CurveTo, LineTo, MoveTo
from generator.pictures.fault import PictureError
from generator.pictures.svg.reader import LONGER_SIDE, read_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 50">\n'
UNIT = LONGER_SIDE // 100
"""EMU of one of the picture's own units."""


def read(inside: str, head: str = HEAD):
    return read_svg(f"{head}{inside}\n</svg>".encode())


def places(path) -> list[tuple[float, float]]:
    """The points of a path in the picture's own units."""
    found = []
    for one in path.segments:
        points = (
            ()
            if isinstance(one, Close)
            else (one.to,)
            if not isinstance(one, CurveTo)
            else (one.control_1, one.control_2, one.to)
        )
        found += [(round(point.x / UNIT, 2), round(point.y / UNIT, 2)) for point in points]
    return found


def kinds(path) -> str:
    return "".join({MoveTo: "m", LineTo: "l", CurveTo: "c", Close: "h"}[type(one)] for one in path.segments)


def test_a_view_is_the_pictures_size() -> None:
    found = read('<rect width="10" height="10"/>')
    assert (found.size.width, found.size.height) == (LONGER_SIDE, LONGER_SIDE // 2)
    beside = read('<rect x="-5" y="5" width="10" height="10"/>', HEAD.replace("0 0 100 50", "-10 0 100 50"))
    assert places(beside.paths[0])[0] == (5, 5)
    sized = '<svg xmlns="http://www.w3.org/2000/svg" width="1in" height="48px">'
    made = read('<rect width="96" height="48"/>', sized)
    assert made.size.width == 2 * made.size.height


@pytest.mark.parametrize(
    ("shape", "steps", "points"),
    [
        ('<rect x="1" y="2" width="3" height="4"/>', "mlllh", [(1, 2), (4, 2), (4, 6), (1, 6)]),
        ('<polygon points="1,2 3,4 5,2"/>', "mllh", [(1, 2), (3, 4), (5, 2)]),
        ('<polyline points="1 2,3 4 5 2" fill="red"/>', "mll", [(1, 2), (3, 4), (5, 2)]),
        ('<line x1="1" y1="2" x2="3" y2="4" stroke="red"/>', "ml", [(1, 2), (3, 4)]),
        ('<path d="M1 2h3v4H1z"/>', "mlllh", [(1, 2), (4, 2), (4, 6), (1, 6)]),
        ('<path d="M1,2l3,0 0,4-3,0Z"/>', "mlllh", [(1, 2), (4, 2), (4, 6), (1, 6)]),
        ('<path d="M1 2Q4 2 4 5"/>', "mc", [(1, 2), (3, 2), (4, 3), (4, 5)]),
        ('<path d="M1\n2C2 3 4 5 6 7"/>', "mc", [(1, 2), (2, 3), (4, 5), (6, 7)]),
        ('<path d="M10 10a5 5 0 0 1 5 5"/>', "mc", [(10, 10), (12.76, 10), (15, 12.24), (15, 15)]),
        ('<g transform="translate(10 20)"><rect x="1" y="2" width="3" height="4"/></g>', "mlllh", [(11, 22), (14, 22), (14, 26), (11, 26)]),
        ('<rect x="1" y="2" width="3" height="4" transform="scale(2)"/>', "mlllh", [(2, 4), (8, 4), (8, 12), (2, 12)]),
        ('<rect width="3" height="4" transform="translate(10,10) rotate(90)"/>', "mlllh", [(10, 10), (10, 13), (6, 13), (6, 10)]),
        ('<rect width="3" height="4" transform="matrix(1 0 0 1 5 6)"/>', "mlllh", [(5, 6), (8, 6), (8, 10), (5, 10)]),
        ('<defs><rect id="a" width="1" height="1"/></defs><use xlink:href="#a" x="7" y="8"/>', "mlllh", [(7, 8), (8, 8), (8, 9), (7, 9)]),
        ('<symbol id="a"><rect width="1" height="1"/></symbol><use href="#a" x="7"/>', "mlllh", [(7, 0), (8, 0), (8, 1), (7, 1)]),
    ],
)  # fmt: skip
def test_a_shape_lies_where_it_is_drawn(shape, steps, points) -> None:
    (path,) = read(shape).paths
    assert kinds(path) == steps
    assert places(path) == [pytest.approx(one, abs=0.011) for one in points]


@pytest.mark.parametrize(
    "shape",
    [
        '<circle cx="10" cy="10" r="5"/>',
        '<ellipse cx="10" cy="10" rx="5" ry="5"/>',
        '<rect x="5" y="5" width="10" height="10" rx="5"/>',
    ],
)
def test_round_is_round(shape) -> None:
    xs, ys = zip(*places(read(shape).paths[0]), strict=True)
    assert (min(xs), max(xs), min(ys), max(ys)) == (5, 15, 5, 15)


@pytest.mark.parametrize(
    ("shape", "fill", "stroke"),
    [
        ('<rect width="9" height="9"/>', (0, 0, 0), None),
        ('<rect width="9" height="9" fill="#0af"/>', (0, 170, 255), None),
        ('<rect width="9" height="9" fill="rgb(1, 2, 3)"/>', (1, 2, 3), None),
        ('<g fill="red"><rect width="9" height="9"/></g>', (255, 0, 0), None),
        ('<g fill="red"><rect width="9" height="9" style="fill: blue"/></g>', (0, 0, 255), None),
        ('<style>.a{fill:#010203} rect{fill:red}</style><rect class="a" width="9" height="9"/>', (1, 2, 3), None),
        ('<style>#b{fill:#010203} .a{fill:red}</style><rect id="b" class="a" width="9" height="9"/>', (1, 2, 3), None),
        ('<rect x="1" y="1" width="7" height="7" fill="none" stroke="#010203" stroke-width="2"/>', None, (1, 2, 3)),
        ('<g color="#010203"><rect width="9" height="9" fill="currentColor"/></g>', (1, 2, 3), None),
    ],
)
def test_a_shape_has_its_own_colours(shape, fill, stroke) -> None:
    (path,) = read(shape).paths
    assert (path.fill and path.fill.rgb, path.stroke and path.stroke.rgb) == (fill, stroke)


def test_lines_are_as_wide_as_they_are_drawn_at() -> None:
    (path,) = read('<g transform="scale(3)"><path d="M2 2h5" stroke="red" stroke-width="2" stroke-dasharray="1 2"/></g>').paths
    assert (path.stroke_width, path.dash, path.rounded) == (6 * UNIT, (3 * UNIT, 6 * UNIT), False)
    (soft,) = read('<path d="M2 2h5v5" fill="none" stroke="red" stroke-linecap="round" stroke-linejoin="round"/>').paths
    assert soft.rounded


def test_holes_are_told_by_the_rule() -> None:
    ring = "M0 0h9v9h-9zM3 3h3v3h-3z"
    assert [read(f'<path fill-rule="{rule}" d="{ring}"/>').paths[0].evenodd for rule in ("evenodd", "nonzero")] == [True, False]


NOTHING = ('width="0"', 'fill="none"', 'display="none"', 'opacity="0"', 'visibility="hidden"')


@pytest.mark.parametrize(
    "shape",
    [
        *(f'<rect height="9" {one}/>' if "width" in one else f'<rect width="9" height="9" {one}/>' for one in NOTHING),
        "<title>标志</title>",
        "<desc>x</desc>",
    ],
)
def test_what_is_not_seen_paints_nothing(shape) -> None:
    assert len(read(f'{shape}<circle cx="9" cy="9" r="1"/>').paths) == 1


LAUGHS = '<g id="a0"><rect width="1" height="1"/></g>' + "".join(
    f'<g id="a{at + 1}">' + f'<use href="#a{at}"/>' * 10 + "</g>" for at in range(8)
)
"""Ten times ten times ten: what a document type's entities do, by uses."""
REFUSED = [
    ('<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>', "svg-doctype"),
    ('<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">', "svg-doctype"),
    ('<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "svg-doctype"),
    ('<?xml-stylesheet href="a.css"?>', "svg-external"),
]
INSIDE = [
    ("<script>alert(1)</script>", "svg-live"),
    ('<rect width="9" height="9" onclick="x()"/>', "svg-live"),
    ('<animate attributeName="x"/>', "svg-live"),
    ('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>', "svg-live"),
    ('<image href="http://example.org/a.png" width="9" height="9"/>', "svg-external"),
    ('<image xlink:href="../a.png" width="9" height="9"/>', "svg-external"),
    ('<image href="data:image/png;base64,AAAA" width="9" height="9"/>', "svg-unsupported"),
    ('<use href="other.svg#a"/>', "svg-external"),
    ('<use href="#nowhere"/>', "svg-unsupported"),
    ('<style>@import url("http://example.org/a.css");</style>', "svg-external"),
    ("<style>rect{fill:url(http://example.org/a)}</style>", "svg-external"),
    ('<rect width="9" height="9" style="fill:url(b.svg#x)"/>', "svg-external"),
    ("<style>g rect{fill:red}</style>", "svg-unsupported"),
    ("<text>2021年</text>", "svg-text"),
    ('<linearGradient id="a"/><rect width="9" height="9" fill="url(#a)"/>', "svg-unsupported"),
    ('<rect width="9" height="9" opacity=".5"/>', "svg-veil"),
    ('<rect width="9" height="9" fill-opacity="50%"/>', "svg-veil"),
    ('<rect width="9" height="9" fill="rgba(1,2,3,0.5)"/>', "svg-veil"),
    ('<clipPath id="a"/><rect width="9" height="9" clip-path="url(#a)"/>', "svg-unsupported"),
    ('<rect width="9" height="9" mask="url(#a)"/>', "svg-unsupported"),
    ('<rect width="9" height="9" filter="url(#a)"/>', "svg-unsupported"),
    ('<rect width="50%" height="9"/>', "svg-unsupported"),
    ('<rect width="9" height="9" fill="reddish"/>', "svg-unsupported"),
    ('<rect width="9" height="9" transform="perspective(3)"/>', "svg-unsupported"),
    ('<path d="M0 0 X 9 9"/>', "svg-unsupported"),
    ('<path d="M0 0 C 9 9"/>', "svg-unsupported"),
    ('<g transform="scale(1 3)"><path d="M2 2h5" stroke="red"/></g>', "svg-unsupported"),
    ('<path d="M2 2h5" stroke="red" stroke-linecap="square"/>', "svg-unsupported"),
    ('<rect x="90" width="20" height="9"/>', "svg-beyond"),
    ('<switch><rect width="9" height="9"/></switch>', "svg-unsupported"),
    ("<title>无</title>", "svg-empty"),
    ('<g id="a"><use href="#a"/></g>', "svg-many"),
    ("<g>" * 70 + "</g>" * 70, "svg-many"),
    (LAUGHS, "svg-many"),
    ("<rect/>" * 20_001, "svg-many"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "fault"), REFUSED)
def test_what_would_be_expanded_or_fetched_is_refused_before_it_is(before, fault) -> None:
    with pytest.raises(PictureError) as found:
        read_svg(f"{before}{HEAD}<rect width='9' height='9'/></svg>".encode())
    assert found.value.says.key == f"bad-picture.{fault}"


@pytest.mark.parametrize(("inside", "fault"), INSIDE)
def test_what_is_not_drawn_is_told(inside, fault) -> None:
    with pytest.raises(PictureError) as found:
        read(inside)
    assert found.value.says.key == f"bad-picture.{fault}"


@pytest.mark.parametrize(
    "data",
    [
        b"<svg",
        b"",
        b"<html/>",
        b"\xff\xfe",
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 9"/>',
    ],
)
def test_what_is_no_svg_is_told(data) -> None:
    with pytest.raises(PictureError):
        read_svg(data)


def test_a_fault_names_its_line() -> None:
    with pytest.raises(PictureError) as found:
        read('<rect width="9" height="9"/>\n<text>x</text>')
    assert dict(found.value.says.values)["line"] == "3"
