"""How the program speaks to a reader: in which language, and the one printed form of a fault.

The printed form is `file:line:column: severity: message [code]`, with its list, if it has one, and its hints indented below: messages
begin small and end without a full stop, with backticks round the author's own words. Chinese is spoken where nobody asks for another
language that there is.
"""

import locale
import os
import re
import sys

from generator.diagnostics import Diagnostic, said
from generator.messages.catalog import Catalog, catalog, languages

CHINESE = "zh"
VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Where POSIX says which language a person reads, the strongest first (IEEE Std 1003.1, 8.2)."""


def spoken(chosen: str | None = None) -> Catalog:
    """Return the catalog of the chosen language, else of the machine's, else Chinese."""
    return catalog(chosen or _of_the_machine() or CHINESE)


def _of_the_machine() -> str | None:
    named = next((os.environ[name] for name in VARIABLES if os.environ.get(name)), None) or _of_windows() or ""
    return next((one for one in languages() if named.lower().startswith((one, _ENGLISH_NAMES.get(one, one)))), None)


def _of_windows() -> str | None:
    return locale.getlocale()[0] if sys.platform == "win32" else None  # elsewhere Python calls a bare machine's `C` American


_ENGLISH_NAMES = {"zh": "chinese", "en": "english"}
"""What Windows calls a language (`Chinese_China`)."""


def printed(fault: Diagnostic, catalog: Catalog) -> str:
    """Return a fault as it is printed."""
    where = catalog.word(fault.place) if fault.place else str(fault.span or "jianbao")
    severity = catalog.word(said(f"severity.{fault.severity.value}"))
    first = catalog.word(said("fault.line", where=where, severity=severity, message=catalog.word(fault.says), code=fault.code))
    details = (catalog.word(said("fault.detail", detail=catalog.word(detail))) for detail in fault.details)
    hints = (catalog.word(said("fault.hint", hint=catalog.word(hint))) for hint in fault.hints)
    return "\n".join(map(visible, (first, *details, *hints)))


def visible(line: str) -> str:
    """Return a line with the control characters of the author's words and of names of files shown, not obeyed."""
    return _CONTROL.sub(lambda found: found[0].encode("unicode_escape").decode(), line)


_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
