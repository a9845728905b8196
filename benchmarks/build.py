"""What a cold build costs: whole processes, from start to exit, beside a yardstick that runs in turn with them.

    python benchmarks/build.py [--runs 7] [--content content.yaml] [--before FOLDER]

In: a content file. Out: a table of CPU time, elapsed time and peak memory, medians of the runs: of report, deck and figures; of these
with the file for the press; of the first in another checkout, if one is named; and of `peer.py`, the same words by ReportLab and
python-pptx as they come. The operating system's own figures are taken (`wait4`: Linux and macOS). A machine's speed drifts, so that all
take turns, and the ratios say more than the seconds.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
PEER = Path(__file__).with_name("peer.py")

MOST_SECONDS = 3.0
"""Seconds by the clock that a cold build of report, deck and figures with their inspection may take on a quiet machine of two cores."""
MOST_FOR_PRESS = 1.4
"""How many times that the file for the press may make of it."""
MOST_MEMORY = 300.0
"""Megabytes that it may take at its peak."""

SCREEN, PRESS, PLAIN, BEFORE = "screen", "with press", "peer", "before"
"""What is measured."""

PER_MB = 2**20 if sys.platform == "darwin" else 2**10
"""`ru_maxrss` counts kilobytes, on macOS bytes."""


@dataclass(frozen=True, slots=True)
class Run:
    """One process: seconds of CPU (user and system) and of the clock, megabytes at the peak."""

    cpu: float
    wall: float
    memory: float


def timed(command: list[str], folder: Path = ROOT) -> Run:
    """Run a command in a folder and return what it cost. Raises CalledProcessError when it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)  # noqa: S603 - our own two commands
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / PER_MB)


def rounds(commands: dict[str, tuple[list[str], Path]], count: int) -> dict[str, list[Run]]:
    """Run the commands in turn, so often; a first round, which may still write bytecode, is not counted."""
    made = [{name: timed(*command) for name, command in commands.items()} for _ in range(count + 1)]
    return {name: [one[name] for one in made[1:]] for name in commands}


def middle(runs: list[Run]) -> Run:
    """Return the median of each figure."""
    return Run(median(run.cpu for run in runs), median(run.wall for run in runs), median(run.memory for run in runs))


def ratio(found: dict[str, list[Run]], one: str, other: str) -> float:
    """Return how many times the CPU of another a command takes, round by round."""
    return median(mine.cpu / yours.cpu for mine, yours in zip(found[one], found[other], strict=True))


def table(found: dict[str, list[Run]]) -> str:
    """Return the medians as lines of text, and how many times the CPU of the first each takes."""
    lines = [f"{'':12}{'CPU':>9}{'least':>9}{'most':>9}{'elapsed':>10}{'memory':>10}{'ratio':>8}"]
    for name, runs in found.items():
        one, cpu = middle(runs), [run.cpu for run in runs]
        lines.append(
            f"{name:12}{one.cpu:>7.2f} s{min(cpu):>7.2f} s{max(cpu):>7.2f} s{one.wall:>8.2f} s{one.memory:>7.0f} MB"
            f"{ratio(found, name, SCREEN):>8.2f}"
        )
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What a cold build costs.")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--content", type=Path, default=ROOT / "content.yaml")
    parser.add_argument("--before", type=Path, help="another checkout, to be measured beside this one")
    chosen = parser.parse_args()
    content = str(chosen.content.resolve())
    with tempfile.TemporaryDirectory() as folder:

        def build(name: str, *more: str) -> list[str]:
            return [sys.executable, "-m", "generator", "build", content, "--out", f"{folder}/{name}", "--quiet", *more]

        usual = "report,deck,figures"
        commands = {
            SCREEN: (build(SCREEN, "--only", usual), ROOT),
            PRESS: (build(PRESS, "--only", f"{usual},print"), ROOT),
            PLAIN: ([sys.executable, str(PEER), content, f"{folder}/peer"], ROOT),
        }
        if chosen.before:
            before = chosen.before.resolve()
            theirs = [str(before / "content.yaml") if one == content else one for one in build(BEFORE, "--only", usual)]
            commands[BEFORE] = (theirs, before)
        found = rounds(commands, chosen.runs)
    one, press = middle(found[SCREEN]), ratio(found, PRESS, SCREEN)
    most = max(one.memory, middle(found[PRESS]).memory)
    print(table(found))
    print(
        f"allowed: {MOST_SECONDS:.2f} s elapsed, {MOST_FOR_PRESS:.2f} times that with the file for the press, {MOST_MEMORY:.0f} MB"
    )
    sys.exit(one.wall > MOST_SECONDS or press > MOST_FOR_PRESS or most > MOST_MEMORY)


if __name__ == "__main__":
    main()
