"""Being asked to stop: every signal that asks for it ends the work in one way, and the process with 128 and the signal's number.

That is how a shell counts (POSIX 2.8.2): 130 for Ctrl-C, 143 for a supervisor's SIGTERM, 129 for a terminal that has gone.
"""

import signal
import sys
import threading
from types import FrameType
from typing import TYPE_CHECKING

from generator.publication.shield import STOPPING

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

BASE = 128
AGAIN = 0.01
"""Seconds after which a stop is asked for again where it was lost: Python drops what is raised while it frees an object."""


class Stopped(KeyboardInterrupt):
    """The work was asked to stop, by this signal."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def code_of(stop: KeyboardInterrupt) -> int:
    """Return the exit code of a stop."""
    return BASE + (stop.number if isinstance(stop, Stopped) else signal.SIGINT)


def listen() -> None:
    """Raise Stopped in the main thread for every such signal but those that the caller has switched off (`nohup`)."""
    for one in STOPPING:
        if signal.getsignal(one) != signal.SIG_IGN:
            signal.signal(one, _stop)
    sys.unraisablehook = _heard_again


def ignore() -> None:
    """Hear no such signal any more: the work is at its end."""
    for one in STOPPING:
        signal.signal(one, signal.SIG_IGN)


def _stop(number: int, _frame: FrameType | None) -> None:
    raise Stopped(number)


def _heard_again(lost: "UnraisableHookArgs") -> None:
    if isinstance(lost.exc_value, Stopped):
        threading.Timer(AGAIN, signal.raise_signal, (lost.exc_value.number,)).start()
    else:
        sys.__unraisablehook__(lost)
