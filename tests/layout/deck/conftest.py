import pytest

from tests.layout.deck.deck_making import deck_of, sample_report


@pytest.fixture(scope="session")
def report():
    return sample_report()


@pytest.fixture(scope="session")
def deck(report):
    return deck_of(report)
