"""Markup: whatever text goes in comes out of an XML reader as it was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.writers.pptx.markup import document, element, escaped, joined
from tests.writers.pptx.handmade_deck import parsed

XML_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t\n\r", exclude_characters="\ufffe\uffff"))


@given(XML_TEXT)
def test_text_and_attributes_come_back_as_they_were(text):
    tree = parsed(document(element("a", {"b": text}, escaped(text))))
    assert (tree.get("b"), tree.text or "") == (text, text)


def test_children_stand_in_order():
    tree = parsed(document(element("a", {}, joined([element("b"), element("c", {"n": 1})]))))
    assert [(one.tag, dict(one.attrib)) for one in tree] == [("b", {}), ("c", {"n": "1"})]
