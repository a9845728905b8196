"""The failure conditions of the Matterhorn Protocol 1.1 that a machine can test, as a table: all 87, in the protocol's order.

Each row has the condition's number, where ISO 14289-1 (and, behind the stroke, ISO 32000-1) asks for it, the look that finds it, and
why what we write gives that look nothing to ask of; a row without such a reason is one that a file of ours can break. What a rule
asks, in words, stands in the catalogs under `access.` and its number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.inspection.audit.matterhorn import content, elements, file, fonts, grammar, notes

if TYPE_CHECKING:
    from generator.inspection.audit.matterhorn.opened import Look


class Rule(NamedTuple):
    """A condition: its number, its clause, the look that finds where it is met, and why it cannot be met by what we write."""

    number: str
    clause: str
    look: Look
    never: str = ""


STANDARD_ROLES = "access-never.roles"
NO_RUBY = "access-never.ruby"
NO_PLAIN_HEADINGS = "access-never.headings"
NO_FORMULAS = "access-never.formulas"
NO_LAYERS = "access-never.layers"
NO_FILES = "access-never.files"
NO_FIELDS = "access-never.fields"
NO_PROTECTION = "access-never.protection"
LINKS_ALONE = "access-never.annotations"
NO_MEDIA = "access-never.media"
NO_MARKS = "access-never.marks"
NO_FORMS = "access-never.forms"
COMPOSITE = "access-never.composite"
IDENTITY = "access-never.identity"
TRUE_TYPE = "access-never.type-1"
NO_LISTS = "access-never.cidset"

RULES = (
    Rule("01-003", "7.1 / 14.8.2.2", content.artifact_in_content),
    Rule("01-004", "7.1 / 14.8.2.2", content.content_in_artifact),
    Rule("01-005", "7.1 / 14.7.4, 14.8.2", content.untagged),
    Rule("01-007", "7.1 / 14.7.1", content.suspects),
    Rule("02-001", "7.1 / 14.8.4", elements.unmapped_roles, STANDARD_ROLES),
    Rule("02-003", "7.1 / 14.7.3", elements.circular_roles, STANDARD_ROLES),
    Rule("02-004", "7.1 / 14.8.4", elements.remapped_roles, STANDARD_ROLES),
    Rule("06-001", "7.1 / 14.3.2", file.metadata),
    Rule("06-002", "5", file.identifier),
    Rule("06-003", "7.1 / 14.3.2", file.titles),
    Rule("07-001", "7.1 / 12.2", file.shows_title),
    Rule("07-002", "7.1 / 12.2", file.hides_title),
    Rule("09-004", "7.2 / 14.8.4.3.4", grammar.tables),
    Rule("09-005", "7.2 / 14.8.4.3.3", grammar.lists),
    Rule("09-006", "7.2 / 14.8.4.2", grammar.contents),
    Rule("09-007", "7.2 / 14.8.4.4.3", grammar.rubies, NO_RUBY),
    Rule("09-008", "7.2 / 14.8.4.4.3", grammar.warichus, NO_RUBY),
    Rule("10-001", "7.2 / 9.10.2, 14.8.2.4", content.unmapped),
    Rule("11-001", "7.2 / 14.9.2", content.language_of_text),
    Rule("11-002", "7.2 / 14.9.2", content.language_of_words),
    Rule("11-003", "7.2 / 14.9.2", file.language_of_outline),
    Rule("11-004", "7.2 / 14.9.2", notes.language_of_notes),
    Rule("11-005", "7.2 / 14.9.2", notes.language_of_fields, NO_FIELDS),
    Rule("11-006", "7.2 / 14.9.2", file.language_of_metadata),
    Rule("13-004", "7.3 / 14.9.3, 14.9.4", elements.figures),
    Rule("14-002", "7.4.2 / 14.8.4.3.5", elements.first_heading),
    Rule("14-003", "7.4.2 / 14.8.4.3.5", elements.skipped_levels),
    Rule("14-006", "7.4.4 / 14.8.4.3.5", elements.two_plain_headings, NO_PLAIN_HEADINGS),
    Rule("14-007", "7.4.4 / 14.8.4.3.5", elements.mixed_headings),
    Rule("15-003", "7.5 / 14.8.5.7", elements.header_cells),
    Rule("17-002", "7.7 / 14.9.3", elements.formulas, NO_FORMULAS),
    Rule("17-003", "7.7 / 9.10.2", content.unmapped_formula, NO_FORMULAS),
    Rule("19-003", "7.9 / 14.7.2", elements.note_names),
    Rule("19-004", "7.9 / 14.7.2", elements.shared_note_names),
    Rule("20-001", "7.10 / 8.11.4.3", file.layer_sets_named, NO_LAYERS),
    Rule("20-002", "7.10 / 8.11.4.3", file.layers_named, NO_LAYERS),
    Rule("20-003", "7.10 / 8.11.4.3", file.layers_by_themselves, NO_LAYERS),
    Rule("21-001", "7.11 / 7.11.3", file.embedded_files, NO_FILES),
    Rule("25-001", "7.15 / 12.7.8", file.dynamic_forms, NO_FIELDS),
    Rule("26-001", "7.16 / 7.6.3.2", file.protection_stated, NO_PROTECTION),
    Rule("26-002", "7.16 / 7.6.3.2", file.protection_open, NO_PROTECTION),
    Rule("28-002", "7.18.1 / 14.8.4.4", notes.untagged, LINKS_ALONE),
    Rule("28-004", "7.18.1 / 14.9.3", notes.unspoken),
    Rule("28-005", "7.18.1 / 14.9.3", notes.unspoken_fields, NO_FIELDS),
    Rule("28-006", "7.18.2 / 12.5.6", notes.unknown, LINKS_ALONE),
    Rule("28-007", "7.18.2 / 12.5.6.21", notes.trap_networks, LINKS_ALONE),
    Rule("28-008", "7.18.3 / 12.5", notes.no_order),
    Rule("28-009", "7.18.3 / 12.5", notes.other_order),
    Rule("28-010", "7.18.4 / 14.8.4.5", notes.fields_tagged, NO_FIELDS),
    Rule("28-011", "7.18.5 / 14.8.4.4.2", notes.links_tagged),
    Rule("28-012", "7.18.5 / 14.9.3", notes.links_spoken),
    Rule("28-014", "7.18.6.2 / 13.2.4.2", notes.media("/CT"), NO_MEDIA),
    Rule("28-015", "7.18.6.2 / 13.2.4.2", notes.media("/Alt"), NO_MEDIA),
    Rule("28-016", "7.18.7 / 12.5.6.15", notes.attachments, LINKS_ALONE),
    Rule("28-017", "7.18.8 / 14.8.2.2", notes.printer_marks_tagged, NO_MARKS),
    Rule("28-018", "7.18.8 / 14.8.2.2", notes.printer_marks_shown, NO_MARKS),
    Rule("30-001", "7.20 / 8.10.4", file.foreign_pages, NO_FORMS),
    Rule("30-002", "7.20 / 14.7.4", file.painted_twice, NO_FORMS),
    Rule("31-001", "7.21.3.1 / 9.7.3", fonts.other_maps, IDENTITY),
    Rule("31-002", "7.21.3.1 / 9.7.3", fonts.other_maps, IDENTITY),
    Rule("31-003", "7.21.3.1 / 9.7.3", fonts.other_maps, IDENTITY),
    Rule("31-004", "7.21.3.2 / 9.7.4.2", fonts.whole_glyph_map),
    Rule("31-005", "7.21.3.2 / 9.7.4.2", fonts.mapped_glyphs),
    Rule("31-006", "7.21.3.3 / 9.7.5.2", fonts.known_maps),
    Rule("31-007", "7.21.3.3 / 9.7.5.3", fonts.other_maps, IDENTITY),
    Rule("31-008", "7.21.3.3 / 9.7.5.3", fonts.other_maps, IDENTITY),
    Rule("31-009", "7.21.4.1 / 9.9", fonts.embedded),
    Rule("31-011", "7.21.4.1 / 9.9", fonts.glyphs_there),
    Rule("31-012", "7.21.4.2 / 9.8.1", fonts.type_1, TRUE_TYPE),
    Rule("31-013", "7.21.4.2 / 9.8.1", fonts.type_1, TRUE_TYPE),
    Rule("31-014", "7.21.4.2 / 9.8.3.1", fonts.listed, NO_LISTS),
    Rule("31-015", "7.21.4.2 / 9.8.3.1", fonts.listed, NO_LISTS),
    Rule("31-016", "7.21.5 / 9.7.4.3", fonts.true_widths),
    Rule("31-017", "7.21.6 / 9.6.6.4", fonts.true_type, COMPOSITE),
    Rule("31-018", "7.21.6 / 9.6.6.4", fonts.true_type, COMPOSITE),
    Rule("31-019", "7.21.6 / 9.6.6.4", fonts.true_type, COMPOSITE),
    Rule("31-020", "7.21.6 / 9.6.6.4", fonts.true_type, COMPOSITE),
    Rule("31-021", "7.21.6 / 9.6.6.4", fonts.true_type, COMPOSITE),
    Rule("31-022", "7.21.6 / 9.6.6.4", fonts.true_type, COMPOSITE),
    Rule("31-023", "7.21.6 / 9.6.6.4", fonts.true_type, COMPOSITE),
    Rule("31-024", "7.21.6 / 9.6.6.4", fonts.symbol_fonts, COMPOSITE),
    Rule("31-025", "7.21.6 / 9.6.6.4", fonts.symbol_fonts, COMPOSITE),
    Rule("31-026", "7.21.6 / 9.6.6.4", fonts.symbol_fonts, COMPOSITE),
    Rule("31-027", "7.21.7 / 9.10.2", fonts.mapped),
    Rule("31-028", "7.21.7 / 9.10.3", fonts.no_zero),
    Rule("31-029", "7.21.7 / 9.10.3", fonts.no_marks),
    Rule("31-030", "7.21.8 / 9.7.6.3", fonts.no_empty_box),
)
"""The conditions; clauses are of ISO 14289-1 / ISO 32000-1."""
