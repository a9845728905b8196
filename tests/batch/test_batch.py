"""A batch: a hundred editions and three that are broken, in processes and on a cluster; what is told, kept, and gone on with."""

from __future__ import annotations

import json
import os
import signal
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

from generator.batch import crew, journal, run
from generator.batch.model import Result
from generator.batch.run import Hands, Order
from generator.cli.main import main
from generator.diagnostics import BuildError, Exit
from generator.outputs import FIGURES
from generator.shape import USUAL
from tests.conftest import REQUIRED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SMALL = """
report: {title: 一年, organization: 某机构, edition: 2020年, date: 2021年8月5日, brand: {rgb: "#1A6A88", cmyk: 86 44 32 10}}
sources: {报道: {title: 一篇报道}}
figures:
  收入: {means: 全年收入, kind: flow, values: {2019年: 28亿元, 2020年: 34亿元}, source: 报道 第1段}
  门店: {means: 开着的门店, kind: stock, values: {2020年: 5425个}, source: 报道 第2段}
about: {text: 这是一份摘要。}
overview: {message: 一年收入【收入】, figures: [收入, 门店]}
themes:
  - name: 经营
    color: 靛蓝
    message: 全年收入【收入】
    heroes: [收入, 门店]
    text: 收入【收入】，门店【门店】。
"""
ONLY = Order(frozenset({FIGURES}), USUAL)


def named(folder: Path, *differs: str) -> Path:
    """Return a file of editions, 甲1 and so on, in each of which this differs."""
    (folder / "content.yaml").write_text(SMALL, encoding="utf-8")
    lines = "".join(f"  甲{number}: {one}\n" for number, one in enumerate(differs, 1))
    file = folder / "editions.yaml"
    file.write_text(f"content: content.yaml\neditions:\n{lines}", encoding="utf-8")
    return file


def stores(count: int) -> str:
    return f"{{figures: {{门店: {{values: {{2020年: {count}个}}}}}}}}"


def batch(file: Path, hands: Hands = Hands(2), order: Order = ONLY) -> tuple[Result, ...]:  # noqa: B008 - frozen
    return run.run(file, file.parent / "out", order, hands, lambda _stage: None)


def stages(results: tuple[Result, ...]) -> list[Exit]:
    return [one.stage for one in results]


def in_the_ledger(folder: Path, name: str) -> bytes:
    import zipfile  # noqa: PLC0415

    with zipfile.ZipFile(folder / "out" / name / "figures.xlsx") as package:
        return b"".join(package.read(one) for one in package.namelist())


def test_each_edition_is_built_in_a_folder_of_its_name_and_a_faulty_one_stops_no_other(tmp_path) -> None:
    results = batch(named(tmp_path, stores(11), stores(12), "{figures: {门店: {values: {2020年: 13远}}}}", "{about: 删去}", ""))
    assert [one.name for one in results] == ["甲1", "甲2", "甲3", "甲4", "甲5"]
    assert stages(results) == [Exit.DONE, Exit.DONE, Exit.CONTENT, Exit.CONTENT, Exit.DONE]
    for name, value in (("甲1", "11个"), ("甲2", "12个"), ("甲5", "5425个")):
        assert value.encode() in in_the_ledger(tmp_path, name)
    assert not (tmp_path / "out" / "甲3").exists()


def test_all_is_told_once_with_the_editions_that_it_is_of(tmp_path) -> None:
    broken = "{figures: {门店: 删去}}"
    told = run.told(batch(named(tmp_path, broken, broken, "")))
    [unknown, *_] = [one for one in told if one.code == "unknown-figure"]
    assert len(told) == len({(one.says, one.span) for one in told})
    assert dict(unknown.hints[-1].values) == {"names": ("甲1", "甲2")}


def test_one_that_goes_on_builds_what_was_refused_changed_or_touched(tmp_path) -> None:
    batch(named(tmp_path, stores(11), stores(12), "{about: 删去}", stores(14)))
    (tmp_path / "out" / "甲2" / "figures.xlsx").write_bytes(b"torn")
    mended = named(tmp_path, stores(11), stores(12), "{about: {text: 摘要。}}", stores(15))
    results = batch(mended, order=Order(ONLY.only, USUAL, resume=True))
    assert stages(results) == [Exit.DONE] * 4
    assert [one.kept for one in results] == [True, False, False, False]
    assert "15个".encode() in in_the_ledger(tmp_path, "甲4")
    assert [one.kept for one in batch(mended, order=Order(ONLY.only, USUAL, resume=True))] == [True] * 4
    assert [one.kept for one in batch(mended)] == [False] * 4


def test_what_stands_of_another_content_or_for_another_purpose_is_built_again(tmp_path) -> None:
    file = named(tmp_path, "", "")
    batch(file)
    again = Order(ONLY.only, USUAL, resume=True)
    (tmp_path / "content.yaml").write_text(SMALL.replace("34亿元", "35亿元"), encoding="utf-8")
    assert [one.kept for one in batch(file, order=again)] == [False, False]
    draft = Order(ONLY.only, USUAL.__class__(draft=True), resume=True)
    assert [one.kept for one in batch(file, order=draft)] == [False, False]


def test_a_journal_that_cannot_be_read_says_that_nothing_stands(tmp_path) -> None:
    file = named(tmp_path, "")
    batch(file)
    (tmp_path / "out" / journal.FILE).write_text("{", encoding="utf-8")
    assert [one.kept for one in batch(file, order=Order(ONLY.only, USUAL, resume=True))] == [False]


def dies(task) -> Result:
    """Stand for a process that the system kills at one edition."""
    if task.name == "甲2":
        os.kill(os.getpid(), signal.SIGKILL)
    return Result(task.name)


def test_a_process_that_is_lost_takes_its_own_edition_alone(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(crew, "work", dies)
    results = batch(named(tmp_path, "", "", "", ""))
    assert stages(results) == [Exit.DONE, Exit.BUG, Exit.DONE, Exit.DONE]


def test_what_was_done_before_a_stop_stands(tmp_path, monkeypatch) -> None:
    done = crew.by_processes

    def stopped(tasks, jobs) -> Iterator[Result]:
        yield next(iter(done(tasks[:1], jobs)))
        raise KeyboardInterrupt

    file = named(tmp_path, "", "", "")
    monkeypatch.setattr(crew, "by_processes", stopped)
    with pytest.raises(KeyboardInterrupt):
        batch(file)
    monkeypatch.setattr(crew, "by_processes", done)
    results = batch(file, order=Order(ONLY.only, USUAL, resume=True))
    assert sorted(one.kept for one in results) == [False, False, True]


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    if find_spec("distributed") is None:
        (pytest.fail if REQUIRED else pytest.skip)("distributed is not installed")
    from distributed import LocalCluster  # noqa: PLC0415

    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as local:
        yield local.scheduler_address


def test_a_cluster_builds_what_processes_build(cluster, tmp_path) -> None:
    file = named(tmp_path, stores(11), "{about: 删去}", stores(13))
    here = batch(file)
    there = batch(file, Hands(1, cluster))
    assert [(one.name, one.stage, one.files) for one in there] == [(one.name, one.stage, one.files) for one in here]


def test_a_scheduler_that_does_not_answer_is_told(tmp_path, monkeypatch) -> None:
    if find_spec("distributed") is None:
        pytest.skip("distributed is not installed")
    monkeypatch.setattr(crew, "PATIENCE", 0.3)
    with pytest.raises(BuildError) as refused:
        batch(named(tmp_path, ""), Hands(1, "tcp://127.0.0.1:9"))
    assert refused.value.stage is Exit.USAGE
    assert refused.value.diagnostics[0].says.key == "batch.no-scheduler"


def test_a_cluster_without_dask_is_told(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(crew, "find_spec", lambda _name: None)
    with pytest.raises(BuildError) as refused:
        batch(named(tmp_path, ""), Hands(1, "tcp://127.0.0.1:9"))
    assert refused.value.diagnostics[0].says.key == "batch.no-dask"


def test_the_command_tells_each_edition_and_ends_with_the_first_refusal(tmp_path, capsys) -> None:
    file = named(tmp_path, "", "{about: 删去}")
    with pytest.raises(SystemExit) as end:
        run_command("batch", str(file), "--only", "figures", "--jobs", "1", "--format", "json")
    told = json.loads(capsys.readouterr().out)
    assert end.value.code == told["exit"] == Exit.CONTENT
    assert [(one["edition"], one["exit"]) for one in told["files"]] == [("甲1", 0), ("甲2", 3)]
    assert (tmp_path / "build" / "editions" / "甲1" / "figures.xlsx").is_file()


def run_command(*arguments: str) -> None:
    import sys  # noqa: PLC0415

    old, sys.argv = sys.argv, ["jianbao", *arguments]
    try:
        main()
    finally:
        sys.argv = old
