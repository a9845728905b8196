"""A content with a section of every kind, built by the command: what stands on page and slide, in order, read from the files."""

from __future__ import annotations

import re
import zipfile

import page as validation
import pikepdf
import pypdfium2
import pytest

from generator.diagnostics import Exit
from tests.conftest import ROOT
from tests.end_to_end.command import jianbao
from tests.pictures.drawn import saved, shaded

CONTENT = ROOT / "tests" / "contents" / "library.yaml"
OFFICE = "    office: 江畔图书馆馆长\n"
PICTURED = """\
    portrait: {file: 馆长.jpg, alt: 馆长在阅览室, caption: 摄于总馆, numbers: 无}
    signature: {file: 签名.png, alt: 馆长的签名, numbers: 无}
"""
GALLERY = """\
  - kind: pictures
    name: 一年的样子
    pictures:
      - {file: 馆长.jpg, alt: 闭馆后的大厅, caption: 大厅里的一盏灯, numbers: 无}
"""
ORDER = (
    "order: [overview, themes, 大事记, 馆长致辞, 获得的荣誉, 读者说, 服务一览, outlook, "
    "本报告怎样编成, 一年的样子, 指标索引, 读者意见]\n"
)


def written(folder, order: str = "") -> None:
    (folder / "馆长.jpg").write_bytes(saved(shaded(1200, 1600), "JPEG", quality=88))
    (folder / "签名.png").write_bytes(saved(shaded(900, 300), "PNG"))
    text = CONTENT.read_text("utf-8").replace(OFFICE, OFFICE + PICTURED)
    text = text.replace("  - kind: index\n", f"{GALLERY}  - kind: index\n")
    (folder / "content.yaml").write_text(f"{text}press: {{}}\n{order}", "utf-8")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sections")
    written(folder)
    done = jianbao("build", "--gray", "--booklet", cwd=folder)
    assert done.returncode == Exit.DONE, done.stdout + done.stderr
    return folder / "build"


@pytest.fixture(scope="module")
def pages(built) -> list[str]:
    return texts(built / "report.pdf")


def texts(path) -> list[str]:
    with pypdfium2.PdfDocument(path) as pdf:
        return [re.sub(r"\s+", "", sheet.get_textpage().get_text_range()) for sheet in pdf]


def slides(path) -> list[str]:
    with zipfile.ZipFile(path) as deck:
        names = sorted(
            (one for one in deck.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", one)),
            key=lambda one: int(re.sub(r"\D", "", one)),
        )
        return ["".join(re.findall(r"<a:t>([^<]*)</a:t>", deck.read(one).decode())) for one in names]


def place(texts_: list[str], *words: str) -> int:
    """The first page or slide after those of the contents on which all these words stand."""
    return next(at for at, text in enumerate(texts_, 1) if at > 3 and all(word in text for word in words))


def test_a_letter_ends_with_office_and_name(pages) -> None:
    letter = pages[place(pages, "各位读者") - 1]
    assert (
        letter.index("各位读者")
        < letter.index("谢谢每一位推门进来的人")
        < letter.index("江畔图书馆馆长")
        < letter.index("顾闻溪", letter.index("江畔图书馆馆长"))
    )
    assert "摄于总馆" in letter


def test_a_chronicle_stands_by_months(pages) -> None:
    chronicle = pages[place(pages, "江心岛分馆开放") - 1]
    order = ("2021年1月", "8日", "3月", "江心岛分馆开放", "21日", "6月", "9月", "12月", "31日")
    found, at = [], chronicle.index("从一座岛到一盏灯")
    for one in order:
        at = chronicle.index(one, at)
        found.append(at)
    assert found == sorted(found)


def test_awards_voices_tables_and_texts_have_their_words(pages) -> None:
    whole = "".join(pages)
    for words in (
        "市残疾人联合会",
        "电话里的声音每周三准时响起",
        "何女士，视障读者",
        "134万册次",
        "未经第三方鉴证",
        "大厅里的一盏灯",
    ):
        assert words in whole


def test_the_index_names_the_pages_that_tell_each_row(pages) -> None:
    page = next(text for text in pages if "GRI403-9" in text)
    rows = dict(re.findall(r"GRI(\d+-\d+)\D+?([\d、]+?)(?=GRI|\d*$)", page))
    injuries, letter = place(pages, "全年工伤2起"), place(pages, "各位读者")
    assert rows["403-9"] == str(injuries)
    assert rows["2-22"].startswith(str(letter))


def test_each_folio_of_the_index_leads_to_its_page(built, pages) -> None:
    at = next(at for at, text in enumerate(pages) if "GRI403-9" in text)
    with pikepdf.open(built / "report.pdf") as pdf:
        links = [str(one.A.D) if "/A" in one else str(one.Dest) for one in pdf.pages[at].Annots]
        names = {str(name) for name in pikepdf.NameTree(pdf.Root.Names.Dests)}
    assert len(links) >= 4
    assert set(links) <= names
    assert {f"page-{place(pages, '全年工伤2起')}"} <= set(links)


def test_the_form_has_its_questions_and_its_address(pages) -> None:
    form = next(text for text in pages if "您希望明年的报告写什么" in text)
    assert form.index("最关心哪一部分") < form.index("无障碍服务") < form.index("寄到")


def test_each_section_is_a_bookmark(built) -> None:
    with pypdfium2.PdfDocument(built / "report.pdf") as pdf:
        titles = [one.get_title() for one in pdf.get_toc()]
    names = (
        "馆长致辞",
        "数说这一年",
        "展望",
        "大事记",
        "获得的荣誉",
        "读者说",
        "服务一览",
        "本报告怎样编成",
        "一年的样子",
        "指标索引",
        "读者意见",
    )
    assert [one for one in titles if one in names] == list(names)
    assert "" not in titles


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_the_report_is_tagged_and_archived_by_the_rules(built, profile) -> None:
    report = validation.validate_pdf(str(built / "report.pdf"), profile=profile)
    assert report.is_compliant, report.failures


def test_the_deck_has_letter_chronicle_awards_voices_and_neither_index_nor_form(built) -> None:
    found = slides(built / "deck.pptx")
    letter = place(found, "是为晚归的人留的")
    assert "顾闻溪　江畔图书馆馆长" in found[letter - 1]
    order = [
        letter,
        place(found, "夜读", "3200"),
        place(found, "江心岛分馆开放"),
        place(found, "市残疾人联合会"),
        place(found, "窗的桌子"),
        place(found, "电话里的声音"),
    ]
    assert order == sorted(order)
    assert not any("GRI" in one or "您希望明年的报告写什么" in one for one in found)


def test_the_order_is_the_authors_in_both(tmp_path) -> None:
    written(tmp_path, ORDER)
    done = jianbao("build", cwd=tmp_path)
    assert done.returncode == Exit.DONE, done.stdout + done.stderr
    for found in (texts(tmp_path / "build" / "report.pdf"), slides(tmp_path / "build" / "deck.pptx")):
        marks = (
            "江心岛分馆开放，",
            "晚归的人留的",
            "市残疾人联合会",
            "电话里的声音",
            "156万人次14个",
            "一公里缩短",
            "未经第三方鉴证",
            "大厅里的一盏灯",
        )
        places = [
            next(at for at, text in enumerate(found) if at > 2 and one in text)
            for one in marks
            if any(one in text for text in found)
        ]
        assert places == sorted(places)
        assert len(places) >= len(marks) - 1
