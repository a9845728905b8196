"""A workbook from outside that is damaged, foreign or made to do harm is refused in words; one that was saved elsewhere is read."""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from io import BytesIO

import pytest

from generator.diagnostics import BuildError, Exit
from generator.edition.fill.filling import fill
from tests.edition.forms import CONTENT, content, filled, form_of

WHY = "form-damage."
SHEET = "xl/worksheets/sheet2.xml"
TYPES = "[Content_Types].xml"
BILLION = b"""<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>&c;</sheetData></worksheet>"""
OUTSIDE = b"""<?xml version="1.0"?>
<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><worksheet>&e;</worksheet>"""


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """A content, and the form of it with one value filled in."""
    path = content(tmp_path_factory.mktemp("sound"))
    return path, filled(form_of(path), {"灯塔": {"数值": "131"}})


def repacked(form, parts, *, without=()) -> bytes:
    """Return a form with parts put in or in place of its own."""
    packed = BytesIO()
    with zipfile.ZipFile(form) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts and name not in without:
                new.writestr(name, old.read(name))
        for name, data in parts.items():
            new.writestr(name, data)
    return packed.getvalue()


def part(form, name) -> bytes:
    with zipfile.ZipFile(form) as archive:
        return archive.read(name)


def encrypted(data: bytes) -> bytes:
    """Return a package whose directory says of each part that it has a password."""
    return data.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00")


HOSTILE = {
    "no file": (lambda _: None, "why.not-found"),
    "empty": (lambda _: b"", "damage.no-package"),
    "words": (lambda _: "灯塔,131".encode(), "damage.no-package"),
    "half": (lambda form: form.read_bytes()[:4000], "damage.no-package"),
    "password": (lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "damage.has-password"),
    "parts with a password": (lambda form: encrypted(repacked(form, {})), "damage.has-password"),
    "bomb": (lambda form: repacked(form, {SHEET: b" " * 30_000_000}), f"{WHY}bomb"),
    "bomb of many": (lambda form: repacked(form, {f"xl/media/{at}.png": b"" for at in range(1001)}), f"{WHY}bomb"),
    "large": (lambda form: form.read_bytes() + b"\0" * 20_000_001, f"{WHY}too-large most=20"),
    "macros": (lambda form: repacked(form, {"xl/vbaProject.bin": b"x"}), f"{WHY}macros"),
    "macros by type": (
        lambda form: repacked(form, {TYPES: part(form, TYPES).replace(b"spreadsheetml.sheet.main", b"macroEnabled.main")}),
        f"{WHY}macros",
    ),
    "links": (lambda form: repacked(form, {"xl/externalLinks/externalLink1.xml": b"<x/>"}), f"{WHY}links"),
    "connections": (lambda form: repacked(form, {"xl/connections.xml": b"<x/>"}), f"{WHY}links"),
    "embedded": (lambda form: repacked(form, {"xl/embeddings/oleObject1.bin": b"x"}), f"{WHY}objects"),
    "entities": (lambda form: repacked(form, {SHEET: BILLION}), f"{WHY}entities part={SHEET}"),
    "entities of the machine": (lambda form: repacked(form, {SHEET: OUTSIDE}), f"{WHY}entities part={SHEET}"),
    "entities in UTF-16": (lambda form: repacked(form, {SHEET: BILLION.decode().encode("utf-16")}), f"{WHY}entities part={SHEET}"),
    "no XML": (lambda form: repacked(form, {SHEET: b"<worksheet>"}), f"damage.no-xml part={SHEET}"),
    "a sheet gone": (lambda form: repacked(form, {}, without=(SHEET,)), f"damage.part part={SHEET}"),
    "no workbook": (lambda form: repacked(form, {"ppt/presentation.xml": b"<x/>"}, without=("xl/workbook.xml",)), f"{WHY}no-workbook"),
    "no types": (lambda form: repacked(form, {}, without=(TYPES,)), f"damage.part part={TYPES}"),
}  # fmt: skip


@pytest.mark.parametrize("harm", HOSTILE)
def test_it_is_refused_in_words(sound, tmp_path, harm) -> None:
    (path, form), (make, why) = sound, HOSTILE[harm]
    bad = tmp_path / "bad.xlsx"
    if (data := make(form)) is not None:
        bad.write_bytes(data)
    with pytest.raises(BuildError) as refusal:
        fill(bad, path)
    assert refusal.value.stage is Exit.CONTENT
    assert [str(one.says) for one in refusal.value.diagnostics] == [f"bad-form.refused file={bad} why={why}"]


@pytest.mark.parametrize(("make", "why"), [("mkdir", "a-folder"), ("mkfifo", "no-file")])
def test_what_is_no_file_is_told_so(sound, tmp_path, make, why) -> None:
    odd = tmp_path / "odd.xlsx"
    (os.mkfifo if make == "mkfifo" else os.mkdir)(odd)
    with pytest.raises(BuildError) as refusal:
        fill(odd, sound[0])
    assert [str(one.says) for one in refusal.value.diagnostics] == [f"bad-form.refused file={odd} why=why.{why}"]


def test_one_that_is_only_repacked_is_read(sound, tmp_path) -> None:
    path, form = sound
    good = tmp_path / "good.xlsx"
    good.write_bytes(repacked(form, {}))
    assert fill(good, path).taken == 1


@pytest.mark.parametrize("at", range(0, 100, 7))
def test_whatever_byte_is_broken_there_is_an_answer(sound, tmp_path, at) -> None:
    path, form = sound
    data = bytearray(form.read_bytes())
    place = len(data) * at // 100
    data[place : place + 40] = b"\xff" * 40
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(data)
    try:
        assert fill(bad, path).taken <= 1
    except BuildError as refusal:
        assert refusal.stage is Exit.CONTENT  # noqa: PT017 - either is an answer


LIBREOFFICE = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr filterMode="false"><pageSetUpPr fitToPage="true"/>
</sheetPr><sheetData>{rows}</sheetData></worksheet>"""


def test_cells_as_libreoffice_writes_them_are_read(sound, tmp_path) -> None:
    """It shares all strings, names the type of each number, and puts a style on every empty cell."""
    path, form = sound
    again = tmp_path / "again.xlsx"
    again.write_bytes(as_libreoffice(form, "98.1"))
    filling = fill(again, path)
    assert filling.taken == 2
    assert "131座灯塔" in filling.new
    assert "98.1%" in filling.new


def as_libreoffice(form, number) -> bytes:
    import openpyxl  # noqa: PLC0415

    sheet, strings, rows = openpyxl.load_workbook(form)["看护部"], list[str](), []
    for row in sheet.iter_rows():
        cells = []
        for cell in row:
            if cell.coordinate == "H6":
                cells.append(f'<c r="H6" s="4" t="n"><v>{number}</v></c>')
            elif cell.value is None:
                cells.append(f'<c r="{cell.coordinate}" s="3"/>')
            else:
                cells.append(f'<c r="{cell.coordinate}" s="3" t="s"><v>{len(strings)}</v></c>')
                strings.append(cell.value)
        rows.append(f'<row r="{row[0].row}" customFormat="false" ht="15" hidden="false">{"".join(cells)}</row>')
    shared = "".join(f'<si><t xml:space="preserve">{one}</t></si>' for one in strings)
    guide = LIBREOFFICE.format(rows='<row r="1"><c r="A1" t="s"><v>0</v></c></row>')
    empty = LIBREOFFICE.format(rows="")
    parts = {
        "xl/worksheets/sheet1.xml": guide, SHEET: LIBREOFFICE.format(rows="".join(rows)),
        "xl/worksheets/sheet3.xml": empty, "xl/worksheets/sheet4.xml": empty,
        "xl/sharedStrings.xml": f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{shared}</sst>',
    }  # fmt: skip
    return repacked(form, {name: text.encode() for name, text in parts.items()})


def test_a_form_that_libreoffice_saved_again_is_read(sound, tmp_path, tool) -> None:
    path, form = sound
    mine = shutil.copy(form, tmp_path / "form.xlsx")
    profile, folder = f"-env:UserInstallation={tmp_path.as_uri()}/office", tmp_path / "saved"
    command = [tool("soffice"), profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder), str(mine)]
    told = subprocess.run(command, check=True, capture_output=True, timeout=240)
    if b"could not be loaded" in told.stdout + told.stderr:
        pytest.skip("this LibreOffice has no Calc")
    filling = fill(folder / "form.xlsx", path)
    assert (filling.taken, filling.untouched, filling.refused) == (1, 3, 0)
    assert filling.new == CONTENT.replace("待更新        #", "131座灯塔        #")
