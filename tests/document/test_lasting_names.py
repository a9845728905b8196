"""Ids are paths of the content: what is put in before a piece does not rename it."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from generator.content.reader import read
from generator.document.model import ResolvedReport
from generator.document.resolve import resolve
from tests.document import author

CONTENT = Path(__file__).parents[2] / "content.yaml"
GIVEN: dict[str, Any] = {
    "figures": {"村": {"values": {"2013年": "20个", "2020年": "5425个"}}, "树": "2亿棵", "店": "8家", "路": "3条"},
    "derived": {"倍数": {"formula": "村@2020年 / 村@2013年", "form": "multiple"}},
    "about": {"name": "关于", "message": "【树】", "points": ["【店】", "【路】"], "figures": ["树", "店"]},
    "themes": [
        {
            "name": "乡村",
            "message": "从【村@2013年】到【村】，又是【村】",
            "heroes": ["村", "村@2013年"],
            "text": "【树】\n【店】和【树:数】\n截至【树:时期】",
            "charts": [
                {"message": "【村】", "figures": ["村@2013年", "村"], "result": "倍数"},
                {"message": "【路】", "figures": ["路"]},
            ],
            "story": {"title": "【店】", "text": "【路】", "figures": ["路"]},
            "notes": "【村】",
        },
        {"name": "城市", "message": "【路】", "heroes": ["路"], "points": ["【路】", "【店】"]},
    ],
    "discrepancies": [
        {"about": "树", "found": "“2亿元”", "decision": "【树】"},
        {"about": "店", "found": "“9亿元”", "decision": "【店】"},
    ],
}


def made(given: dict[str, Any]) -> ResolvedReport:
    return resolve(author.report(given)).value


def names(report: ResolvedReport) -> set[str]:
    return {use.id for use in report.ledger.uses} | set(report.places)


def put(given: dict[str, Any], path: tuple[str | int, ...], new: Any) -> dict[str, Any]:
    """Return the content with something put in: before an element of a list, or before the words of a text."""
    changed = deepcopy(given)
    *way, last = path
    holder: Any = changed
    for step in way:
        holder = holder[step]
    if isinstance(holder, list) and isinstance(last, int):
        holder.insert(last, new)
    elif isinstance(holder[last], dict):
        holder[last] = new | holder[last]
    else:
        holder[last] = new + holder[last]
    return changed


@pytest.mark.parametrize(
    ("path", "new"),
    [
        pytest.param(("themes", 0, "message"), "今年，", id="a word"),
        pytest.param(("about", "message"), "【店】和", id="a reference"),
        pytest.param(("themes", 0, "text"), "又，【路】；", id="a reference in a paragraph"),
        pytest.param(("themes", 0, "text"), "数亿人来过。", id="a numeral"),
        pytest.param(("figures",), {"桥": "7座"}, id="a figure"),
        pytest.param(("about", "figures", 0), "路", id="a figure in a list"),
        pytest.param(("themes", 0, "heroes", 0), "店", id="a hero"),
        pytest.param(("themes", 0, "charts", 0, "figures", 0), "店", id="a figure of a chart"),
        pytest.param(("themes", 0), {"name": "海洋", "message": "【树】", "text": "【店】", "heroes": ["树"]}, id="a theme"),
        pytest.param(("discrepancies", 0), {"about": "路", "found": "“3亿元”", "decision": "【路】"}, id="a discrepancy"),
    ],
)
def test_what_is_put_in_renames_nothing(path: tuple[str | int, ...], new: Any) -> None:
    before, after = names(made(GIVEN)), names(made(put(GIVEN, path, new)))
    assert before - after == set()


@pytest.mark.parametrize(
    ("path", "new", "own"),
    [
        (("themes", 0, "text"), "【路】\n", "themes[乡村].text["),
        (("about", "points", 0), "【树】", "about.points["),
        (("themes", 0, "charts", 0), {"message": "【店】", "figures": ["店"]}, "themes[乡村].charts["),
    ],
)
def test_a_list_without_names_counts_its_own_elements_alone(path: tuple[str | int, ...], new: Any, own: str) -> None:
    before, after = names(made(GIVEN)), names(made(put(GIVEN, path, new)))
    assert all(one.startswith(own) for one in before - after)
    moved = {f"{own}{int(one.removeprefix(own)[0]) + 1}{one.removeprefix(own)[1:]}" for one in before if one.startswith(own)}
    assert moved <= after


def test_themes_may_change_places() -> None:
    moved = GIVEN | {"themes": GIVEN["themes"][::-1]}
    assert names(made(GIVEN)) == names(made(moved))


def test_an_id_says_where_a_number_stands_and_which_it_is() -> None:
    report = made(GIVEN)
    ids = {use.id: use.text for use in report.ledger.uses}
    told = {
        "themes[乡村].message/村@2013年": "20个",
        "themes[乡村].message/村@2020年": "5425个",
        "themes[乡村].message/村@2020年#2": "5425个",
        "themes[乡村].heroes[村@2013年]/村@2013年": "20个",
        "themes[乡村].text[1]/树@2020年:数": "2",
        "themes[乡村].text[2]/树@2020年:时期": "2020年",
        "themes[乡村].charts[0].result/倍数@2013年与2020年": "约271倍",
        "themes[城市].number": "02",
        "figures[村].values[2013年]/村@2013年": "20个",
        "discrepancies[店].found/9亿元": "9亿元",
    }
    assert {name: ids.get(name) for name in told} == told


def test_a_name_that_stands_twice_is_counted() -> None:
    places = made({"themes": [{"name": "甲"}, {"name": "乙"}, {"name": "甲"}]}).places
    assert {"themes[甲].message", "themes[乙].message", "themes[甲#2].message"} <= set(places)


def test_a_paragraph_before_all_others_renames_nothing_else_in_the_sample(tmp_path: Path) -> None:
    text = CONTENT.read_text("utf-8")
    first = next(line for line in text[text.index("\nthemes:") :].splitlines() if line.strip() == "text: |")
    at = text.index(first, text.index("\nthemes:")) + len(first)
    indent = " " * (len(first) - len(first.lstrip()) + 2)
    changed = tmp_path / "content.yaml"
    changed.write_text(f"{text[:at]}\n{indent}开头多说一句。\n{text[at:]}", "utf-8")
    before, after = (names(resolve(written).value) for path in (CONTENT, changed) if (written := read(path).value))
    assert all(one.startswith("themes[抗疫与复工复产].text[") for one in before ^ after)
    assert len(after) > len(before)
