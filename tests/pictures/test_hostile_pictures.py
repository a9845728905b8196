"""Files that are none, are others, are bombs, or lie elsewhere: each is told at its line, with a way out, and none is read in vain."""

from __future__ import annotations

import os
import struct
import tracemalloc
import zlib

import pytest
from PIL import Image

from generator.diagnostics import Span
from generator.pictures.crop import WHOLE, Crop
from generator.pictures.folder import Folder
from generator.pictures.reading import Wanted
from generator.pictures.reading import read_all as read_wanted
from tests.pictures.drawn import quarters, saved

PNG, JPEG = saved(quarters()), saved(quarters(), "JPEG")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
HERE = Span("content.yaml", 7, 12)


def read_all(named, folder, crop: Crop = WHOLE):
    return read_wanted([Wanted(name, name, crop, span) for name, span in named], folder)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def bomb(across: int, down: int) -> bytes:
    """A PNG of a few bytes that would unpack to gigabytes."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", across, down, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


def animated() -> bytes:
    return saved(quarters(), "PNG", save_all=True, append_images=[quarters(mode="L").convert("RGB")])


def with_profile(profile: bytes) -> bytes:
    return saved(quarters(), "PNG", icc_profile=profile)


TABLE = {
    "a bomb of 36 gigabytes": ("a.png", bomb(110_000, 110_000), "huge"),
    "just too large": ("a.png", bomb(10_000, 6_001), "huge"),
    "too long": ("a.png", bomb(30_001, 1), "huge"),
    "nothing": ("a.png", b"", "empty"),
    "a text": ("a.png", "不是图片".encode(), "no-picture"),
    "a page": ("a.png", b"<!DOCTYPE html><html>", "other-kind"),
    "a JPEG by the name of PNG": ("a.png", JPEG, "other-kind"),
    "a PNG by the name of JPEG": ("a.jpg", PNG, "other-kind"),
    "an SVG by the name of PNG": ("a.png", SVG, "other-kind"),
    "a GIF": ("a.jpg", saved(quarters(), "GIF"), "other-kind"),
    "a WebP": ("a.jpg", saved(quarters(), "WEBP"), "other-kind"),
    "a TIFF": ("a.png", saved(quarters(), "TIFF"), "other-kind"),
    "a PDF": ("a.svg", b"%PDF-1.7", "other-kind"),
    "a packed SVG": ("a.svg", b"\x1f\x8b\x08", "other-kind"),
    "another suffix": ("a.webp", saved(quarters(), "WEBP"), "suffix"),
    "no suffix": ("a", PNG, "suffix"),
    "half a PNG": ("a.png", PNG[: len(PNG) // 2], "damaged"),
    "half a JPEG": ("a.jpg", JPEG[: len(JPEG) // 2], "damaged"),
    "a JPEG of its first bytes": ("a.jpg", JPEG[:3], "damaged"),
    "a PNG of its first bytes": ("a.png", PNG[:8], "damaged"),
    "a PNG with a broken sum": ("a.png", PNG[:20] + b"\xff" + PNG[21:], "damaged"),
    "moving": ("a.png", animated(), "animated"),
    "a profile that is none": ("a.png", with_profile(b"not a profile at all" * 10), "profile"),
    "an SVG that breaks off": ("a.svg", SVG[:60], "no-svg"),
    "an SVG with a script": ("a.svg", SVG.replace(b"<rect", b"<script/><rect"), "svg-live"),
    "an SVG of huge numbers": ("a.svg", SVG.replace(b'width="9"', b'width="1e999"'), "svg-beyond damaged"),
}


@pytest.mark.parametrize(("name", "data", "fault"), TABLE.values(), ids=TABLE)
def test_a_file_that_cannot_be_shown_is_told_with_a_way_out(name, data, fault, tmp_path) -> None:
    (tmp_path / name).write_bytes(data)
    told = read_all([(name, HERE)], Folder(tmp_path))
    (one,) = told.diagnostics
    assert (one.code, one.span, told.value) == ("bad-picture", HERE, {})
    assert dict(one.says.values)["what"].key in {f"bad-picture.{each}" for each in fault.split()}
    assert one.hints


def test_a_bomb_is_never_unpacked(tmp_path) -> None:
    (tmp_path / "a.png").write_bytes(bomb(100_000, 100_000))
    tracemalloc.start()
    read_all([("a.png", HERE)], Folder(tmp_path))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 20_000_000


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("http://example.org/a.png", "address"),
        ("https://example.org/a.png", "address"),
        ("file:///etc/a.png", "address"),
        ("C:\\pictures\\a.png", "address"),
        ("//server/a.png", "address"),
        ("../outside.png", "outside"),
        ("..\\outside.png", "outside"),
        ("pictures/../../outside.png", "outside"),
        ("/etc/a.png", "outside"),
        ("link.png", "outside"),
        ("folder/outside.png", "outside"),
        ("loop.png", "missing"),
        ("missing.png", "missing"),
        ("pictures", "missing suffix"),
        ("", "missing suffix"),
        (".", "missing suffix"),
        ("a\0.png", "missing"),
        ("a" * 5000 + ".png", "missing"),
    ],
)
def test_nothing_is_read_from_elsewhere(name, fault, tmp_path) -> None:
    home = tmp_path / "home"
    (home / "pictures").mkdir(parents=True)
    (tmp_path / "outside.png").write_bytes(PNG)
    (home / "link.png").symlink_to(tmp_path / "outside.png")
    (home / "folder").symlink_to(tmp_path)
    (home / "loop.png").symlink_to(home / "loop.png")
    (one,) = read_all([(name, HERE)], Folder(home)).diagnostics
    assert dict(one.says.values)["what"].key in {f"bad-picture.{each}" for each in fault.split()}


def test_a_folder_that_is_allowed_may_be_read_from(tmp_path) -> None:
    home, other = tmp_path / "home", tmp_path / "other"
    home.mkdir()
    other.mkdir()
    (other / "a.png").write_bytes(PNG)
    for name in ("../other/a.png", str(other / "a.png")):
        assert read_all([(name, HERE)], Folder(home)).diagnostics
        assert not read_all([(name, HERE)], Folder(home, (other,))).diagnostics


@pytest.mark.parametrize(
    ("name", "near"),
    [("水广.jpg", "水厂.jpg"), ("图片/taps.png", "图片/tap.png"), ("tap.png", "图片/tap.png"), ("river.png", "")],
)
def test_a_missing_file_is_told_with_the_one_that_is_called_nearly_so(name, near, tmp_path) -> None:
    (tmp_path / "图片").mkdir()
    (tmp_path / "水厂.jpg").write_bytes(JPEG)
    (tmp_path / "图片" / "tap.png").write_bytes(PNG)
    (one,) = read_all([(name, HERE)], Folder(tmp_path)).diagnostics
    assert dict(one.hints[0].values).get("cure", "") == near


def test_each_file_is_read_once_and_told_once(tmp_path) -> None:
    (tmp_path / "a.png").write_bytes(PNG)
    later = Span("content.yaml", 30, 1)
    told = read_all([("a.png", HERE), ("b.png", HERE), ("a.png", later), ("b.png", later)], Folder(tmp_path))
    assert list(told.value) == ["a.png"]
    assert [one.span for one in told.diagnostics] == [HERE]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="who may read anything meets no lock")
def test_a_file_that_may_not_be_read_is_told(tmp_path) -> None:
    (tmp_path / "a.png").write_bytes(PNG)
    (tmp_path / "a.png").chmod(0)
    (one,) = read_all([("a.png", HERE)], Folder(tmp_path)).diagnostics
    assert dict(one.says.values)["what"].key == "bad-picture.unreadable"


def test_pillows_own_measure_is_left_as_it_was(tmp_path) -> None:
    before = Image.MAX_IMAGE_PIXELS
    (tmp_path / "a.png").write_bytes(PNG)
    read_all([("a.png", HERE)], Folder(tmp_path))
    assert before == Image.MAX_IMAGE_PIXELS
