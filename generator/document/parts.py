"""The parts of the report: themes, stories and sections, made of the author's by the copy desk; `key` is the path of each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.document import model
from generator.document.blocks import blocks, picture_of
from generator.document.charts import charts
from generator.document.register import Piece
from generator.document.talks import figures_told, talk

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.content import model as content
    from generator.document.copydesk import CopyDesk
    from generator.document.model import Datum, Paragraph, Phrase, RichText


def theme_of(desk: CopyDesk, theme: content.Theme, index: int, key: str) -> model.Theme:
    """Return a theme; its number is its place, its source line names the sources of all that stands in it."""
    mark = desk.register.mark()
    desk.notes.begin()
    message = desk.phrase(theme.message, f"{key}.message")
    headline = desk.phrase(theme.headline, f"{key}.headline")
    heroes, figures = desk.data(theme.heroes, f"{key}.heroes"), desk.data(theme.figures, f"{key}.figures")
    own = desk.register.since(mark)
    text = blocks(desk, theme.blocks, f"{key}.text")
    points = _points(desk, theme.points, heroes, f"{key}.points")
    drawn = charts(desk, theme.charts, key)
    story = _story(desk, theme.story, f"{key}.story") if theme.story else None
    source = desk.citations.line(desk.register.since(mark))
    stated = _statement(desk, theme.statement, f"{key}.statement") if theme.statement else None
    return model.Theme(
        f"theme-{index + 1}", desk.register.label(f"{index + 1:02}", "主题序号", Piece(f"{key}.number", theme.span)),
        desk.plain_phrase(theme.name, f"{key}.name", theme.span), theme.color, message,
        headline, heroes, figures, text, drawn, story, points,
        talk(desk, theme.talk, key, (message.text, *_texts(points)), own, theme.span),
        source, desk.register.place(key, theme.span), stated, theme.deck, theme.picture,
        picture_of(desk, theme.opener, f"{key}.picture") if theme.opener else None,
    )  # fmt: skip


def section_of(desk: CopyDesk, section: content.Section, key: str) -> model.Section:
    """Return a part outside the themes."""
    mark = desk.register.mark()
    name = desk.plain_phrase(section.name, f"{key}.name", section.span)
    message = desk.phrase(section.message, f"{key}.message")
    figures = desk.data(section.figures, f"{key}.figures")
    points = _points(desk, section.points, (), f"{key}.points")
    shown = desk.register.since(mark)
    text = blocks(desk, section.blocks, f"{key}.text")
    own = shown if points or figures else desk.register.since(mark)
    drawn = charts(desk, section.charts, key)
    source = desk.citations.line(desk.register.since(mark))
    stated = _statement(desk, section.statement, f"{key}.statement") if section.statement else None
    told = (*_texts(points), figures_told(figures)) if points or figures else _texts(model.words_of(text))
    return model.Section(
        key, name, message if message.text else model.Phrase(name.text, message.origin), text, figures, drawn, points,
        talk(desk, section.talk, key, (message.text, *told), own, section.span),
        source, desk.register.place(key, section.span), stated, section.deck,
    )  # fmt: skip


def own_section(desk: CopyDesk, section: content.Section, number: int, key: str) -> model.Section:
    """Return a section of the author's own, with what its kind has beside its blocks; its id is in ASCII."""
    made = section_of(desk, section, key)
    letter = _letter(desk, section.letter, made, key) if section.letter else None
    return replace(
        made,
        id=f"section-{number}",
        kind=section.kind,
        letter=letter,
        questions=tuple(_question(desk, one, f"{key}.questions[{at}]") for at, one in enumerate(section.questions)),
        reply=desk.phrase(section.reply, f"{key}.reply") if section.reply else None,
    )


def _letter(desk: CopyDesk, letter: content.Letter, section: model.Section, key: str) -> model.Letter:
    by, office = desk.phrase(letter.by, f"{key}.by"), desk.phrase(letter.office, f"{key}.office")
    portrait, signature = (
        picture_of(desk, one, f"{key}.{name}") if one else None
        for name, one in (("portrait", letter.portrait), ("signature", letter.signature))
    )
    brief = desk.phrase(letter.brief, f"{key}.brief") if letter.brief else model.Phrase((), section.origin)
    return model.Letter(by, office, portrait, signature, brief)


def _question(desk: CopyDesk, question: content.Question, key: str) -> model.Question:
    options = tuple(desk.rich(one, f"{key}.options[{at}]") for at, one in enumerate(question.options))
    return model.Question(desk.phrase(question.text, f"{key}.text"), options, question.lines)


def _statement(desk: CopyDesk, statement: content.Statement, key: str) -> model.Statement:
    text, who = desk.phrase(statement.text, f"{key}.text"), desk.phrase(statement.who, f"{key}.who")
    return model.Statement(text, who, desk.citations.of(statement.citation), desk.register.place(key, statement.span))


def _story(desk: CopyDesk, story: content.Story, key: str) -> model.Story:
    mark = desk.register.mark()
    title, message = desk.phrase(story.title, f"{key}.title"), desk.phrase(story.message, f"{key}.message")
    text, figures = blocks(desk, story.blocks, f"{key}.text"), desk.data(story.figures, f"{key}.figures")
    own = desk.register.since(mark)
    spoken = talk(desk, story.talk, key, (message.text, *_texts(model.words_of(text))), own, story.span)
    message = message if message.text else model.Phrase(title.text, message.origin)
    brief = desk.phrase(story.brief, f"{key}.brief") if story.brief else None
    return model.Story(title, message, text, figures, spoken, desk.register.place(key, story.span), brief, story.icon)


SAID_BY = "说这话的是"
"""What comes before a speaker in a script."""
READ = frozenset({"heading", "subheading"})


def _points(desk: CopyDesk, written: tuple[content.Phrase, ...], heroes: tuple[Datum, ...], key: str) -> tuple[Phrase, ...]:
    """Return the points of a slide; without the author's, the heroes make them."""
    if written:
        return tuple(desk.phrase(point, f"{key}[{index}]") for index, point in enumerate(written))
    return tuple(model.Phrase(_told(hero), hero.origin) for hero in heroes)


def _texts(pieces: Iterable[Phrase | Paragraph]) -> tuple[RichText, ...]:
    """Return what is said of points or of a text: headings are read and not said, and a speaker is named in a sentence."""
    spoken = ((piece, piece.kind if isinstance(piece, model.Paragraph) else "") for piece in pieces)
    return tuple((model.Run(SAID_BY), *one.text) if kind == "speaker" else one.text for one, kind in spoken if kind not in READ)


def _told(datum: Datum) -> RichText:
    return (*datum.label, model.Run("："), datum.number.run)
