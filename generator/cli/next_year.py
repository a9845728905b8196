"""The commands of the year after: `roll`, `collect`, `fill`. Each tells what it did; what would change the author's file is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.cli.terminal import Ending, Terminal
from generator.diagnostics import said

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.diagnostics import Words
    from generator.edition.collect.collecting import Collected
    from generator.edition.fill.filling import Filling
    from generator.edition.rolling import Rolled
    from generator.messages.catalog import Catalog

JSON = "json"


@click.pass_obj
def roll(catalog: Catalog, content: Path, edition: str, out: Path | None, printed: str, *, write: bool, quiet: bool) -> None:
    """Roll a content on to the next edition."""
    from generator.edition import edits, rolling  # noqa: PLC0415 - not on the way of a build

    terminal = Terminal(catalog, out or content, printed == JSON, quiet or not out, is_file=True)
    diff: list[str] = []

    def work(_tell: Callable[[Words], None]) -> Ending:
        made = rolling.roll(content, edition, str(out or content))
        is_new = out is not None and bool(made.step.years)
        if out and is_new:
            rolling.write(made, out, over=write)
        diff.append(edits.changes(made.old, made.new, (str(content), str(out) if out else made.step.new)))
        return _rolled(made, diff[0], written=is_new)

    terminal.run(work, said("fate.nothing-written"))
    if not out and not terminal.json:
        click.echo(diff[0], nl=False)


@click.pass_obj
def collect(catalog: Catalog, content: Path, out: Path, printed: str, *, everything: bool, write: bool, quiet: bool) -> None:
    """Make the form for what departments are to send in."""
    from generator.edition.collect.collecting import collect as sent_out  # noqa: PLC0415 - not on the way of a build

    terminal = Terminal(catalog, out, printed == JSON, quiet, is_file=True)
    terminal.run(
        lambda _tell: _collected(sent_out(content, out, everything=everything, over=write)), said("fate.nothing-written")
    )


@click.pass_obj
def fill(catalog: Catalog, /, form: Path, content: Path, out: Path | None, printed: str, *, quiet: bool, **how: bool) -> None:
    """Bring a form that came back into a content; `how` tells whether to `write` it, and to `accept_good` rows beside bad ones."""
    from generator.edition import edits  # noqa: PLC0415 - not on the way of a build
    from generator.edition.fill import filling  # noqa: PLC0415

    terminal = Terminal(catalog, out or content, printed == JSON, quiet, is_file=True)
    diff: list[str] = []

    def work(_tell: Callable[[Words], None]) -> Ending:
        made = filling.fill(form, content, accept_good=how["accept_good"])
        if out or how["write"]:
            filling.write(made, out or content, over=how["write"])
        diff.append(edits.changes(made.old, made.new, (str(content), str(out or content))))
        return _filled(made, diff[0], written=bool(out or how["write"]))

    terminal.run(work, said("fate.nothing-written"))
    if not terminal.json:
        click.echo(diff[0], nl=False)


def _rolled(made: Rolled, diff: str, *, written: bool) -> Ending:
    """Return what was rolled on, and what is left to decide."""
    words = {"old": made.step.old, "new": made.step.new}
    facts: dict[str, object] = {**words, "waiting": made.waiting, "staying": made.staying, "written": written, "diff": diff}
    if not made.step.years:
        return Ending((said("summary.rolled-already", new=made.step.new),), (facts,))
    waiting, staying = said("count.figures", count=made.waiting), said("count.figures", count=made.staying)
    return Ending((said("summary.rolled", waiting=waiting, staying=staying, **words),), (facts,), made.told)


def _collected(made: Collected) -> Ending:
    """Return which sheets a form has and how much they ask."""
    sheets = tuple(
        said("summary.collected-sheet", sheet=name, count=said("count.figures", count=rows)) for name, rows in made.sheets
    )
    facts: dict[str, object] = {
        "file": made.file.name,
        "waiting": made.waiting,
        "sheets": [{"sheet": name, "figures": rows} for name, rows in made.sheets],
    }
    come = sum(rows for _, rows in made.sheets) - made.waiting
    waiting = said("count.figures", count=made.waiting)
    asked = said("summary.collected-all", rows=waiting, come=str(come)) if come else said("summary.collected", rows=waiting)
    return Ending((asked, *sheets), (facts,))


def _filled(made: Filling, diff: str, *, written: bool) -> Ending:
    """Return how many rows of a form were taken, and what is told of them."""
    counts = {"taken": made.taken, "untouched": made.untouched, "refused": made.refused}
    lines = [said("summary.filled", **{name: str(count) for name, count in counts.items()})]
    facts: dict[str, object] = {**counts, "written": written, "diff": diff}
    if not written and made.new != made.old:
        lines.append(said("summary.only-shown"))
    return Ending(tuple(lines), (facts,), made.told)
