"""What all tests share: the tools that some of them open the outputs with, the sample report and the gallery built once."""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path

import pytest
from hypothesis import settings

from generator import outputs, pipeline
from generator.diagnostics import Diagnostic, Words
from generator.messages.catalog import Catalog, catalog
from tests.messages.purity import foreign

ROOT = Path(__file__).parent.parent
CONTENT = ROOT / "content.yaml"
REQUIRED = os.environ.get("JIANBAO_REQUIRE_TOOLS") == "1"

settings.register_profile("fixed", derandomize=True)
if REQUIRED:
    settings.load_profile(
        "fixed"
    )  # a verdict on a change is the same each time that it is asked for; elsewhere properties go on hunting


def pytest_configure() -> None:
    """Let the commands that tests start be stopped: what a shell runs in the background ignores the keyboard, its children too.

    The cores are the tests' own, which run side by side: a build has one, unless it is asked for more.
    """
    os.environ.setdefault("JIANBAO_PROCESSES", "1")
    for name, usual in (("SIGINT", signal.default_int_handler), ("SIGHUP", signal.SIG_DFL)):
        found = getattr(signal, name, None)
        if found is not None and signal.getsignal(found) is signal.SIG_IGN:
            signal.signal(found, usual)


@pytest.fixture(scope="session")
def tool():
    """Return a function that gives a tool's path, or skips the test; with JIANBAO_REQUIRE_TOOLS=1 a missing tool fails it."""

    def find(name: str) -> str:
        if path := shutil.which(name):
            return path
        if REQUIRED:
            pytest.fail(f"{name} is not installed, and JIANBAO_REQUIRE_TOOLS=1 asks for it")
        pytest.skip(f"{name} is not installed")

    return find


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> pipeline.Outcome:
    """The report of content.yaml, built and proved once for the whole session; its files lie in `sample_folder`."""
    folder = tmp_path_factory.mktemp("sample")
    outcome = pipeline.build(CONTENT, folder, outputs.ALL, lambda _stage: None)
    _folders[id(outcome)] = folder
    return outcome


@pytest.fixture(scope="session")
def sample_folder(sample: pipeline.Outcome) -> Path:
    return _folders[id(sample)]


@pytest.fixture(scope="session")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> pipeline.Outcome:
    """The report and the deck with a chart of every kind, built and proved once; its files lie in `gallery_folder`."""
    folder = tmp_path_factory.mktemp("gallery")
    outcome = pipeline.build(pipeline.GALLERY, folder, frozenset({"report", "deck"}), lambda _stage: None)
    _folders[id(outcome)] = folder
    return outcome


@pytest.fixture(scope="session")
def gallery_folder(gallery: pipeline.Outcome) -> Path:
    return _folders[id(gallery)]


_folders: dict[int, Path] = {}


@pytest.fixture(autouse=True)
def every_fault_is_worded(monkeypatch: pytest.MonkeyPatch):
    """Whatever fault a test plants is worded in both languages, and each speaks its own alone."""
    seen: list[Diagnostic] = []
    make = Diagnostic.__init__

    def remember(self: Diagnostic, *given, **named) -> None:
        make(self, *given, **named)
        seen.append(self)

    monkeypatch.setattr(Diagnostic, "__init__", remember)
    yield
    for fault in dict.fromkeys(seen):
        for language in ("zh", "en"):
            mixed = [one for one in wordings(fault, catalog(language)) if foreign(one, language)]
            assert not mixed, f"`{fault.says.key}` mixes languages: {mixed}"


def wordings(fault: Diagnostic, language: Catalog) -> list[str]:
    """Return the sentences of a fault."""
    return [language.word(without_backticks(one)) for one in (fault.says, fault.place, *fault.hints) if one]


def without_backticks(words: Words) -> Words:
    """Words whose values have no backtick of the author's own, which would end the quotation of them."""
    return Words(words.key, tuple((name, _bare(value)) for name, value in words.values))


def _bare(value):
    if isinstance(value, tuple):
        return tuple(map(_bare, value))
    if isinstance(value, Words):
        return without_backticks(value)
    return value.replace("`", "'") if isinstance(value, str) else value
