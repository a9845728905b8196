"""The commands for an author's words: `lint`, `review`, `take`. Each shows what it would change, and writes only when told to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from generator import pipeline
from generator.cli.terminal import Ending, Terminal
from generator.diagnostics import Exit, said
from generator.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from generator.diagnostics import Words
    from generator.edition.lint.criticism import Criticism
    from generator.edition.review.job import Taken
    from generator.messages.catalog import Catalog

JSON, DECK = "json", ".pptx"


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


@click.pass_obj
def review(catalog: Catalog, /, content: Path, out: Path, *, quiet: bool) -> None:
    """Write the review copy of a content."""
    from generator.edition.review import job  # noqa: PLC0415 - as above

    def work(_tell: object) -> Ending:
        count = job.send(content, out)
        return Ending((said("review.written", file=out.name, count=count),))

    Terminal(catalog, out, quiet=quiet, is_file=True).run(work, said("fate.nothing-written"))


@click.pass_obj
def take(
    catalog: Catalog,
    /,
    revised: Path,
    content: Path,
    only: frozenset[int] | None,
    *,
    write: bool,
    quiet: bool,
    **more: Any,  # noqa: ANN401
) -> None:
    """Take revised wording back into a content; of a deck, what it was built into needs to be said."""
    from generator.edition.review import job  # noqa: PLC0415 - as above

    terminal = Terminal(catalog, content, more["printed"] == JSON, quiet, is_file=True)
    made: list[Taken] = []

    def work(tell: Callable[[Words], None]) -> Ending:
        shape = Shape(template=more["template"], allowed=more["allow"])
        edited = pipeline.edited_words(content, revised, tell, shape) if revised.suffix.lower() == DECK else None
        made.append(job.taken(content, revised, only, edited))
        if write and made[0].new != made[0].old:
            _save(content, made[0].new)
        return Ending(tuple(_pieces(made[0], write=write)), tuple(_piece_facts(made[0])), made[0].told)

    try:
        terminal.run(work, said("fate.nothing-written"))
    finally:
        if made and not terminal.json:
            show(made[0].old, made[0].new, content)


def _pieces(one: Taken, *, write: bool) -> Iterator[Words]:
    for number, piece in enumerate(one.pieces, 1):
        yield said("take.piece", number=str(number), place=str(piece.block.span))
        yield said("take.was", text=piece.old)
        yield said("take.now" if piece.new else "take.nothing", text=piece.new.replace("\n", " ¶ "))
    if not one.pieces:
        yield said("take.unchanged")
    elif write:
        yield said("take.taken", count=len(one.chosen))
    else:
        yield said("take.may", count=len(one.pieces))


def _piece_facts(one: Taken) -> Iterator[dict[str, object]]:
    for number, piece in enumerate(one.pieces, 1):
        yield {"piece": number, "place": str(piece.block.span), "was": piece.old, "now": piece.new, "taken": number in one.chosen}


def show(old: str, new: str, content: Path) -> None:
    """Print the change of a file as a unified diff."""
    from generator.edition.edits import changes  # noqa: PLC0415 - as above

    click.echo(changes(old, new, (str(content), str(content))), nl=False)


def _save(content: Path, text: str) -> None:
    from generator.edition.saving import save  # noqa: PLC0415 - as above

    save(content, text)
