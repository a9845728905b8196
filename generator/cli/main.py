"""The command's front door: how it ends whatever happens. Never with a traceback.

It listens for signals before it loads anything that takes time.
"""

import gc
import sys

from generator.cli import signals, streams
from generator.diagnostics import Exit


def main() -> None:
    """Run the command and exit with its code."""
    gc.disable()  # a short process of frozen data: the collector would look through all of it again and again, and free nothing
    arguments, outlets = sys.argv[1:], streams.open_outlets()
    try:
        signals.listen()
        code = _run(arguments)
        signals.ignore()
    except KeyboardInterrupt as stop:
        signals.ignore()
        code = _stopped(arguments, stop)
    if code == Exit.DONE and (fault := streams.lost(outlets)):
        code = _lost(arguments, fault)
    sys.exit(code)


def _run(arguments: list[str]) -> int:
    from generator.cli.door import run  # noqa: PLC0415 - takes time to load

    return run(arguments)


def _stopped(arguments: list[str], stop: KeyboardInterrupt) -> int:
    from generator.cli.door import tell_stopped  # noqa: PLC0415 - as above

    tell_stopped(arguments)
    return signals.code_of(stop)


def _lost(arguments: list[str], fault: OSError) -> int:
    from generator.cli.door import tell_lost  # noqa: PLC0415 - as above

    tell_lost(arguments, fault)
    return Exit.WRITE
