"""The commands that change an author's words: `lint`. Each shows what it would change first, and writes only when told to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.cli.terminal import Ending, Terminal
from generator.diagnostics import Exit, said

if TYPE_CHECKING:
    from pathlib import Path

    from generator.edition.lint.criticism import Criticism
    from generator.messages.catalog import Catalog

JSON = "json"


@click.pass_obj
def lint(catalog: Catalog, /, content: Path, printed: str, *, fix: bool, write: bool, quiet: bool) -> None:
    """Read a content by the rules of style, and mend what is safe."""
    from generator.edition.lint.criticism import criticism  # noqa: PLC0415 - not on the way of a build

    terminal = Terminal(catalog, content, printed == JSON, quiet, is_file=True)
    made: list[Criticism] = []

    def work(_tell: object) -> Ending:
        made.append(criticism(content))
        if write and made[0].new != made[0].old:
            _save(content, made[0].new)
        return _read(made[0], fix=fix or write, write=write)

    try:
        terminal.run(work, said("fate.nothing-written"))
    finally:
        if made and (fix or write) and not terminal.json:
            show(made[0].old, made[0].new, content)


def _read(one: Criticism, *, fix: bool, write: bool) -> Ending:
    errors = one.has_errors
    counts = said("lint.found", count=len(one.told))
    changed = one.new != one.old
    also = "refused" if errors else "nothing" if not changed else "mended" if write else "shown" if fix else "may"
    lines = (counts, said(f"lint.{also}", count=one.safe))
    facts = {
        "file": one.told[0].span.file if one.told and one.told[0].span else "",
        "safe": one.safe,
        "changed": changed and write,
    }
    return Ending(lines, (facts,), one.told, stage=Exit.CONTENT if errors else Exit.DONE)


def show(old: str, new: str, content: Path) -> None:
    """Print the change of a file as a unified diff."""
    from generator.edition.edits import changes  # noqa: PLC0415 - as above

    click.echo(changes(old, new, (str(content), str(content))), nl=False)


def _save(content: Path, text: str) -> None:
    from generator.edition.saving import save  # noqa: PLC0415 - as above

    save(content, text)
