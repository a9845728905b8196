"""Review and take: a content goes out as a Word copy and comes back piece by piece; no number is taken, and nothing is taken unseen."""

from __future__ import annotations

import re
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.reader import read_with_nodes
from generator.diagnostics import BuildError, Exit
from generator.edition.review import job
from generator.edition.review.blocks import blocks
from generator.edition.review.restoring import source
from generator.edition.review.taking import restorer
from generator.edition.review.word import Token, revised
from tests.conftest import ROOT
from tests.end_to_end.command import jianbao

SAMPLE = (ROOT / "content.yaml").read_text("utf-8")
DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
FIRST = "面对疫情，阿里巴巴第一时间投入资金和技术。"
DELETED = '<w:rPr><w:del w:id="90" w:author="a"/></w:rPr>'


@pytest.fixture
def sent(tmp_path):
    """A folder with the sample and its review copy."""
    (tmp_path / "content.yaml").write_text(SAMPLE, "utf-8")
    job.send(tmp_path / "content.yaml", tmp_path / "审稿.docx")
    return tmp_path


def edited(folder, *changes, part=DOCUMENT, **more: bytes):
    """Return the copy with characters of its XML exchanged, each once, and parts added."""
    source, target = zipfile.ZipFile(folder / "审稿.docx"), folder / "改.docx"
    with zipfile.ZipFile(target, "w") as made:
        for name in source.namelist():
            data = source.read(name).decode()
            for old, new in changes if name == part else ():
                assert old in data, old
                data = data.replace(old, new, 1)
            made.writestr(name, data)
        for name, data in more.items():
            made.writestr(name, data)
    return target


def taken(folder, *changes, only=None):
    return job.taken(folder / "content.yaml", edited(folder, *changes), only, None)


def changed(made) -> dict[str, str]:
    """Return the lines of the content that would change, old and new."""
    old, new = made.old.splitlines(), made.new.splitlines()
    return {one.strip(): other.strip() for one, other in zip(old, new, strict=True) if one != other}


def keys(made) -> list[str]:
    return [one.says.key for one in made.told]


def test_the_copy_says_every_block_as_it_is_printed(sent) -> None:
    opened = read_with_nodes(sent / "content.yaml").value
    assert opened
    own, back = blocks(opened), revised(sent / "审稿.docx")
    assert [one.printed for one in own] == [back[one.id].words for one in own]
    numbers = [token for one in own for line in back[one.id].paragraphs for token in line if token.is_number]
    assert len(numbers) == sum(bool(atom.figure) for one in own for atom in one.atoms)
    assert all(token.figure for token in numbers)


def test_each_block_knows_the_author_s_own_characters(sent) -> None:
    opened = read_with_nodes(sent / "content.yaml").value
    assert opened
    for one in blocks(opened):
        assert "".join(atom.source for atom in one.atoms) == one.scalar.text[one.start : one.end]
        assert source(one.atoms, one.atoms) == one.scalar.text[one.start : one.end]


def test_a_copy_that_nobody_touched_changes_no_byte(sent) -> None:
    made = taken(sent)
    assert (made.pieces, made.told, made.new) == ((), (), made.old)


def test_the_same_content_makes_the_same_copy(sent, tmp_path) -> None:
    job.send(sent / "content.yaml", tmp_path / "再.docx")
    assert (tmp_path / "再.docx").read_bytes() == (sent / "审稿.docx").read_bytes()


def test_wording_is_taken_and_its_references_stay(sent) -> None:
    made = taken(sent, ("第一时间投入资金和技术", "很快拿出资金和技术"))
    [(old, new)] = changed(made).items()
    assert new == old.replace("第一时间投入资金和技术", "很快拿出资金和技术")
    assert made.new.count("【抗疫投入】") == SAMPLE.count("【抗疫投入】")


def test_pieces_are_taken_by_their_numbers(sent) -> None:
    edits = (("第一时间投入资金和技术", "很快拿出资金和技术"), ("减碳写进了", "减碳写到了"))
    assert len(changed(taken(sent, *edits))) == 2
    assert next(iter(changed(taken(sent, *edits, only=frozenset({2}))).values())).startswith("减碳写到了")
    with pytest.raises(BuildError) as refused:
        taken(sent, *edits, only=frozenset({3}))
    assert refused.value.stage is Exit.USAGE


@pytest.mark.parametrize(
    ("old", "new", "key", "values"),
    [
        (">近34亿元<", ">近35亿元<", "take.number-edited", {"figure": "抗疫投入", "was": "近34亿元", "now": "近35亿元"}),
        (">2亿件<", ">2亿多件<", "take.number-edited", {"figure": "捐赠物资"}),
        ("第一时间投入资金", "第一时间投入30亿元资金", "take.number-typed", {"number": "30亿元"}),
        ("第一时间投入资金", "第一时间为5425个村投入资金", "take.number-known", {"number": "5425个", "figure": "淘宝村@2020年"}),
    ],
)
def test_a_number_is_told_with_its_figure_and_never_taken(sent, old, new, key, values) -> None:
    made = taken(sent, (old, new))
    assert made.new == made.old
    assert keys(made) == [key]
    assert values.items() <= dict(made.told[0].says.values).items()


def test_a_number_typed_over_without_its_mark_is_told_with_the_figure_in_whose_place_it_stands(sent) -> None:
    number = r"<w:sdt>(?:(?!</w:sdt>).)*近34亿元(?:(?!</w:sdt>).)*</w:sdt>"
    xml = zipfile.ZipFile(sent / "审稿.docx").read(DOCUMENT).decode()
    [whole] = re.findall(number, xml)[:1]
    made = taken(sent, (whole, "<w:r><w:t>近35亿元</w:t></w:r>"))
    assert made.new == made.old
    assert dict(made.told[0].says.values) == {"figure": "抗疫投入", "was": "近34亿元", "now": "近35亿元"}
    assert taken(sent, (whole, "<w:r><w:t>近34亿元</w:t></w:r>")).pieces == ()


def test_a_date_is_taken_and_its_digits_told(sent) -> None:
    made = taken(sent, ("2020年4月，“春雷计划”时隔", "2021年4月，“春雷计划”时隔"))
    assert keys(made) == ["take.digits"]
    assert len(changed(made)) == 1


def test_a_number_left_out_is_taken_and_told(sent) -> None:
    xml = zipfile.ZipFile(sent / "审稿.docx").read(DOCUMENT).decode()
    whole = re.findall(r"<w:r><w:t xml:space=\"preserve\">，送出物资</w:t></w:r><w:sdt>.*?</w:sdt>", xml)[0]
    made = taken(sent, (whole, ""))
    assert keys(made) == ["take.lost"]
    assert len(changed(made)) == 1


def test_tracked_changes_are_read_as_accepted(sent) -> None:
    run = f'<w:r><w:t xml:space="preserve">{FIRST}'
    kept = '<w:r><w:t xml:space="preserve">'
    inserted = '<w:ins w:id="91" w:author="a"><w:r><w:t>在第一线，</w:t></w:r></w:ins>'
    deleted = f'<w:del w:id="92" w:author="a"><w:r><w:delText>{FIRST}</w:delText></w:r></w:del>'
    moved = '<w:moveFrom w:id="93" w:author="a"><w:r><w:t>旧</w:t></w:r></w:moveFrom>'
    made = taken(sent, (run, f"{deleted}{moved}{inserted}{kept}"))
    [(old, new)] = changed(made).items()
    assert new == old.replace(FIRST, "在第一线，")


def test_a_paragraph_deleted_and_one_put_in_are_taken(sent) -> None:
    xml = zipfile.ZipFile(sent / "审稿.docx").read(DOCUMENT).decode()
    first, second = (one for one in re.findall(r"<w:p>.*?</w:p>", xml) if "全部数字出自" in one or "本摘要依据" in one)
    made = taken(sent, (second, ""), (first, f"{first}<w:p><w:r><w:t>新的一段。</w:t></w:r></w:p>"))
    assert (
        "  colophon: |\n    本摘要依据公开报道编写，只整理其中的事实与数字，不代表发布方的立场。\n\n    新的一段。\n\nsources:"
        in made.new
    )


def test_a_deleted_mark_joins_two_blocks_and_is_told(sent) -> None:
    xml = zipfile.ZipFile(sent / "审稿.docx").read(DOCUMENT).decode()
    first = next(one for one in re.findall(r"<w:p>.*?</w:p>", xml) if "本摘要依据" in one)
    made = taken(sent, (first, first.replace("</w:pPr>", f"{DELETED}</w:pPr>")))
    assert made.new == made.old
    assert set(keys(made)) == {"take.joined"}


def test_words_before_the_first_and_behind_the_last_character_belong_to_the_block(sent) -> None:
    xml = zipfile.ZipFile(sent / "审稿.docx").read(DOCUMENT).decode()
    line = next(one for one in re.findall(r"<w:p>.*?</w:p>", xml) if FIRST in one)
    put = line.replace("<w:bookmarkStart", "<w:r><w:t>前</w:t></w:r><w:bookmarkStart").replace(
        "</w:p>", "<w:r><w:t>后</w:t></w:r></w:p>"
    )
    [(old, new)] = changed(taken(sent, (line, put))).items()
    assert new == f"前{old}后"


def test_styles_are_known_by_their_names_whatever_ids_another_program_gives_them(sent) -> None:
    file = edited(sent, ('w:styleId="JBNumber"', 'w:styleId="17"'), ('w:styleId="JBName"', 'w:styleId="18"'), part=STYLES)
    xml = zipfile.ZipFile(file).read(DOCUMENT).decode().replace('"JBNumber"', '"17"').replace('"JBName"', '"18"')
    other = sent / "另.docx"
    with zipfile.ZipFile(other, "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr(DOCUMENT, re.sub("</?w:sdt(?:Pr|Content)?>|<w:(?:alias|tag|id|lock) [^>]*>", "", xml))
        made.writestr(STYLES, zipfile.ZipFile(file).read(STYLES))
    assert revised(other) == revised(sent / "审稿.docx")


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def test_comments_and_notes_are_told_where_they_stand_and_never_taken(sent) -> None:
    said = "<w:p><w:r><w:t>数要</w:t></w:r><w:r><w:t>核</w:t></w:r></w:p>"
    comments = f'<w:comments {W}><w:comment w:id="3" w:author="林青">{said}</w:comment></w:comments>'
    noted = '<w:footnote w:id="7"><w:p><w:r><w:t>含补贴</w:t></w:r></w:p></w:footnote>'
    notes = f'<w:footnotes {W}><w:footnote w:id="0"><w:p/></w:footnote>{noted}</w:footnotes>'
    run = f'<w:r><w:t xml:space="preserve">{FIRST}'
    marks = '<w:commentRangeStart w:id="3"/><w:r><w:footnoteReference w:id="7"/></w:r><w:r><w:commentReference w:id="3"/></w:r>'
    parts = {"word/comments.xml": comments.encode(), "word/footnotes.xml": notes.encode()}
    made = job.taken(sent / "content.yaml", edited(sent, (run, f"{marks}{run}"), **parts), None, None)
    assert (made.pieces, made.new) == ((), made.old)
    at = SAMPLE[: SAMPLE.index(FIRST)].count("\n") + 1
    told = {one.says.key: (dict(one.says.values)["text"], one.span and one.span.line) for one in made.told}
    assert told == {"take.comment": ("数要核", at), "take.note": ("含补贴", at)}


def blocks_of_two(sent) -> tuple[str, str]:
    xml = zipfile.ZipFile(sent / "审稿.docx").read(DOCUMENT).decode()
    first, second = (one for one in re.findall(r"<w:p>.*?</w:p>", xml) if "全部数字出自" in one or "本摘要依据" in one)
    return first, second


def test_a_block_that_came_back_in_another_place_is_told(sent) -> None:
    first, second = blocks_of_two(sent)
    made = taken(sent, (first + second, second + first))
    assert (made.pieces, keys(made)) == ((), ["take.moved"])


def test_a_paragraph_moved_with_its_mark_leaves_one_place_and_comes_to_another(sent) -> None:
    first, second = blocks_of_two(sent)
    words = "本摘要依据公开报道编写，只整理其中的事实与数字，不代表发布方的立场。"
    away = first.replace(
        "</w:pPr>", '<w:rPr><w:moveFrom w:id="8" w:author="a"/></w:rPr></w:pPr><w:moveFromRangeStart w:id="5" w:name="move1"/>'
    )
    away = away.replace("<w:r>", '<w:moveFrom w:id="6" w:author="a"><w:r>').replace("</w:r>", "</w:r></w:moveFrom>")
    mark = '<w:pPr><w:rPr><w:moveTo w:id="9" w:author="a"/></w:rPr></w:pPr>'
    come = f'<w:p>{mark}<w:moveTo w:id="7" w:author="a"><w:r><w:t>{words}</w:t></w:r></w:moveTo></w:p>'
    made = taken(sent, (first + second, away + second + come))
    last = "全部数字出自同一份内容文件，并已逐一核对：报告、幻灯片与数据底表所写一致。"
    assert f"  colophon: |\n    {last}\n\n    {words}\n\nsources:" in made.new


def test_a_table_put_in_with_its_changes_tracked_is_words_after_the_block(sent) -> None:
    first, _ = blocks_of_two(sent)
    gone = '<w:del w:id="1" w:author="a"><w:r><w:delText>旧</w:delText></w:r></w:del>'
    cell = f'<w:tc><w:p>{gone}<w:ins w:id="2" w:author="a"><w:r><w:t>新</w:t></w:r></w:ins></w:p></w:tc>'
    row = '<w:tr><w:trPr><w:del w:id="4" w:author="a"/></w:trPr><w:tc><w:p><w:r><w:t>删去的行</w:t></w:r></w:p></w:tc></w:tr>'
    made = taken(sent, (first, f"{first}<w:tbl><w:tr>{cell}</w:tr>{row}</w:tbl>"))
    assert "立场。\n\n    新\n\n" in made.new
    assert "删去的行" not in made.new


RUN, HEAD = f'<w:r><w:t xml:space="preserve">{FIRST[:4]}', "<w:document "
REST = '<w:t xml:space="preserve">对疫情'
FONTS = '<w:rPr><w:rFonts w:hint="eastAsia"/><w:lang w:eastAsia="zh-CN"/></w:rPr>'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
WPS = 'xmlns:wps="http://www.wps.cn/officeDocument/2013/wpsCustomData" mc:Ignorable="wps" '


@pytest.mark.parametrize(
    ("own", "others"),
    [
        (
            RUN,
            f'<w:proofErr w:type="spellStart"/><w:r w:rsidR="00A1">{FONTS}<w:t>面</w:t></w:r><w:r><w:lastRenderedPageBreak/>{REST}',
        ),
        (
            RUN,
            f'<w:bookmarkStart w:id="900" w:name="_GoBack"/><w:bookmarkEnd w:id="900"/><w:r><w:t>面</w:t></w:r><w:r><w:rPr/>{REST}',
        ),
        (RUN, f'<w:smartTag w:element="x"><w:r><w:t>面</w:t></w:r></w:smartTag><w:r>{REST}'),
        (HEAD, f"{HEAD}{MC} {WPS}"),
    ],
    ids=["Word", "Writer", "old Word", "WPS"],
)
def test_what_programs_put_round_words_changes_none(sent, own, others) -> None:
    xml = zipfile.ZipFile(sent / "审稿.docx").read(DOCUMENT).decode()
    assert own in xml
    made = taken(sent, (own, others))
    assert (made.pieces, made.told) == ((), ())


def test_what_changed_in_the_content_meanwhile_is_not_taken(sent) -> None:
    file = edited(sent, ("第一时间投入资金和技术", "很快拿出资金和技术"), ("减碳写进了", "减碳写到了"))
    content = sent / "content.yaml"
    content.write_text(SAMPLE.replace("第一时间投入资金和技术", "马上投入资金和技术"), "utf-8")
    made = job.taken(content, file, None, None)
    assert keys(made) == ["take.both"]
    assert next(iter(changed(made).values())).startswith("减碳写到了")


def test_a_point_deleted_or_split_is_told_and_left_alone(sent) -> None:
    xml = zipfile.ZipFile(sent / "审稿.docx").read(DOCUMENT).decode()
    point = next(one for one in re.findall(r"<w:p>.*?</w:p>", xml) if "“小棉袄计划”关爱老年人的数字生活<" in one)
    assert keys(taken(sent, (point, ""))) == ["take.gone"]
    assert keys(taken(sent, (point, f"{point}<w:p><w:r><w:t>又一条</w:t></w:r></w:p>"))) == ["take.several"]


def test_brackets_typed_in_word_are_words(sent) -> None:
    made = taken(sent, ("第一时间投入资金和技术", "第一时间投入【资金】"))
    assert r"第一时间投入\【资金\】" in made.new
    assert not read_errors(sent, made.new)


def read_errors(folder, text: str) -> list[str]:
    (folder / "新.yaml").write_text(text, "utf-8")
    return [one.code for one in read_with_nodes(folder / "新.yaml").diagnostics]


@pytest.mark.parametrize(
    "hostile",
    [
        {"word/vbaProject.bin": b"macro"},
        {"word/vbaData.xml": b"<a/>"},
    ],
    ids=["macros", "macro data"],
)
def test_macros_are_refused(sent, hostile) -> None:
    with pytest.raises(BuildError) as refused:
        job.taken(sent / "content.yaml", edited(sent, **hostile), None, None)
    assert (refused.value.stage, refused.value.diagnostics[0].says.key) == (Exit.CONTENT, "take.unreadable")


BOMB = '<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document'


@pytest.mark.parametrize(
    "changes",
    [
        (("<w:document", BOMB),),
        (("<w:body>", "<w:body><w:p>"),),
        (("jb_", "xx_"),) * 181,
    ],
    ids=["document type", "broken", "no copy"],
)
def test_a_hostile_or_foreign_file_is_refused(sent, changes) -> None:
    with pytest.raises(BuildError) as refused:
        taken(sent, *changes)
    assert refused.value.stage is Exit.CONTENT


def test_what_unpacks_to_more_than_a_text_is_refused(sent) -> None:
    bomb = sent / "b.docx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr(DOCUMENT, b" " * 70_000_000)
    with pytest.raises(BuildError):
        job.taken(sent / "content.yaml", bomb, None, None)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"not a zip"], ids=["empty", "cut", "text"])
def test_a_file_that_is_no_document_is_refused(sent, data) -> None:
    (sent / "x.docx").write_bytes(data)
    with pytest.raises(BuildError):
        job.taken(sent / "content.yaml", sent / "x.docx", None, None)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_is_done_to_the_words_every_number_printed_keeps_its_reference(data) -> None:
    own, made = OWN
    block = data.draw(st.sampled_from(own))
    atoms = list(block.atoms)
    for _edit in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(atoms)))
        if data.draw(st.booleans()):
            atoms[at:at] = [
                type(atoms[0])(char, char) for char in data.draw(st.text(st.sampled_from("甲乙，。“”【】*\\/"), max_size=4))
            ]
        elif at < len(atoms) and not atoms[at].figure:
            del atoms[at]
    line = [Token(one.text, one.figure, is_number=bool(one.figure)) for one in atoms]
    told = made.restored(block, line)
    assert [one.figure for one in told.atoms if one.figure] == [one.figure for one in atoms if one.figure]
    written = source(block.atoms, told.atoms)
    assert written is None or [f"【{one.figure}】" for one in atoms if one.figure] == re.findall(r"(?<!\\)【[^】]*】", written)


def _own():
    opened = read_with_nodes(ROOT / "content.yaml").value
    assert opened
    own = blocks(opened)
    return [one for one in own if one.atoms], restorer(opened.report, own)


OWN = _own()


def test_the_commands_send_show_and_take(tmp_path) -> None:
    (tmp_path / "content.yaml").write_text(SAMPLE, "utf-8")
    assert jianbao("review", cwd=tmp_path).returncode == Exit.DONE
    file = edited(tmp_path, ("第一时间投入资金和技术", "很快拿出资金和技术"), (">近34亿元<", ">近35亿元<"))
    shown = jianbao("--lang", "zh", "take", file.name, cwd=tmp_path)
    assert (shown.returncode, (tmp_path / "content.yaml").read_text("utf-8")) == (Exit.DONE, SAMPLE)
    assert "`抗疫投入` 的数改了：`近34亿元` → `近35亿元`；数字不从这里取 [take]" in shown.stderr
    assert "+      面对疫情，阿里巴巴很快拿出资金和技术。" in shown.stdout
    written = jianbao("take", file.name, "--only", "1", "--write", cwd=tmp_path)
    assert written.returncode == Exit.DONE
    assert (tmp_path / "content.yaml").read_text("utf-8") == SAMPLE.replace("第一时间投入资金和技术", "很快拿出资金和技术")
    assert jianbao("take", file.name, "--only", "甲", cwd=tmp_path).returncode == Exit.USAGE
