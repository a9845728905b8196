from __future__ import annotations

import sys
from pathlib import Path

import pytest

from generator.content.reader import read

sys.path.insert(0, str(Path(__file__).parent))

WHOLE = """\
report: {title: 年报, organization: 甲, edition: 2020, date: 2021年8月5日, brand: {rgb: "#FF6A00", cmyk: 0 70 100 0}}
sources: {报道: {title: 报道}}
figures:
  淘宝村: {means: 全国淘宝村, kind: stock, values: {2013年: 20个, 2020年: 5425个}, source: 报道 第4段}
about: {text: 甲}
overview: {text: 甲}
themes: [{name: 甲, color: 朱砂, message: 甲, heroes: [淘宝村]}]
"""
"""The smallest content file without a fault."""


@pytest.fixture
def author(tmp_path):
    """Read a text, or bytes, as content.yaml: the report, and the diagnostics as an author sees them."""

    def write(content):
        file = tmp_path / "content.yaml"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        told = read(file)
        return told.value, [str(one).replace(f"{tmp_path}/", "") for one in told.diagnostics]

    return write


@pytest.fixture
def whole():
    return WHOLE
