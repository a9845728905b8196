"""The record of an audit: every rule stands on it once, whatever its length, and the last page has room for a signature."""

from __future__ import annotations

from dataclasses import replace

import page as validation
import pypdfium2
import pytest

from generator import auditing
from generator.diagnostics import said
from generator.fonts.library import Library
from generator.inspection.audit.model import Audit, Finding, Verdict
from generator.layout.record.model import Line, Mood, Record
from generator.layout.record.pages import book
from generator.messages.catalog import catalog
from generator.writers.pdf import document

LINE = Line(Mood.GOOD, "合格", "第{}条规则", "查到{}处", "1–3", "ISO 1")
RECORD = Record(
    "印前检查单", "合格", Mood.GOOD, "3 条合格", (("文件", "report-print.pdf"), ("SHA-256", "0f" * 32)),
    ("结果", "规则", "查到", "页", "依据"), (), ("检查人", "日期", "签字"), "zh-CN",
)  # fmt: skip


def texts(record: Record, folder) -> list[str]:
    """Return what each page says, line ends left out."""
    library = Library.open()
    document.write(book(record, library), library, folder / "record.pdf")
    pdf = pypdfium2.PdfDocument(folder / "record.pdf")
    try:
        return ["".join(page.get_textpage().get_text_range().split()) for page in pdf]
    finally:
        pdf.close()


def lines(count: int, **more: str) -> tuple[Line, ...]:
    return tuple(replace(LINE, rule=f"第{at}条规则。", found=f"查到{at}处。", **more) for at in range(1, count + 1))


@pytest.mark.parametrize("count", [1, 3, 31, 87, 200])
def test_every_rule_stands_on_it_once_with_what_was_found(count, tmp_path) -> None:
    pages = texts(replace(RECORD, lines=lines(count)), tmp_path)
    whole = "".join(pages)
    assert [whole.count(f"第{at}条规则。") for at in range(1, count + 1)] == [1] * count
    assert [whole.count(f"查到{at}处。") for at in range(1, count + 1)] == [1] * count
    assert all("规则查到页依据" in page for page in pages)
    assert [page.endswith(f"{at}/{len(pages)}") for at, page in enumerate(pages, 1)] == [True] * len(pages)


def test_title_verdict_and_digest_stand_on_the_first_page_and_the_signature_on_the_last(tmp_path) -> None:
    pages = texts(replace(RECORD, lines=lines(87)), tmp_path)
    assert len(pages) > 1
    assert ["印前检查单" in page and "0f" * 32 in page for page in pages] == [True] + [False] * (len(pages) - 1)
    assert ["签字" in page for page in pages] == [False] * (len(pages) - 1) + [True]


def test_a_text_takes_the_lines_that_it_needs(tmp_path) -> None:
    long = "“" + "很长的文字，" * 40 + "”"
    pages = texts(replace(RECORD, lines=tuple(replace(one, found=long) for one in lines(5))), tmp_path)
    assert "".join(pages).count("很长的文字，" * 40) == 5


def test_a_character_that_no_face_has_is_shown_as_unknown(tmp_path) -> None:
    (page,) = texts(replace(RECORD, facts=(("文件", "甲\ue000\U0001f600乙.pdf"),), lines=lines(1)), tmp_path)
    assert "甲??乙.pdf" in page


def test_it_has_the_same_bytes_each_time(tmp_path) -> None:
    made = []
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        texts(replace(RECORD, lines=lines(31)), tmp_path / name)
        made.append((tmp_path / name / "record.pdf").read_bytes())
    assert made[0] == made[1]


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_it_is_for_every_reader_itself(profile, tmp_path) -> None:
    texts(replace(RECORD, lines=(*lines(80), replace(LINE, mood=Mood.BAD, pages=""), replace(LINE, mood=Mood.IDLE))), tmp_path)
    assert [str(one) for one in validation.validate_pdf(str(tmp_path / "record.pdf"), profile=profile).failures] == []


def test_rules_with_nothing_to_ask_of_for_one_reason_share_a_row_at_the_end() -> None:
    def finding(rule: str, clause: str, verdict: Verdict, found: str) -> Finding:
        return Finding(rule, clause, verdict, said(found))

    findings = (
        finding("press.picture-colours", "ISO 1", Verdict.IDLE, "press-found.no-pictures"),
        finding("press.hairlines", "ISO 2", Verdict.KEPT, "press-found.opaque"),
        finding("press.resolution", "ISO 3", Verdict.IDLE, "press-found.no-pictures"),
    )
    made = auditing.record(auditing.Audited(Audit("press", "a.pdf", findings), 1, "0f", "a"), catalog("zh"))
    assert [(line.verdict, line.clause) for line in made.lines] == [("合格", "ISO 2"), ("未涉及", "ISO 1；ISO 3")]
    assert made.lines[1].rule == "图片都是四色或灰度；图片按印出的大小至少 300 点/英寸"
