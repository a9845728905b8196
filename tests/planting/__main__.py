"""Plant by hand: `python -m tests.planting --all` makes a thousand alterations and prints what became of each kind.

`--count N` makes as many, `--only WORDS` takes the kinds whose names hold words, `--desk own,gallery,sample` names the contents,
`--harmless` makes the harmless edits instead, `--inspection` looks by the inspection of uses instead of the comparison.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.planting.finders import compared, inspected
from tests.planting.harmless import HARMLESS_KINDS
from tests.planting.harness import CONTENTS, Desk, Tally, rounds
from tests.planting.kinds import KINDS, PAPER_KINDS, PRESS_KINDS

THOUSAND = 1000


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.planting", description=__doc__)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--count", type=int, default=0)
    parser.add_argument("--only", default="")
    parser.add_argument("--desk", default=",".join(CONTENTS))
    parser.add_argument("--harmless", action="store_true")
    parser.add_argument("--inspection", action="store_true")
    given = parser.parse_args()
    kinds = [
        kind for kind in (HARMLESS_KINDS if given.harmless else (*KINDS, *PAPER_KINDS, *PRESS_KINDS)) if given.only in kind.name
    ]
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        desks = [Desk.open(name, Path(folder) / name) for name in given.desk.split(",")]
        count = THOUSAND if given.all else given.count or len(kinds)
        for planted in rounds(kinds, desks, inspected if given.inspection else compared, count):
            tally.planted.append(planted)
            if not planted.is_right:
                sys.stdout.write(f"{planted}\n")
                sys.stdout.flush()
    sys.stdout.write("made found right\n" + "".join(f"{row}\n" for row in tally.rows()) + tally.sums() + "\n")
    made = {one.kind.name for one in tally.planted}
    sys.stdout.write("".join(f"no place: {kind.name}\n" for kind in kinds if kind.name not in made))


if __name__ == "__main__":
    main()
