"""The catalogs of one language: a key and its values in, a sentence out.

A language is a folder of gettext catalogs (`zh/content.po`, one file for each room that speaks); keys are the msgids, and stand in one file
only. A value called `count` chooses among plurals; a value that is words itself is worded first; a list is joined as the language joins
lists, its items between backticks where the sentence asks for it: `{names:quoted}`.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING

import polib

from generator.diagnostics import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.diagnostics import Value

FOLDER = Path(__file__).parent
QUOTED = "quoted"
"""How a sentence asks for backticks round the items of a list."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Several values in a sentence; the format `quoted` puts each between backticks."""

    items: tuple[str, ...]
    separator: str

    def __format__(self, spec: str) -> str:
        return self.separator.join(f"`{one}`" if spec == QUOTED else one for one in self.items)


@dataclass(frozen=True, slots=True)
class Catalog:
    """Words a language's sentences."""

    language: str
    translations: NullTranslations

    def word(self, words: Words) -> str:
        """Return the sentence of a key with its values in place; KeyError for a key that the catalog lacks."""
        pattern = self._pattern(words.key, dict(words.values).get("count"))
        return pattern.format_map({name: self._value(value) for name, value in words.values})

    def _pattern(self, key: str, count: Value | None) -> str:
        plural = self.translations.ngettext(key, key, count) if isinstance(count, int) else key
        found = plural if plural != key else self.translations.gettext(key)
        if found == key:
            raise KeyError(key)
        return found

    def _value(self, value: Value) -> str | Listed:
        if isinstance(value, Words):
            return self.word(value)
        if isinstance(value, tuple):
            return Listed(tuple(str(self._value(one)) for one in value), self._pattern("list.separator", None).strip("|"))
        return str(value)


@cache
def catalog(language: str) -> Catalog:
    """Return the catalog of a language."""
    translations = NullTranslations()
    for path in sorted((FOLDER / language).glob("*.po")):
        translations.add_fallback(_compiled(path))
    return Catalog(language, translations)


def _compiled(path: Path) -> NullTranslations:
    return GNUTranslations(io.BytesIO(polib.pofile(str(path), encoding="utf-8").to_binary()))


def languages() -> Sequence[str]:
    """Return the languages that there are catalogs of."""
    return sorted(path.name for path in FOLDER.iterdir() if any(path.glob("*.po")))
