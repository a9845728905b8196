"""Edits by span: what they leave alone stays byte for byte, and where things stand in a file is told in its own characters."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.compose import compose
from generator.content.file_text import as_file
from generator.content.nodes import Mapping, Scalar, Sequence
from generator.diagnostics import Sink
from generator.edition.edits import Edit, OverlapError, apply, changes, diff
from generator.edition.places import Places, characters, data

TEXTS = st.text(st.sampled_from("甲乙a:#- \n\r\ufeff【】{"), max_size=40)
NEW = st.text(st.sampled_from("丙z \n"), max_size=5)


@st.composite
def edited(draw):
    """A text, and edits apart from one another in any order."""
    text = draw(TEXTS)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    edits = [Edit(start, end, draw(NEW)) for start, end in list(pairwise(cuts))[::2]]
    return text, draw(st.permutations(edits))


@settings(max_examples=200)
@given(TEXTS)
def test_no_edit_changes_no_byte(text) -> None:
    assert apply(text, ()) == text
    assert diff(text, (), ("a", "b")) == ""


@settings(max_examples=200)
@given(TEXTS)
def test_a_file_is_written_as_it_was_read(tmp_path_factory, text) -> None:
    file = tmp_path_factory.mktemp("own") / "content.yaml"
    file.write_bytes(text.encode())
    assert data(characters(file)) == text.encode()


@settings(max_examples=300)
@given(edited())
def test_edits_apart_are_one_change_in_whatever_order(pair) -> None:
    text, edits = pair
    at_once = apply(text, edits)
    assert apply(text, reversed(edits)) == at_once
    one_by_one = text
    if "\n" not in "".join(edit.text for edit in edits):  # a line end put in may be the first, by which others are made
        for edit in sorted(edits, key=lambda one: one.start, reverse=True):
            one_by_one = apply(one_by_one, (edit,))
        assert one_by_one == at_once


@pytest.mark.parametrize(
    "edits",
    [
        (Edit(0, 3, ""), Edit(2, 4, "")),
        (Edit(0, 3, ""), Edit(1, 1, "甲")),
        (Edit(0, 3, ""), Edit(0, 3, "")),
        (Edit(3, 2, ""),),
        (Edit(0, 9, ""),),
    ],
    ids=["overlap", "within", "twice", "backwards", "beyond"],
)
def test_edits_of_the_same_characters_are_refused(edits) -> None:
    with pytest.raises(OverlapError):
        apply("甲乙丙丁", edits)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_a_line_put_in_ends_as_the_lines_of_the_file_do(end) -> None:
    assert apply(f"甲: 1{end}乙: 2", (Edit(4, 4, "\n丙: 3"),)) == f"甲: 1{end}丙: 3{end}乙: 2"


def test_a_diff_names_both_files_and_the_line() -> None:
    told = diff("\ufeff甲: 1\r\n乙: 2\r\n", (Edit(5, 5, "0"),), ("content.yaml", "next.yaml"))
    assert told.splitlines() == ["--- content.yaml", "+++ next.yaml", "@@ -1,2 +1,2 @@", "-甲: 1", "+甲: 10", " 乙: 2"]


def test_a_diff_of_the_same_lines_is_empty() -> None:
    assert changes("甲: 1\n", "\ufeff甲: 1\r\n", ("a", "b")) == ""


def root_of(text: str) -> Mapping:
    root = compose(as_file("content.yaml", text.removeprefix("\ufeff")), Sink())
    assert isinstance(root, Mapping)
    return root


BLOCK = """\
values:
  2013年: 20个
  2020年: 5425个   # 见报道
  # 明年再看
source: 报道
"""
NESTED = """\
values:
  2020年:
    value: 34万元
    because: 口径改为净额

source: 报道
"""
FLOW = 'a: {values: {2013年: 20个, 2020年: "5425个" }, source: 报道}\n'
OPEN_FLOW = "values: {\n  2020年: 5425个,\n}\n"
LAST = "values:\n    2020年: 5425个"


@pytest.mark.parametrize(
    ("text", "way", "becomes"),
    [
        (BLOCK, "values", BLOCK.replace("  # 见报道\n", "  # 见报道\n  2021年: 待更新\n")),
        (NESTED, "values", NESTED.replace("净额\n", "净额\n  2021年: 待更新\n")),
        (FLOW, "a.values", FLOW.replace('"5425个"', '"5425个", 2021年: 待更新')),
        (OPEN_FLOW, "values", "values: {\n  2020年: 5425个, 2021年: 待更新,\n}\n"),
        (LAST, "values", LAST + "\n    2021年: 待更新"),
    ],
    ids=["block", "nested", "flow", "open flow", "last line"],
)
@pytest.mark.parametrize("as_saved", [str, lambda text: "\ufeff" + text.replace("\n", "\r\n")], ids=["lf", "bom and crlf"])
def test_a_line_is_put_in_after_another_as_that_is_written(text, way, becomes, as_saved) -> None:
    node = root_of(text)
    for key in way.split("."):
        node = node.get(key)
    own = as_saved(text)
    assert apply(own, (Places(own).after(node.entries[-1], node, "2021年: 待更新"),)) == as_saved(becomes)


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("甲: {value: 1, by: 林, on: 晴}\n", "甲: {value: 1}\n"),
        ("甲: {by: 林, value: 1, on: 晴 }\n", "甲: {value: 1 }\n"),
        ("甲: {by: 林, on: 晴, value: 1}\n", "甲: {value: 1}\n"),
        ("甲: {value: 1,  # 注一\n  by: 林,  # 注二\n  on: 晴}  # 注三\n", "甲: {value: 1  # 注一\n    # 注二\n  }  # 注三\n"),
        ("甲: {by: 林,  # 注一\n  value: 1}\n", "甲: {  # 注一\n  value: 1}\n"),
        ("甲:\n  value: 1\n  by: 林\n  # 注\n  on: 晴\n乙: 2\n", "甲:\n  value: 1\n  # 注\n乙: 2\n"),
        ("甲:\n  by: 林  # 主任\n  value: 1\n  on: 晴", "甲:\n    # 主任\n  value: 1"),
        ("甲: {value: 1}\n", "甲: {value: 1}\n"),
    ],
)
@pytest.mark.parametrize("as_saved", [str, lambda text: "\ufeff" + text.replace("\n", "\r\n")], ids=["lf", "bom and crlf"])
def test_keys_are_taken_out_and_their_comments_stay(text, becomes, as_saved) -> None:
    own, node = as_saved(text), root_of(text).get("甲")
    assert isinstance(node, Mapping)
    made = apply(own, Places(own).without({"by", "on"}, node))
    assert made == as_saved(becomes)
    left = root_of(made.replace("\r\n", "\n")).get("甲")
    assert isinstance(left, Mapping)
    assert [entry.key.text for entry in left.entries] == ["value"]


def scalars(node):
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars(item)
    else:
        for entry in node.entries:
            yield entry.key
            yield from scalars(entry.value)


@pytest.mark.parametrize("as_saved", [str, lambda text: "\ufeff" + text.replace("\n", "\r\n")], ids=["lf", "bom and crlf"])
def test_each_character_of_a_text_is_found_in_the_file(as_saved) -> None:
    text = "甲: '单引【善款】'\n乙: |\n  第一段\n\n  第二段【善款@2020年】\n丙: [一, \"二\", 三]\n"
    own = as_saved(text)
    places = Places(own)
    for node in scalars(root_of(text)):
        for at, char in enumerate(node.text):
            start, end = places.part(node, at, at + 1)
            assert own[start:end] == char or char == "\n"


def test_a_decomposed_text_is_found_by_its_own_characters() -> None:
    own = "cafe\u0301: 甲乙\n"
    node = next(one for one in scalars(root_of(own)) if one.text == "甲乙")
    start, end = Places(own).scalar(node)
    assert own[start:end] == "甲乙"
