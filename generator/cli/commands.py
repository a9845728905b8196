"""The command `jianbao` and those within it: what each takes and which stage of the pipeline does it, their help in one language."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from generator import auditing, pipeline, starting
from generator.cli.audited import audited
from generator.cli.begun import new
from generator.cli.compared import compared
from generator.cli.edits import lint, review, take
from generator.cli.next_year import collect, fill, roll
from generator.cli.summary import summary, verdict
from generator.cli.terminal import Ending, Terminal
from generator.cli.traced import traced
from generator.cli.usage import Command, Context, Misuse, OneOf
from generator.design.format import CLASSIC, LEAST, MOST, TRIM_NAMES, WIDE, Format, is_page, length_of, trim_of
from generator.design.press import LEAST_BLEED, MOST_BLEED
from generator.diagnostics import Words, said
from generator.fonts.offer import Fonts
from generator.journeyman import cores
from generator.messages.catalog import Catalog, languages
from generator.outputs import BOOKLET, DECK, FILES, GRAY, HANDOUT, REPORT
from generator.press_order import Asked
from generator.publication.home import USUAL, home_of
from generator.shape import Shape
from generator.units import Length, in_mm
from generator.version import VERSION

PATH = click.Path(path_type=Path, readable=False)
JSON = "json"
PRINTED = ("text", JSON)
MOST_JOBS = 64
"""Processes at once: each takes some 200 MB of memory."""
SLIDES = {one.name: one for one in (WIDE, CLASSIC)}
"""What `--format` may name: how to print, and how wide a slide is; it may be given once for each."""
Forms = tuple[str, ...]


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

    folder, file = word("metavar.folder"), word("metavar.file")
    return {
        "content": click.Argument(["content"], type=PATH, default=Path(USUAL), metavar=f"[{word('metavar.content')}]"),
        "content-named": option("content", type=PATH, default=Path(USUAL), metavar=word("metavar.content")),
        "sources": click.Argument(["sources"], nargs=-1, required=True, metavar=f"{word('metavar.source')}…"),
        "old": click.Argument(["old"], type=PATH, metavar=word("metavar.old")),
        "new": click.Argument(["new"], type=PATH, metavar=word("metavar.new")),
        "editions": click.Argument(["editions"], type=PATH, metavar=word("metavar.editions")),
        "out-editions": option("out-editions", "--out", type=PATH, metavar=folder),
        "jobs": option("jobs", default="", metavar=word("metavar.number"), callback=_jobs),
        "scheduler": option("scheduler", default="", metavar=word("metavar.address")),
        "resume": option("resume", is_flag=True),
        "out-compare": option("out-compare", "--out", type=PATH, metavar=file, callback=_pdf),
        "desk": click.Argument(["desk"], type=PATH, metavar=folder),
        "start": option("from", "--from", "start", type=OneOf(starting.SKELETONS)),
        "out": option("out", type=PATH, metavar=folder),
        "out-gallery": option("out-gallery", "--out", type=PATH, metavar=folder, default=Path("gallery")),
        "out-specimen": option("out-specimen", "--out", type=PATH, metavar=file, default=Path("specimen.pdf")),
        "form": click.Argument(["form"], type=PATH, metavar=word("metavar.form")),
        "out-form": option("out-form", "--out", type=PATH, metavar=file, default=Path("figures-to-fill.xlsx")),
        "out-filled": option("out-filled", "--out", type=PATH, metavar=file),
        "write-in": option("write-in", "--write", is_flag=True),
        "accept-good": option("accept-good", is_flag=True),
        "all": option("all", "--all", "everything", is_flag=True),
        "out-next": option("out-next", "--out", type=PATH, metavar=file),
        "edition": option("edition", metavar=word("metavar.edition"), callback=_edition, default=""),
        "write": option("write", is_flag=True),
        "write-own": option("write-own", "--write", is_flag=True),
        "fix": option("fix", is_flag=True),
        "out-review": option("out-review", "--out", type=PATH, metavar=file, default=Path("审稿.docx")),
        "revised": click.Argument(["revised"], type=PATH, metavar=file),
        "only-pieces": option("only-pieces", "--only", callback=_pieces, metavar=word("metavar.numbers"), default=""),
        "format-printed": option("format-printed", "--format", "printed", type=OneOf(PRINTED), default=PRINTED[0]),
        "only": option("only", callback=_outputs, metavar=word("metavar.names"), default=""),
        "at": option("at", metavar=word("metavar.time"), callback=_time, default=""),
        "fonts": option(
            "fonts",
            type=OneOf([one.value for one in Fonts]),
            metavar=word("metavar.fonts"),
            callback=_fonts,
        ),
        "draft": option("draft", is_flag=True),
        "approved-only": option("approved-only", is_flag=True),
        "strict": option("strict", is_flag=True),
        "press": option("press", is_flag=True),
        "access": option("access", is_flag=True),
        "quiet": option("quiet", is_flag=True),
        "format": option("format", "--format", "forms", type=OneOf([*PRINTED, *SLIDES]), multiple=True),
        "trim": option("trim", metavar=word("metavar.trim"), callback=_trim, default=""),
        "bleed": option("bleed", metavar=word("metavar.length"), callback=_bleed, default=""),
        "marks": option("marks", "--marks/--no-marks", default=None),
        "gray": option("gray", is_flag=True),
        "booklet": option("booklet", is_flag=True),
        "icc": option("icc", type=PATH, metavar=file),
        "template": option("template", type=PATH, metavar=file),
        "allow": option("allow", type=PATH, metavar=folder, multiple=True),
        "lang": option("lang", type=OneOf(languages()), expose_value=False),
    }


def _outputs(context: click.Context, parameter: click.Parameter, value: str) -> frozenset[str] | None:
    """Return the outputs that are named, None where none is."""
    if context.get_parameter_source("only") is ParameterSource.DEFAULT:
        return None
    names = [name.strip() for name in value.split(",") if name.strip()]
    return frozenset(OneOf(FILES).convert(name, parameter, context) for name in names or [value])


def _pieces(context: click.Context, parameter: click.Parameter, value: str) -> frozenset[int] | None:
    """Return the numbers that are named, None where none is; raises Misuse for what is none."""
    numbers = [one for one in re.split(r"[,，、\s]+", value) if one]
    if not all(one.isdecimal() for one in numbers):
        raise Misuse(said("usage.no-numbers", option=parameter.opts[0], value=value), context)
    return frozenset(map(int, numbers)) or None


def _jobs(context: click.Context, parameter: click.Parameter, value: str) -> int:
    """Return how many processes are asked for, as many as there are cores where none is named; raises Misuse for what is no number."""
    if not value:
        return cores()
    if not (value.isdecimal() and 1 <= int(value) <= MOST_JOBS):
        raise Misuse(said("usage.no-jobs", option=parameter.opts[0], value=value, most=str(MOST_JOBS)), context)
    return int(value)


_TIME = re.compile(r"([01]?[0-9]|2[0-3])[:：]([0-5][0-9])")
_HOUR = 60


def _time(context: click.Context, parameter: click.Parameter, value: str) -> int | None:
    """Return a time of day in minutes, None where none is given; raises Misuse for what is none."""
    if not value:
        return None
    found = _TIME.fullmatch(value.strip())
    if not found:
        raise Misuse(said("usage.no-time", option=parameter.opts[0], value=value), context)
    return int(found[1]) * _HOUR + int(found[2])


def _trim(context: click.Context, parameter: click.Parameter, value: str) -> Format | None:
    """Return the trim that is named; raises Misuse for what is none, or is too small or too large."""
    trim = trim_of(value)
    if value and (trim is None or not is_page(trim)):
        least, most = (f"{in_mm(one.width)}x{in_mm(one.height)}mm" for one in (LEAST, MOST))
        says = said("usage.no-trim", option=parameter.opts[0], value=value, names=TRIM_NAMES, least=least, most=most)
        raise Misuse(says, context)
    return trim


def _bleed(context: click.Context, parameter: click.Parameter, value: str) -> Length | None:
    """Return a bleed; raises Misuse for what is none, or more or less than a press has use for."""
    bleed = length_of(value)
    if value and (bleed is None or not LEAST_BLEED <= bleed <= MOST_BLEED):
        least, most = in_mm(LEAST_BLEED), in_mm(MOST_BLEED)
        raise Misuse(said("usage.no-bleed", option=parameter.opts[0], value=value, least=least, most=most), context)
    return bleed


def _edition(context: click.Context, parameter: click.Parameter, value: str) -> str:
    """Return the edition that is named; raises Misuse where none is: click would mark it as required in English alone."""
    if not value.strip():
        raise Misuse(said("usage.missing", name=parameter.opts[0]), context)
    return value


def _pdf(context: click.Context, parameter: click.Parameter, value: Path | None) -> Path | None:
    """Return the PDF that is named; raises Misuse for another file: it might be one that is compared."""
    if value and value.suffix.lower() != ".pdf":
        raise Misuse(said("usage.no-pdf", option=parameter.opts[0], value=str(value)), context)
    return value


def _fonts(_context: click.Context, _parameter: click.Parameter, value: str | None) -> Fonts | None:
    return Fonts(value) if value else None


@click.pass_obj
def build(
    catalog: Catalog,
    /,
    content: Path,
    out: Path | None,
    only: frozenset[str] | None,
    *,
    quiet: bool,
    gray: bool,
    booklet: bool,
    **shape: Any,  # noqa: ANN401
) -> None:
    """Build the outputs of a content."""
    terminal, made = Terminal(catalog, out or home_of(content), _as_json(shape["forms"]), quiet), _shape(**shape)
    also = frozenset(name for name, asked in ((GRAY, gray), (BOOKLET, booklet)) if asked)
    terminal.run(lambda tell: summary(pipeline.build(content, terminal.out, only, tell, made, also)), _as_it_was(terminal))


@click.pass_obj
def batch(
    catalog: Catalog,
    /,
    editions: Path,
    out: Path | None,
    only: frozenset[str] | None,
    *,
    quiet: bool,
    resume: bool,
    **shape: Any,  # noqa: ANN401
) -> None:
    """Build many editions of one content."""
    from generator.batch.run import Hands, Order  # noqa: PLC0415 - not on the way of a build
    from generator.cli.batched import batched  # noqa: PLC0415

    hands = Hands(shape.pop("jobs"), shape.pop("scheduler"))
    terminal = Terminal(catalog, out or home_of(editions), _as_json(shape["forms"]), quiet)
    batched(terminal, editions, Order(only, _shape(**shape), resume), hands)


@click.pass_obj
def notes(catalog: Catalog, /, content: Path, out: Path | None, at: int | None, *, quiet: bool, **shape: Any) -> None:  # noqa: ANN401
    """Build the speaker's handout of a content."""
    terminal, only = Terminal(catalog, out or home_of(content), _as_json(shape["forms"]), quiet), frozenset({HANDOUT})
    made = replace(_shape(**shape), begins=at)
    terminal.run(lambda tell: summary(pipeline.build(content, terminal.out, only, tell, made)), _as_it_was(terminal))


@click.pass_obj
def check(catalog: Catalog, /, content: Path, out: Path | None, *, strict: bool, quiet: bool, **shape: Any) -> None:  # noqa: ANN401
    """Prove the files that stand there against a content, or audit them for press or reader."""
    terminal = Terminal(catalog, out or home_of(content), _as_json(shape["forms"]), quiet)
    if subjects := [one for one in auditing.RECORDS if shape.pop(one)]:
        _audit(terminal, subjects, shape["trim"], shape["bleed"])
        return
    made = _shape(**shape)
    prove = partial(pipeline.check, content, terminal.out, shape=made, strict=strict)
    terminal.run(lambda tell: verdict(prove(tell)), said("fate.nothing-changed"))


def _audit(terminal: Terminal, subjects: list[str], trim: Format | None, bleed: Length | None) -> None:
    asked = auditing.wanted(trim.size if trim else None, bleed)
    terminal.run(
        lambda tell: audited(auditing.audit(terminal.out, subjects, tell, terminal.catalog, asked)), said("fate.not-audited")
    )


@click.pass_obj
def gallery(catalog: Catalog, out: Path, template: Path | None, *, quiet: bool, forms: Forms) -> None:
    """Build a report and a deck with a chart of every kind."""
    terminal, only = Terminal(catalog, out, _as_json(forms), quiet), frozenset({REPORT, DECK})
    shape = _shape(forms, template)
    terminal.run(lambda tell: summary(pipeline.build(pipeline.GALLERY, out, only, tell, shape)), _as_it_was(terminal))


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


@click.pass_obj
def trace(catalog: Catalog, sources: tuple[str, ...], content: Path, printed: str, *, quiet: bool) -> None:
    """Look up the figures of a content in its sources."""
    from generator.edition.trace.run import traced as looked_up  # noqa: PLC0415 - not on the way of a build

    terminal = Terminal(catalog, content, printed == JSON, quiet, is_file=True)
    terminal.run(lambda tell: traced(looked_up(content, sources, tell), brief=quiet), said("fate.not-traced"))


@click.pass_obj
def compare(catalog: Catalog, old: Path, new: Path, out: Path | None, printed: str, *, quiet: bool) -> None:
    """Compare two editions, and write what changed for the approver where that is asked for."""
    from generator import comparing  # noqa: PLC0415 - not on the way of a build

    terminal = Terminal(catalog, out or new, printed == JSON, quiet, is_file=True)
    terminal.run(lambda tell: compared(comparing.compare((old, new), out, tell, catalog), brief=quiet), said("fate.not-compared"))


def _as_json(forms: Forms) -> bool:
    """Tell whether what happened is printed as JSON; of two ways the last is meant."""
    return [*PRINTED[:1], *(one for one in forms if one in PRINTED)][-1] == JSON


def _shape(
    forms: Forms,
    template: Path | None,
    fonts: Fonts | None = None,
    trim: Format | None = None,
    *,
    draft: bool = False,
    approved_only: bool = False,
    allow: tuple[Path, ...] = (),
    **press: Any,  # noqa: ANN401
) -> Shape:
    """Return what the outputs are made on; a template has a size of its own, and --format says nothing beside it."""
    named = [SLIDES[one] for one in forms if one in SLIDES]
    if named and template:
        raise Misuse(said("usage.template-has-size", value=named[-1].name), click.get_current_context())
    slide = named[-1] if named else None
    return Shape(trim, slide, template, fonts, asked=Asked(**press), draft=draft, approved=approved_only, allowed=allow)


def _as_it_was(terminal: Terminal) -> Words:
    return said("fate.as-it-was", place=terminal.place)


PRESS = ("trim", "bleed", "marks", "icc")
"""What the press may be told on the command line."""
COMMANDS: dict[str, tuple[Callable[..., None], tuple[str, ...]]] = {
    "new": (new, ("desk", "start")),
    "build": (
        build,
        (
            "content",
            "out",
            "only",
            "draft",
            "approved-only",
            GRAY,
            BOOKLET,
            *PRESS,
            "fonts",
            "template",
            "allow",
            "quiet",
            "format",
        ),
    ),
    "batch": (
        batch,
        (
            "editions",
            "out-editions",
            "only",
            "jobs",
            "scheduler",
            "resume",
            "draft",
            "approved-only",
            "fonts",
            "template",
            "allow",
            "quiet",
            "format",
        ),
    ),
    "notes": (notes, ("content", "out", "at", "draft", "fonts", "template", "allow", "quiet", "format")),
    "check": (
        check,
        ("content", "out", "draft", *PRESS, "fonts", "template", "allow", "strict", "press", "access", "quiet", "format"),
    ),
    "trace": (trace, ("sources", "content-named", "quiet", "format-printed")),
    "compare": (compare, ("old", "new", "out-compare", "quiet", "format-printed")),
    "gallery": (gallery, ("out-gallery", "template", "quiet", "format")),
    "specimen": (specimen, ("out-specimen",)),
    "lint": (lint, ("content", "fix", "write-own", "quiet", "format-printed")),
    "review": (review, ("content", "out-review", "quiet")),
    "take": (take, ("revised", "content", "only-pieces", "template", "allow", "write-own", "quiet", "format-printed")),
    "roll": (roll, ("content", "edition", "out-next", "write", "quiet", "format-printed")),
    "collect": (collect, ("content", "out-form", "all", "write", "quiet", "format-printed")),
    "fill": (fill, ("form", "content", "out-filled", "write-in", "accept-good", "quiet", "format-printed")),
    "schema": (schema, ()),
}
"""Each command, and what it takes besides `--lang`."""
