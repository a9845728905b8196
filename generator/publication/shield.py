"""A few steps that no signal parts: what asks the program to stop while they last has to wait."""

import contextlib
import signal
import threading
from collections.abc import Iterator

STOPPING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name))
"""The signals by which people and systems ask a program to stop; SIGHUP is POSIX's, SIGBREAK Windows'."""


@contextlib.contextmanager
def unhurried() -> Iterator[None]:
    """Let the steps within end before any signal is heard: the first of those that come meanwhile is heard afterwards.

    Only the main thread hears signals, and may change what they do.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    waiting: list[int] = []
    before = {one: signal.getsignal(one) for one in STOPPING}
    before = {one: handler for one, handler in before.items() if handler not in (None, signal.SIG_IGN)}
    try:
        for one in before:
            signal.signal(one, lambda number, _frame: waiting.append(number))
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
        if waiting:
            signal.raise_signal(waiting[0])
