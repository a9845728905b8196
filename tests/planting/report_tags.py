"""Alterations of what is heard by a reader who does not see the report: roles, order, words for figures, what belongs to what."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from random import Random
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from generator.inspection.pdf.model import PageText
from generator.inspection.pdf.reader import read_pdf
from generator.inspection.pdf.tags import texts
from tests.inspection.tag_planting import back, elements, kids
from tests.planting.model import ANY, APPEARANCE, NUMBER, REPORT, WORDING, Table, is_plain, shuffled
from tests.planting.paper import Paper

planted = Table(REPORT)

NUMERAL = re.compile(r"\d")
HEADINGS = ("H1", "H2", "H3")


def chosen(rng: Random, paper: Paper, *roles: str) -> Iterator[Any]:
    """Yield the elements of some roles in an order of chance."""
    return iter(shuffled(rng, elements(paper.pdf, *roles)))


def marks(one: Any) -> list[tuple[Any, int]]:
    """Return the marked contents that an element holds itself, each with its page."""
    found = []
    for kid in kids(one):
        if isinstance(kid, Dictionary):
            found += [(kid.get("/Pg", one.get("/Pg")), int(kid.MCID))] if "/MCID" in kid else []
        else:
            found.append((one.Pg, int(kid)))
    return found


def contents(paper: Paper) -> dict[tuple[tuple[int, int], int], str]:
    """Return the text of every marked content, by its page's object."""
    pages: tuple[PageText, ...] = read_pdf(paper.path).pages
    return {
        (page.obj.objgen, mark): text
        for page, read in zip(paper.pdf.pages, pages, strict=True)
        for mark, text in texts(read).items()
    }


def spoken(paper: Paper, *roles: str, plain: bool) -> list[Any]:
    """Return elements that hold text themselves: words alone, or words with a number."""
    told = contents(paper)
    found = []
    for one in elements(paper.pdf, *roles):
        text = "".join(told.get((page.objgen, mark), "") for page, mark in marks(one))
        if text and (is_plain(paper, text) if plain else NUMERAL.search(text)):
            found.append(one)
    return found


def family(one: Any) -> list[Any]:
    return kids(one.P) if isinstance(one.get("/P"), Dictionary) else []


def swap(one: Any, other: Any) -> None:
    """Exchange two kids of one element."""
    row = family(one)
    at, to = (next(place for place, kid in enumerate(row) if same(kid, each)) for each in (one, other))
    row[at], row[to] = row[to], row[at]
    one.P.K = Array(row)


def same(kid: Any, one: Any) -> bool:
    return isinstance(kid, Dictionary) and kid.objgen == one.objgen


def leave(one: Any) -> None:
    """Take an element out of the one that holds it."""
    one.P.K = Array([kid for kid in family(one) if not same(kid, one)])


def neighbours(rng: Random, paper: Paper, *roles: str) -> Iterator[tuple[Any, Any]]:
    """Yield neighbouring kids of one element, both of some roles, in an order of chance."""
    wanted = {f"/{role}" for role in roles}
    for parent in chosen(rng, paper):
        found = [kid if isinstance(kid, Dictionary) and "/S" in kid and kid.S in wanted else None for kid in kids(parent)]
        yield from ((a, b) for a, b in pairwise(found) if a is not None and b is not None)


def swapped(name: str, says: str, *roles: str) -> None:
    def alter(rng: Random, paper: Paper) -> bool:
        for one, other in neighbours(rng, paper, *roles):
            swap(one, other)
            return True
        return False

    planted.add(name, WORDING, alter, says)


swapped("two paragraphs read the other way round", "two paragraphs change places in the tree and not on the page", "P")
swapped("two rows read the other way round", "two rows of a table change places in the tree", "TR")
swapped("two entries of the contents read the other way round", "two entries change places in the tree", "TOCI")
swapped("two parts read the other way round", "two parts of the report change places in the tree", "Sect")


def called(name: str, old: tuple[str, ...], new: str, says: str) -> None:
    def alter(rng: Random, paper: Paper) -> bool:
        one = next(chosen(rng, paper, *old), None)
        if one is not None:
            one.S = Name(f"/{new}")
        return one is not None

    planted.add(name, WORDING, alter, says)


called("a header cell made a cell", ("TH",), "TD", "a header cell is a plain cell")
called("a cell made a header", ("TD",), "TH", "a plain cell is a header cell")
called("a heading of another level", HEADINGS, "H4", "a heading is of another level")
called("a heading made a paragraph", HEADINGS, "P", "a heading is a paragraph")
called("a paragraph made a heading", ("P",), "H2", "a paragraph is a heading")
called("a figure made a paragraph", ("Figure",), "P", "a figure is a paragraph")
called("a part made a block", ("Sect",), "Div", "a part of the report is a block")
called("a note made a paragraph", ("Note",), "P", "a note is a paragraph")


def for_figures(due: str, says: str) -> Callable[[Callable[[str], str | None]], Any]:
    """Return what keeps an alteration of the words of a figure."""

    def keep(change: Callable[[str], str | None]) -> Any:
        def alter(rng: Random, paper: Paper) -> bool:
            for one in chosen(rng, paper, "Figure"):
                new = change(str(one.Alt))
                if new is None:
                    del one["/Alt"]
                elif new != str(one.Alt):
                    one.Alt = String(new)
                else:
                    continue
                return True
            return False

        planted.add(change.__name__.replace("_", " "), due, alter, says)
        return change

    return keep


@for_figures(NUMBER, "a number in the words of a figure is another")
def a_figure_tells_another_number(words: str) -> str:
    return NUMERAL.sub(lambda one: str((int(one[0]) + 1) % 10), words, count=1)


@for_figures(WORDING, "the words of a figure go on")
def a_figure_tells_more(words: str) -> str:
    return f"{words}如图"


@for_figures(NUMBER, "the words of a figure are gone")
def a_figure_without_words(_words: str) -> None:
    return None


def of_text(name: str, says: str, change: Callable[[Paper, Any], Any]) -> None:
    """Keep an alteration of an element with a text, once of one of words alone and once of one with a number."""
    for plain, due, what in ((True, WORDING, "words"), (False, NUMBER, "a number")):

        def alter(rng: Random, paper: Paper, *, plain: bool = plain) -> bool:
            found = shuffled(
                rng, [one for one in spoken(paper, "P", "TD", "H2", "H3", plain=plain) if isinstance(one.get("/K"), int)]
            )
            if found:
                change(paper, found[0])
            return bool(found)

        planted.add(f"{name} {what}", due, alter, says)


def pages_of(paper: Paper, one: Any) -> pikepdf.Page:
    return next(page for page in paper.pdf.pages if page.obj.objgen == one.Pg.objgen)


def made_an_artifact(paper: Paper, one: Any) -> None:
    page = pages_of(paper, one)
    stream = page.Contents.read_bytes()
    altered, count = re.subn(rb"/\w+ <<[^<>]*(?:<[^<>]*>[^<>]*)*/MCID %d>> BDC" % int(one.K), b"/Artifact BMC", stream)
    assert count == 1
    page.Contents.write(altered)


def left_out(_paper: Paper, one: Any) -> None:
    leave(one)


def emptied(_paper: Paper, one: Any) -> None:
    del one["/K"]


of_text("made an artifact:", "what is marked as content is marked as decoration", made_an_artifact)
of_text("left out of the tree:", "an element is in the tree no more", left_out)
of_text("an element that holds nothing:", "an element lets go of its content", emptied)


@planted(WORDING, "an artifact is marked as content of a new paragraph")
def an_artifact_made_content(rng: Random, paper: Paper) -> bool:
    for page in shuffled(rng, paper.pdf.pages):
        stream = page.Contents.read_bytes()
        found = list(re.finditer(rb"/Artifact BMC(?=\n[^E]*?\nf\nEMC)", stream))
        if not found or "/StructParents" not in page:
            continue
        nums = paper.pdf.Root.StructTreeRoot.ParentTree.Nums
        at = next(place for place in range(0, len(nums), 2) if int(nums[place]) == int(page.StructParents))
        mark, document = len(nums[at + 1]), next(iter(elements(paper.pdf, "Document")))
        made = paper.pdf.make_indirect(Dictionary(S=Name.P, P=document, K=mark, Pg=page.obj))
        document.K = Array([*kids(document), made])
        nums[at + 1].append(made)
        one = rng.choice(found)
        page.Contents.write(stream[: one.start()] + b"/P <</MCID %d>> BDC" % mark + stream[one.end() :])
        return True
    return False


@planted(ANY, "two elements hold each other's content")
def two_elements_hold_each_others_content(rng: Random, paper: Paper) -> bool:
    found = [one for one in elements(paper.pdf, "P") if isinstance(one.get("/K"), int)]
    one, other = rng.sample(found, 2)
    told = contents(paper)
    if told.get((one.Pg.objgen, int(one.K))) == told.get((other.Pg.objgen, int(other.K))):
        return False
    one.K, one.Pg, other.K, other.Pg = other.K, other.Pg, one.K, one.Pg
    return True


@planted(WORDING, "content leads back to another element than the one that holds it")
def content_that_leads_astray(rng: Random, paper: Paper) -> bool:
    one, other = rng.sample([one for one in elements(paper.pdf, "P") if isinstance(one.get("/K"), int)], 2)
    back(paper.pdf, one, other)
    return True


@planted(WORDING, "two pages lead back to each other's elements")
def two_pages_that_lead_astray(rng: Random, paper: Paper) -> bool:
    one, other = rng.sample([page for page in paper.pdf.pages if "/StructParents" in page], 2)
    one.StructParents, other.StructParents = other.StructParents, one.StructParents
    return True


@planted(WORDING, "a header cell heads something else")
def a_header_of_something_else(rng: Random, paper: Paper) -> bool:
    for one in chosen(rng, paper, "TH"):
        one.A = Dictionary(O=Name.Table, Scope=Name.Both)
        return True
    return False


@planted(WORDING, "a header cell does not say what it heads")
def a_header_of_nothing(rng: Random, paper: Paper) -> bool:
    for one in chosen(rng, paper, "TH"):
        del one["/A"]
        return True
    return False


@planted(WORDING, "a cell takes two columns in the tree")
def a_cell_of_two_columns(rng: Random, paper: Paper) -> bool:
    for one in chosen(rng, paper, "TD"):
        one.A = Dictionary(O=Name.Table, ColSpan=2)
        return True
    return False


@planted(APPEARANCE, "a figure's box is elsewhere")
def a_figure_elsewhere(rng: Random, paper: Paper) -> bool:
    for one in chosen(rng, paper, "Figure"):
        one.A.BBox = Array([float(edge) + 40 for edge in one.A.BBox])
        return True
    return False


@planted(NUMBER, "an element is read as another number")
def an_element_read_as_another_number(rng: Random, paper: Paper) -> bool:
    rng.choice(spoken(paper, "P", "TD", plain=False)).ActualText = String("88亿元")
    return True


@planted(WORDING, "an element is read in another language")
def an_element_in_another_language(rng: Random, paper: Paper) -> bool:
    next(chosen(rng, paper, "P")).Lang = String("ja-JP")
    return True


@planted(WORDING, "a role of the report stands for another type")
def a_role_that_stands_for_another(_rng: Random, paper: Paper) -> bool:
    role = next((one.S for one in elements(paper.pdf) if one.S in paper.pdf.Root.StructTreeRoot.RoleMap), None)
    if role is not None:
        paper.pdf.Root.StructTreeRoot.RoleMap[role] = Name.H1
    return role is not None


@planted(WORDING, "two links change places in the tree")
def two_links_exchanged(rng: Random, paper: Paper) -> bool:
    found = [
        one for one in elements(paper.pdf, "Link") if any(isinstance(kid, Dictionary) and "/Obj" in kid for kid in kids(one))
    ]
    if len(found) < 2:
        return False
    one, other = rng.sample(found, 2)
    mine, theirs = ([kid for kid in kids(each) if isinstance(kid, Dictionary)] for each in (one, other))
    one.K = Array([*(kid for kid in kids(one) if not isinstance(kid, Dictionary)), *theirs])
    other.K = Array([*(kid for kid in kids(other) if not isinstance(kid, Dictionary)), *mine])
    return True


@planted(WORDING, "a part of the report is read last")
def a_part_read_last(rng: Random, paper: Paper) -> bool:
    for one in chosen(rng, paper, "Sect"):
        if not same(family(one)[-1], one):
            one.P.K = Array([*(kid for kid in family(one) if not same(kid, one)), one])
            return True
    return False


@planted(WORDING, "the report has no structure")
def no_structure(_rng: Random, paper: Paper) -> bool:
    del paper.pdf.Root["/StructTreeRoot"]
    return True


KINDS = tuple(planted.kinds)
