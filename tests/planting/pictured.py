"""The small report of the planter with pictures in it, drawn here: a sign on covers and slides, and an opener's own picture."""

from __future__ import annotations

from pathlib import Path

from tests.pictures.drawn import quarters, saved, shaded

OWN = Path(__file__).parent / "content.yaml"
SIGN, VIEW = "logo.png", "view.jpg"


def pictured(folder: Path) -> Path:
    """Write the content and its pictures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / SIGN).write_bytes(saved(quarters(480, 320)))
    (folder / VIEW).write_bytes(saved(shaded(2400, 1600), "JPEG", quality=88))
    text = OWN.read_text("utf-8").replace("report:\n", f"report:\n  logo: {SIGN}\n", 1)
    head, themes = text.split("\nthemes:\n", 1)
    opener = f"    picture: {{file: {VIEW}, alt: 河湾的清晨, numbers: 无}}\n"
    at = themes.index("\n    message:") + 1
    content = folder / "content.yaml"
    content.write_text(f"{head}\nthemes:\n{themes[:at]}{opener}{themes[at:]}", "utf-8")
    return content
