"""What a deck brought along from a company's template: its master with all that hangs on it, known by one hash.

In: a package. Out: the names of those parts and their hash, where the deck says that it has such. What stands on these parts is the
company's own and is read for its colours only. Of a part with one byte changed the hash is another than the deck says: then all that
stands there is read as if it stood on the slides, and the hash is one that nobody stated.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from generator.inspection.package import Package

PROPERTY = "TemplateDigest"
MAIN = "ppt/presentation.xml"
NOT_BROUGHT = frozenset({"slide", "notesSlide", "notesMaster", "handoutMaster", "hyperlink"})


class Brought(NamedTuple):
    """Names of parts, the hash of names and bytes, and whether it is the one that the deck says."""

    names: frozenset[str] = frozenset()
    digest: str = ""
    whole: bool = False


def brought(package: Package) -> Brought:
    """Return what a deck brought along; nothing where it says of no template."""
    master = package.related(MAIN, "slideMaster")
    due = package.custom_property(PROPERTY)
    if not due or master is None:
        return Brought()
    waiting, seen = [master], set[str]()
    while waiting:
        name = waiting.pop()
        if name not in seen and package.has(name):
            seen.add(name)
            waiting += [target for kind, target in package.relations(name).values() if kind not in NOT_BROUGHT]
    digest = sha256(b"".join(name.encode() + package.read(name) for name in sorted(seen)))
    return Brought(frozenset(seen), digest.hexdigest(), digest.hexdigest() == due)
