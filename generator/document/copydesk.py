"""Makes text ready to print: the author's phrases with references in; runs in which every numeral is a use of its own out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from generator.content import model as content
from generator.content.numerals.finder import Nature
from generator.content.short_text import SHIFTED, pieces
from generator.content.short_text import Piece as Marked
from generator.diagnostics import Span, said
from generator.document import model, yearly
from generator.document.citations import Citations
from generator.document.computation import in_words
from generator.document.footnotes import NOTE, Notebook, addresses, sign
from generator.document.ledger import UseKind
from generator.document.numerals import Numerals
from generator.document.register import Piece, Register, elements, free

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.content.figures.period import Period
    from generator.content.figures.units import Units
    from generator.document import numerals
    from generator.document.model import Datum, RichText, Run
    from generator.document.references import Catalogue, Reading

Labels: TypeAlias = "Mapping[tuple[str, Period | None], str]"
"""A chart's own labels by figure, or by figure and period."""

_LASTING = re.compile("[0-9]{4}(?:财年|年(?:[0-9]{1,2}月)?)")
"""A date of which the end of a line leaves nothing but dates (2020年, 11月)."""
_LEFT = re.compile("[0-9]|[一二三四五六七八九十]{2}")
TYPED = "直接写出，没有写明理由"
FORMULA = "算式"
PERIOD = "时期"

KINDS = {
    "flow": "期间数", "cumulative": "累计数", "stock": "时点数", "rate": "比率", "change": "变化幅度", "equivalent": "折算数",
    "ordinal": "次序", "duration": "时长", "event": "事件", "target": "目标", "derived": "计算值",
}  # fmt: skip
"""The kinds of figures as people read them."""


class CopyDesk:
    """All that text needs to be made: the figures, the register of uses, the names that hold numerals."""

    def __init__(self, catalogue: Catalogue, names: Iterable[str], exempt: Mapping[str, str], units: Units) -> None:
        self.catalogue, self.units, self.sink = catalogue, units, catalogue.sink
        self.register = Register()
        self.citations = Citations(catalogue, self.register)
        self._numerals = Numerals(names, units, exempt)
        self._exempt = exempt
        self._told: dict[tuple[Span, str], Run] = {}
        self.phrases: dict[Span, content.Phrase] = {}
        self.notes = Notebook()

    def words(self, text: str, piece: Piece) -> RichText:
        """Return an author's short words; a numeral among them is exempt where its author said why, and else leads back only."""
        return tuple(run for part in pieces(text) for run in self._part(part, piece))

    def _part(self, part: Marked, piece: Piece) -> Iterator[Run]:
        """Yield a part of one look: what is raised or lowered belongs to a formula or a unit."""
        shifted = part.shift and any(map(str.isdigit, part.text))
        runs = (
            (self.register.numeral(UseKind.EXEMPT, part.text, SHIFTED, piece),)
            if shifted
            else (self._word(one, piece) for one in self._numerals.pieces(part.text))
        )
        for run in runs:
            yield replace(run, emphasis=part.emphasis, shift=part.shift) if part.emphasis or part.shift else run

    def _word(self, one: numerals.Piece, piece: Piece) -> Run:
        word = one.text
        if one.nature is Nature.WORDS:
            return model.Run(word)
        if one.nature is Nature.EXEMPT:
            return self.register.numeral(UseKind.EXEMPT, word, self._exempt[word], piece)
        if one.nature is Nature.KNOWN:
            return self.register.numeral(UseKind.KNOWN, word, one.known, piece)
        if (piece.span, word) not in self._told:
            self._told[piece.span, word] = self.register.numeral(UseKind.TYPED, word, TYPED, piece)
        return self._told[piece.span, word]

    def accounted(self, text: str, piece: Piece, reason: str, kind: UseKind = UseKind.LABEL) -> RichText:
        """Return words that are not the author's own to change (a period, a formula, a source): each numeral is a use of this kind."""
        return tuple(
            model.Run(one.text) if one.nature is Nature.WORDS else self.register.numeral(kind, one.text, reason, piece)
            for one in self._numerals.pieces(text)
        )

    def whole(self, text: str, piece: Piece, reason: str, kind: UseKind = UseKind.LABEL) -> RichText:
        """Return words that are not the author's own to change as one use, unless the only numerals are dates whole in themselves."""
        lasts = not _LEFT.search(_LASTING.sub("", text))
        if lasts and all(one.nature is Nature.WORDS for one in self._numerals.pieces(text)):
            return (model.Run(text),) if text else ()
        return (self.register.numeral(kind, text, reason, piece),)

    def dated(self, text: str, piece: Piece) -> RichText:
        """Return a period: 2020年11月1日至11日 is read as one date or not at all, for its 11 alone may stand anywhere."""
        return self.whole(text, piece, PERIOD, UseKind.PERIOD)

    def rich(self, phrase: content.Phrase | None, path: str) -> RichText:
        """Return a phrase with its references resolved, or nothing for none."""
        if phrase is None:
            return ()
        self.phrases.setdefault(phrase.span, phrase)
        text = joined(run for node in phrase.nodes for run in self._node(node, Piece(path, node.span)))
        self.notes.held += addresses(text, Piece(path, phrase.span), self)
        return text

    def phrase(self, phrase: content.Phrase, path: str) -> model.Phrase:
        """Return a phrase that is one line of the document."""
        return model.Phrase(self.rich(phrase, path), self.register.place(path, phrase.span))

    def plain_phrase(self, text: str, path: str, span: Span) -> model.Phrase:
        """Return plain words as a line of the document."""
        return model.Phrase(self.words(text, Piece(path, span)), self.register.place(path, span))

    def _node(self, node: content.Inline, piece: Piece) -> RichText:
        if isinstance(node, content.Noted):
            return (self._noted(node, piece),)
        words = self._reference(node, piece) if isinstance(node, content.Reference) else self._typed(node, piece)
        shift = "" if isinstance(node, content.Reference) else node.shift
        runs = tuple(
            replace(run, emphasis=run.emphasis or node.emphasis, shift=run.shift or shift, link=node.link) for run in words
        )
        return (*runs[:-1], replace(runs[-1], pause=True)) if node.pause and runs else runs

    def _noted(self, node: content.Noted, piece: Piece) -> Run:
        """Return the mark of a note, which is one of the notes now."""
        number, own = self.notes.next(), Piece(free(f"{piece.path}.note", self.register.places), node.span)
        origin, place = self.register.place(own.path, node.phrase.span), len(self.notes.held)
        mark = self._mark(number, own)
        self.notes.held.insert(place, model.Footnote((mark,), self.rich(node.phrase, own.path), origin))
        return replace(mark, shift="super", note=origin)

    def note(self, words: RichText, piece: Piece) -> Run:
        """Return the mark of a note of the program's own, which is one of the notes now."""
        origin = self.register.place(free(f"{piece.path}.note", self.register.places), piece.span)
        mark = self._mark(self.notes.next(), Piece(origin, piece.span))
        self.notes.held.append(model.Footnote((mark,), words, origin))
        return replace(mark, shift="super", note=origin)

    def _mark(self, number: int, note: Piece) -> Run:
        return self.register.label(sign(number), NOTE, note.part("mark"))

    def _typed(self, node: content.Words, piece: Piece) -> RichText:
        if node.exempt:
            return (self.register.numeral(UseKind.EXEMPT, node.text, node.exempt, piece),)
        return tuple(self._word(one, piece) for one in self._numerals.pieces(node.text))

    def _reference(self, node: content.Reference, piece: Piece) -> RichText:
        if node.form in yearly.FORMS:
            change = self.catalogue.change(node.name, node.period, node.form, node.span)
            return (self.register.number(change, piece).run,) if change else (model.Run(f"【{node.name}:{node.form}】"),)
        reading = self.catalogue.find(node.name, node.period, node.span)
        if reading is None:
            return (model.Run(f"【{node.name}】"),)
        if node.form == "时期":
            return (self.register.period(reading, piece),)
        if node.form == "名":
            return self.words(reading.label, Piece(piece.path, self.home(reading)))
        return (self._digits(reading, piece) if node.form == "数" else self.register.number(reading, piece).run,)

    def _digits(self, reading: Reading, piece: Piece) -> Run:
        if reading.number.is_open:
            return self.register.number(reading, piece).run
        if reading.number.digits:
            return self.register.digits(reading, piece)
        says = said("vague-digits.figure", figure=reading.name, value=str(reading.number))
        self.sink.error(says, piece.span, said("hint.write-whole", cure=f"【{reading.name}】"))
        return model.Run(str(reading.number))

    def data(self, names: Iterable[content.FigureName], path: str, labels: Labels | None = None) -> tuple[Datum, ...]:
        """Return the figures named in a list; those that mean nothing are left out, with a diagnostic each."""
        named = tuple(names)
        paths = elements(path, (f"{one.name}@{one.period}" if one.period else one.name for one in named))
        made = (self.datum(name, own, labels) for name, own in zip(named, paths, strict=True))
        return tuple(datum for datum in made if datum)

    def datum(self, name: content.FigureName, path: str, labels: Labels | None = None) -> Datum | None:
        """Return a figure named by the author, with all that may stand beside it."""
        reading = self.catalogue.find(name.name, name.period, name.span)
        if reading is None:
            return None
        given = labels or {}
        own = (label for period in reading.when if (label := given.get((name.name, period))))
        label = next(own, given.get((name.name, None), ""))
        return self.of_reading(reading, Piece(path, name.span), label)

    def number(self, name: content.FigureName, path: str) -> model.Number | None:
        """Return a named figure's value alone."""
        reading = self.catalogue.find(name.name, name.period, name.span)
        return self.register.number(reading, Piece(path, name.span)) if reading else None

    def of_reading(self, reading: Reading, piece: Piece, label: str = "") -> model.Datum:
        """Return a value with all that may stand beside it; a label of the chart's own comes before the figure's."""
        home = self.home(reading)
        return model.Datum(
            reading.name,
            self.words(label or reading.label, piece.part("label", None if label else home)),
            self.words(reading.means, piece.part("means", home)),
            self.register.number(reading, piece),
            self.period(reading, piece.part("period", reading.span)),
            self.words(reading.scope, piece.part("scope", home)),
            KINDS.get(reading.kind, reading.kind),
            self.citations.of_readings(reading),
            place=self.citations.place(reading),
            computed=reading.computed,
            origin=self.register.place(piece.path, piece.span),
            label_origin="" if label else f"{defined(reading)}.label",
            value_origin=self.register.place(f"{defined(reading)}.values[{reading.period}]", reading.span),
            when=reading.when,
            icon=reading.icon,
        )

    def period(self, reading: Reading, piece: Piece) -> RichText:
        """Return a value's period; a cumulative one with its start."""
        starts = self.since(reading.starts, piece.part("starts", self.home(reading)))
        return joined((*self.dated(reading.period, piece), *starts))

    def since(self, starts: str, piece: Piece) -> RichText:
        """Return the start of a cumulative value in brackets, or nothing for none."""
        return self.dated(f"（自{starts.removeprefix('自').removesuffix('起')}起）" if starts else "", piece)

    def home(self, reading: Reading) -> Span:
        """Return where a figure is defined: its label and its definition stand there, wherever they are printed."""
        return self.catalogue.spans.get(reading.name, reading.span)

    def formula(self, formula: str, piece: Piece) -> RichText:
        """Return how a value was computed, in the author's words."""
        parts = re.split("(?<=（)([^（）]+)(?=）)", in_words(formula))
        told = (self.dated(part, piece) if at % 2 else self.accounted(part, piece, FORMULA) for at, part in enumerate(parts))
        return (model.Run("计算值："), *(run for part in told for run in part))


def labelled(chart: content.Chart) -> Labels:
    """Return a chart's own labels."""
    return {(name.name, name.period): label for name, label in chart.labels}


def defined(reading: Reading) -> str:
    """Return the path of the figure that a value is of."""
    return f"{'derived' if reading.computed else 'figures'}[{reading.name}]"


def joined(runs: Iterable[Run]) -> RichText:
    """Return the runs with plain neighbours of one look put together."""
    made: list[Run] = []
    for run in runs:
        last = made[-1] if made else None
        plain = last and not (last.use or last.pause or run.use)
        if last and plain and replace(last, text="", pause=False) == replace(run, text="", pause=False):
            made[-1] = replace(run, text=last.text + run.text)
        elif run.text:
            made.append(run)
    return tuple(made)
