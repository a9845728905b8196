"""Whether a sentence is of its language alone: what stands between backticks is the author's, and some names belong to no language."""

from __future__ import annotations

import re

NAMES = {
    "jianbao", "new", "company", "institution",
    "build", "check", "trace", "compare", "gallery", "roll", "schema", "specimen", "report", "print", "gray", "booklet",
    "deck", "figures", "slides", "notes", "content", "python",
    "collect", "fill", "NAMES", "FONTS", "TIME",
    "lint", "batch", "EDITIONS", "NUMBER", "ADDRESS", "Dask", "review", "take", "Word",
    "PDF", "PPTX", "XLSX", "YAML", "JSON", "Schema", "PowerPoint", "Excel", "Markdown", "Python", "Unicode", "UTF", "GBK", "BOM",
    "ZIP", "RTF", "HTML", "JPEG", "PNG", "SVG", "DOCTYPE", "Office", "VS", "Code", "ICC", "SHA",
    "RGB", "CMYK", "ID", "CONTENT", "DIR", "FILE", "LIST", "OPTIONS", "COMMAND", "text", "json", "zh", "en", "mm", "MB", "Tab",
}  # fmt: skip
"""Commands, keys, names of programs and formats: alike in every language."""

_NOT_WORDS = re.compile(r"`[^`]*`|\{[^}]*\}|--[a-z-]+|[\w./<>-]+\.(?:yaml|pdf|pptx|xlsx|json|txt|po)\b|\[[a-z-]+\]|U\+[0-9A-F]+")
_LATIN = re.compile(r"[A-Za-z]{2,}")
_HAN = re.compile(r"[㐀-鿿]+")
_FULL_WIDTH = re.compile("[，。；：？！（）“”]")


def foreign(sentence: str, language: str) -> list[str]:
    """Return the words of a sentence that are not of its language."""
    bare = _NOT_WORDS.sub(" ", sentence)
    if language == "zh":
        return [word for word in _LATIN.findall(bare) if word not in NAMES]
    return [*_HAN.findall(bare), *_FULL_WIDTH.findall(bare)]
