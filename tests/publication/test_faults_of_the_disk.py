"""Whatever step of publishing fails, and wherever the process dies, the next command finds one set: the old or the new."""

from __future__ import annotations

import contextlib
import itertools
from pathlib import Path

import pytest

from generator.diagnostics import BuildError, Exit
from generator.publication import disk
from generator.publication.staging import PREFIX, publish, recover, staging
from tests.publication.faulty_disk import DENIED, DIES, FAILS, FULL, HALF, POWER, STEPS, Death, Disk, posix

pytestmark = posix

OLD = {"a": "old a", "b": "old b", "mine": "the reader's own"}
NEW = {"a": "new a", "b": "new b", "mine": "the reader's own", "n": "new n"}
WHOLE, PART = ("a", "b", "n"), ("b",)
"""What a build publishes: all, or what `--only` names."""


@pytest.fixture(autouse=True)
def _without_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "PAUSES", ())


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in sorted(folder.iterdir()) if path.is_file() and PREFIX not in path.name}


def built(folder: Path, trouble: Disk, names: tuple[str, ...] = WHOLE) -> str:
    """Build into a folder that holds the old set; return how it ended."""
    folder.mkdir()
    for name, text in OLD.items():
        (folder / name).write_text(text)
        trouble.synced.add((folder / name).stat().st_ino)
    with pytest.MonkeyPatch.context() as patch:
        trouble.install(patch)
        try:
            with staging(folder) as stage:
                for name in names:
                    (stage.new / name).write_text(NEW[name])
                publish(stage, folder)
        except Death:
            ended = "died"
        except BuildError as refusal:
            ended = "refused" if refusal.stage is Exit.WRITE else str(refusal)
        else:
            ended = "done"
    if trouble.how == POWER and trouble.dead:
        trouble.lose_power(folder)
    return ended


def whole(folder: Path, names: tuple[str, ...] = WHOLE) -> dict[str, str]:
    """Return what stands in a folder, which must be one set and nothing beside it."""
    found = contents(folder)
    assert found in (OLD, OLD | {name: NEW[name] for name in names})
    assert not list(folder.glob(PREFIX + "*"))
    return found


def steps(tmp_path: Path) -> list[str]:
    untroubled = Disk()
    assert built(tmp_path / "untroubled", untroubled) == "done"
    assert whole(tmp_path / "untroubled") == NEW
    return untroubled.done


def test_a_build_takes_steps_of_every_kind(tmp_path: Path) -> None:
    assert set(steps(tmp_path)) == set(STEPS)


@pytest.mark.parametrize("names", [WHOLE, PART], ids=["all", "a part"])
@pytest.mark.parametrize("how", [DIES, HALF, POWER])
def test_a_process_that_dies_at_any_step_leaves_one_set_to_the_next_command(tmp_path: Path, how: str, names) -> None:
    found = []
    for number in itertools.count(1):
        folder, trouble = tmp_path / str(number), Disk(number, how)
        ended = built(folder, trouble, names)
        recover(folder)
        found.append(whole(folder, names))
        if ended == "done":
            break
        assert ended == "died"
    assert len(found) > 30
    assert found[0] == OLD
    assert found[-2] == found[-1] == OLD | {name: NEW[name] for name in names}


@pytest.mark.parametrize("how", [FAILS, DENIED, FULL])
def test_a_step_that_fails_leaves_the_old_set_or_has_no_part_in_the_new_one(tmp_path: Path, how: str) -> None:
    ends = []
    for number, _ in enumerate(steps(tmp_path), 1):
        folder = tmp_path / str(number)
        ends.append(built(folder, Disk(number, how)))
        at_once = contents(folder)
        assert at_once == (NEW if ends[-1] == "done" else OLD)
        recover(folder)
        assert whole(folder) == at_once
    assert set(ends) == {"refused", "done"}


def test_a_recovery_that_dies_at_any_step_is_ended_by_the_next(tmp_path: Path) -> None:
    for first, _ in enumerate(steps(tmp_path), 1):
        for second in itertools.count(1):
            folder, trouble = tmp_path / f"{first}-{second}", Disk(second, DIES)
            built(folder, Disk(first, DIES))
            with pytest.MonkeyPatch.context() as patch:
                trouble.install(patch)
                with contextlib.suppress(Death):
                    recover(folder)
            recover(folder)
            whole(folder)
            if not trouble.dead:
                break


def test_a_file_that_cannot_be_put_back_is_named_and_put_back_by_the_next_command(tmp_path: Path) -> None:
    told = set()
    for number in range(1, len(steps(tmp_path)) + 1):
        folder = tmp_path / str(number)
        built(folder, Disk(number, DIES))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(disk, "replace", _held_open)
            try:
                recover(folder)
            except BuildError as refusal:
                told |= {(refusal.stage, one.says.key, dict(one.says.values)["file"]) for one in refusal.diagnostics}
        recover(folder)
        whole(folder)
    assert {(stage, key, Path(str(file)).name) for stage, key, file in told} == {(Exit.WRITE, "cannot-write.back", "a")}


def _held_open(_source: Path, target: Path) -> None:
    raise PermissionError(13, f"{target} is open elsewhere")
