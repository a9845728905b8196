"""What a build may cost: its memory. Time is measured by the benchmark, never asserted."""

from __future__ import annotations

import sys

import pytest

MOST_MEGABYTES = 300


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere ru_maxrss is counted in other units, or not at all")
def test_a_cold_build_with_inspection_stays_within_its_memory(built_here) -> None:
    assert built_here.peak / 1024 < MOST_MEGABYTES
    assert built_here.peak / 1024 > 30, "that was no build"
