"""Document properties: who, when, what, and the hash of the content that the deck was made from.

Core properties by python-pptx (ECMA-376 Part 2, 11); extended and custom ones by ECMA-376 Part 1, 22.2 and 22.3. Every date is the
imprint's.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from pptx.opc.constants import CONTENT_TYPE
from pptx.opc.packuri import PackURI
from pptx.oxml.coreprops import CT_CoreProperties
from pptx.parts.coreprops import CorePropertiesPart

from generator.document.model import Imprint, plain
from generator.writers.pptx.markup import Markup, declared, element, escaped

if TYPE_CHECKING:
    from generator.layout.deck.slide import Deck
    from generator.writers.pptx.parts import DeckPackage

DIGEST_NAME = "ContentDigest"
TEMPLATE_NAME = "TemplateDigest"
FONTS_FROM, TEMPLATE_FILE, STATUS_NAME = "Fonts", "Template", "Status"
"""What was chosen when the deck was built and stands in no content: whoever checks the deck goes by it."""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_CUSTOM_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_PROPERTY = 2
"""Ids of custom properties begin at 2 (22.3.2.2)."""
_APPLICATION = "Jianbao"


def issued(imprint: Imprint) -> datetime:
    """Return the report's date as the moment at which all files were made."""
    return datetime.fromisoformat(imprint.date)


def core_properties(package: DeckPackage, imprint: Imprint) -> CorePropertiesPart:
    """Return the part of title, author, dates and language."""
    part = CorePropertiesPart(
        PackURI("/docProps/core.xml"),
        CONTENT_TYPE.OPC_CORE_PROPERTIES,
        package,
        CT_CoreProperties.new_coreProperties(),
    )
    part.title, part.subject = str(imprint.title), str(imprint.subtitle)
    part.author = part.last_modified_by = plain(imprint.organization)
    part.language, part.revision = imprint.language, 1
    part.created = part.modified = issued(imprint)
    return part


def extended_properties(deck: Deck) -> Markup:
    """Return what made the deck, for whom, and how many slides it has."""
    facts = {
        "TotalTime": "0",
        "Application": _APPLICATION,
        "Slides": str(len(deck.slides)),
        "Notes": str(len(deck.slides)),
        "HiddenSlides": "0",
        "Company": plain(deck.imprint.organization),
    }
    entries = [element(name, {}, escaped(text)) for name, text in facts.items()]
    return element("Properties", {"xmlns": f"{_OFFICE}/extended-properties"}, *entries)


def custom_properties(deck: Deck) -> Markup:
    """Return the content's hash, by which a mixed set of files is told, that of the template's parts, and what the deck was made for."""
    template = deck.master.template
    told = {DIGEST_NAME: deck.imprint.digest, FONTS_FROM: deck.fonts.value}
    told |= {TEMPLATE_NAME: template.digest, TEMPLATE_FILE: template.file} if template else {}
    told |= {STATUS_NAME: deck.imprint.status} if deck.imprint.status else {}
    entries = [
        element("property", {"fmtid": _CUSTOM_FORMAT, "pid": pid, "name": name}, element("vt:lpwstr", {}, escaped(value)))
        for pid, (name, value) in enumerate(told.items(), start=_FIRST_PROPERTY)
    ]
    return element("Properties", {"xmlns": f"{_OFFICE}/custom-properties"} | declared("vt"), *entries)
