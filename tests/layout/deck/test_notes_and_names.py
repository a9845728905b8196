"""Notes on every slide, names and text alternatives for those who cannot see it, placeholders that the master has."""

from generator.layout.deck.slide import ChartBox, TableBox
from tests.layout.deck.deck_making import boxes, drawings, titled


def lines(slide):
    return ["".join(run.text for run in paragraph.runs) for paragraph in slide.notes]


def test_every_slide_has_script_time_sources_and_a_likely_question(deck):
    for slide in deck.slides:
        told = lines(slide)
        assert told[0] == "讲稿"
        assert told[1]
        assert "来源" in told
        assert any(line.startswith("时长：") and len(line) > len("时长：") for line in told)
        assert any(line.startswith("可能的提问：") and len(line) > len("可能的提问：") for line in told)


def test_the_key_figures_slide_speaks_the_authors_words(report, deck):
    talk = report.themes[1].talk
    told = lines(titled(deck, report.themes[1].headline))
    assert "".join(run.text for run in talk.script[0].text) in told
    assert "可能的提问：" + "".join(run.text for run in talk.question) in told


def test_where_no_key_figures_are_shown_the_divider_speaks_the_authors_words(report, deck):
    told = lines(titled(deck, report.themes[3].message))
    assert "".join(run.text for run in report.themes[3].talk.script[0].text) in told


def test_numbers_in_the_notes_keep_their_use(report, deck):
    uses = {run.use for paragraph in titled(deck, report.themes[1].headline).notes for run in paragraph.runs if run.use}
    assert {run.use for paragraph in report.themes[1].talk.script for run in paragraph.text if run.use} <= uses


def test_names_are_unique_on_a_slide(deck):
    for slide in deck.slides:
        names = [item.name for item in slide.items]
        assert len(set(names)) == len(names)


def test_tables_charts_and_drawings_say_what_they_show(deck):
    for slide in deck.slides:
        for item in slide.items:
            if isinstance(item, TableBox | ChartBox) or item in drawings(slide):
                assert len(item.alt) > 10


def test_every_placeholder_belongs_to_the_slides_layout(deck):
    known = {layout.name: {spec.name for spec in layout.placeholders} for layout in deck.master.layouts}
    for slide in deck.slides:
        used = [item.placeholder for item in boxes(slide) if item.placeholder]
        assert set(used) <= known[slide.layout]
        assert len(set(used)) == len(used)


def test_the_footer_names_organization_and_edition(deck):
    for slide in deck.slides[1:]:
        footer = next(item for item in boxes(slide) if item.placeholder == "footer")
        told = "".join(run.text for run in footer.paragraphs[0].runs)
        assert told == "阿里巴巴集团　2020—2021"


def test_the_master_gives_both_fonts_and_twelve_colours(deck):
    assert (deck.master.major_font, deck.master.minor_font) == ("Noto Serif SC", "Noto Sans SC")
    assert len(deck.master.colors) == 12
