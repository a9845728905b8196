"""Two builds at once in one folder: one after another, or the second is told."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator.diagnostics import BuildError, Exit
from generator.publication import lock
from generator.publication.shield import unhurried
from generator.publication.staging import PREFIX, publish, recover, staging
from tests.publication.sets import contents, put


def test_a_build_in_a_folder_where_another_is_at_work_waits_and_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.2)
    with staging(tmp_path) as first:
        put(first, a="first")
        for second in (staging(tmp_path).__enter__, lambda: recover(tmp_path)):
            with pytest.raises(BuildError) as refusal:
                second()
            assert refusal.value.stage is Exit.WRITE
            assert [one.says.key for one in refusal.value.diagnostics] == ["cannot-write.busy"]
        publish(first, tmp_path)
    assert contents(tmp_path) == {"a": "first"}


def test_a_build_that_waits_goes_on_when_the_other_has_ended(tmp_path: Path) -> None:
    def other() -> None:
        with staging(tmp_path) as stage:
            put(stage, b="second")
            publish(stage, tmp_path)

    with ThreadPoolExecutor() as pool:
        with staging(tmp_path) as first:
            waiting = pool.submit(other)
            time.sleep(0.2)
            assert not waiting.done()
            put(first, a="first", b="first")
            publish(first, tmp_path)
        waiting.result(timeout=5)
    assert contents(tmp_path) == {"a": "first", "b": "second"}


def test_a_lock_whose_file_was_removed_before_it_was_taken_is_taken_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, taken, take = tmp_path / lock.LOCK, [], lock._system_lock

    def late(handle: int) -> None:
        if not taken:
            path.unlink()  # as the one does who has held it until now
        taken.append(handle)
        take(handle)

    monkeypatch.setattr(lock, "_system_lock", late)
    with unhurried() as shield, lock.held(tmp_path, shield):
        assert path.exists()
        assert len(taken) == 2
    assert not path.exists()


def test_twenty_builds_begun_in_the_same_instant_publish_one_after_another(tmp_path: Path) -> None:
    begun = threading.Barrier(20)

    def build(number: int) -> None:
        begun.wait()
        with staging(tmp_path / "build") as stage:
            put(stage, a=str(number), b=str(number))
            publish(stage, tmp_path / "build")

    with ThreadPoolExecutor(20) as pool:
        list(pool.map(build, range(20)))
    told = contents(tmp_path / "build")
    assert set(told) == {"a", "b"}
    assert told["a"] == told["b"]
    assert not list((tmp_path / "build").glob(PREFIX + "*"))
