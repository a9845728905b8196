"""Plant by hand: `python -m tests.planting [--all] [--count N] [--only WORDS] [--desk own,gallery,sample]` prints the table of kinds."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.planting.finders import compared, inspected
from tests.planting.harness import CONTENTS, Desk, Tally, rounds
from tests.planting.kinds import KINDS


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.planting", description=__doc__)
    parser.add_argument("--all", action="store_true", help="a thousand alterations")
    parser.add_argument("--count", type=int, default=0, help="how many, if not each kind once")
    parser.add_argument("--only", default="", help="kinds whose name holds these words")
    parser.add_argument("--desk", default=",".join(CONTENTS))
    parser.add_argument("--inspection", action="store_true", help="look by the inspection of uses instead of the comparison")
    given = parser.parse_args()
    kinds = [kind for kind in KINDS if given.only in kind.name]
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        desks = [Desk.open(name, Path(folder) / name) for name in given.desk.split(",")]
        for planted in rounds(
            kinds, desks, inspected if given.inspection else compared, 1000 if given.all else given.count or len(kinds)
        ):
            tally.planted.append(planted)
    sys.stdout.write("made found right\n" + "".join(f"{row}\n" for row in tally.rows()) + tally.sums() + "\n")
    for kind in kinds:
        if kind.name not in {one.kind.name for one in tally.planted}:
            sys.stdout.write(f"no place: {kind.name}\n")


if __name__ == "__main__":
    main()
