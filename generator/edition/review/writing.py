"""The review copy: blocks in; a Word document out, by zip and XML alone (ECMA-376 Part 1, 17), the same bytes for the same content.

Each block is a paragraph in a bookmark whose name says which it is and how it read; Word, WPS and LibreOffice keep bookmarks. A number
is a locked content control, shaded, its figure's name small and gray behind it: both have character styles of their own by which they
are known when they come back. Changes are tracked from the first key on.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.edition.review.blocks import Atom, Block

MARK, NUMBER, NAME = "jb_", "JBNumber", "JBName"
"""How bookmarks of blocks begin; the styles of a number and of its figure's name."""
LONGEST_TAG = 64
"""Characters that Word takes in a tag or a title of a content control."""

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
_HOW = (
    "请直接在文字上改，改动会自动留痕。改完存盘，交回编辑。",
    "有底色的是数字，后面的灰字是它的名字：数字由内容文件统一给出，请不要在这里改；不对的，请加批注。",
    "标题里的“ / ”是建议折行的地方，可以挪动。加粗、字号等格式不会带回去。",
)
_PARTS = {
    "report": "封面与版权说明", "about": "关于本报告", "overview": "数说", "themes": "主题", "history": "历程", "outlook": "展望",
    "closing": "结语", "sections": "其他部分",
}  # fmt: skip
_LABELS = {
    "title": "标题", "subtitle": "副题", "organization": "机构", "colophon": "版权说明", "name": "名称", "message": "主旨",
    "headline": "数据页标题", "text": "正文", "measure": "图题", "labels": "图中标签", "series": "系列", "pairs": "对照", "events": "大事",
    "because": "图注", "notes": "讲稿", "question": "可能的提问", "answer": "回答", "story": "故事", "brief": "故事一句话",
    "statement": "转述", "who": "转述者", "points": "要点", "charts": "图表", "remark": "说明",
    "by": "署名", "office": "职务", "awards": "奖项", "quotations": "引述", "rows": "指标", "code": "编号", "questions": "问题",
    "options": "答案", "reply": "寄到哪里", "pictures": "图片", "portrait": "肖像", "signature": "签名", "table": "表",
    "picture": "图片", "alt": "画面", "caption": "图注", "credit": "出处", "says": "图中的数", "logo": "标志",
}  # fmt: skip
"""What each key is to a reviser."""


def document(blocks: Iterable[Block], title: str) -> bytes:
    """Return the bytes of the review copy of some blocks."""
    body = "".join(_body(tuple(blocks), title))
    parts = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _relations(("officeDocument", "word/document.xml")),
        "word/document.xml": f"{_HEAD}<w:document {_W}><w:body>{body}{_PAGE}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(("styles", "styles.xml"), ("settings", "settings.xml")),
        "word/styles.xml": _STYLES,
        "word/settings.xml": f"{_HEAD}<w:settings {_W}><w:trackRevisions/></w:settings>",
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def _body(blocks: tuple[Block, ...], title: str) -> Iterator[str]:
    yield _paragraph("Title", _run(f"{title}：审稿"))
    yield from (_paragraph("JBHow", _run(line)) for line in _HOW)
    part, label = "", ""
    for number, block in enumerate(blocks, 1):
        if part != (part := _part(block)):
            yield _paragraph("Heading1", _run(part))
            label = ""
        if label != (label := _label(block)):
            yield _paragraph("JBLabel", _run(label))
        marks = f'w:id="{number}"'
        name = quoteattr(f"{MARK}{block.id}_{block.state}")
        runs = "".join(_atoms(block.atoms, number))
        style = {"heading": "Heading2", "item": "JBItem", "quote": "JBQuote"}.get(block.kind, "Normal")
        yield _paragraph(style, f"<w:bookmarkStart {marks} w:name={name}/>{runs}<w:bookmarkEnd {marks}/>")


def _part(block: Block) -> str:
    head, *rest = block.path
    return f"{_PARTS[str(head)]}{int(rest[0]) + 1}" if rest and isinstance(rest[0], int) else _PARTS[str(head)]


def _label(block: Block) -> str:
    """Return what a block is within its part: 图表2 · 主旨."""
    said = list[str]()
    for step in block.path[2 if block.path[0] in ("themes", "sections") else 1 :]:
        if isinstance(step, int) and said and block.path[-1] != step:
            said[-1] += str(step + 1)
        elif isinstance(step, str):
            said.append(_LABELS.get(step, step))
    return " · ".join(said)


def _atoms(atoms: Iterable[Atom], block: int) -> Iterator[str]:
    """Yield the runs of a block: words together, each number by itself."""
    words = ""
    for place, atom in enumerate(atoms):
        if not atom.figure:
            words += atom.text
            continue
        if words:
            yield _run(words)
        words = ""
        yield _number(atom, block * 1000 + place)
    if words:
        yield _run(words)


def _number(atom: Atom, own: int) -> str:
    name = quoteattr(atom.figure[:LONGEST_TAG])
    shown = _run(atom.text, NUMBER) + _run(atom.figure, NAME)
    kept = f'<w:alias w:val={name}/><w:tag w:val={name}/><w:id w:val="{own}"/><w:lock w:val="contentLocked"/>'
    return f"<w:sdt><w:sdtPr>{kept}</w:sdtPr><w:sdtContent>{shown}</w:sdtContent></w:sdt>"


def _run(text: str, style: str = "") -> str:
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _paragraph(style: str, runs: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def _relations(*related: tuple[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(related, 1)
    )
    return f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def _style(own: str, kind: str, name: str, inside: str, more: str = "") -> str:
    based = "" if own == "Normal" else '<w:basedOn w:val="Normal"/>' if kind == "paragraph" else ""
    return f'<w:style w:type="{kind}" w:styleId="{own}"{more}><w:name w:val="{name}"/>{based}<w:qFormat/>{inside}</w:style>'


def _look(size: int, *more: str) -> str:
    """Return the properties of runs, size in half points (17.3.2.38)."""
    return f'<w:rPr>{"".join(more)}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'


def _spacing(before: int, after: int, line: int = 300, more: str = "") -> str:
    """Return the spacing of paragraphs in twentieths of a point (17.3.1.33)."""
    return f'<w:pPr>{more}<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/></w:pPr>'


_GRAY, _BOLD = '<w:color w:val="808080"/>', "<w:b/>"
_FACES = '<w:rFonts w:ascii="Noto Sans SC" w:hAnsi="Noto Sans SC" w:eastAsia="Noto Sans SC" w:cs="Noto Sans SC"/>'
_DEFAULT = ' w:default="1"'
_STYLES = (
    f"{_HEAD}<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>{_FACES}"
    '<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>'
    + _style("Normal", "paragraph", "Normal", _spacing(0, 120, 340), _DEFAULT)
    + _style("Title", "paragraph", "Title", _spacing(0, 240) + _look(36, _BOLD))
    + _style("Heading1", "paragraph", "heading 1", _spacing(480, 120, 300, "<w:keepNext/>") + _look(28, _BOLD))
    + _style("Heading2", "paragraph", "heading 2", _spacing(180, 60, 300, "<w:keepNext/>") + _look(22, _BOLD))
    + _style("JBItem", "paragraph", "JBItem", _spacing(0, 60, 340, "") + _look(21))
    + _style("JBQuote", "paragraph", "JBQuote", '<w:pPr><w:ind w:left="420"/></w:pPr>' + _look(21))
    + _style("JBHow", "paragraph", "JBHow", _spacing(0, 40) + _look(18, _GRAY))
    + _style("JBLabel", "paragraph", "JBLabel", _spacing(160, 20, 240, "<w:keepNext/>") + _look(15, _GRAY))
    + _style(NUMBER, "character", NUMBER, '<w:rPr><w:shd w:val="clear" w:color="auto" w:fill="FDE9D0"/></w:rPr>')
    + _style(NAME, "character", NAME, _look(13, '<w:color w:val="999999"/>'))
    + "</w:styles>"
)
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1700" w:bottom="1440" w:left="1700" '
    'w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>'
)
_CONTENT_TYPES = (
    f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    f'<Default Extension="rels" ContentType="{_RELATIONS}"/><Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPES}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_TYPES}.settings+xml"/></Types>'
)
