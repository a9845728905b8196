"""The command that `make report` leaves: it runs from any folder, and is the checkout itself."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import sysconfig
from importlib.util import find_spec

import pytest

from generator.version import VERSION
from tests.conftest import REQUIRED, ROOT
from tests.end_to_end.command import environment

BIN = "Scripts" if sys.platform == "win32" else "bin"
SITE = sysconfig.get_path("purelib")
"""Where the dependencies are that the new environment has as well."""

EDITABLE = "\t$(INSTALL) --no-index"
"""How the Makefile's line begins that installs the project itself."""


@pytest.fixture(scope="module")
def bin_folder(tmp_path_factory):
    """An environment with the project installed in it as the Makefile does."""
    if find_spec("hatchling") is None:
        (pytest.fail if REQUIRED else pytest.skip)("hatchling is not installed")
    folder = tmp_path_factory.mktemp("environment") / "环境 一"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    [line] = [line for line in (ROOT / "Makefile").read_text("utf-8").splitlines() if line.startswith(EDITABLE)]
    pip = [sys.executable, "-m", "pip", "--python", folder / BIN / "python", "install", "--disable-pip-version-check"]
    env = environment(PYTHONPATH=SITE, PATH=os.environ["PATH"])
    result = subprocess.run([*pip, *shlex.split(line)[1:]], cwd=ROOT, env=env, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stderr
    return folder / BIN


def ran(command, cwd):
    result = subprocess.run(
        command, cwd=cwd, env=environment(PYTHONPATH=SITE), capture_output=True, encoding="utf-8", check=False
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_it_runs_from_any_folder_with_the_fonts_of_the_checkout(bin_folder, tmp_path) -> None:
    assert "specimen.pdf" in ran([bin_folder / "jianbao", "specimen"], tmp_path)
    assert (tmp_path / "specimen.pdf").stat().st_size > 10_000


def test_it_is_the_checkout_so_that_a_changed_source_counts_at_once(bin_folder, tmp_path) -> None:
    where = ran([bin_folder / "python", "-c", "import generator.cli.main; print(generator.cli.main.__file__)"], tmp_path)
    assert where.strip() == str(ROOT / "generator" / "cli" / "main.py")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX systems")
def test_it_is_plain_jianbao_once_the_environment_is_active(bin_folder, tmp_path) -> None:
    shell = ["/bin/sh", "-c", '. "$0"/activate && jianbao --version', bin_folder]
    assert ran(shell, tmp_path).strip() == f"jianbao {VERSION}"


def test_what_installs_it_is_pinned_with_hashes_as_the_tests_have_it() -> None:
    build, test = (blocks((ROOT / "requirements" / name).read_text("utf-8")) for name in ("build.txt", "test.txt"))
    assert "hatchling" in {pin.partition("==")[0] for pin in build}
    assert all(test[pin] == hashes != () for pin, hashes in build.items())


def blocks(text: str) -> dict[str, tuple[str, ...]]:
    """Return the hashes of each pin of a file of requirements."""
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line.startswith("    --hash="):
            found[[*found][-1]].append(line.rstrip(" \\"))
        elif not line.startswith(" "):
            found[line.rstrip(" \\")] = []
    return {pin: tuple(hashes) for pin, hashes in found.items()}
