"""What a cold build costs: whole processes, from start to exit, beside a yardstick that runs in turn with them.

    python benchmarks/build.py [--runs 7] [--content content.yaml]

In: a content file. Out: a table of CPU time, elapsed time and peak memory, medians of the runs, and the ratio to `peer.py`: the same
words by ReportLab and python-pptx as they come. The operating system's own figures are taken (`wait4`: Linux and macOS). A machine's
speed drifts, so the two take turns, and the ratio says more than the seconds.
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

MOST_CPU = 3.0
"""Seconds of CPU that a cold build of all outputs with its inspection may take."""
MOST_MEMORY = 300.0
"""Megabytes that it may take at its peak."""

PER_MB = 2**20 if sys.platform == "darwin" else 2**10
"""`ru_maxrss` counts kilobytes, on macOS bytes."""


@dataclass(frozen=True, slots=True)
class Run:
    """One process: seconds of CPU (user and system) and of the clock, megabytes at the peak."""

    cpu: float
    wall: float
    memory: float


def timed(command: list[str]) -> Run:
    """Run a command and return what it cost. Raises CalledProcessError when it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)  # noqa: S603 - our own two commands
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / PER_MB)


def rounds(commands: dict[str, list[str]], count: int) -> dict[str, list[Run]]:
    """Run the commands in turn, so often; a first round, which may still write bytecode, is not counted."""
    made = [{name: timed(command) for name, command in commands.items()} for _ in range(count + 1)]
    return {name: [one[name] for one in made[1:]] for name in commands}


def middle(runs: list[Run]) -> Run:
    """Return the median of each figure."""
    return Run(median(run.cpu for run in runs), median(run.wall for run in runs), median(run.memory for run in runs))


def table(found: dict[str, list[Run]]) -> str:
    """Return the medians as lines of text, and how the first stands to the last."""
    lines = [f"{'':12}{'CPU':>9}{'least':>9}{'most':>9}{'elapsed':>10}{'memory':>10}"]
    for name, runs in found.items():
        one, cpu = middle(runs), [run.cpu for run in runs]
        lines.append(f"{name:12}{one.cpu:>7.2f} s{min(cpu):>7.2f} s{max(cpu):>7.2f} s{one.wall:>8.2f} s{one.memory:>7.0f} MB")
    ours, peers = found.values()
    ratio = median(one.cpu / other.cpu for one, other in zip(ours, peers, strict=True))
    memory = middle(ours).memory / middle(peers).memory
    return "\n".join([*lines, f"{'ratio':12}{ratio:>9.2f}{'':28}{memory:>10.2f}"])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What a cold build costs.")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--content", type=Path, default=ROOT / "content.yaml")
    chosen = parser.parse_args()
    content = str(chosen.content.resolve())
    with tempfile.TemporaryDirectory() as folder:
        commands = {
            "jianbao": [sys.executable, "-m", "generator", "build", content, "--out", f"{folder}/ours", "--quiet"],
            "peer": [sys.executable, str(PEER), content, f"{folder}/peer"],
        }
        found = rounds(commands, chosen.runs)
    one = middle(found["jianbao"])
    print(table(found))
    print(f"allowed: {MOST_CPU:.2f} s of CPU, {MOST_MEMORY:.0f} MB")
    sys.exit(one.cpu > MOST_CPU or one.memory > MOST_MEMORY)


if __name__ == "__main__":
    main()
