"""The yardsticks of `report`: the same words and tables by Typst, WeasyPrint or ReportLab as they come.

    python -m benchmarks.report_rivals typst|weasyprint|reportlab content.yaml target.pdf

In: a content file. Out: a PDF of its sections, each on a new page, and the register of its figures: no design, no chart, no proof.
"""

from __future__ import annotations

import sys
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.peer import FONTS, PROSE, Content, write_report

if TYPE_CHECKING:
    from collections.abc import Iterator

FACE = FONTS / "NotoSansSC_400Regular.ttf"


def sections(content: Content) -> Iterator[tuple[str, list[str], list[tuple[str, ...]]]]:
    """Yield each section: its title, its paragraphs, its rows of figures."""
    for section in content.sections:
        for part in (section, section.get("story"), *(section.get("charts") or ())):
            if part:
                yield _title(content, part), list(_paragraphs(content, part)), [*content.rows(part)]
    yield "数据", [], [row for name in content.values for row in content.register(name)]


def _title(content: Content, part: dict[str, Any]) -> str:
    return content.said(part.get("name") or part.get("title") or part.get("message"))


def _paragraphs(content: Content, part: dict[str, Any]) -> Iterator[str]:
    for text in (content.said(part.get(key)) for key in PROSE):
        yield from (one for one in text.split("\n\n") if one.strip())


def typst(content: Content, target: Path) -> None:
    """Set it with Typst."""
    import typst as engine  # noqa: PLC0415 - a dependency of this benchmark only

    source = typst_source(content).encode()
    target.write_bytes(engine.compile(source, font_paths=[str(FONTS)], ignore_system_fonts=True))


def typst_source(content: Content) -> str:
    """Return it as Typst reads it."""
    made = [
        '#set text(font: "Noto Sans SC", size: 10pt, lang: "zh")\n#set page(paper: "a4")\n#set par(justify: true, leading: 7pt)'
    ]
    for title, paragraphs, rows in sections(content):
        made.append(f"#pagebreak(weak: true)\n#heading({_quoted(title)})")
        made += [f"#par({_quoted(one)})" for one in paragraphs]
        if rows:
            made.append(f"#table(columns: 4, {', '.join(_quoted(cell) for row in rows for cell in row)})")
    return "\n".join(made)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def weasyprint(content: Content, target: Path) -> None:
    """Set it with WeasyPrint."""
    from weasyprint import HTML  # noqa: PLC0415 - a dependency of this benchmark only

    face = f"@font-face {{font-family: N; src: url({FACE.as_uri()})}} @page {{size: A4}}"
    made = [
        f"<style>{face} body {{font: 10pt/17pt N; text-align: justify}} h1 {{break-before: page}} td {{font-size: 8pt}}</style>"
    ]
    for title, paragraphs, rows in sections(content):
        made.append(f"<h1>{escape(title)}</h1>" + "".join(f"<p>{escape(one)}</p>" for one in paragraphs))
        cells = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
        made.append(f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>")
    HTML(string=f'<html lang="zh">{"".join(made)}</html>').write_pdf(target)


def reportlab(content: Content, target: Path) -> None:
    """Set it with ReportLab."""
    write_report(content, target)


if __name__ == "__main__":
    {"typst": typst, "weasyprint": weasyprint, "reportlab": reportlab}[sys.argv[1]](Content(Path(sys.argv[2])), Path(sys.argv[3]))
