"""The front door of the deck's writer: a finished Deck in, a .pptx file out (ECMA-376, PresentationML, transitional).

Parts are related from the presentation downwards; nothing is decided here but their names, which are ASCII and in the slides' order.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from generator.layout.deck.slide import Shape, TextBox, told
from generator.writers.pptx.charts import chart_part
from generator.writers.pptx.embedded import embedded_fonts
from generator.writers.pptx.master import layout, master_markup, placeholder_keys
from generator.writers.pptx.notes import notes_master, notes_slide
from generator.writers.pptx.parts import DeckPackage, filled
from generator.writers.pptx.pictures import Media
from generator.writers.pptx.presentation import Relations, presentation, presentation_properties, table_styles, view_properties
from generator.writers.pptx.properties import core_properties, custom_properties, extended_properties, issued
from generator.writers.pptx.scheme import scheme
from generator.writers.pptx.slides import Easel, slide_markup
from generator.writers.pptx.theme import theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from pptx.opc.package import Part

    from generator.fonts.library import Library
    from generator.layout.deck.slide import ChartBox, Deck, PictureBox, Slide, SlideParagraph
    from generator.writers.pptx.scheme import Scheme


NOTES_THEME = 99
"""The number of the notes' theme, beyond those that a template may have."""


def write(deck: Deck, library: Library, target: Path) -> None:
    """Write a deck to a file.

    Raises OSError where the file cannot be written, KeyError for a layout or placeholder that the master lacks, ValueError for a
    table that does not agree with its grid or sections that do not hold every slide once.
    """
    _Binder(deck, library.offered(deck.fonts)).bound().write(target)


class _Binder:
    """Binds a deck's parts into one package."""

    def __init__(self, deck: Deck, library: Library) -> None:
        self.deck = deck
        self.scheme = scheme(deck.master, library)
        self.package = DeckPackage()
        self.presentation = self.package.add("/ppt/presentation.xml", CONTENT_TYPE.PML_PRESENTATION_MAIN)
        self.keys = placeholder_keys(deck.master)
        self.specs = {one.name: one for one in deck.master.layouts}
        self.charts = 0
        self.media = Media(self.package)

    def bound(self) -> DeckPackage:
        """Return the package with every part in it."""
        self.package.relate_to(self.presentation, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
        master, layouts = self._master()
        notes = self._notes_master()
        relations = Relations(
            self.presentation.relate_to(master, RELATIONSHIP_TYPE.SLIDE_MASTER),
            self.presentation.relate_to(notes, RELATIONSHIP_TYPE.NOTES_MASTER),
            self._slides(layouts, notes),
            embedded_fonts(self.deck, self.scheme.library, self.package, self.presentation),
        )
        self._companions(master)
        filled(self.presentation, presentation(self.deck, relations))
        return self.package

    def _master(self) -> tuple[Part, dict[str, Part]]:
        template = self.deck.master.template
        if template:
            brought = self.package.bring(template.parts)
            return brought[template.parts[0].name], {ours: brought[one.part] for ours, one in template.layouts.items()}
        part = self.package.add("/ppt/slideMasters/slideMaster1.xml", CONTENT_TYPE.PML_SLIDE_MASTER)
        layouts, rids = {}, []
        for number, spec in enumerate(self.deck.master.layouts, start=1):
            one = self.package.add(f"/ppt/slideLayouts/slideLayout{number}.xml", CONTENT_TYPE.PML_SLIDE_LAYOUT)
            one.relate_to(part, RELATIONSHIP_TYPE.SLIDE_MASTER)
            layouts[spec.name] = filled(one, layout(spec, self.keys[spec.name], self.scheme, self._pictures(one)))
            rids.append(part.relate_to(one, RELATIONSHIP_TYPE.SLIDE_LAYOUT))
        self._theme(part, 1)
        return filled(part, master_markup(self.deck.master, rids, self.scheme)), layouts

    def _notes_master(self) -> Part:
        part = self.package.add("/ppt/notesMasters/notesMaster1.xml", CONTENT_TYPE.PML_NOTES_MASTER)
        self._theme(part, NOTES_THEME)
        return filled(part, notes_master(self.deck.size))

    def _theme(self, owner: Part, number: int) -> None:
        part = self.package.add(f"/ppt/theme/theme{number}.xml", CONTENT_TYPE.OFC_THEME)
        owner.relate_to(filled(part, theme(self.deck.master)), RELATIONSHIP_TYPE.THEME)

    def _slides(self, layouts: dict[str, Part], notes: Part) -> list[str]:
        """Add all slides, which may lead to one another, and return the presentation's relationships to them."""
        add, slides = self.package.add, self.deck.slides
        parts = {one.number: add(f"/ppt/slides/slide{at}.xml", CONTENT_TYPE.PML_SLIDE) for at, one in enumerate(slides, start=1)}
        rids = [self.presentation.relate_to(part, RELATIONSHIP_TYPE.SLIDE) for part in parts.values()]
        for index, slide in enumerate(slides, start=1):
            self._slide(index, slide, parts, (layouts, notes))
        return rids

    def _slide(self, index: int, slide: Slide, parts: Mapping[int, Part], behind: tuple[dict[str, Part], Part]) -> None:
        """Fill a slide's part, with its notes and its links."""
        layouts, notes_master_part = behind
        if slide.layout not in layouts:
            message = f"slide {slide.number}: the master has no layout {slide.layout!r}"
            raise KeyError(message)
        part = parts[slide.number]
        notes = self.package.add(f"/ppt/notesSlides/notesSlide{index}.xml", CONTENT_TYPE.PML_NOTES_SLIDE)
        part.relate_to(layouts[slide.layout], RELATIONSHIP_TYPE.SLIDE_LAYOUT)
        part.relate_to(notes, RELATIONSHIP_TYPE.NOTES_SLIDE)
        notes.relate_to(notes_master_part, RELATIONSHIP_TYPE.NOTES_MASTER)
        notes.relate_to(part, RELATIONSHIP_TYPE.SLIDE)
        filled(notes, notes_slide(slide, self._leading(notes, slide.notes)))
        targets = sorted({item.link for item in slide.items if isinstance(item, TextBox | Shape) and item.link})
        links = {number: part.relate_to(parts[number], RELATIONSHIP_TYPE.SLIDE) for number in targets}
        spec, keys = self.specs[slide.layout], self.keys[slide.layout]
        leading = self._leading(part, told(slide.items))
        easel = Easel(leading, spec, keys, lambda box: self._chart(part, box), self._pictures(part), links)
        filled(part, slide_markup(slide, easel))

    def _leading(self, part: Part, paragraphs: Iterable[SlideParagraph]) -> Scheme:
        """Return the scheme with a part's relationships to the addresses to which its words lead."""
        found = dict.fromkeys(run.link for one in paragraphs for run in one.runs if run.link)
        made = {link: part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True) for link in found}
        return replace(self.scheme, addresses=made) if made else self.scheme

    def _pictures(self, owner: Part) -> Callable[[PictureBox], str]:
        """Return the way to file a picture that a slide or layout shows."""
        return lambda box: self.media.relate(owner, box.pixels)

    def _chart(self, slide: Part, box: ChartBox) -> str:
        self.charts += 1
        part = chart_part(self.package, self.charts, box, self.scheme, issued(self.deck.imprint))
        return slide.relate_to(part, RELATIONSHIP_TYPE.CHART)

    def _companions(self, master: Part) -> None:
        """Add the small parts: show properties, table styles, the theme once more, and the document's properties."""
        add, deck = self.package.add, self.deck
        shown = filled(add("/ppt/presProps.xml", CONTENT_TYPE.PML_PRES_PROPS), presentation_properties())
        view = filled(add("/ppt/viewProps.xml", CONTENT_TYPE.PML_VIEW_PROPS), view_properties())
        styles = filled(add("/ppt/tableStyles.xml", CONTENT_TYPE.PML_TABLE_STYLES), table_styles())
        extended = filled(add("/docProps/app.xml", CONTENT_TYPE.OFC_EXTENDED_PROPERTIES), extended_properties(deck))
        custom = filled(add("/docProps/custom.xml", CONTENT_TYPE.OFC_CUSTOM_PROPERTIES), custom_properties(deck))
        self.presentation.relate_to(shown, RELATIONSHIP_TYPE.PRES_PROPS)
        self.presentation.relate_to(view, RELATIONSHIP_TYPE.VIEW_PROPS)
        self.presentation.relate_to(master.part_related_by(RELATIONSHIP_TYPE.THEME), RELATIONSHIP_TYPE.THEME)
        self.presentation.relate_to(styles, RELATIONSHIP_TYPE.TABLE_STYLES)
        self.package.relate_to(core_properties(self.package, deck.imprint), RELATIONSHIP_TYPE.CORE_PROPERTIES)
        self.package.relate_to(extended, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
        self.package.relate_to(custom, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
