"""Content streams as the standard spells them: every kind of operand, every way to write it, and a second reader that agrees."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.inspection.pdf.syntax import instructions, text_of


@pytest.mark.parametrize(
    ("stream", "operators"),
    [
        (b"q", [(b"q", [])]),
        (b"1 0 0 -1.5 +2 .25 cm", [(b"cm", [1, 0, 0, -1.5, 2, 0.25])]),
        (b"1 0 0 rg\n1 2 3 4 re f*", [(b"rg", [1, 0, 0]), (b"re", [1, 2, 3, 4]), (b"f*", [])]),
        (b"/F1 10 Tf", [(b"Tf", ["/F1", 10])]),
        (b"/A#20B gs", [(b"gs", ["/A B"])]),
        (b"<0041>Tj<00 4>Tj", [(b"Tj", [b"\0A"]), (b"Tj", [b"\0\x40"])]),
        (b"(a(b)c\\)\\101\\n\\\nd\r\ne)Tj", [(b"Tj", [b"a(b)c)A\nd\ne"])]),
        (b"[<0041>-120<0042>3 (x)]TJ", [(b"TJ", [[b"\0A", -120, b"\0B", 3, b"x"]])]),
        (b"[<0041> -120 <0042>] TJ", [(b"TJ", [[b"\0A", -120, b"\0B"]])]),
        (b"[3 1] 0 d [] 0 d", [(b"d", [[3, 1], 0]), (b"d", [[], 0])]),
        (b"/S <</A <FEFF4E00> /N [1 <</K (>>)>>]>> BDC", [(b"BDC", ["/S", {"/A": b"\xfe\xff\x4e\0", "/N": [1, {"/K": b">>"}]}])]),
        (b"/P <</V true /W null>> BDC", [(b"BDC", ["/P", {"/V": True, "/W": None}])]),
        (b"/P <<[1] /V /W 2>> BDC", [(b"BDC", ["/P", {"/W": 2}])]),
        (b"% q Q\nq%Q\nQ", [(b"q", []), (b"Q", [])]),
        (b"q\0Q", [(b"q", []), (b"Q", [])]),
        (b"(x)' 1 2 (y)\"", [(b"'", [b"x"]), (b'"', [1, 2, b"y"])]),
        (b"q BI /W 1 /H 1 ID \0EIx q Q EI Q", [(b"q", []), (b"BI", []), (b"Q", [])]),
        (b"  \n", []),
    ],
)  # fmt: skip
def test_every_kind_of_operand(stream: bytes, operators: list[tuple[bytes, list[Any]]]) -> None:
    assert list(instructions(stream)) == operators


@pytest.mark.parametrize(
    ("string", "text"),
    [(b"\xfe\xff\x4e\x00", "一"), (b"\xef\xbb\xbf\xe4\xb8\x80", "一"), (b"a\x80", "a•"), (pikepdf.String("一"), "一")],
)
def test_text_strings(string: object, text: str) -> None:
    assert text_of(string) == text


def as_bytes(operand: Any) -> Any:
    """An operand of pikepdf's as the reader under test has it."""
    if isinstance(operand, pikepdf.Array):
        return [as_bytes(one) for one in operand]
    if isinstance(operand, pikepdf.Dictionary):
        return {key: as_bytes(one) for key, one in operand.items()}
    if isinstance(operand, pikepdf.String):
        return bytes(operand)
    return str(operand) if isinstance(operand, pikepdf.Name) else float(operand)


def test_another_reader_agrees_on_the_whole_sample(sample_folder: Path) -> None:
    with pikepdf.open(sample_folder / "report.pdf") as pdf:
        for page in pdf.pages:
            due = [
                (str(one.operator).encode(), [as_bytes(each) for each in one.operands])
                for one in pikepdf.parse_content_stream(page)
            ]
            assert list(instructions(page.Contents.read_bytes())) == due


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=60))
def test_any_string_comes_back(string: bytes) -> None:
    escaped = b"".join(b"\\%03o" % one if one in b"\\()\r\n" else bytes([one]) for one in string)
    assert list(instructions(b"(" + escaped + b") Tj <" + string.hex().encode() + b"> Tj")) == [(b"Tj", [string])] * 2


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from([b"[", b"]", b"(", b")", b"<", b">", b"<<", b">>", b"/", b"%", b"q", b"1", b" ", b"\n", b"BI", b"\0"]),
        max_size=20,
    )
)
def test_whatever_is_broken_comes_to_an_end(pieces: list[bytes]) -> None:
    list(instructions(b"".join(pieces)))
