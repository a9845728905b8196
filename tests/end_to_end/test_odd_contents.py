"""Whatever a content holds, a build is proved, or its author is told what to mend, each fault at its line: never a fault of ours.

`python -m tests.end_to_end.test_odd_contents 0 300` tries more of them by hand.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from generator import composition, making, outputs
from generator.charts.drawings import Drawings
from generator.diagnostics import BuildError, Diagnostic, Exit, Severity
from tests.end_to_end.odd_contents import odd_content

DONE = 0
ALLOWED = {DONE, int(Exit.CONTENT), int(Exit.FIT)}
SEEDS = range(20)


def outcome(seed: int, folder: Path) -> tuple[int, list[Diagnostic]]:
    """Return the exit code that a build of this content would have, and its errors."""
    content = folder / "content.yaml"
    content.write_text(odd_content(seed), "utf-8")
    try:
        layouts = composition.lay_out(content, Drawings(), lambda _stage: None)
        making.write(layouts, folder, outputs.ALL, lambda _stage: None)
        making.prove(layouts, folder, outputs.ALL, lambda _stage: None, built_now=True)
    except BuildError as refusal:
        return int(refusal.stage), [one for one in refusal.diagnostics if one.severity is Severity.ERROR]
    return DONE, []


@pytest.mark.parametrize("seed", SEEDS)
def test_an_odd_content_is_built_or_its_author_told_where(seed: int, tmp_path: Path) -> None:
    code, errors = outcome(seed, tmp_path)
    assert code in ALLOWED, errors
    assert [one for one in errors if one.span is None] == []


def test_the_contents_are_odd_and_alike_for_a_seed() -> None:
    assert odd_content(1) == odd_content(1) != odd_content(2)


def _by_hand(first: int, last: int) -> None:
    codes: Counter[int] = Counter()
    for seed in range(first, last):
        with TemporaryDirectory() as folder:
            code, errors = outcome(seed, Path(folder))
        codes[code] += 1
        if code not in ALLOWED or any(one.span is None for one in errors):
            sys.stdout.write(f"{seed}: exit {code}: {'; '.join(map(str, errors[:3]))}\n")
    sys.stdout.write(f"{dict(sorted(codes.items()))}\n")


if __name__ == "__main__":
    _by_hand(*map(int, sys.argv[1:]))
