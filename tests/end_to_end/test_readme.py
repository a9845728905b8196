"""The README and the command say the same, word for word."""

from __future__ import annotations

import re

import pytest

from generator.cli.summary import summary
from generator.messages.catalog import catalog
from tests.conftest import ROOT
from tests.end_to_end.command import jianbao

README = (ROOT / "README.md").read_text("utf-8")
ROWS = {
    name: (usage.replace("\\|", "|"), purpose)
    for usage, name, purpose in re.findall(r"^\| `(jianbao (\w+)[^`]*)` \| (.+) \|$", README, re.MULTILINE)
}
HELP_ITSELF = "-h, --help"


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """Return what a command's --help says, its lines joined into paragraphs."""
    folder = tmp_path_factory.mktemp("help")
    return lambda *names: [joined(one) for one in jianbao(*names, "--help", cwd=folder).stdout.split("\n\n")]


def joined(text: str) -> str:
    return " ".join(text.split())


def test_both_list_the_same_commands(tmp_path) -> None:
    listed = jianbao("--help", cwd=tmp_path).stdout.partition("Commands:\n")[2].partition("\n\n")[0]
    first = {name: purpose.partition(". ")[0].rstrip(".") + "." for name, (_, purpose) in ROWS.items()}
    assert dict(re.findall(r"^  (\w+) +(.+)$", listed, re.MULTILINE)) == first


@pytest.mark.parametrize("name", ROWS)
def test_a_command_s_usage_and_purpose_are_the_same(told, name) -> None:
    usage, purpose = ROWS[name]
    head, *paragraphs = told(name)
    assert purpose == paragraphs[0]
    assert ("[CONTENT]" in usage) == ("[CONTENT]" in head)
    assert sorted(re.findall(r"--[\w-]+(?: [^\[\]\s]+)?", usage)) == sorted(options(paragraphs[-1]))


def options(paragraph: str) -> list[str]:
    """Return the options of a help text as the README writes them."""
    found = re.findall(r"(--[\w-]+)(?: (\[[\w|:]+\]|[A-Z]+\b|[a-z]+(?:,[a-z]+)+))?", paragraph.replace(HELP_ITSELF, ""))
    return [f"{name} {value.strip('[]')}".strip() for name, value in found]


def test_what_a_build_says_is_shown_as_it_says_it(sample) -> None:
    [shown] = re.findall(r"^\$ jianbao --lang en build\n(  reading(?:.*\n)+?)```", README, re.MULTILINE)
    read, report, printed, *lines, last = shown.splitlines()
    assert printed.startswith("  report-print.pdf 20 pages, ")
    assert [read, report, *lines] == [catalog("en").word(line) for line in summary(sample).lines]
    assert re.fullmatch(r"done in \d\.\d s: build/", last)


def test_exit_codes_are_the_same(told) -> None:
    [in_help] = [one for one in told() if one.startswith("Exit codes:")]
    [in_readme] = re.findall(r"^Exit codes, the earliest stage's: (.+)$", README, re.MULTILINE)
    assert in_readme.rstrip(".").split(" · ") == in_help.removeprefix("Exit codes: ").rstrip(".").split(", ")


def test_every_command_typed_in_the_readme_is_one(told) -> None:
    typed = set(re.findall(r"^(?:\$ )?jianbao (?:--lang en )?(\w+)", README, re.MULTILINE))
    assert typed
    assert typed <= set(ROWS)
    assert all(told(name)[0].startswith(f"Usage: jianbao {name}") for name in typed)
