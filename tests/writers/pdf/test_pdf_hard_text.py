"""Four hundred pages of hard text are copied as the author wrote them, by poppler and by pdfium, and each miss has its reason."""

from collections import Counter
from typing import NamedTuple

import pytest
from hard_text import PAGES, hard_pages
from pdf_sample import Written, book

from generator.typeset.copies import goes_on

SPACES_BEYOND = 25
"""Spaces that a reader may add on these pages beside the 240 characters beyond U+FFFF."""


class Miss(NamedTuple):
    """What is copied otherwise: its kind, and the characters on either side of the place."""

    kind: str
    before: str
    after: str

    @property
    def reason(self):
        """Why it is not cured; None where there is no reason.

        A character beyond U+FFFF is shown without an ActualText, for pdfium loses it there; so its neighbours stand in other marks,
        and a gap of a quarter em between them reads as a space.
        """
        beyond = max(self.before, self.after) > "\uffff"
        return "beyond U+FFFF" if self.kind == "space added" and beyond else None


class Pages(NamedTuple):
    """The pages as written, and in a file."""

    texts: list
    written: Written


@pytest.fixture(scope="module")
def hard(tmp_path_factory):
    pages = list(hard_pages())
    return Pages(
        ["\n".join(page.texts) for page in pages], Written(tmp_path_factory.mktemp("hard"), book(*(page.items for page in pages)))
    )


def cut(text):
    """Return the characters of a text, and what white stands before each: "", spaces or a line end."""
    characters, whites, white = [], [], ""
    for char in text:
        if char.isspace():
            white = "\n" if "\n" in (white, char) else white + char
        else:
            characters.append(char)
            whites.append(white)
            white = ""
    return characters, whites


def kind_of(meant, found, *, one_word):
    """Return the kind of a white that is copied otherwise, "" where it is only a line end."""
    if meant == "\n":
        return "paragraphs joined"
    if found == " " and not meant.strip(" "):
        return "" if meant else "space added"  # several spaces are one to pdfium, as they are to the content file
    if found == "\n":
        return "word torn" if not meant and one_word else ""
    return "space changed" if found and meant else "space added" if found else "space lost"


def misses(author, copied):
    """Yield what is copied otherwise than it was written; a line end between Han, or at a space, is only a line end."""
    (wanted, meant), (got, found) = cut(author), cut(copied)
    if wanted != got:
        at = next(
            (at for at, (one, other) in enumerate(zip(wanted, got, strict=False)) if one != other), min(len(wanted), len(got))
        )
        yield Miss("otherwise", "".join(wanted[at - 5 : at + 5]), "".join(got[at - 5 : at + 5]))
        return
    for at in range(1, len(wanted)):
        before, after = wanted[at - 1], wanted[at]
        if meant[at] != found[at] and (kind := kind_of(meant[at], found[at], one_word=goes_on(before, after))):
            yield Miss(kind, before, after)


def missed(hard, copies):
    assert len(hard.texts) == len(copies) == PAGES
    return [miss for author, copied in zip(hard.texts, copies, strict=True) for miss in misses(author, copied)]


def assert_all_have_a_reason(found):
    assert [miss for miss in found if miss.reason is None] == []
    assert all(count <= SPACES_BEYOND for count in Counter(miss.reason for miss in found).values())


def test_pdfium_copies_what_was_written(hard):
    assert_all_have_a_reason(missed(hard, [hard.written.copied_from_pdfium(page) for page in range(PAGES)]))


@pytest.mark.parametrize("way", [(), ("-raw",), ("-layout",)])
def test_poppler_copies_what_was_written(hard, way):
    assert_all_have_a_reason(missed(hard, hard.written.poppler("pdftotext", *way).split("\f")[:PAGES]))


def test_the_text_is_hard(hard):
    """Signs, broken words, characters beyond the basic plane and spaces are there, in numbers."""
    text = "".join(hard.texts)
    assert len(text) > 300_000
    assert all(text.count(sign) > 20 for sign in "∶′‼〝⋯‐々℃‑‧・―𬜬")
    assert sum(text.count(word) for word in ("https://", "internationalization", "2021-08-05")) > 300


@pytest.mark.parametrize(
    ("author", "copied", "kinds"),
    [
        ("一二三四", "一二\n三四", []),
        ("the one", "the\none", []),
        ("the one", "theone", ["space lost"]),
        ("近34亿元", "近 34亿元", ["space added"]),
        ("一二\n三四", "一二三四", ["paragraphs joined"]),
        ("international", "inter\nnational", ["word torn"]),
        ("state-of-the-art", "state-of-\nthe-art", ["word torn"]),
        ("state-of-the-art", "state-ofthe-art", ["otherwise"]),
        ("一二三四", "一二三", ["otherwise"]),
        ("第\u00a015条", "第 15条", ["space changed"]),
    ],
)
def test_the_comparison_sees_each_miss(author, copied, kinds):
    assert [miss.kind for miss in misses(author, copied)] == kinds
