"""Every colour of a deck is its theme's: tones are exact, and another theme recolours all slides, charts too."""

from __future__ import annotations

import colorsys
import re
import shutil
import subprocess
import zipfile
from collections import Counter

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.charts.inks import DEEP, FAINT, QUIET
from generator.design.palette import GREY, GROUND, INK, PAPER, RULE, THEMES
from generator.ink import Ink
from generator.inspection.deck.reader import read_deck
from generator.inspection.deck.theme import Theme
from generator.statement.model import Kind
from generator.writers.pptx.tones import COLOR_SLOTS, THEMES_SLOTS, nearest, tones
from tests.writers.pptx.handmade_deck import parsed

MAINS = [inks.main for inks in THEMES.values()]
BRAND = Ink("brand", (255, 106, 0), (0, 70, 100, 0))
COLORS = (INK, PAPER, GREY, GROUND, *MAINS[:5], BRAND, *MAINS[3:5])
PARTS = tuple((one.main, one.tint, one.pale, one.line) for one in THEMES.values())
OTHERS = {
    "dk1": "0B3D0B", "lt1": "FFF8E0", "dk2": "3A5F3A", "lt2": "E8F0D0", "accent1": "008C8C", "accent2": "7A00CC", "accent3": "B000B0",
    "accent4": "5C7A00", "accent5": "00A0E0", "accent6": "0050FF", "hlink": "0000EE", "folHlink": "551A8B",
}  # fmt: skip
"""A theme unlike ours in every slot."""
LEAST_SHARE = 0.0005
"""A colour on fewer of a slide's pixels is an edge's, mixed of its neighbours."""

FIELD_SHARE = 0.01
"""What a field, a bar or a large number takes of a slide."""


def shown(tone, colors=COLORS):
    """The colour that the inspector makes of a tone: it has its own arithmetic."""
    theme = Theme(dict(zip(COLOR_SLOTS, (ink.rgb for ink in colors), strict=True)), {})
    turns = "".join(f'<a:{name} val="{value}"/>' for name, value in tone.turns)
    space = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    return theme.colour(parsed(f'<a:solidFill {space}><a:schemeClr val="{tone.slot}">{turns}</a:schemeClr></a:solidFill>'))


@pytest.mark.parametrize("ink", [ink for part in PARTS for ink in part], ids=lambda ink: ink.name)
def test_an_ink_of_a_theme_is_exact(ink):
    assert shown(tones(COLORS, PARTS)[ink]) == ink.rgb


@pytest.mark.parametrize("number", range(len(PARTS)))
def test_the_nth_theme_leans_on_the_nth_accent_and_a_sixth_begins_again(number):
    found = tones(COLORS, PARTS)
    assert {found[ink].slot for ink in PARTS[number]} == {THEMES_SLOTS[number % 5]}


@pytest.mark.parametrize("ink", [ink for part in PARTS for ink in part], ids=lambda ink: ink.name)
def test_a_hue_never_passes_the_end_of_the_circle(ink):
    tone = tones(COLORS, PARTS)[ink]
    base = colorsys.rgb_to_hls(*(channel / 255 for channel in dict(zip(COLOR_SLOTS, COLORS, strict=True))[tone.slot].rgb))[0]
    assert 0 <= base + dict(tone.turns).get("hueOff", 0) / (360 * 60_000) <= 1


@pytest.mark.parametrize("part", PARTS[:5], ids=lambda part: part[0].name)
def test_a_tint_is_lighter_by_a_share_and_what_it_lacks_of_the_whole(part):
    for ink in part[1:]:
        turns = dict(tones(COLORS, PARTS)[ink].turns)
        assert turns["lumMod"] + turns["lumOff"] == 100_000


@pytest.mark.parametrize("ink", [RULE, QUIET, DEEP, FAINT])
def test_a_grey_leans_on_a_ground_or_on_text(ink):
    tone = nearest(ink, dict(zip(COLOR_SLOTS, COLORS, strict=True)))
    assert tone.slot in {"bg2", "tx2"}
    assert shown(tone) == ink.rgb


@settings(max_examples=200, deadline=None)
@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_any_colour_of_an_author_is_exact(rgb):
    ink = Ink("own", rgb, (0, 0, 0, 0))
    assert shown(nearest(ink, dict(zip(COLOR_SLOTS, COLORS, strict=True)))) == rgb


@pytest.fixture(scope="module")
def recoloured(gallery_folder, tmp_path_factory):
    """A deck with charts of every kind, and the same under another theme."""
    folder = tmp_path_factory.mktemp("colours")
    shutil.copy(gallery_folder / "deck.pptx", folder)
    with zipfile.ZipFile(folder / "deck.pptx") as old, zipfile.ZipFile(folder / "other.pptx", "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, other_theme(data) if name.startswith("ppt/theme/") else data)
    return folder


def other_theme(data):
    text = data.decode("utf-8")
    for slot, value in OTHERS.items():
        text = re.sub(rf'(<a:{slot}><a:srgbClr val=")[0-9A-F]{{6}}', rf"\g<1>{value}", text)
    return text.encode("utf-8")


def test_no_part_names_a_colour_by_value_but_the_theme(recoloured):
    with zipfile.ZipFile(recoloured / "deck.pptx") as archive:
        named = [name for name in archive.namelist() if name.endswith(".xml") and b"srgbClr" in archive.read(name)]
    assert [name for name in named if not name.startswith("ppt/theme/")] == []


def test_another_theme_leaves_no_colour_as_it_was(recoloured):
    before, after = (coloured(recoloured / name) for name in ("deck.pptx", "other.pptx"))
    assert len(before) > 12
    assert before & after == set()


def coloured(path):
    """Every colour of a deck: grounds, fills, strokes, letters, points of charts."""
    keys = {"fill", "stroke", "colour", "ground", "above", "below"}
    found = set()
    for sheet in read_deck(path).statement.sheets:
        facts = [*sheet.facts]
        for thing in sheet.things:
            if thing.kind is not Kind.NOTE:
                facts += [*thing.facts, *(fact for run in thing.runs for fact in run.facts)]
        found |= {str(value) for key, value in facts if key in keys}
    return found


@pytest.fixture(scope="module")
def pictures(recoloured, tool, tmp_path_factory):
    """The colours of the deck's slides as they are shown, each with the part of the slide that it takes."""
    return pixels(recoloured / "deck.pptx", tool("soffice"), tmp_path_factory.mktemp("pictures"))


def test_rendered_every_fill_is_its_ink(recoloured, pictures):
    """What another program makes of a tone: within two steps of each channel of a colour that was stated."""
    stated = {tuple(bytes.fromhex(one)) for one in coloured(recoloured / "deck.pptx")}
    for number, shown_here in enumerate(pictures, start=1):
        found = [ink for ink, share in shown_here.items() if share > FIELD_SHARE]
        far = [ink for ink in found if min(max(abs(a - b) for a, b in zip(ink, one, strict=True)) for one in stated) > 2]
        assert far == [], number


def test_rendered_no_old_colour_is_left(recoloured, pictures, tool, tmp_path):
    before, after = pictures, pixels(recoloured / "other.pptx", tool("soffice"), tmp_path)
    assert len(before) == len(after)
    for number, (old, new) in enumerate(zip(before, after, strict=True), start=1):
        left = {ink for ink in old.keys() & new.keys() if max(ink) - min(ink) > 30}
        assert left == set(), number


def pixels(path, soffice, folder):
    """The colours of every slide that fill more than edges do, each with the part that it fills."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)], check=True, timeout=240
    )
    pages = []
    for page in pypdfium2.PdfDocument(folder / f"{path.stem}.pdf"):
        picture = page.render(scale=1).to_pil().convert("RGB")
        counted = Counter(picture.get_flattened_data() if hasattr(picture, "get_flattened_data") else picture.getdata())
        whole = picture.width * picture.height
        pages.append({ink: count / whole for ink, count in counted.items() if count > LEAST_SHARE * whole})
    return pages


def test_a_colour_that_a_theme_of_greys_cannot_give_is_written_by_value():
    greys = {
        slot: Ink(slot, (level, level, level), (0, 0, 0, 0)) for slot, level in zip(COLOR_SLOTS, range(0, 240, 20), strict=True)
    }
    red = Ink("picture", (184, 50, 38), (0, 0, 0, 0))
    assert nearest(red, greys) is None
    assert nearest(red, greys | {"accent3": Ink("accent3", (200, 60, 40), (0, 0, 0, 0))}) is not None
