"""JPEG and PNG in every mode that cameras and programs write come out as dots in sRGB, upright and on white."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from generator.drawing import Pixels
from generator.pictures.raster import bare_jpeg, read_raster
from generator.profiles import icc
from tests.pictures.drawn import QUARTERS, profile, quarters, saved, shaded

TURNS = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What each Exif orientation asks of who shows the picture (CIPA DC-008)."""


def of(pixels: Pixels) -> Image.Image:
    return Image.frombytes("RGB", (pixels.across, pixels.down), pixels.data)


def corners(pixels: Pixels) -> list[tuple[int, int, int]]:
    """The colours in the middle of the four quarters."""
    made, x, y = of(pixels), pixels.across // 4, pixels.down // 4
    return [made.getpixel((x + at % 2 * pixels.across // 2, y + at // 2 * pixels.down // 2)) for at in range(4)]


def near(one, other, slack: int = 6) -> bool:
    return all(abs(a - b) <= slack for pair in zip(one, other, strict=True) for a, b in zip(*pair, strict=True))


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def deep_png(colour: int, samples: bytes, *more: bytes) -> bytes:
    """A PNG of two dots side by side, sixteen bits a channel, written by hand."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 1, 16, colour, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + chunk(b"IDAT", zlib.compress(b"\0" + samples)) + chunk(b"IEND", b"")


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_stands_as_it_was_taken(kind, orientation) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    lying = quarters(64, 48)
    due = lying if TURNS[orientation] is None else lying.transpose(TURNS[orientation])
    found = read_raster(saved(lying, kind, exif=exif, **({"quality": 95, "subsampling": 0} if kind == "JPEG" else {})), kind)
    assert (found.across, found.down) == due.size
    assert max(high for _, high in ImageChops.difference(of(found), due).getextrema()) <= (40 if kind == "JPEG" else 0)
    assert b"Exif" not in found.jpeg


def test_an_orientation_that_makes_no_sense_turns_nothing() -> None:
    exif = Image.Exif()
    exif[0x0112] = 99
    assert corners(read_raster(saved(quarters(), exif=exif), "PNG")) == list(QUARTERS)


@pytest.mark.parametrize(
    ("picture", "more"),
    [
        (quarters(), {}),
        (quarters().quantize(256), {}),
        (quarters().quantize(4), {"bits": 2}),
        (quarters(mode="RGBA"), {}),
    ],
    ids=["true colour", "palette", "palette of two bits", "with alpha"],
)
def test_every_png_has_its_own_colours(picture, more) -> None:
    assert near(corners(read_raster(saved(picture, **more), "PNG")), QUARTERS, 30)


def test_a_gray_picture_is_gray_in_all_three() -> None:
    for mode in ("L", "1", "LA"):
        found = of(read_raster(saved(quarters(mode="L").convert(mode)), "PNG"))
        red, green, blue = found.split()
        assert red.tobytes() == green.tobytes() == blue.tobytes()


def test_what_lets_through_lies_on_white() -> None:
    clear = Image.new("RGBA", (2, 1), (255, 0, 0, 0))
    clear.putpixel((1, 0), (255, 0, 0, 128))
    assert read_raster(saved(clear), "PNG").data == bytes((255, 255, 255, 255, 127, 127))
    keyed = saved(Image.new("RGB", (1, 1), (9, 9, 9)), transparency=(9, 9, 9))
    assert read_raster(keyed, "PNG").data == bytes((255, 255, 255))


@pytest.mark.parametrize(
    ("colour", "samples", "more", "due"),
    [
        (0, (0xFFFF, 0x80FF), (), (255, 128)),
        (0, (0xFFFF, 0x1234), (chunk(b"tRNS", b"\x12\x34"),), (255, 255)),
        (0, (0x1235, 0x1234), (chunk(b"tRNS", b"\x12\x34"),), (0x12, 255)),
    ],
    ids=["gray", "gray with a clear level", "the next level is not clear"],
)
def test_sixteen_bits_of_gray_are_eight(colour, samples, more, due) -> None:
    found = read_raster(deep_png(colour, struct.pack(">HH", *samples), *more), "PNG")
    assert tuple(found.data[::3]) == due


def test_sixteen_bits_of_colour_are_eight() -> None:
    found = read_raster(deep_png(2, struct.pack(">6H", 0xFFFF, 0x8000, 0x00FF, 0, 0x4000, 0xC0FF)), "PNG")
    assert found.data == bytes((255, 128, 0, 0, 64, 192))


def test_an_interlaced_png_is_the_picture_that_it_is() -> None:
    """One dot of the first of seven passes, written by hand: the interlace method is 1 (ISO 15948, 8.2)."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 1))
    data = b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0\x0a\x14\x1e")) + chunk(b"IEND", b"")
    assert read_raster(data, "PNG").data == bytes((10, 20, 30))


def test_a_cmyk_jpeg_is_the_right_way_round_with_the_adobe_marker_and_without() -> None:
    """Red on white by four plates; Adobe's are written the other way round, and Pillow writes them with its marker."""
    plates = Image.new("CMYK", (32, 16), (0, 0, 0, 0))
    plates.paste((0, 230, 230, 0), (0, 0, 16, 16))
    adobe = saved(plates, "JPEG", quality=95)
    assert b"Adobe" in adobe
    plain = saved(ImageChops.invert(plates), "JPEG", quality=95)
    at = plain.index(b"\xff\xee")
    plain = plain[:at] + plain[at + 2 + int.from_bytes(plain[at + 2 : at + 4]) :]
    for data in (adobe, plain):
        left, right = (of(read_raster(data, "JPEG")).getpixel(at) for at in ((6, 8), (26, 8)))
        assert min(right) > 245
        assert left[0] > 180
        assert max(left[1:]) < 80


def test_another_profile_is_brought_to_srgb_and_goes() -> None:
    data = icc.screen().data
    swapped = data.replace(b"rXYZ", b"????").replace(b"gXYZ", b"rXYZ").replace(b"????", b"gXYZ").replace(b"sRGB", b"swap")
    for kind in ("PNG", "JPEG"):
        more = {"quality": 95, "subsampling": 0} if kind == "JPEG" else {}
        found = read_raster(saved(quarters(), kind, icc_profile=swapped, **more), kind)
        assert near(corners(found), [(green, red, blue) for red, green, blue in QUARTERS], 6)
        assert not found.jpeg
    same = read_raster(saved(quarters(), "JPEG", icc_profile=profile(), quality=95), "JPEG")
    assert same.jpeg
    assert b"ICC_PROFILE" not in same.jpeg


def test_a_jpeg_keeps_its_packing_and_loses_what_it_says_of_its_making() -> None:
    exif = Image.Exif()
    exif[0x010F] = "相机".encode().decode("latin-1")
    data = saved(shaded(64, 48), "JPEG", exif=exif, comment=b"made on a hill") + b"more behind its end"
    found = read_raster(data, "JPEG")
    assert found.jpeg == bare_jpeg(data)
    assert not any(word in found.jpeg for word in (b"Exif", b"hill", b"behind"))
    with Image.open(io.BytesIO(found.jpeg)) as again, Image.open(io.BytesIO(data)) as before:
        assert again.tobytes() == before.tobytes() == found.data


def test_a_progressive_jpeg_is_kept_whole() -> None:
    data = saved(shaded(200, 150), "JPEG", progressive=True)
    found = read_raster(data, "JPEG")
    with Image.open(io.BytesIO(found.jpeg)) as again:
        assert again.tobytes() == found.data


@settings(max_examples=60, deadline=None)
@given(
    across=st.integers(1, 40), down=st.integers(1, 40), mode=st.sampled_from(["RGB", "L", "1", "P", "LA", "RGBA", "I;16", "CMYK"]),
    orientation=st.integers(0, 9), kind=st.sampled_from(["PNG", "JPEG"]),
)  # fmt: skip
def test_whatever_the_size_the_mode_and_the_way_it_was_held(across, down, mode, orientation, kind) -> None:
    if kind == "JPEG" and mode not in {"RGB", "L", "CMYK"}:
        mode = "RGB"
    if kind == "PNG" and mode == "CMYK":
        mode = "RGB"
    drawn = shaded(across, down)
    made = (
        drawn.convert("L").convert("I").point(lambda level: level * 257).convert("I;16")
        if mode == "I;16"
        else drawn.convert(mode)
    )
    exif = Image.Exif()
    exif[0x0112] = orientation
    found = read_raster(saved(made, kind, exif=exif), kind)
    assert (found.across, found.down) == ((down, across) if orientation in range(5, 9) else (across, down))
    assert len(found.data) == found.across * found.down * 3
