"""The catalogs: every key that the program speaks stands once in each language, with the same values, and in that language alone."""

from __future__ import annotations

import ast
import re
from collections import Counter
from string import Formatter
from typing import TYPE_CHECKING

import polib
import pytest

from generator.diagnostics import Diagnostic, Severity, Span, said
from generator.messages.catalog import FOLDER, catalog, languages
from generator.messages.speech import printed, spoken
from tests.conftest import ROOT
from tests.messages.purity import foreign

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGES = ("en", "zh")


def entries(language: str) -> Iterator[polib.POEntry]:
    for path in sorted((FOLDER / language).glob("*.po")):
        yield from polib.pofile(str(path), encoding="utf-8")


def patterns(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgstr_plural else [entry.msgstr]


def names(pattern: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(pattern) if name is not None}


def spoken_keys() -> set[str]:
    """Every key that stands in the code as a word of its own: `said("bad-unit.unknown")`."""
    found = set()
    for path in (ROOT / "generator").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


def test_chinese_and_english_are_spoken() -> None:
    assert tuple(languages()) == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_key_stands_once(language: str) -> None:
    counted = Counter(entry.msgid for entry in entries(language))
    assert [key for key, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_has_words(language: str) -> None:
    assert [entry.msgid for entry in entries(language) if not all(patterns(entry))] == []


def test_both_languages_have_the_same_keys() -> None:
    en, zh = ({entry.msgid for entry in entries(language)} for language in LANGUAGES)
    assert en == zh


def test_both_languages_say_the_same_values() -> None:
    said_in = [{entry.msgid: set().union(*map(names, patterns(entry))) for entry in entries(language)} for language in LANGUAGES]
    en, zh = said_in
    assert {key: (en[key], zh.get(key)) for key in en if en[key] - {"count"} != zh.get(key, set()) - {"count"}} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_the_other_language_is_in_a_catalog(language: str) -> None:
    told = ((entry.msgid, foreign(pattern, language)) for entry in entries(language) for pattern in patterns(entry))
    assert [(key, words) for key, words in told if words] == []


def test_every_key_of_the_catalogs_is_spoken_by_the_program() -> None:
    """A key made of parts (`severity.error`) is spoken by its first part and a dot."""
    constants = spoken_keys()
    heads = {one for one in constants if one.endswith(".")}
    made = {f"{head}" for head in heads}
    unspoken = [
        entry.msgid
        for entry in entries("zh")
        if entry.msgid not in constants and not any(entry.msgid.startswith(head) for head in made)
    ]
    assert unspoken == []


def test_every_key_that_the_program_speaks_is_in_the_catalogs() -> None:
    keys = {entry.msgid for entry in entries("zh")}
    called = set()
    for path in (ROOT / "generator").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "said" and isinstance(node.args[0], ast.Constant):
                called.add(node.args[0].value)
    assert called - keys == set()


def test_counts_choose_the_plural() -> None:
    en, zh = catalog("en"), catalog("zh")
    assert en.word(said("hint.too-long", count=1)) == "it is 1 character too long"
    assert en.word(said("hint.too-long", count=7)) == "it is 7 characters too long"
    assert zh.word(said("hint.too-long", count=1)) == "多了 1 个字"


def test_an_unknown_key_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError):
        catalog("zh").word(said("no-such.key"))


@pytest.mark.parametrize(
    ("machine", "chosen", "expected"),
    [
        ("zh_CN.UTF-8", None, "zh"),
        ("en_GB.UTF-8", None, "en"),
        ("zh_CN.UTF-8", "en", "en"),
        ("C.UTF-8", None, "zh"),
        ("de_DE.UTF-8", None, "zh"),
        ("Chinese_China.936", None, "zh"),
        ("English_United States.1252", None, "en"),
    ],
)
def test_the_language_is_the_chosen_one_else_the_machines_else_chinese(
    machine: str, chosen: str | None, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, machine)
    assert spoken(chosen).language == expected


def test_a_fault_is_printed_with_its_place_its_code_and_its_cure() -> None:
    fault = Diagnostic(
        Severity.ERROR, said("cannot-write.replace", file="甲.pdf", why="7"), Span("content.yaml", 3, 9),
        hints=(said("hint.did-you-mean", cure="乙"),),
    )  # fmt: skip
    assert printed(fault, catalog("zh")).splitlines() == [
        "content.yaml:3:9: 错误：无法替换 `甲.pdf`：7 [cannot-write]",
        "    建议：是不是 `乙`？",
    ]
    assert re.fullmatch(r"content.yaml:3:9: error: .*\[cannot-write\]\n    hint: .*", printed(fault, catalog("en")))
