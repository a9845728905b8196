"""The author's guide: never stale, each right example builds and is proved, each wrong one is told as it is printed beside it."""

from __future__ import annotations

import re

import pytest

from docs.guide import tables
from docs.guide.assembly import CHAPTERS, TARGET, guide
from docs.guide.examples import FRAME, Example, answer, completed, contents, examples, laid_over, part, put, together, written
from generator import pipeline
from generator.cli.commands import jianbao
from generator.content.schema import CHART_KINDS, KEYS
from generator.edition.lint.finding import Critic
from generator.edition.texts import Form
from generator.messages.catalog import catalog
from generator.outputs import ALL
from tests.conftest import CONTENT
from tests.messages.purity import foreign

GUIDE = TARGET.read_text("utf-8")
RIGHT, WRONG = ([one for one in examples(GUIDE) if (one.code is None) is right] for right in (True, False))
SHOWN = re.findall(r"^```yaml 错 \S+\n(.*?)^```\n\n程序会说：\n\n```text\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
FENCED = re.compile(r"^```.*?^```$|^<!--.*?-->$", re.MULTILINE | re.DOTALL)
ASIDE = {"unused-figure", "not-approved"}
"""What may be told of right examples: a guide registers figures that no text of its own says, and one that is approved."""
HOUSE = {"Windows", "GB"}
CODE = re.compile(r" ?`[^`]*` ?")


def test_the_guide_in_the_repository_is_what_the_generator_makes() -> None:
    assert guide() == GUIDE, "run `python -m docs.guide`"


def test_a_chapter_that_changes_makes_another_guide(monkeypatch, tmp_path) -> None:
    (tmp_path / "01.md").write_text((CHAPTERS / "01.md").read_text("utf-8") + "多一句。\n", "utf-8")
    monkeypatch.setattr("docs.guide.assembly.CHAPTERS", tmp_path)
    assert "多一句。" in guide()


@pytest.mark.parametrize("number", range(len(contents(GUIDE))))
def test_right_examples_build_and_are_proved(number: int, tmp_path) -> None:
    made = contents(GUIDE)[number]
    outcome = pipeline.build(put(written(made), tmp_path), tmp_path / "build", ALL, lambda _stage: None)
    assert {"report.pdf", "deck.pptx", "figures.xlsx"} <= {name for name, _ in outcome.files}
    assert [str(one) for one in outcome.told if one.code not in ASIDE] == []


def test_every_right_example_is_in_a_content_that_is_built() -> None:
    """Laid over the content that holds it, an example changes nothing."""
    held = contents(GUIDE)
    for one in RIGHT:
        assert any(laid_over(whole, part(one)) == whole for whole in held), one.text


def test_examples_that_say_two_things_of_one_key_are_built_apart() -> None:
    one, other, third = {"talk": {"minutes": "5"}}, {"talk": {"minutes": "6"}}, {"press": {"trim": "a4"}}
    first, second = together([one, other, third])
    assert (first["talk"], first["press"], second["talk"]) == (one["talk"], third["press"], other["talk"])
    assert "press" not in second


def test_each_wrong_example_has_its_answer_beside_it() -> None:
    assert [text for text, _ in SHOWN] == [one.text for one in WRONG]
    assert len(WRONG) > 20


@pytest.mark.parametrize(
    ("example", "shown"), [(one, said) for one, (_, said) in zip(WRONG, SHOWN, strict=True)], ids=[one.code for one in WRONG]
)
def test_a_wrong_example_is_told_as_the_guide_says(example: Example, shown: str) -> None:
    assert answer(example) == shown
    assert f"[{example.code}]" in shown
    assert shown.startswith(("错误：", "提醒："))


def test_an_example_that_is_not_wrong_is_refused() -> None:
    with pytest.raises(ValueError, match="typed-number"):
        answer(Example("talk: {minutes: 15}\n", "typed-number"))


def test_what_yaml_cannot_read_stands_letter_by_letter() -> None:
    text = "closing:\n\tname: 问答\n"
    assert completed(Example(text, "tab-indent")) == FRAME.read_text("utf-8") + text


def test_every_key_and_every_kind_of_chart_is_in_the_guide() -> None:
    listed = set(re.findall(r"^\| `([a-z_]+)` \|", GUIDE, re.MULTILINE))
    assert KEYS - {"_"} <= listed
    assert set(CHART_KINDS) == set(re.findall(r"^\| [^|]+ \| `([a-z-]+)` \| “", GUIDE, re.MULTILINE))


def test_each_part_of_the_schema_has_its_table() -> None:
    """A part of which the guide knows no heading goes by its key, and no heading is of a part that is gone."""
    whole = tables.keys()
    assert whole.count("\n| 键 | 必写 |") == len(list(tables.shapes()))
    assert all(f"### {heading}\n" in whole for heading in tables.HEADINGS.values())


def test_the_prose_keeps_the_rules_of_style() -> None:
    found = [
        (one.rule.key, line)
        for line in FENCED.sub("", GUIDE).splitlines()
        for one in Critic().find(CODE.sub("码", line.lstrip("#- ")), Form.PROSE)
    ]
    assert found == []


def test_the_prose_has_no_english_but_keys_and_commands() -> None:
    words = [word for line in FENCED.sub("", GUIDE).splitlines() for word in foreign(line.replace("](", "`"), "zh")]
    assert set(words) - HOUSE == set()


def test_every_command_and_option_in_the_guide_is_one() -> None:
    typed = re.findall(r"jianbao (\w+)([^`\n]*)", GUIDE)
    commands = jianbao(catalog("zh")).commands
    known = {name: {option for one in command.params for option in one.opts} for name, command in commands.items()}
    assert len({name for name, _ in typed}) > 10
    assert [(name, rest) for name, rest in typed if set(re.findall(r"--[a-z-]+", rest)) - known[name]] == []


def test_the_number_that_the_first_ten_minutes_change_is_in_the_sample() -> None:
    [lines] = re.findall(r"^```\n( +values:\n.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    assert CONTENT.read_text("utf-8").count(lines) == 1
    assert f"`{lines.split()[-1]}` 的地方都成了" in GUIDE
