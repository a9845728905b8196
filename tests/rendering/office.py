"""A deck as an office program shows it where its faces are there, where only Noto CJK is, and where another Chinese face is.

In: a .pptx and one of the situations. Out: a PDF of all slides, hidden ones too. A fontconfig file of its own says which faces the
program sees; DejaVu, which every Linux has, is always among them and lends its wide digits where a face is missing.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import REQUIRED, ROOT

THERE, NOTO, WENQUANYI = "fonts there", "only Noto CJK", "only WenQuanYi"
FACES = {THERE: (), NOTO: ("Noto Sans CJK SC",), WENQUANYI: ("WenQuanYi Zen Hei",)}
"""What each situation needs of the machine, by family; `fonts/` is the project's own."""
ALWAYS = "DejaVu Sans"
HIDDEN_TOO = 'pdf:impress_pdf_Export:{"ExportHiddenSlides":{"type":"boolean","value":"true"}}'
TIMEOUT = 240


def folders(family: str, find: Callable[[str], str]) -> set[Path]:
    """Return the folders of a family's files; skips where there are none, fails where tools are required."""
    told = subprocess.run([find("fc-list"), family, "file"], capture_output=True, text=True, check=True).stdout
    found = {Path(line.rsplit(":", 1)[0]).parent for line in told.splitlines()}
    if not found:
        (pytest.fail if REQUIRED else pytest.skip)(f"the face {family} is not installed")
    return found


def shown(deck: Path, situation: str, folder: Path, find: Callable[[str], str]) -> Path:
    """Return a deck as a PDF."""
    seen = {one for family in (ALWAYS, *FACES[situation]) for one in folders(family, find)}
    seen |= {ROOT / "fonts"} if situation == THERE else set()
    config = folder / "fonts.conf"
    places = "".join(f"<dir>{one}</dir>" for one in sorted(seen))
    config.write_text(f"<?xml version='1.0'?><fontconfig>{places}<cachedir>{folder}/cache</cachedir></fontconfig>")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [find("soffice"), "--headless", profile, "--convert-to", HIDDEN_TOO, "--outdir", str(folder), str(deck)]
    environment = os.environ | {"FONTCONFIG_FILE": str(config)}
    subprocess.run(command, capture_output=True, check=False, timeout=TIMEOUT, env=environment)
    return folder / f"{deck.stem}.pdf"
