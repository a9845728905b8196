"""Many mutants by hand: `python -m tests.mutation.run FIRST COUNT FOLDER [BASE …]`.

Prints a line for each that the program takes wrongly, keeps its content in the folder, and ends with a count of all ends.
"""

from __future__ import annotations

import sys
import time
import traceback
from collections import Counter
from pathlib import Path

from generator import outputs, pipeline
from generator.diagnostics import BuildError
from tests.mutation import mutants


def main(first: int, count: int, folder: Path, *bases: str) -> None:
    ends: Counter[str] = Counter()
    work = mutants.fresh(folder / f"work-{first}")
    start = time.monotonic()
    for seed in range(first, first + count):
        one = mutants.mutant(seed, bases or tuple(mutants.BASES))
        began = time.monotonic()
        code, fault = mutants.end_of(one.text, work)
        took = time.monotonic() - began
        ends["wrong" if fault else f"right, {int(code)}"] += 1
        if fault:
            _tell(f"{seed} {one.base} {one.kinds} {took:.1f} s: {fault[:400]}")
            (folder / f"{seed}.yaml").write_bytes(one.text.encode("utf-8", "surrogatepass"))
            (folder / f"{seed}.txt").write_text(f"{one.base} {one.kinds}\n{fault}\n\n{_trace(work)}", "utf-8")
    _tell(f"{dict(ends)} in {time.monotonic() - start:.0f} s")


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _trace(work: Path) -> str:
    """Build what stands in a folder once more and return how Python tells of what it raises."""
    try:
        pipeline.build(work / "content.yaml", work / "build", outputs.ALL, lambda _stage: None)
    except BuildError as refusal:
        return str(refusal)
    except Exception:  # noqa: BLE001 - as above
        return traceback.format_exc()
    return ""


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]), *sys.argv[4:])
