"""ICC profiles: those that go along say what they are, and another is taken only if a press with four inks can print by it."""

from __future__ import annotations

import struct

import pytest

from generator.diagnostics import BuildError, Exit
from generator.profiles import icc

COATED = (icc.FOLDER / icc.COATED_FILE).read_bytes()


def altered(at: int, value: bytes) -> bytes:
    return COATED[:at] + value + COATED[at + len(value) :]


def in_several_languages(name: str) -> bytes:
    """A profile of version 4, whose name is a mluc."""
    text = name.encode("utf-16-be")
    tag = b"mluc" + bytes(4) + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(text), 28) + text
    table = struct.pack(">I4sII", 1, b"desc", 144, len(tag))
    head = bytearray(COATED[:128])
    head[:4], head[8] = struct.pack(">I", 144 + len(tag)), 4
    return bytes(head) + table + tag


def test_the_shipped_one_is_a_press_s() -> None:
    assert icc.coated().name == "FOGRA39L Coated"
    assert icc.screen().data[16:20] == b"RGB "


@pytest.mark.parametrize(
    ("data", "name"), [(COATED, "FOGRA39L Coated"), (in_several_languages("Sheetfed 华北"), "Sheetfed 华北")]
)
def test_a_print_shop_s_own_is_called_as_it_calls_itself(tmp_path, data, name) -> None:
    (tmp_path / "own.icc").write_bytes(data)
    assert icc.own(tmp_path / "own.icc") == icc.Profile(data, name)


def test_one_without_a_name_has_its_file_s(tmp_path) -> None:
    (tmp_path / "own.icc").write_bytes(COATED.replace(b"desc", b"none"))
    assert icc.own(tmp_path / "own.icc").name == "own"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "profile.none"),
        (COATED[:-1], "profile.none"),
        (altered(36, b"none"), "profile.none"),
        (altered(16, b"RGB "), "profile.not-for-press file=own.icc space=RGB"),
        (altered(12, b"mntr"), "profile.not-for-press"),
        (altered(8, b"\5"), "profile.version file=own.icc version=5"),
    ],
)
def test_any_other_is_refused(tmp_path, data, says) -> None:
    (tmp_path / "own.icc").write_bytes(data)
    with pytest.raises(BuildError) as fault:
        icc.own(tmp_path / "own.icc")
    assert fault.value.stage is Exit.CONTENT
    assert says in str(fault.value.diagnostics[0])


def test_one_that_is_not_there_is_told(tmp_path) -> None:
    with pytest.raises(BuildError) as fault:
        icc.own(tmp_path / "none.icc")
    assert "profile.unreadable file=none.icc" in str(fault.value.diagnostics[0])
