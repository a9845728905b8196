"""The same content gives the same bytes: on another machine, at another hour, for another user."""

from __future__ import annotations

import getpass
import io
import socket
import sys
import tempfile
import zipfile
from pathlib import Path

import pikepdf
import pytest

from tests.conftest import ROOT
from tests.end_to_end.command import FILES

PRINTED = "report-print.pdf"


@pytest.mark.parametrize("name", [*FILES, PRINTED])
def test_two_machines_make_the_same_bytes(built_here, built_there, name) -> None:
    assert (built_here.folder / name).read_bytes() == (built_there.folder / name).read_bytes()


@pytest.mark.parametrize("name", FILES)
def test_the_tests_own_process_makes_the_same_bytes(built_here, sample_folder, name) -> None:
    assert (sample_folder / name).read_bytes() == (built_here.folder / name).read_bytes()


@pytest.mark.parametrize("name", [*FILES, PRINTED])
def test_no_file_names_the_machine_or_its_folders(built_here, built_there, name) -> None:
    places = {
        *(ROOT, Path(sys.prefix), Path(sys.base_prefix), Path.home(), Path(tempfile.gettempdir())),
        *(built.cwd for built in (built_here, built_there)),
    }
    names = {socket.gethostname(), getpass.getuser()}
    words = {word for word in (*map(str, places), *names) if len(word) > 4}  # a shorter one is found by chance
    told = _unpacked((built_here.folder / name).read_bytes())
    assert len(told) > 100_000
    found = {word for word in words for form in ("utf-8", "utf-16-be", "utf-16-le") if word.encode(form) in told}
    assert found == set()


def _unpacked(data: bytes) -> bytes:
    """Every byte of a file, with its parts and streams uncompressed, and those of the packages in it."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = "\n".join(package.namelist()).encode()
            return names + b"".join(_unpacked(package.read(name)) for name in package.namelist())
    if data.startswith(b"%PDF"):
        plain = io.BytesIO()
        with pikepdf.open(io.BytesIO(data)) as pdf:
            pdf.save(plain, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.all)
        return data + plain.getvalue()
    return data


def test_the_parts_of_a_package_bear_one_date_and_stand_in_one_order(built_here) -> None:
    for name in ("deck.pptx", "figures.xlsx"):
        with zipfile.ZipFile(built_here.folder / name) as package:
            assert len({part.date_time for part in package.infolist()}) == 1, name
            assert package.namelist()[0] == "[Content_Types].xml", name
