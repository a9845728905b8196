"""A build by two processes: the same bytes, the same faults, and the build done by one where the other is lost."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator import journeyman, making, pipeline
from generator.diagnostics import BuildError, Exit
from generator.outputs import ALL, DECK, FIGURES, FILES, REPORT

if TYPE_CHECKING:
    from pathlib import Path

    from generator.journeyman import Journeyman

from tests.conftest import CONTENT

USUAL = frozenset({REPORT, DECK, FIGURES})


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> list[Journeyman]:
    """Two processes are allowed; return the second one of each build."""
    monkeypatch.setenv(journeyman.PROCESSES, "2")
    seen: list[Journeyman] = []
    take = journeyman.Journeyman.at

    def at(self: Journeyman, *given):
        seen.append(self)
        return take(self, *given)

    monkeypatch.setattr(journeyman.Journeyman, "at", at)
    return seen


def build(folder: Path, content: Path = CONTENT, only: frozenset[str] = USUAL) -> pipeline.Outcome:
    return pipeline.build(content, folder, only, lambda _stage: None)


def shares(monkeypatch: pytest.MonkeyPatch) -> list[frozenset[str]]:
    """Return what the first process makes, as it goes on."""
    made: list[frozenset[str]] = []
    make = making.made

    def remember(layouts, folder, share, tell):
        made.append(share)
        return make(layouts, folder, share, tell)

    monkeypatch.setattr(making, "made", remember)
    return made


def test_two_processes_write_the_same_bytes_as_one(two, tmp_path, monkeypatch) -> None:
    made = shares(monkeypatch)
    by_two = build(tmp_path / "two")
    assert made == [frozenset({REPORT})]
    monkeypatch.setenv(journeyman.PROCESSES, "1")
    by_one = build(tmp_path / "one")
    assert by_two.proof == by_one.proof
    for output in USUAL:
        assert (tmp_path / "two" / FILES[output]).read_bytes() == (tmp_path / "one" / FILES[output]).read_bytes()
    assert [one.process for one in two] == [None, None]


@pytest.mark.usefixtures("two")
def test_one_process_does_all_where_the_other_is_lost(tmp_path, monkeypatch) -> None:
    made, start = shares(monkeypatch), journeyman._started

    def lost():
        process = start()
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        return process

    monkeypatch.setattr(journeyman, "_started", lost)
    assert build(tmp_path).proof.slides
    assert frozenset().union(*made) == USUAL


def test_one_that_is_lost_while_it_works_is_done_without(two, tmp_path, monkeypatch) -> None:
    made, send = shares(monkeypatch), journeyman._send

    def handed_over(pipe, what) -> None:
        send(pipe, what)
        two[-1].process.kill()

    monkeypatch.setattr(journeyman, "_send", handed_over)
    assert build(tmp_path).proof.slides
    assert made == [frozenset({REPORT}), frozenset({DECK, FIGURES})]


def test_nobody_is_engaged_where_there_is_nothing_to_share(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv(journeyman.PROCESSES, "2")
    monkeypatch.setattr(journeyman, "_started", lambda: pytest.fail("a second process was started"))
    build(tmp_path, only=frozenset({REPORT}))
    build(tmp_path, only=frozenset({DECK}))


@pytest.mark.usefixtures("two")
def test_a_refused_content_ends_both(tmp_path, monkeypatch) -> None:
    begun = []
    start = journeyman._started
    monkeypatch.setattr(journeyman, "_started", lambda: begun.append(start()) or begun[-1])
    bad = tmp_path / "bad.yaml"
    bad.write_text(CONTENT.read_text(encoding="utf-8").replace("近34亿元", "近34亿远"), encoding="utf-8")
    with pytest.raises(BuildError) as refused:
        build(tmp_path / "out", bad, ALL)
    assert refused.value.stage is Exit.CONTENT
    assert [process.poll() for process in begun] == [-signal.SIGKILL]


@pytest.mark.usefixtures("two")
def test_what_the_second_refuses_is_told_by_the_first(tmp_path, monkeypatch) -> None:
    """A slide that it was given without its items fails its proof, and the last good set stays."""
    build(tmp_path)
    good = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    lighten = journeyman._lightened
    monkeypatch.setattr(journeyman, "_lightened", lambda layouts: broken(lighten(layouts)))
    with pytest.raises(BuildError) as refused:
        build(tmp_path)
    assert refused.value.stage is Exit.INSPECTION
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == good


def broken(layouts):
    """Return layouts whose deck lacks its last slide, which its proof misses."""
    deck = layouts.deck
    slides = (*deck.slides[:2], replace(deck.slides[2], items=()), *deck.slides[3:])
    return replace(layouts, deck=replace(deck, slides=slides))
