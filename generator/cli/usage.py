"""How the command is used, and misused: help pages and faults of the command line, worded from the catalogs instead of by click."""

from collections.abc import Iterable
from difflib import get_close_matches

import click
from click.exceptions import NoSuchCommand

from generator.cli.columns import columns, padded
from generator.diagnostics import Diagnostic, Severity, Words, said


class Page(click.HelpFormatter):
    """A help page, its lines as the catalog breaks them: Chinese has no spaces to break at, and its characters take two columns."""

    def __init__(self, context: click.Context) -> None:
        super().__init__()
        self._word = context.obj.word

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:  # noqa: ARG002 - click's is English
        """Write the line of usage."""
        super().write_usage(prog, args, self._word(said("heading.usage")))

    def write_heading(self, heading: str) -> None:
        """Write the heading of options or of commands."""
        self.write(f"{self._word(said(f'heading.{heading.lower()}'))}\n")

    def write_text(self, text: str) -> None:
        """Write lines as they are."""
        self.write("".join(f"{' ' * self.current_indent}{line}".rstrip() + "\n" for line in text.splitlines()))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write terms and what they mean in two columns."""
        rows = tuple(rows)
        margin = min(col_max, max(columns(term) for term, _ in rows)) + col_spacing
        for term, text in rows:
            lines = text.replace("\n", f"\n{' ' * margin}")
            self.write_text(f"{padded(term, margin)}{lines}")


class Context(click.Context):
    """Where a command is run; its `obj` is the catalog that it speaks from."""

    def make_formatter(self) -> Page:
        """Return an empty help page."""
        return Page(self)


class Command(click.Command):
    """A command that tells by itself what it has no place for: click knows that error by its English alone."""

    context_class = Context
    allow_extra_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the arguments; raises Misuse for those that are too many."""
        try:
            rest = super().parse_args(ctx, args)
        except click.BadOptionUsage as fault:
            fault.ctx = ctx  # click's parser does not say whose option it is
            raise
        if rest:
            raise Misuse(said("usage.too-many", arguments=tuple(rest)), ctx)
        return rest


class Misuse(click.UsageError):
    """A misuse that our own code found."""

    def __init__(self, words: Words, ctx: click.Context | None = None) -> None:
        super().__init__(str(words), ctx)
        self.words = words


class OneOf(click.Choice[str]):
    """One of a few words."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word itself; raises Misuse for any other."""
        if value not in self.choices:
            option = param.opts[0] if param else ""
            raise Misuse(said("usage.no-choice", option=option, value=value, choices=self.choices), ctx)
        return value


def misused(fault: click.UsageError, group: click.Command) -> Diagnostic:
    """Return a fault of the command line as a diagnostic, with what may have been meant and where all is listed."""
    command, path = (fault.ctx.command, fault.ctx.command_path) if fault.ctx else (group, group.name)
    written = getattr(fault, "option_name", "") or getattr(fault, "command_name", "")
    near = [one for one in getattr(fault, "possibilities", None) or () if get_close_matches(written.strip("-"), [one.strip("-")])]
    hints = (*(said("hint.did-you-mean", cure=one) for one in near[:1]), said("usage.see-help", command=f"{path} --help"))
    return Diagnostic(Severity.ERROR, _words(fault, command), hints=hints)


def _words(fault: click.UsageError, command: click.Command) -> Words:
    if isinstance(fault, Misuse):
        return fault.words
    if isinstance(fault, NoSuchCommand):
        return said("usage.no-command", name=fault.command_name)
    if isinstance(fault, click.NoSuchOption):
        return said("usage.no-option", option=fault.option_name)
    if isinstance(fault, click.BadOptionUsage):
        flags = {name for one in command.params if getattr(one, "is_flag", False) for name in one.opts}
        return said("usage.no-value" if fault.option_name in flags else "usage.value-missing", option=fault.option_name)
    if isinstance(fault, click.MissingParameter) and fault.param:
        return said("usage.missing", name=fault.param.human_readable_name)
    return said("usage.command-missing")  # the one fault of ours that click gives no type of its own
