"""The command `new`: a desk to begin on, and what to type next."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from generator import starting
from generator.cli.terminal import Ending, Row, Terminal
from generator.diagnostics import said

if TYPE_CHECKING:
    from pathlib import Path

    from generator.messages.catalog import Catalog


@click.pass_obj
def new(catalog: Catalog, desk: Path, start: str | None) -> None:
    """Write a content to begin from."""
    from generator.content.schema import json_schema  # noqa: PLC0415 - not on the way of a build

    terminal = Terminal(catalog, desk, is_file=True)

    def work(_tell: object) -> Ending:
        schema = json.dumps(json_schema(catalog.word), ensure_ascii=False, indent=2) + "\n"
        files = starting.start(desk, start or starting.STARTER, schema)
        next_step = "summary.new-draft" if start else "summary.new"
        rows = (Row(file, said(f"new.{file.rpartition('.')[2]}")) for file in files)
        return Ending((*rows, said(next_step, content=str(desk / starting.CONTENT))), tuple({"file": file} for file in files))

    terminal.run(work, said("fate.nothing-written"))
