"""What pages and slides have to tell: gathered from the finished work, so that what was tried and dropped on the way tells nothing."""

from collections.abc import Iterable, Iterator

from generator.diagnostics import Diagnostic
from generator.drawing import Group, Item


def each_once(faults: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return faults in their order, each once, however often it was met."""
    return tuple(dict.fromkeys(faults))


def of_items(items: Iterable[Item]) -> Iterator[Diagnostic]:
    """Yield what items tell, in reading order."""
    for item in items:
        if isinstance(item, Group):
            yield from item.faults
            yield from of_items(item.items)
