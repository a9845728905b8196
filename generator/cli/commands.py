"""The command `jianbao` and those within it: what each takes and which stage of the pipeline does it, their help in one language."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import click

from generator import pipeline
from generator.cli.summary import summary, verdict
from generator.cli.terminal import Ending, Terminal
from generator.cli.usage import Command, Context, OneOf
from generator.diagnostics import Words, said
from generator.fonts.offer import Fonts
from generator.messages.catalog import Catalog, languages
from generator.pipeline import DECK, FILES, REPORT
from generator.publication.home import USUAL, home_of
from generator.version import VERSION

PATH = click.Path(path_type=Path, readable=False)


def jianbao(catalog: Catalog) -> click.Group:
    """Return the command, with what it says of itself in the language of a catalog."""

    def word(key: str) -> str:
        return catalog.word(said(key))

    known, metavar = _parameters(word), word("metavar.options")
    group = click.Group(
        "jianbao",
        help=word("help.jianbao"),
        epilog=word("help.epilog"),
        params=[known["lang"]],
        options_metavar=metavar,
        subcommand_metavar=word("metavar.command"),
    )
    group.context_class = Context
    click.version_option(VERSION, message="%(prog)s %(version)s", help=word("option.version"))(group)
    for name, (callback, takes) in COMMANDS.items():
        text, params = word(f"help.{name}"), [known[one] for one in (*takes, "lang")]
        short = text.partition("\n")[0]
        group.add_command(Command(name, None, callback, params, text, short_help=short, options_metavar=metavar))
    for command in (group, *group.commands.values()):
        click.help_option("-h", "--help", help=word("option.help"))(command)
    return group


def _parameters(word: Callable[[str], str]) -> dict[str, click.Parameter]:
    def option(name: str, *names: str, **more: Any) -> click.Option:  # noqa: ANN401 - what click takes
        return click.Option([*(names or (f"--{name}",))], help=word(f"option.{name}"), **more)

    outputs, folder, file = ",".join(FILES), word("metavar.folder"), word("metavar.file")
    return {
        "content": click.Argument(["content"], type=PATH, default=Path(USUAL), metavar=f"[{word('metavar.content')}]"),
        "out": option("out", type=PATH, metavar=folder),
        "out-gallery": option("out-gallery", "--out", type=PATH, metavar=folder, default=Path("gallery")),
        "out-specimen": option("out-specimen", "--out", type=PATH, metavar=file, default=Path("specimen.pdf")),
        "only": option("only", callback=_outputs, metavar=outputs, default=outputs),
        "fonts": option("fonts", type=OneOf([one.value for one in Fonts]), callback=_fonts, default=Fonts.EMBEDDED.value),
        "strict": option("strict", is_flag=True),
        "quiet": option("quiet", is_flag=True),
        "format": option("format", "--format", "form", type=OneOf(["text", "json"]), default="text"),
        "lang": option("lang", type=OneOf(languages()), expose_value=False),
    }


def _outputs(context: click.Context, parameter: click.Parameter, value: str) -> frozenset[str]:
    names = [name.strip() for name in value.split(",") if name.strip()]
    return frozenset(OneOf(FILES).convert(name, parameter, context) for name in names or [value])


def _fonts(_context: click.Context, _parameter: click.Parameter, value: str) -> Fonts:
    return Fonts(value)


@click.pass_obj
def build(
    catalog: Catalog, content: Path, out: Path | None, only: frozenset[str], fonts: Fonts, *, quiet: bool, form: str
) -> None:
    """Build the outputs of a content."""
    terminal = Terminal(catalog, out or home_of(content), form == "json", quiet)
    terminal.run(lambda tell: summary(pipeline.build(content, terminal.out, only, tell, fonts=fonts)), _as_it_was(terminal))


@click.pass_obj
def check(catalog: Catalog, content: Path, out: Path | None, fonts: Fonts, *, strict: bool, quiet: bool, form: str) -> None:
    """Prove the files that stand there against a content."""
    terminal = Terminal(catalog, out or home_of(content), form == "json", quiet)
    made = partial(pipeline.check, content, terminal.out, strict=strict, fonts=fonts)
    terminal.run(lambda tell: verdict(made(tell)), said("fate.nothing-changed"))


@click.pass_obj
def gallery(catalog: Catalog, out: Path, *, quiet: bool, form: str) -> None:
    """Build a report and a deck with a chart of every kind."""
    terminal, only = Terminal(catalog, out, form == "json", quiet), frozenset({REPORT, DECK})
    terminal.run(lambda tell: summary(pipeline.build(pipeline.GALLERY, out, only, tell)), _as_it_was(terminal))


@click.pass_obj
def specimen(catalog: Catalog, out: Path) -> None:
    """Write the specimen of the Chinese paragraph."""
    terminal = Terminal(catalog, out, is_file=True)
    terminal.run(
        lambda _tell: Ending((said("summary.specimen", extent=said("extent.report", count=pipeline.specimen(out))),)),
        said("fate.nothing-written"),
    )


@click.pass_obj
def schema(catalog: Catalog) -> None:
    """Print the JSON Schema of the content format."""
    from generator.content.schema import json_schema  # noqa: PLC0415 - not on the way of a build

    click.echo(json.dumps(json_schema(catalog.word), ensure_ascii=False, indent=2))


def _as_it_was(terminal: Terminal) -> Words:
    return said("fate.as-it-was", place=terminal.place)


COMMANDS: dict[str, tuple[Callable[..., None], tuple[str, ...]]] = {
    "build": (build, ("content", "out", "only", "fonts", "quiet", "format")),
    "check": (check, ("content", "out", "fonts", "strict", "quiet", "format")),
    "gallery": (gallery, ("out-gallery", "quiet", "format")),
    "specimen": (specimen, ("out-specimen",)),
    "schema": (schema, ()),
}
"""Each command, and what it takes besides `--lang`."""
