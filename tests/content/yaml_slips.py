"""How a row of a content file is spoilt so that YAML stops or misreads it: a row in, the spoilt row out; None where it does not apply."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_PLAIN = re.compile(r"(?P<head> *(?:- )?[^\s:]+: )(?P<text>[^\s\"'\[{|>#&*!%@`][^#:\[\]{}\"'“”]*)")
_FLOW = re.compile(r"(?P<head> *(?:- )?[^\s:]+: )(?P<open>[\[{]).*[\]}]")


def plain(spoil: Callable[[str, str], str]) -> Callable[[str], str | None]:
    """Return what spoils rows of a key with a plain text."""

    def spoilt(row: str) -> str | None:
        found = _PLAIN.fullmatch(row)
        return spoil(found["head"], found["text"]) if found else None

    return spoilt


def flow(spoil: Callable[[str], str]) -> Callable[[str], str | None]:
    """Return what spoils rows of a list or a mapping on one line."""
    return lambda row: spoil(row) if _FLOW.fullmatch(row) else None


KINDS: dict[str, tuple[Callable[[str], str | None], str]] = {
    "quote not closed": (plain(lambda head, text: f'{head}"{text}'), "bad-yaml.open-quote"),
    "single quote not closed": (plain(lambda head, text: f"{head}'{text}"), "bad-yaml.open-quote"),
    "quote closed by a Chinese one": (plain(lambda head, text: f'{head}"{text}”'), "bad-yaml.open-quote"),
    "quote closed too early": (plain(lambda head, text: f'{head}"{text[:1]}"{text[1:]}等'), "bad-yaml.after-quote"),
    "at sign": (plain(lambda head, text: f"{head}@{text}"), "bad-yaml.reserved"),
    "percent sign": (plain(lambda head, text: f"{head}%{text}"), "bad-yaml.reserved"),
    "backtick": (plain(lambda head, text: f"{head}`{text}`"), "bad-yaml.backtick"),
    "bold": (plain(lambda head, text: f"{head}**{text}**"), "bad-yaml.star"),
    "second colon": (plain(lambda head, text: f"{head}{text}: {text}"), "bad-yaml.second-colon"),
    "bracket and text": (plain(lambda head, text: f"{head}[{text}]等"), "bad-yaml.bracket"),
    "full-width colon": (plain(lambda head, text: f"{head[:-2]}：{text}"), "full-width-colon.after"),
    "no space": (plain(lambda head, text: f"{head[:-1]}{text}"), "missing-space.one-word"),
    "tab": (plain(lambda head, text: f"\t{head}{text}"), "tab"),
    "never closed": (flow(lambda row: row.rstrip("]}")), "bad-yaml.open-"),
    "closed twice": (flow(lambda row: f"{row}{row[-1]}"), "bad-yaml.one-too-many"),
}  # fmt: skip
