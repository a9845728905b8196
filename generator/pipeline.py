"""The stages in order: the only module that knows all of them, and reads as the picture in the README.

Text → `Report` (what the author wrote) → `ResolvedReport` (every number printed, with a ledger of every use) → `Book` and `Deck` with
the placements of the uses → files in a temporary folder → a proof by a stranger → published, all or none.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from generator import making
from generator.composition import lay_out
from generator.diagnostics import Diagnostic, Exit, Severity, Sink, no_room, said
from generator.journeyman import engaged
from generator.outputs import ALL, DECK, FILES, OF_DECK, PRINT
from generator.shape import USUAL, Shape, as_it_stands, as_made

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.composition import Layouts
    from generator.diagnostics import Words
    from generator.inspection.verdict import Proof
    from generator.journeyman import Journeyman

    Tell = Callable[[Words], None]

DIGEST = 16
"""Characters of a digest that tell files apart for people."""
GALLERY = Path(__file__).with_name("samples") / "gallery.yaml"
"""A content of our own with a chart of every kind."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A finished build or check: what was written (name and bytes), what was proved, and all that there is to tell.

    `same` are the outputs that stand byte for byte as the content builds them; the proof is then of the others.
    """

    layouts: Layouts
    proof: Proof
    files: tuple[tuple[str, int], ...] = ()
    older: tuple[str, ...] = ()
    same: frozenset[str] = frozenset()
    told: tuple[Diagnostic, ...] = ()


def build(
    content: Path, out: Path, only: frozenset[str] | None, tell: Tell, shape: Shape = USUAL, also: frozenset[str] = frozenset()
) -> Outcome:
    """Compile the content into its outputs in the folder `out`, proved before they are published.

    `only` names the outputs to write, None the usual ones, `also` those beside them; `tell` hears of each stage as it begins; `shape`
    has the formats and what else they are made for. Raises BuildError with the earliest failing stage's exit code; the folder is
    then as it was.
    """
    from generator.charts.drawings import Drawings  # noqa: PLC0415 - not on the way of `schema` and `--help`
    from generator.publication.staging import publish, recover, staging  # noqa: PLC0415 - likewise

    recover(out)
    shape = as_made(shape, out / FILES[DECK]) if only and only & OF_DECK and DECK not in only else shape
    drawings = Drawings.open(out)
    asked = (only or ALL) | also
    with engaged(asked) as second:
        layouts = lay_out(content, drawings, tell, asked, shape, usual=only is None)
        with staging(out) as stage:
            proof = _made(layouts, stage.new, second, tell)
            sizes = {path.name: path.stat().st_size for path in stage.new.iterdir()}
            names = publish(stage, out)
    if layouts.book:
        drawings.keep()
    older = tuple(file for key, file in FILES.items() if key not in layouts.outputs and (out / file).exists())
    files = tuple((name, sizes[name]) for name in _in_order(names))
    return Outcome(layouts, proof, files, older, told=layouts.warnings)


def _made(layouts: Layouts, folder: Path, second: Journeyman, tell: Tell) -> Proof:
    """Write and prove all outputs in a folder, a share of them in the second process, if there is one."""
    with second.at(layouts, folder) as share:
        found = [making.made(layouts, folder, layouts.outputs - share, tell)]
        if share:
            found.append(second.done() or making.made(layouts, folder, share, tell))
    return making.judged(layouts, layouts.outputs, found)


def edited_words(content: Path, deck: Path, tell: Tell, shape: Shape = USUAL) -> tuple[tuple[str, int, str, str], ...]:
    """Return the texts and notes of a deck that somebody edited: file and line in the content, how each was stated and is found.

    Raises BuildError: Exit.USAGE where the deck was built into a template that nobody names, Exit.CONTENT where the content has faults or
    the deck cannot be read.
    """
    from generator.charts.drawings import Drawings  # noqa: PLC0415 - as above
    from generator.inspection.deck.edited import edited  # noqa: PLC0415
    from generator.layout.deck.statement import of_deck  # noqa: PLC0415
    from generator.publication.home import home_of  # noqa: PLC0415

    shape, only = as_made(shape, deck), frozenset({DECK})
    layouts = lay_out(content, Drawings.open(home_of(content)), tell, only, shape)
    assert layouts.deck is not None
    found = edited(deck, of_deck(layouts.deck, layouts.library))
    spans = [(layouts.report.places.get(origin), was, now) for origin, was, now in found]
    return tuple((span.file if span else str(content), span.line if span else 1, was, now) for span, was, now in spans)


def _stands(file: Path) -> bool:
    """Tell whether a file is there; what the system will not even look for is not."""
    try:
        return file.exists()
    except OSError:
        return False


def check(content: Path, out: Path, tell: Tell, shape: Shape = USUAL, *, strict: bool = False) -> Outcome:
    """Prove the files that stand in `out` against the content as it is now, without writing anything there.

    All is built anew beside them: a file of equal bytes is proved by that, any other is compared with what it should say and show, and
    wording that was edited is an error if `strict`. Only what a killed build left half replaced is put back first, for there would be
    no set to prove. Raises BuildError: Exit.INSPECTION when a file is missing, is of another content, or says another number than the
    content; Exit.WRITE when there is no room to build.
    """
    from generator.charts.drawings import Drawings  # noqa: PLC0415 - as above
    from generator.inspection import checks  # noqa: PLC0415
    from generator.publication.staging import recover  # noqa: PLC0415

    recover(out)
    outputs = ALL | {key for key, file in FILES.items() if _stands(out / file)}
    standing = as_it_stands(shape, out)
    layouts = lay_out(content, Drawings.open(out), tell, outputs, standing, usual=True)
    outputs = layouts.outputs
    same = _rebuilt(layouts, out, outputs, tell)
    tell(said("stage.proving"))
    edited = outputs - same
    told = checks.examine(out, edited, making.expected(layouts, edited), strict=strict)
    as_draft = (Diagnostic(Severity.NOTICE, said("standing-draft.files")),) if standing.draft and not shape.draft else ()
    found = (*layouts.warnings, *as_draft, *_standing_profile(layouts, standing), *told.diagnostics)
    Sink([*found]).raise_errors(Exit.INSPECTION)
    return Outcome(layouts, told.value, same=same, told=found)


def _standing_profile(layouts: Layouts, shape: Shape) -> Iterator[Diagnostic]:
    """Tell of a profile that the file for the press alone knows, and is compared by."""
    from generator.inspection.verdict import whole  # noqa: PLC0415 - as above

    profile = layouts.order.profile
    if PRINT in layouts.outputs and profile is shape.asked.standing:
        says = said("own-profile.standing", name=profile.name, digest=sha256(profile.data).hexdigest()[:DIGEST])
        yield Diagnostic(Severity.NOTICE, says, place=whole(PRINT))


def _rebuilt(layouts: Layouts, out: Path, outputs: frozenset[str], tell: Tell) -> frozenset[str]:
    """Return the outputs that stand byte for byte as they are built anew."""
    import tempfile  # noqa: PLC0415 - as above

    try:
        with tempfile.TemporaryDirectory() as folder:
            making.write(layouts, Path(folder), outputs, tell)
            return frozenset(key for key in outputs if _equal(Path(folder) / FILES[key], out / FILES[key]))
    except OSError as fault:
        raise no_room() from fault


def _equal(new: Path, old: Path) -> bool:
    """Tell whether two files hold the same bytes; one that is not there or cannot be read is no other's equal."""
    import filecmp  # noqa: PLC0415 - as above

    try:
        return filecmp.cmp(new, old, shallow=False)
    except OSError:
        return False


def specimen(target: Path) -> int:
    """Write the specimen of the Chinese paragraph, a PDF that shows every rule at work; return its pages.

    Raises BuildError (Exit.WRITE) when the file cannot be written.
    """
    from generator.fonts.library import Library  # noqa: PLC0415 - as above
    from generator.publication.staging import publish, staging  # noqa: PLC0415
    from generator.samples import specimen as samples  # noqa: PLC0415
    from generator.writers.pdf import document  # noqa: PLC0415

    library = Library.open()
    book = samples.book(library)
    with staging(target.parent) as stage:
        document.write(book, library, stage.new / target.name)
        publish(stage, target.parent)
    return len(book.pages)


def _in_order(names: tuple[str, ...]) -> list[str]:
    return [file for file in FILES.values() if file in names]
