"""A few steps that no signal parts: what asks the program to stop while they last has to wait."""

import contextlib
import signal
import threading
from collections.abc import Callable, Iterator
from types import FrameType

STOPPING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name))
"""The signals by which people and systems ask a program to stop; SIGHUP is POSIX's, SIGBREAK Windows'."""

Handler = Callable[[int, FrameType | None], object] | int


class Shield:
    """Keeps signals waiting while it is up. Only the main thread hears signals, and may change what they do."""

    def __init__(self) -> None:
        self._handlers: dict[signal.Signals, Handler] = {}
        self._waiting: list[int] = []

    def up(self) -> None:
        """Let signals wait from here on; those that nobody hears anyway stay unheard."""
        if threading.current_thread() is threading.main_thread():
            for one in STOPPING:
                handler = signal.getsignal(one)
                if handler not in (None, signal.SIG_IGN):
                    self._handlers[one] = handler
                    signal.signal(one, lambda number, _frame: self._waiting.append(number))

    def down(self) -> None:
        """Let signals be heard again, the first of those that wait at once."""
        while self._handlers:
            signal.signal(*self._handlers.popitem())
        if self._waiting:
            signal.raise_signal(self._waiting.pop(0))

    @contextlib.contextmanager
    def lowered(self) -> Iterator[None]:
        """Let signals be heard within."""
        self.down()
        try:
            yield
        finally:
            self.up()


@contextlib.contextmanager
def unhurried() -> Iterator[Shield]:
    """Let the steps within end before any signal is heard."""
    shield = Shield()
    try:
        shield.up()
        yield shield
    finally:
        shield.down()
