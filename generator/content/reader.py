"""Reads content.yaml: path in; a `Report` and every fault of the content out, in one run.

In order: the file's characters, those copied from elsewhere, slips of the Chinese keyboard, YAML, the shape, then values, periods and
texts. A faulty piece is told and dropped, so that `document.resolve` can go on with the rest.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from generator.content import chapters, figure_register, labels, pictures, pressing, registers, sections
from generator.content.compose import compose
from generator.content.fields import Fields
from generator.content.figures.units import STANDARD
from generator.content.file_text import FileText, as_file, open_text
from generator.content.model import Report
from generator.content.nodes import Mapping
from generator.content.proofreader import Proofreader
from generator.content.shape import check
from generator.content.slips.copied import cleaned
from generator.content.slips.keyboard import mended
from generator.content.variants import Variant, laid_over
from generator.content.wording import wording
from generator.diagnostics import Diagnostic, Severity, Sink, Told, said

MOST = 200
"""Faults told in one run: a file with more has one slip that makes hundreds."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A content as read, with the nodes that it was read from: what is to be changed in the file stands there."""

    report: Report
    root: Mapping


def read(path: Path, variant: Variant | None = None) -> Told[Report | None]:
    """Return the report that a file holds, as far as it can be read, and every fault in the order of the file.

    With a `variant` what differs in that edition stands in the place of the content's own.
    None only when nothing usable can be made of the file: it cannot be opened, or it is no YAML mapping.
    """
    sink = Sink()
    told = _told(open_text(path, sink), sink, variant)
    return Told(told.value.report if told.value else None, told.diagnostics)


def read_with_nodes(path: Path) -> Told[Opened | None]:
    """Return what `read` does, and the file's nodes."""
    sink = Sink()
    return _told(open_text(path, sink), sink)


def read_text(text: str, name: str) -> Told[Opened | None]:
    """Return what `read_with_nodes` does, of a text that is not yet a file; `name` is what the file will be called."""
    return _told(as_file(name, text), Sink())


def _told(file: FileText | None, sink: Sink, variant: Variant | None = None) -> Told[Opened | None]:
    opened = _read(file, sink, variant) if file else None
    return Told(opened, tuple(_foremost(sorted(sink.found, key=_place))))


def _place(one: Diagnostic) -> tuple[int, int]:
    return (one.span.line, one.span.column) if one.span else (0, 0)


def _foremost(found: list[Diagnostic]) -> list[Diagnostic]:
    """Keep as many faults as anyone can mend at once, errors before warnings."""
    if len(found) <= MOST:
        return found
    chosen = sorted(found, key=lambda one: one.severity is not Severity.ERROR)
    kept, left = sorted(chosen[:MOST], key=_place), chosen[MOST:]
    return [*kept, Diagnostic(left[0].severity, said("more.mend-these-first"), kept[-1].span)]


def _read(file: FileText, sink: Sink, variant: Variant | None) -> Opened | None:
    text = mended(cleaned(file, sink), sink)
    root = compose(text, sink) if text else None
    if text is None or root is None:
        if not sink.errors:
            sink.error(said("empty.comments"), file.span(0), said("hint.begin-with-report"))
        return None
    if not isinstance(root, Mapping):
        sink.error(said("wrong-type.file"), root.span, said("hint.begin-with-report"))
        return None
    if variant and variant.overlay:
        root, text = laid_over(root, variant.overlay, sink), replace(text, digest=variant.digest(text.digest))
    check(root, sink)
    return Opened(_report(root, text, sink), root)


def _report(root: Mapping, file: FileText, sink: Sink) -> Report:
    first = Proofreader(sink, wording((), (), (), STANDARD), "", figure_register.all_names(root))
    ends = chapters.fiscal_year_ends(Fields(root, first, root.span))
    known = Fields(root, replace(first, fiscal_year_ends=ends), root.span)
    units, sources = registers.units(known), registers.sources(known)
    names, figures = registers.exemptions(known, "names"), figure_register.figures(known, units, sources)
    exempt = registers.exemptions(known, "exempt")
    words = wording(names, exempt, figures, units)
    reader = replace(known.reader, wording=words, sources=frozenset(source.id for source in sources))
    told = pictures.details(Fields(root, reader, root.span))
    whole = Fields(root, replace(reader, pictures=told), root.span)
    labels.point_out(whole)
    own = sections.sections(whole)
    report = Report(
        imprint=chapters.imprint(whole),
        sources=sources,
        figures=figures,
        derived=figure_register.derived(whole),
        discrepancies=registers.discrepancies(whole, figures, words),
        names=names,
        about=chapters.section(whole, "about"),
        overview=chapters.section(whole, "overview"),
        themes=chapters.themes(whole),
        history=chapters.section_or_none(whole, "history"),
        outlook=chapters.section_or_none(whole, "outlook"),
        closing=chapters.section_or_none(whole, "closing"),
        file=file.name,
        digest=file.digest,
        units=units,
        exempt=exempt,
        layouts=registers.exemptions(known, "layouts"),
        press=pressing.press(known),
        budget=chapters.budget(whole),
        written=labels.written(root),
        sections=own,
        order=sections.order(whole, own),
    )
    pictures.tell(report, told, {name.text: name.span for name, _ in whole.entries("pictures")}, sink)
    return report
