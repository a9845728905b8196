import pytest
from pdf_sample import Written, book


@pytest.fixture
def written(tmp_path):
    """Write a book, or one page of items."""

    def write(*items, of=None):
        return Written(tmp_path, of or book(items))

    return write
