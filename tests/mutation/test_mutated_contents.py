"""Contents mutated as people do it end with 0, 3 or 4, and each of their faults has a line."""

from __future__ import annotations

import time
from pathlib import Path
from random import Random

import pytest
import yaml

from generator import pipeline
from generator.diagnostics import BuildError, Diagnostic, Exit, Severity, said
from tests.mutation import mutants
from tests.mutation.line_kinds import LINE_KINDS
from tests.mutation.tree_kinds import TREE_KINDS

SEEDS = 20260
"""The first of the seeds tried here; `tests/mutation/run.py` tries others by hand."""
SECONDS = 15
"""As long as the tries of one test may take: those that are left are passed over on a slow machine."""


@pytest.mark.parametrize(("bases", "most"), [(("small",), 120), (("gallery", "sample"), 12)], ids=["small", "large"])
def test_a_mutated_content_is_never_our_fault(tmp_path: Path, bases: tuple[str, ...], most: int) -> None:
    end, tried, wrong = time.monotonic() + SECONDS, 0, []
    for seed in range(SEEDS, SEEDS + most):
        one = mutants.mutant(seed, bases)
        if fault := mutants.end_of(one.text, tmp_path).fault:
            wrong.append((one[:3], fault))
        tried += 1
        if time.monotonic() > end:
            break
    assert wrong == []
    assert tried >= 3


@pytest.mark.parametrize("kind", mutants.KINDS)
def test_a_kind_changes_what_it_is_given_and_the_same_seed_gives_the_same(kind: str) -> None:
    text = mutants.BASES["small"].read_text("utf-8")
    mutate = mutants.KINDS[kind]
    changed = [mutate(Random(seed), text) for seed in range(8)]  # noqa: S311 - no secret
    assert any(one not in (text, written_anew(text)) for one in changed)
    assert changed == [mutate(Random(seed), text) for seed in range(8)]  # noqa: S311 - no secret


def written_anew(text: str) -> str:
    return yaml.safe_dump(yaml.safe_load(text), allow_unicode=True, sort_keys=False, width=10**6)


def test_mutations_are_of_many_kinds_and_their_names_are_their_own() -> None:
    assert len(mutants.KINDS) == len(LINE_KINDS) + len(TREE_KINDS) >= 50


@pytest.mark.parametrize(
    ("fails", "told"),
    [
        (RuntimeError("the press is on fire"), "raises RuntimeError"),
        (BuildError(Exit.INSPECTION, ()), "ends with 5"),
        (BuildError(Exit.CONTENT, ()), "ends with 3 and says no error"),
        (BuildError(Exit.FIT, (Diagnostic(Severity.ERROR, said("empty.comments")),)), "has no line"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_our_fault_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: Exception, told: str) -> None:
    def build(*_given: object) -> None:
        raise fails

    monkeypatch.setattr(pipeline, "build", build)
    assert (mutants.end_of("report:\n", tmp_path).fault or "").startswith(told)
