"""Addresses: parted after a slash and before their own signs, with no hyphen (T09; character classes)."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.typeset.addresses import LEAST, address_points
from generator.typeset.model import Align, Level
from generator.typeset.parting import hyphen_points, points

FAR = 99
"""More characters than any name has: no name is torn."""

ADDRESSES = {
    "with a scheme": "https://|www|.example|.com/|reports/|2020|.html",
    "with another": "ftp://|files|.example|.org/|pub/|report",
    "without": "www|.example|.com/|reports/|annual",
    "a host alone": "report|.example|.com|.cn",
    "a host with a path": "example|.com/|reports/|annual",
    "a port": "https://|example|.com:8080/|reports",
    "a query": "https://|example|.com/|find|?q|=report|&year|=2020",
    "a place in a page": "https://|example|.com/|about|#team|_north",
    "hyphens and low lines": "https://|example|.com/|annual|-report|_final",
    "a date in it is a number": "https://|example|.com/|2021-08-05/|v1.2",
    "a home": "https://|example|.edu/|~zhang/|papers",
    "characters in hexadecimals": "https://|example|.com/|%E4%BD%A0%E5%A5%BD",
    "a mailbox": "zhang|.san|@mail|.example|.com",
    "a mailbox with a scheme": "mailto:zhang|.san|@example|.com",
    "a DOI": "doi:10.1000/|report|-2020.15",
    "a DOI without its name": "10.1000/|report|.2020.15",
    "a path": "/usr/|share/|doc/|readme|.txt",
    "a path on a drive": "C:\\|Users\\|Public\\|report|.xlsx",
    "a path to a file": "reports/|2020/|annual|.xlsx",
    "in brackets": "(https://|example|.com/|reports)",
    "before a stop": "https://|example|.com/|reports.",
    "in quotes": '"https://|example|.com/|a|=b"',
}


def parted(address: str, most: int = FAR) -> str:
    places = sorted(address_points(address, most))
    return "|".join(address[start:end] for start, end in pairwise([0, *places, len(address)]))


@pytest.mark.parametrize("expected", ADDRESSES.values(), ids=ADDRESSES)
def test_an_address_is_parted_after_its_slashes_and_before_its_signs(expected: str) -> None:
    assert parted(expected.replace("|", "")) == expected


@pytest.mark.parametrize(
    "word", ["and/or", "km/h", "1/3", "2021/8/5", "TCP/IP", "state-of-the-art", "3.14", "PM2.5", "e.g.", "v1.2.3", "A/B"]
)
def test_what_is_no_address_has_no_such_places(word: str) -> None:
    assert address_points(word, FAR) == {}


@pytest.mark.parametrize("word", ["https://internationalization.example", "internationalization@example.com"])
def test_no_hyphen_is_added_to_an_address(word: str) -> None:
    assert hyphen_points(word) == ()
    assert not any(point.hyphen for point in points(word, 60).values())


@pytest.mark.parametrize(
    "address", ["https://example.com/annualreportofsocialresponsibility", "averylongnameofamailboxwithoutasign@example.com"]
)
@pytest.mark.parametrize("most", [4, 6, 10])
def test_a_long_name_has_places_between_its_letters(address: str, most: int) -> None:
    places = [0, *sorted(address_points(address, most)), len(address)]
    assert all(second - first <= max(most, 2 * LEAST) + LEAST for first, second in pairwise(places))


@pytest.mark.parametrize("level", list(Level))
def test_at_every_level_a_line_ends_after_a_slash_of_an_address_only(lines, level: Level) -> None:
    assert lines("见https://example.com/reports/annual", 12.5, Align.LEFT, level=level)[0] == "见https://example.com/"
    if level is not Level.BASIC:
        assert lines("hardware/software", 5, Align.LEFT, level=level)[0] != "hardware/"


@pytest.mark.parametrize("mark", "，。）、；：")
def test_a_full_width_mark_beside_an_address_is_none_of_it(lines, mark: str) -> None:
    address = "https://example.com/reports"
    for tenths in range(40, 160, 5):
        assert all(line[0] != mark for line in lines(f"见（{address}{mark}好的", tenths / 10, Align.LEFT))


@pytest.mark.parametrize("level", list(Level))
def test_no_hole_stands_before_an_address(stick, level: Level) -> None:
    text = "报告全文见https://www.example.com/reports/annual-report_2020.html?id=10&lang=zh#summary，也可来信索取"
    for ems in range(10, 31):
        composed = stick(text, ems, Align.LEFT, level=level)
        empty = [composed.setting.measure - line.width for line in composed.lines[:-1]]
        assert max(empty, default=0) < 6.5 * 127000, [line.text for line in composed.lines]


def test_an_address_longer_than_any_measure_fills_its_lines(lines) -> None:
    address = "https://example.com/" + "annualreport" * 6
    for ems in range(4, 20):
        assert "".join(lines(address, ems)) == address
        assert all(len(line) >= ems for line in lines(address, ems, Align.LEFT)[:-1])
