"""How faults of access are planted: a tagged report altered by other hands, so that one rule is broken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

Alter = Callable[[Pdf], None]


def elements(pdf: Pdf, *roles: str) -> Iterator[Any]:
    """Yield the structure elements of some roles (all, where none is named) in their order."""

    def walk(one: Any) -> Iterator[Any]:
        if isinstance(one, Array):
            for kid in one:
                yield from walk(kid)
        elif isinstance(one, Dictionary) and "/S" in one:
            if not roles or str(one.S)[1:] in roles:
                yield one
            yield from walk(one.get("/K"))

    return walk(pdf.Root.StructTreeRoot.get("/K"))


def first(pdf: Pdf, *roles: str) -> Any:
    return next(elements(pdf, *roles))


def kids(one: Any) -> list[Any]:
    found = one.get("/K", Array([]))
    return list(found) if isinstance(found, Array) else [found]


def called(old: str, new: str, at: int = 0) -> Alter:
    """Return the alteration that gives an element of a role another."""

    def alter(pdf: Pdf) -> None:
        [*elements(pdf, old)][at].S = Name("/" + new)

    return alter


def within(role: str, *inside: str) -> Alter:
    """Return the alteration that makes an element one of a role, with an element of each of some roles in it, in place of its content."""

    def alter(pdf: Pdf) -> None:
        one = next(each for each in elements(pdf, "P") if isinstance(each.K, int))
        one.S = Name("/" + role)
        mark, page = one.K, one.Pg
        made = [pdf.make_indirect(Dictionary(S=Name("/" + kind), P=one)) for kind in inside]
        one.K = Array(made)
        made[0].K, made[0].Pg = mark, page
        back(pdf, one, made[0])

    return alter


def back(pdf: Pdf, old: Any, new: Any) -> None:
    """Have what leads back to an element lead to another."""
    for one in pdf.Root.StructTreeRoot.ParentTree.Nums:
        if isinstance(one, Array):
            for at, each in enumerate(one):
                if each.objgen == old.objgen:
                    one[at] = new


def without(role: str, key: str) -> Alter:
    """Return the alteration that takes an entry of the first element of a role away."""

    def alter(pdf: Pdf) -> None:
        del first(pdf, role)[key]

    return alter


def of_root(**entries: Any) -> Alter:
    """Return the alteration that gives the catalog entries, or takes them away (None)."""

    def alter(pdf: Pdf) -> None:
        for key, value in entries.items():
            if value is None:
                del pdf.Root[f"/{key}"]
            else:
                pdf.Root[f"/{key}"] = value

    return alter


def painted(pattern: bytes, new: bytes, page: int = 1) -> Alter:
    """Return the alteration of what a page paints, once."""

    def alter(pdf: Pdf) -> None:
        contents = pdf.pages[page - 1].Contents
        altered, count = re.subn(pattern, new, contents.read_bytes(), count=1, flags=re.DOTALL)
        assert count
        contents.write(altered)

    return alter


def in_metadata(pattern: bytes, new: bytes) -> Alter:
    def alter(pdf: Pdf) -> None:
        altered, count = re.subn(pattern, new, pdf.Root.Metadata.read_bytes(), count=1, flags=re.DOTALL)
        assert count
        pdf.Root.Metadata.write(altered)

    return alter


def font(pdf: Pdf) -> Any:
    return next(iter(pdf.pages[2].Resources.Font.values()))


def in_font(change: Callable[[Any], None]) -> Alter:
    return lambda pdf: change(font(pdf))


def in_descendant(change: Callable[[Any], None]) -> Alter:
    return lambda pdf: change(font(pdf).DescendantFonts[0])


def in_map(pattern: bytes, new: bytes) -> Alter:
    """Return the alteration of what the codes of a font stand for, all of them or one."""

    def alter(pdf: Pdf) -> None:
        found = font(pdf).ToUnicode
        altered, count = re.subn(pattern, new, found.read_bytes(), count=1)
        assert count
        found.write(altered)

    return alter


def shows(glyph: int) -> Alter:
    """Return the alteration by which every code of a font shows one glyph."""

    def alter(pdf: Pdf) -> None:
        font(pdf).DescendantFonts[0].CIDToGIDMap = Stream(pdf, glyph.to_bytes(2, "big") * 65536)

    return alter


def linked(pdf: Pdf) -> Any:
    """Return the first page with links."""
    return next(page for page in pdf.pages if "/Annots" in page)


def annotated(kind: str, role: str = "", **entries: Any) -> Alter:
    """Return the alteration that puts an annotation on a page with links, within an element of a role."""

    def alter(pdf: Pdf) -> None:
        page, tree = linked(pdf), pdf.Root.StructTreeRoot
        one = pdf.make_indirect(
            Dictionary(Type=Name.Annot, Subtype=Name("/" + kind), Rect=Array([100, 100, 120, 120]), F=4, **entries)
        )
        page.Annots.append(one)
        if role:
            document = first(pdf, "Document")
            made = pdf.make_indirect(
                Dictionary(S=Name("/" + role), P=document, K=Dictionary(Type=Name.OBJR, Obj=one, Pg=page.obj), Pg=page.obj)
            )
            document.K = Array([*kids(document), made])
            one.StructParent = int(tree.ParentTreeNextKey)
            tree.ParentTree.Nums.extend([one.StructParent, made])
            tree.ParentTreeNextKey = one.StructParent + 1

    return alter


def field(role: str = "", **entries: Any) -> Alter:
    """Return the alteration that puts a form with one field on a page."""
    put = annotated("Widget", role, FT=Name.Tx, T=String("a"), **entries)

    def alter(pdf: Pdf) -> None:
        put(pdf)
        pdf.Root.AcroForm = Dictionary(Fields=Array([linked(pdf).Annots[-1]]), DA=String("/F1 0 Tf 0 g"))

    return alter


def block(times: int, *, tagged: bool = False, **entries: Any) -> Alter:
    """Return the alteration by which the first page paints a block some times, `tagged` with what the page's first mark is."""

    def alter(pdf: Pdf) -> None:
        page = pdf.pages[0]
        inside = b"/P <</MCID 0>> BDC 0 0 9 9 re f EMC" if tagged else b"0 0 9 9 re f"
        form = Stream(pdf, inside, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]), **entries)
        page.Resources.XObject = Dictionary(Block=pdf.make_indirect(form))
        around = b"%s" if tagged else b"/Artifact BMC %s EMC "
        page.Contents.write(around % (b"/Block Do " * times) + page.Contents.read_bytes())

    return alter


def clip(**entries: Any) -> Alter:
    """Return the alteration that puts a film on a page."""
    media = Dictionary(Type=Name.MediaClip, S=Name.MCD, D=String("film"), **entries)
    action = Dictionary(S=Name.Rendition, OP=0, R=Dictionary(Type=Name.Rendition, S=Name.MR, C=media))

    def alter(pdf: Pdf) -> None:
        action.R.C = pdf.make_indirect(media)
        annotated("Screen", "Annot", Contents=String("影片"), A=action)(pdf)

    return alter


def attached(pdf: Pdf) -> None:
    """Carry a file along that has one of its names only."""
    stream = Stream(pdf, b"a", Type=Name.EmbeddedFile)
    given = Dictionary(Type=Name.Filespec, F=String("a.txt"), EF=Dictionary(F=pdf.make_indirect(stream)))
    pdf.Root.Names.EmbeddedFiles = Dictionary(Names=Array([String("a"), pdf.make_indirect(given)]))


def helvetica(pdf: Pdf) -> None:
    """Write with a font of one-byte codes that is not in the file."""
    page = pdf.pages[0]
    page.Resources.Font.Helv = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    )
    page.Contents.write(page.Contents.read_bytes() + b"\n/Artifact BMC BT /Helv 9 Tf 50 50 Td (a) Tj ET EMC")


def true_type(**entries: Any) -> Alter:
    """Return the alteration that writes with a TrueType font of one-byte codes."""

    def alter(pdf: Pdf) -> None:
        page, inner = pdf.pages[0], font(pdf).DescendantFonts[0]
        descriptor = pdf.make_indirect(Dictionary({key: inner.FontDescriptor[key] for key in inner.FontDescriptor}))
        page.Resources.Font.Single = pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.TrueType,
                BaseFont=Name.Single,
                FirstChar=65,
                LastChar=65,
                Widths=Array([500]),
                FontDescriptor=descriptor,
                **entries,
            )
        )
        descriptor.Flags = 4 if not entries else 32
        page.Contents.write(page.Contents.read_bytes() + b"\n/Artifact BMC BT /Single 9 Tf 50 50 Td (A) Tj ET EMC")

    return alter
