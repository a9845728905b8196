"""What names a theme or a source from elsewhere: a pair's theme, a statement's source. Told where it is wrong, once, with its cure."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content.reader import read
from generator.document.model import plain
from generator.document.resolve import resolve

CONTENT = (Path(__file__).parents[2] / "content.yaml").read_text("utf-8")
POINTS = "  points:\n    - 推动乡村振兴"
STATEMENT = "  statement:\n    who: 张勇\n    text: 受益于社会， / 就应当参与解决社会的问题\n    source: {source}\n"


def told(text: str, folder: Path) -> list[tuple[str, str]]:
    """Errors by code, with the line that they stand on."""
    file = folder / "content.yaml"
    file.write_text(text, "utf-8")
    report = read(file)
    found = [*report.diagnostics, *(resolve(report.value).diagnostics if report.value and not report.diagnostics else ())]
    lines = text.split("\n")
    return [(one.says.key, lines[one.span.line - 1].strip()) for one in found if one.span]


@pytest.mark.parametrize(
    ("theme", "code"), [("绿色低碳", ""), ("绿色低炭", "unknown-theme.name"), ("海洋", "unknown-theme.name")]
)
def test_a_pair_names_a_theme_that_there_is(theme: str, code: str, tmp_path: Path) -> None:
    found = told(CONTENT.replace("theme: 绿色低碳", f"theme: {theme}"), tmp_path)
    assert [one for one, line in found if theme in line] == ([code] if code else [])


def test_a_statement_is_resolved_with_who_and_where(tmp_path: Path) -> None:
    file = tmp_path / "content.yaml"
    file.write_text(CONTENT.replace(POINTS, STATEMENT.format(source="报道 第5段") + POINTS), "utf-8")
    report = read(file).value
    assert report
    outlook = resolve(report).value.outlook
    assert outlook
    assert outlook.statement
    assert str(outlook.statement.text) == "受益于社会，就应当参与解决社会的问题"
    assert str(outlook.statement.who) == "张勇"
    assert plain(outlook.statement.source) == "来源：报道，第5段"


@pytest.mark.parametrize(("lost", "code"), [("    who: 张勇\n", "missing-field"), ("    source: 报道 第5段\n", "missing-field")])
def test_who_said_it_and_where_must_stand(lost: str, code: str, tmp_path: Path) -> None:
    text = CONTENT.replace(POINTS, STATEMENT.format(source="报道 第5段").replace(lost, "") + POINTS)
    assert [one for one, _ in told(text, tmp_path) if one.startswith(code)]


def test_a_source_that_there_is_not_is_told(tmp_path: Path) -> None:
    found = told(CONTENT.replace(POINTS, STATEMENT.format(source="报到 第5段") + POINTS), tmp_path)
    assert ("unknown-source.name", "source: 报到 第5段") in found
