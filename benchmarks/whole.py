"""The whole job, cold: report, deck and ledger with their proof, beside a report by Typst and a deck by PptxGenJS of the same content.

    npm ci --prefix benchmarks/pptxgenjs
    python -m benchmarks.whole [--runs 7]

In: a content file. Out: seconds of the clock and of CPU of whole processes, and how many times the sum of both rivals ours takes. The
rivals get words, tables and numbers ready-made: they read no content, compute and prove nothing, and draw no chart but plain bars.
Typst is the `bench` extra, run as a Python module; PptxGenJS needs node.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.build import ROOT, middle, rounds
from benchmarks.peer import FONTS, PROSE, ROWS_A_SLIDE, Content
from benchmarks.report_rivals import typst_source

if TYPE_CHECKING:
    from collections.abc import Iterator

OURS, ALONE, TYPST, PPTXGENJS = "jianbao", "one process", "typst", "pptxgenjs"
GOAL = 3.0
"""How many times the sum of its rivals a build is to take at the most, on a quiet machine."""
DECK = Path(__file__).with_name("pptxgenjs")
COMPILE = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True)"


def slides(content: Content) -> Iterator[dict[str, Any]]:
    """Yield slides as plain data: of each section its words, its charts and its story, then the register of figures."""
    for section in content.sections:
        for part in (section, *(section.get("charts") or ()), section.get("story")):
            if part:
                yield _slide(content, part)
    register = [row for name in content.values for row in content.register(name)]
    for start in range(0, len(register), ROWS_A_SLIDE):
        yield {
            "title": "关键数字",
            "lines": [],
            "rows": register[start : start + ROWS_A_SLIDE],
            "names": [],
            "numbers": [],
            "notes": "",
        }


def _slide(content: Content, part: dict[str, Any]) -> dict[str, Any]:
    title = content.said(part.get("name") or part.get("title") or part.get("message"))
    names, numbers = content.bars(part) if "kind" in part else ([], [])
    lines = [] if names else [one for key in PROSE for one in content.said(part.get(key)).split("\n\n") if one.strip()]
    return {
        "title": title,
        "lines": lines,
        "rows": [],
        "names": names,
        "numbers": numbers,
        "notes": content.said(part.get("notes")),
    }


def commands(content: Path, folder: Path, python: str) -> dict[str, tuple[list[str], Path]]:
    """Return the commands, their sources made ready."""
    data = Content(content)
    (folder / "report.typ").write_text(typst_source(data), "utf-8")
    (folder / "slides.json").write_text(json.dumps([*slides(data)], ensure_ascii=False), "utf-8")
    ours = [sys.executable, "-m", "generator", "build", str(content), "--only", "report,deck,figures", "--quiet", "--out"]
    node = shutil.which("node")
    if node is None or not (DECK / "node_modules").is_dir():
        sys.exit("PptxGenJS is missing: npm ci --prefix benchmarks/pptxgenjs")
    return {
        OURS: ([*ours, str(folder / "ours")], ROOT),
        ALONE: (["env", "JIANBAO_PROCESSES=1", *ours, str(folder / "alone")], ROOT),
        TYPST: ([python, "-c", COMPILE, str(folder / "report.typ"), str(folder / "report.pdf"), str(FONTS)], folder),
        PPTXGENJS: ([node, str(DECK / "deck.mjs"), str(folder / "slides.json"), str(folder / "deck.pptx")], folder),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="The whole job beside Typst and PptxGenJS.")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--content", type=Path, default=ROOT / "content.yaml")
    parser.add_argument("--typst", default=sys.executable, metavar="PYTHON", help="a Python that has Typst")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = rounds(commands(given.content.resolve(), Path(folder), given.typst), given.runs)
    one = {name: middle(runs) for name, runs in found.items()}
    for name, run in one.items():
        print(f"{name:12}{run.wall:>7.2f} s elapsed{run.cpu:>7.2f} s of CPU{run.memory:>6.0f} MB")
    for name in (OURS, ALONE):
        wall = one[name].wall / (one[TYPST].wall + one[PPTXGENJS].wall)
        cpu = one[name].cpu / (one[TYPST].cpu + one[PPTXGENJS].cpu)
        print(f"{name}: {wall:.1f} times the sum of typst and pptxgenjs by the clock, {cpu:.1f} times by CPU (goal {GOAL:.0f})")


if __name__ == "__main__":
    main()
