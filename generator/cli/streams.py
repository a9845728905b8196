"""Standard output and error that never stop the work: what cannot be written is noted, and the streams are silent from then on."""

import contextlib
import os
import sys
from typing import TYPE_CHECKING, Any, TextIO, cast

if TYPE_CHECKING:
    from collections.abc import Callable

STREAMS = ("stdout", "stderr")
LAST_STANDARD = 2


class Outlet:
    """A text stream that may fail: closed at the other end, or onto a disk that is full."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.fault: OSError | None = None

    def write(self, text: str) -> int:
        """Write as far as it goes."""
        self._tried(self._stream.write, text)
        return len(text)

    def flush(self) -> None:
        """Write what waits as far as it goes."""
        self._tried(self._stream.flush)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - all else is the stream's own
        return getattr(self._stream, name)

    def _tried(self, step: "Callable[..., object]", *given: str) -> None:
        try:
            step(*given)
        except OSError as fault:
            self.fault = self.fault or fault
            _silence(self._stream)


def open_outlets() -> tuple[Outlet, ...]:
    """Put outlets in the places of both streams, also where the caller closed them; characters that they have not become `?`."""
    _hold_standard_handles()
    outlets = []
    for name in STREAMS:
        stream = getattr(sys, name) or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - held to the end
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="replace")
        outlets.append(Outlet(stream))
        setattr(sys, name, cast("TextIO", outlets[-1]))
    return tuple(outlets)


def lost(outlets: tuple[Outlet, ...]) -> OSError | None:
    """Return why something that was to be told could not be; a reader who has gone wanted no more, and is no fault."""
    faults = (one.fault for one in outlets)
    return next((fault for fault in faults if fault and not isinstance(fault, BrokenPipeError)), None)


def _silence(stream: TextIO) -> None:
    """Lead a stream to nowhere: what waits in it would fail again when Python ends."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def _hold_standard_handles() -> None:
    """Take the handles 0 to 2 where the caller closed them: else a file of ours got one, and what libraries tell would go into it."""
    while (handle := os.open(os.devnull, os.O_RDWR)) <= LAST_STANDARD:
        pass
    os.close(handle)
