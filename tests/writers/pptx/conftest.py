"""The handmade deck, written once for all tests of the writer."""

from __future__ import annotations

import pytest

from generator.fonts.library import Library
from generator.writers.pptx.package import write
from tests.writers.pptx.handmade_deck import made_deck


@pytest.fixture(scope="session")
def library():
    return Library.open()


@pytest.fixture(scope="session")
def deck():
    return made_deck()


@pytest.fixture(scope="session")
def written(deck, library, tmp_path_factory):
    target = tmp_path_factory.mktemp("deck") / "deck.pptx"
    write(deck, library, target)
    return target
