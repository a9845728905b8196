"""The command's front door: in which language it speaks, and how it ends whatever happens. Never with a traceback."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from itertools import pairwise

import click

from generator.cli.commands import jianbao
from generator.cli.terminal import bug
from generator.cli.usage import misused
from generator.diagnostics import Exit, said
from generator.messages.catalog import Catalog, languages
from generator.messages.speech import printed, spoken

LANG = "--lang"


def main() -> None:
    """Run the command and exit with its code."""
    gc.disable()  # a short process of frozen data: the collector would look through all of it again and again, and free nothing
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    catalog = spoken(_chosen(sys.argv[1:]))
    try:
        sys.exit(_run(sys.argv[1:], catalog))
    except (KeyboardInterrupt, click.Abort):
        click.echo(catalog.word(said("interrupted")), err=True)
        sys.exit(Exit.INTERRUPTED)
    except BrokenPipeError:
        # Nobody reads on: what is still in the buffer goes nowhere, quietly.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(Exit.DONE)
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is our bug
        click.echo(printed(bug(fault), catalog), err=True)
        sys.exit(Exit.BUG)


def _run(arguments: list[str], catalog: Catalog) -> int:
    group = jianbao(catalog)
    try:
        # Not `Group.main`: it would take a closed pipe for a failure.
        with group.make_context(group.name, arguments, obj=catalog) as context:
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
