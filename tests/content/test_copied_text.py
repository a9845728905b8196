"""Text copied from a PDF, a web page or an office file: what only looks like a character is set right and told, or refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.file_text import as_file
from generator.content.slips.block_marks import is_odd_indent
from generator.content.slips.copied import cleaned
from generator.diagnostics import Severity, Sink
from generator.messages.catalog import catalog


def told(text: str) -> tuple[str, list[str]]:
    """Return a file's text as it is read, and what is told of it."""
    sink = Sink()
    file = cleaned(as_file("content.yaml", text), sink)
    return file.text, [str(one) for one in sink.found]


@pytest.mark.parametrize(
    ("written", "read_as", "column", "says"),
    [
        ("title: ⽤心做事", "title: 用心做事", 8, "warning: copied-text.radical characters=('⽤',) meant=('用',)"),
        ("title: 这是⼀份⽤心", "title: 这是一份用心", 10, "warning: copied-text.radical characters=('⼀', '⽤') meant=('一', '用')"),
        ("title: 长期的⻔店", "title: 长期的门店", 11, "warning: copied-text.radical characters=('⻔',) meant=('门',)"),
        ("title: ＡＰＰ用户", "title: APP用户", 8, "warning: copied-text.letter characters=('ＡＰＰ',) meant=('APP',)"),
        ("title: 甲︵乙︶", "title: 甲（乙）", 9, "warning: copied-text.upright characters=('︵', '︶') meant=('（', '）')"),
        ("title: ⺮字头", "title: ⺮字头", 8, "error: copied-text.part characters=('⺮',)"),
        ("title: 甲㇀乙", "title: 甲㇀乙", 9, "error: copied-text.part characters=('㇀',)"),
        ("title: e\ufb03cient", "title: e\ufb03cient", 9, "error: copied-text.joined characters=('\ufb03',) meant=('ffi',)"),
        ("title: \U0001d7d1\U0001d7d2", "title: \U0001d7d1\U0001d7d2", 8, "error: copied-text.joined characters=('𝟑𝟒',) meant=('34',)"),
        ("title: 甲\ue123乙", "title: 甲\ue123乙", 9, "error: copied-text.private characters=('U+E123',)"),
        ("title: 甲\ufffd乙", "title: 甲\ufffd乙", 9, "error: copied-text.lost characters=('U+FFFD',)"),
        ("title: 甲\ufffc乙", "title: 甲\ufffc乙", 9, "error: copied-text.lost characters=('U+FFFC',)"),
        ("title: 摘\u00ad要", "title: 摘要", 9, "error: odd-character.invisible character=U+00AD name=odd-character.soft-hyphen"),
        ("title: 摘\u200b要", "title: 摘要", 9, "error: odd-character.invisible character=U+200B name=odd-character.no-width"),
        ("title: 摘\u2060要", "title: 摘要", 9, "error: odd-character.invisible character=U+2060 name=odd-character.no-width"),
        ("title: 摘\u202e要", "title: 摘要", 9, "error: odd-character.invisible character=U+202E name=odd-character.direction"),
        ("title: 摘\ufe0f要", "title: 摘要", 9, "error: odd-character.invisible character=U+FE0F name=odd-character.variant"),
        ("title: 摘\U000e0100要", "title: 摘要", 9, "error: odd-character.invisible character=U+E0100 name=odd-character.variant"),
        ("title: 摘\x0b要", "title: 摘要", 9, "error: odd-character.invisible character=U+000B name=odd-character.control"),
    ],
)  # fmt: skip
def test_an_odd_character_is_set_right_or_refused(written: str, read_as: str, column: int, says: str) -> None:
    text, found = told(written)
    assert text == read_as
    assert found[0].startswith(f"content.yaml:1:{column}: {says} [")
    assert len(found) == 1


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("text: 不可\u00a0分", "text: 不可 分"),
        ("text: A\u202fB\u2009C", "text: A B C"),
        ("text: e\u0301toile", "text: étoile"),
        ("text: \uf98a量", "text: 力量"),
        ("# 注释里的⽤字\u00ad不说", "# 注释里的用字不说"),
        ("text: （甲）：２０２０，〇、①、·、“乙”……——", "text: （甲）：２０２０，〇、①、·、“乙”……——"),
    ],
    ids=["no-break space", "narrow spaces", "accent", "compatibility ideograph", "comment", "ordinary marks"],
)
def test_what_is_safe_is_read_in_silence(written: str, read_as: str) -> None:
    assert told(written) == (read_as, [])


def test_names_meet_though_one_of_them_was_copied(author, whole) -> None:
    report, found = author(
        whole.replace("heroes: [淘宝村]", "heroes: [淘宝⽊\u00ad村, 淘宝木村]").replace("  淘宝村:", "  淘宝⽊村:")
    )
    assert [name.name for name in report.themes[0].heroes] == ["淘宝木村"]
    assert [one.split(": ")[2].partition(" ")[0] for one in found] == [
        "copied-text.radical", "copied-text.radical", "odd-character.invisible", "duplicate-figure.again",
    ]  # fmt: skip


def test_places_after_a_character_that_was_taken_out_are_the_authors_own(author, whole) -> None:
    line = "about: {text: 摘\u00ad要\u200b【淘宝村:数目】5个}"
    _, found = author(whole.replace("about: {text: 甲}", line))
    told_at = {one.split(": ")[2].partition(" ")[0]: int(one.split(":")[2]) for one in found}
    assert told_at == {
        "odd-character.invisible": line.index("\u200b") + 1,
        "bad-reference.form": line.index("数目") + 1,
        "typed-number.in-text": line.index("5") + 1,
    }


def test_many_in_one_line_are_one_fault() -> None:
    assert len(told("text: ⽤⼀⼆⼈⼊⼋⼒⼗⼜⼝⼟⼠")[1]) == 1


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_kind_is_worded(language: str) -> None:
    sink = Sink()
    cleaned(as_file("a", "⽤ ＡＢ ︵ \ufb01 ㇀ \ufffd \ue000 甲\u00ad乙"), sink)
    spoken = catalog(language)
    sentences = [spoken.word(words) for one in sink.found for words in (one.says, *one.hints)]
    assert len(sink.found) == 8
    assert all("None" not in one for one in sentences)


@given(st.text(alphabet="甲乙⽤⻔Ａ\u00ad\u200b\ufeff\u00a0\u202e\ufb01:：-# \n{}【】1", max_size=40))
def test_what_is_left_holds_nothing_that_is_unseen_and_each_place_is_in_the_file(text: str) -> None:
    sink = Sink()
    lines = as_file("a", text).text.split("\n")
    file = cleaned(as_file("a", text), sink)
    kept = "".join(line for line in file.text.split("\n") if not is_odd_indent(line))
    assert not set(kept) & set("⽤⻔Ａ\u00ad\u200b\u202e\ufeff")
    for one in sink.found:
        assert one.span is not None
        assert one.severity in (Severity.ERROR, Severity.WARNING)
        assert lines[one.span.line - 1][one.span.column - 1] in "⽤⻔Ａ\u00ad\u200b\ufeff\u202e\ufb01"


def test_of_many_unseen_characters_in_a_line_twenty_are_told() -> None:
    assert len(told("text: " + "甲\u200b" * 3000)[1]) == 20
