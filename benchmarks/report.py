"""What a page costs as pages grow many: the sample with its themes told so many times over, beside three other ways to a PDF.

    python -m benchmarks.report [--content content.yaml] [--times 1 10 20] [--runs 1]

In: a content file. Out: for each number of copies and each way a row: pages, seconds of CPU and the peak of memory of a whole process,
and what a page more than at the first size costs, so that start-up is out of it. Ours alone reads the content, sets, writes and
proves every number; the others (Typst, WeasyPrint and ReportLab, as they come; the `bench` extra) set the same words and tables one
after the other and look at nothing afterwards. The ways take turns, for a machine's speed drifts.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import pypdfium2
import yaml

from benchmarks.build import ROOT, Run, timed

if TYPE_CHECKING:
    from collections.abc import Iterator

COPIES = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"
"""What tells the copies of a theme and of its figures apart."""
OURS = {"report": "report", "report and print": "report,print"}
RIVALS = {"typst": "typst", "weasyprint": "weasyprint", "reportlab": "reportlab"}
"""The other ways, and the module that each needs."""


def multiplied(data: dict[str, Any], times: int) -> dict[str, Any]:
    """Return a content whose themes are there so many times, with figures of their own."""
    first = dict(data)
    for copy in COPIES[1:times]:
        own = {
            key: _renamed(data[key], set(data["figures"]) | set(data["derived"]), copy)
            for key in ("figures", "derived", "themes")
        }
        first["figures"] = first["figures"] | own["figures"]
        first["derived"] = first["derived"] | own["derived"]
        first["themes"] = [*first["themes"], *({**theme, "name": theme["name"] + copy} for theme in own["themes"])]
    return first


def _renamed(found: Any, names: set[str], copy: str) -> Any:  # noqa: ANN401 - plain data
    """Return data with every reference to a figure turned to the copy's own."""
    if isinstance(found, dict):
        return {_renamed(key, names, copy): _renamed(value, names, copy) for key, value in found.items()}
    if isinstance(found, list):
        return [_renamed(one, names, copy) for one in found]
    if not isinstance(found, str):
        return found
    if found.partition("@")[0] in names:
        name, at, period = found.partition("@")
        return f"{name}{copy}{at}{period}"
    for name in sorted(names, key=len, reverse=True):
        for end in "】@:/ )":
            found = found.replace(f"【{name}{end}", f"【{name}{copy}{end}")
    return found


def commands(content: Path, folder: Path) -> Iterator[tuple[str, list[str], Path]]:
    """Yield each way that is at hand: its name, its command and the file that it writes."""
    for name, only in OURS.items():
        out = folder / only
        yield (
            name,
            [sys.executable, "-m", "generator", "build", str(content), "--out", str(out), "--only", only],
            out / "report.pdf",
        )
    for name, module in RIVALS.items():
        if importlib.util.find_spec(module):
            out = folder / f"{name}.pdf"
            yield name, [sys.executable, "-m", "benchmarks.report_rivals", name, str(content), str(out)], out


def measured(data: dict[str, Any], times: int, runs: int) -> Iterator[tuple[str, int, Run]]:
    """Yield for each way what so many copies take: its name, the pages, the median of the runs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        content = folder / "content.yaml"
        content.write_text(yaml.safe_dump(multiplied(data, times), allow_unicode=True, sort_keys=False), "utf-8")
        for way, command, target in commands(content, folder):
            made = [timed(command) for _ in range(runs)]
            with pypdfium2.PdfDocument(target) as document:
                pages = len(document)
            yield way, pages, Run(*(median(getattr(one, part) for one in made) for part in ("cpu", "wall", "memory")))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What a page costs as pages grow many.")
    parser.add_argument("--content", type=Path, default=ROOT / "content.yaml")
    parser.add_argument("--times", type=int, nargs="+", default=[1, 10, 20])
    parser.add_argument("--runs", type=int, default=1)
    given = parser.parse_args()
    data = yaml.safe_load(given.content.read_text("utf-8"))
    first: dict[str, tuple[int, float, float]] = {}
    sys.stdout.write(f"{'times':>5}  {'way':<18}{'pages':>6}{'CPU':>10}{'memory':>10}{'a page more':>15}{'memory a page':>16}\n")
    for times in given.times:
        for way, pages, run in measured(data, times, given.runs):
            before, cpu, memory = first.setdefault(way, (pages, run.cpu, run.memory))
            grown = pages - before
            more = f"{1000 * (run.cpu - cpu) / grown:>12.1f} ms{1000 * (run.memory - memory) / grown:>13.0f} kB" if grown else ""
            sys.stdout.write(f"{times:>5}  {way:<18}{pages:>6}{run.cpu:>8.2f} s{run.memory:>7.0f} MB{more}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
