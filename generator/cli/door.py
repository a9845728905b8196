"""Which command was meant and in which language: arguments in, an exit code out, and nothing raised but a stop."""

from itertools import pairwise

import click

from generator.cli.commands import jianbao
from generator.cli.terminal import bug
from generator.cli.usage import misused
from generator.diagnostics import Diagnostic, Exit, Severity, said, why
from generator.messages.catalog import Catalog, languages
from generator.messages.speech import printed, spoken

LANG = "--lang"


def run(arguments: list[str]) -> int:
    """Run the command and return its exit code."""
    catalog = spoken(_chosen(arguments))
    try:
        return _run(arguments, catalog)
    except SystemExit as end:
        return int(end.code or Exit.DONE)
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is our bug
        click.echo(printed(bug(fault), catalog), err=True)
        return Exit.BUG


def tell_stopped(arguments: list[str]) -> None:
    """Tell that the work was stopped and what that left."""
    click.echo(spoken(_chosen(arguments)).word(said("interrupted")), err=True)


def tell_lost(arguments: list[str], fault: OSError) -> None:
    """Tell that what was to be told could not be."""
    says = said("cannot-write.told", why=why(fault))
    click.echo(printed(Diagnostic(Severity.ERROR, says), spoken(_chosen(arguments))), err=True)


def _run(arguments: list[str], catalog: Catalog) -> int:
    group = jianbao(catalog)
    try:
        # Not `Group.main`: it would take a closed pipe for a failure.
        with group.make_context(group.name, [*arguments], obj=catalog) as context:  # click eats the list
            group.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.exceptions.NoArgsIsHelpError as alone:
        click.echo(alone.ctx.get_help(), err=True)
        return Exit.USAGE
    except click.UsageError as fault:
        click.echo(printed(misused(fault, group), catalog), err=True)
        return Exit.USAGE
    return Exit.DONE


def _chosen(arguments: list[str]) -> str | None:
    """Return the language that `--lang` names, wherever it stands: click would come to it after `--help`, or after a fault."""
    joined = [tuple(one.split("=", 1)) for one in arguments if one.startswith(f"{LANG}=")]
    named = (value for option, value in [*joined, *pairwise(arguments)] if option == LANG and value in languages())
    return next(named, None)
