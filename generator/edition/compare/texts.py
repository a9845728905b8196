"""The texts of a content by part, as the author writes them: a report in; parts of paragraphs out, references as 【name@period:form】."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from generator.content.model import Noted, Paragraph, Reference, TextTable
from generator.edition.compare.model import Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.content.model import Blocks, Chart, Inline, Phrase, Prose, Report, Section, Story, Talk, Theme


def parts(report: Report) -> Iterator[Part]:
    """Yield the parts of a report that say something, the cover first."""
    imprint = report.imprint
    cover = (*_phrases(imprint.title, imprint.subtitle), *_prose(imprint.colophon))
    yield Part("", tuple(filter(None, (*cover, imprint.organization, imprint.edition, imprint.date))))
    sections = (report.about, report.overview)
    yield from map(_section, sections)
    yield from map(_theme, report.themes)
    yield from (_section(one) for one in (report.history, report.outlook, report.closing, *report.sections) if one)


def _section(one: Section) -> Part:
    said = [*_phrases(one.message), *_blocks(one.blocks), *_charts(one.charts), *_phrases(*one.points), *_talk(one.talk)]
    return Part(one.name, (*said, *(_phrases(one.statement.text, one.statement.who) if one.statement else ()), *_of_kind(one)))


def _of_kind(one: Section) -> Iterator[str]:
    """Yield what a section's kind says beside its blocks."""
    if letter := one.letter:
        yield from _phrases(letter.by, letter.office, *([letter.brief] if letter.brief else []))
        yield from _blocks(tuple(picture for picture in (letter.portrait, letter.signature) if picture))
    for row in one.index:
        yield " | ".join((*_phrases(row.code, row.name), "、".join(name for name, _ in row.where)))
    for question in one.questions:
        yield from _phrases(question.text, *question.options)
    yield from _phrases(*([one.reply] if one.reply else []))


def _theme(one: Theme) -> Part:
    said = [*_phrases(one.message, one.headline), *_blocks(one.blocks), *_charts(one.charts)]
    said += [*(_story(one.story) if one.story else ()), *_phrases(*one.points), *_talk(one.talk)]
    return Part(one.name, (*said, *(_phrases(one.statement.text, one.statement.who) if one.statement else ())))


def _story(one: Story) -> Iterator[str]:
    yield from _phrases(one.title, one.message, *([one.brief] if one.brief else []))
    yield from _blocks(one.blocks)
    yield from _talk(one.talk)


def _charts(charts: Iterable[Chart]) -> Iterator[str]:
    for one in charts:
        yield from _phrases(one.message)
        yield from filter(None, (one.measure, one.because))
        yield from _phrases(*(event.text for event in one.events), *(pair.remark for pair in one.pairs if pair.remark))
        yield from _talk(one.talk)


def _talk(talk: Talk) -> Iterator[str]:
    yield from _prose(talk.script)
    yield from _phrases(*(one for one in (talk.question, talk.answer) if one))


def _blocks(blocks: Blocks) -> Iterator[str]:
    for one in blocks:
        if isinstance(one, Paragraph):
            yield from _phrases(one.phrase)
        elif isinstance(one, TextTable):
            yield from _phrases(*filter(None, (one.title,)))
            yield from (" | ".join(chain(*(_phrases(cell) for cell in cells))) for cells in (one.head, *one.rows))
        else:
            yield from _phrases(*filter(None, (one.alt, one.caption, one.credit, one.says)))


def _prose(prose: Prose) -> Iterator[str]:
    yield from _phrases(*(one.phrase for one in prose))


def _phrases(*phrases: Phrase) -> Iterator[str]:
    yield from filter(None, ("".join(map(_written, one.nodes)) for one in phrases))


def _written(node: Inline) -> str:
    if isinstance(node, Noted):
        return f"[^{''.join(map(_written, node.phrase.nodes))}]"
    if not isinstance(node, Reference):
        return node.text
    period = f"@{node.period}" if node.period else ""
    return f"【{node.name}{period}{f':{node.form}' if node.form else ''}】"
