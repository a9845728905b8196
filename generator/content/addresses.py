"""Where a link may lead: to a page of the web or to somebody's mailbox. An address in; what is wrong with it out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit, urlunsplit

from generator.content.slip import shortened
from generator.diagnostics import said

if TYPE_CHECKING:
    from generator.diagnostics import Words

SCHEMES = ("https", "http", "mailto")
_BARE = re.compile(r"(?:www\.|(?:[a-z0-9-]+\.)+(?:com|cn|org|net|gov|edu|int)(?:[/?:]|$))", re.IGNORECASE)
_PLAIN = "%/:=&?~#+!$,;'@()*[]"
"""ASCII that stands for itself in an address (RFC 3986, 2.2)."""


def refused(address: str) -> tuple[Words, Words] | None:
    """Return why nothing may lead to an address, and the cure; None where it may."""
    shown = shortened(address)
    if not address:
        return said("bad-link.empty"), said("bad-link.write-address")
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        parts.port  # noqa: B018  # a port that is none is told here
    except ValueError:
        return said("bad-link.address", address=shown), said("bad-link.write-address")
    if parts.scheme not in SCHEMES:
        cure = said("hint.write", cure=f"https://{address}") if _is_bare(address) else said("bad-link.write-address")
        return said("bad-link.scheme", address=shown, schemes=SCHEMES), cure
    if (parts.scheme == "mailto" and "@" not in parts.path) or (parts.scheme != "mailto" and "." not in host):
        return said("bad-link.address", address=shown), said("bad-link.write-address")
    if not address.isascii() or not address.isprintable() or any(char in address for char in ' "<>\\^`{|}'):
        return said("bad-link.characters", address=shown), said("hint.write", cure=_percent_encoded(address))
    return None


def _is_bare(address: str) -> bool:
    """Tell whether an address lacks its scheme alone: www.example.org/a."""
    return bool(_BARE.match(address))


def _percent_encoded(address: str) -> str:
    parts = urlsplit(address)
    try:
        host = parts.netloc.encode("idna").decode()
    except UnicodeError:
        host = quote(parts.netloc, _PLAIN)
    return urlunsplit((parts.scheme, host, *(quote(one, _PLAIN) for one in parts[2:])))
