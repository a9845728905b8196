"""The wheel: built from the checkout without a network, it works where no checkout is, with its own fonts and licences."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from importlib.util import find_spec

import pytest

from tests.conftest import CONTENT, REQUIRED, ROOT
from tests.end_to_end.command import FILES, environment

PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input"]
OFFLINE = ["--no-index", "--no-deps"]
WHERE = """
from pathlib import Path
import generator.cli.main
from generator.fonts.library import Library
print(generator.cli.main.__file__)
for file in Library.open().files().values():
    print(file)
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    if find_spec("hatchling") is None:
        (pytest.fail if REQUIRED else pytest.skip)("hatchling is not installed")
    folder = tmp_path_factory.mktemp("wheel")
    _pip("wheel", str(ROOT), *OFFLINE, "--no-build-isolation", "--wheel-dir", str(folder))
    [made] = folder.iterdir()
    return made


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    _pip("install", str(wheel), *OFFLINE, "--target", str(folder))
    return folder


def _pip(*arguments: str) -> None:
    result = subprocess.run([*PIP, *arguments], capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stderr


def test_it_holds_the_package_the_fonts_and_their_licences_and_nothing_else(wheel) -> None:
    with zipfile.ZipFile(wheel) as package:
        names = package.namelist()
        [entry_points] = [name for name in names if name.endswith(".dist-info/entry_points.txt")]
        assert "jianbao = generator.cli.main:main" in package.read(entry_points).decode()
    tops = {name.split("/")[0] for name in names}
    assert tops == {"generator", entry_points.split("/")[0]}
    assert {"generator/profiles/sRGB.icc", "generator/profiles/FOGRA39L_coated.icc", "generator/profiles/README.md"} <= {*names}
    starts = {name.rpartition("/")[2] for name in names if name.startswith("generator/samples/starts/")}
    assert starts == {"starter.yaml", "company.yaml", "institution.yaml", "sign.svg", "picture.svg"}
    fonts = [name for name in names if name.endswith(".ttf")]
    assert len(fonts) == 6
    assert all(name.startswith("generator/fonts/files/") for name in fonts)
    assert sum("/licenses/" in name and "OFL" in name for name in names) >= 1
    assert any("/licenses/" in name and name.endswith("/LICENSE") for name in names)
    assert "generator/py.typed" in names
    assert not [name for name in names if "__pycache__" in name or name.endswith(".pyc")]


def test_it_starts_a_content_outside_the_checkout_that_builds_at_once(installed, tmp_path) -> None:
    env = environment(PYTHONPATH=str(installed))
    for words in (["new", "x"], ["build", "x/content.yaml"]):
        command = [sys.executable, "-m", "generator", *words]
        result = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, encoding="utf-8", check=False)
        assert result.returncode == 0, result.stderr
    assert {one.name for one in (tmp_path / "x" / "build").iterdir()} >= {*FILES}


def test_it_builds_the_report_outside_the_checkout_with_its_own_code_and_fonts(installed, sample_folder, tmp_path) -> None:
    env = environment(PYTHONPATH=str(installed))
    (tmp_path / "content.yaml").write_text(CONTENT.read_text("utf-8"), encoding="utf-8")
    places = subprocess.run(
        [sys.executable, "-c", WHERE], cwd=tmp_path, env=env, capture_output=True, encoding="utf-8", check=True
    )
    assert len(places.stdout.splitlines()) == 4
    assert all(place.startswith(str(installed)) for place in places.stdout.splitlines()), places.stdout
    command = [sys.executable, "-m", "generator", "build"]
    result = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stderr
    for name in FILES:
        assert (tmp_path / "build" / name).read_bytes() == (sample_folder / name).read_bytes(), name
