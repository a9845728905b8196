"""Is the file of the right shape? Nodes in; unknown keys, missing fields, wrong types and choices as diagnostics out.

The shape itself is `schema`; here pydantic's findings are told with place and cure.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, get_args

from pydantic import ValidationError

from generator.content.nodes import Mapping, Node, Scalar, Sequence
from generator.content.schema import SECTIONS, TAGS, Content, Own, Shape, described
from generator.content.slip import Slip, tell
from generator.content.slips.spelling import did_you_mean, in_english
from generator.diagnostics import Sink, Span, Words, said

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Plain = str | None | list[Any] | dict[str, Any]

_TEXT, _MAPPING = ("kind.text", "wrong-type.write-text"), ("kind.mapping", "wrong-type.write-mapping")
_WANTED = {
    "list_type": ("kind.list", "wrong-type.write-list"),
    "dict_type": _MAPPING,
    "model_type": _MAPPING,
    "int_parsing": ("kind.whole-number", ""),
    "int_type": ("kind.whole-number", ""),
    "greater_than_equal": ("kind.number-from-0", ""),
    "less_than_equal": ("kind.number-to-12", ""),
}
"""What must stand there instead, and the cure, by pydantic's name for the fault; a text where none is named."""

_PICTURES = frozenset("picture pictures photo photos image images img 图片 照片 相片 插图 配图 图像".split())  # noqa: SIM905  # words read better than a list


def check(root: Mapping, sink: Sink) -> None:
    """Record every fault of shape."""
    try:
        Content.model_validate(plain(root))
    except ValidationError as faults:
        found = faults.errors(include_url=False, include_context=True)
        for fault in found:
            fault["loc"] = tuple(part for part in _branched(fault["loc"]) if part not in TAGS)
            _of_kind(fault)
        outdented = _outdented(root, found)
        for key, owner in outdented.items():
            tell(*_lost_indent(root, key, owner), sink)
        told = {*outdented, *outdented.values()}
        found = [fault for fault in found if not any(fault["loc"][: len(loc)] == loc for loc in told)]
        meant = _meant(found)
        for fault in sorted(found, key=lambda one: _walk(root, one["loc"])[1]):
            if not (fault["type"] == "missing" and fault["loc"] in meant.values()):
                node, span = _walk(root, fault["loc"])
                tell(_slip(fault, node, meant.get(fault["loc"])), _place(fault, node, span), sink)


def plain(node: Node) -> Plain:
    """Return a node as strings, lists and dicts; nothing at all (an empty value) is None."""
    if isinstance(node, Scalar):
        return node.text or ("" if node.style else None)
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {entry.key.text: plain(entry.value) for entry in node.entries}


_Loc = tuple[int | str, ...]


class _Branch(str):
    """A step of a path that is no key: which of several shapes a part has, by its kind."""

    __slots__ = ()


def _branched(loc: _Loc) -> _Loc:
    """Return a path with the kind of a section known for what it is."""
    at = 2
    return (*loc[:at], _Branch(loc[at]), *loc[at + 1 :]) if loc[:1] == ("sections",) and len(loc) > at else loc


def _of_kind(fault: ErrorDetails) -> None:
    """Make of a section without a kind, or of an unknown one, a fault of its `kind`."""
    if fault["type"] == "union_tag_not_found":
        fault["type"], fault["loc"] = "missing", (*fault["loc"], "kind")
    elif fault["type"] == "union_tag_invalid":
        fault["type"], fault["loc"] = "literal_error", (*fault["loc"], "kind")
        fault["ctx"] = {"expected": fault["ctx"]["expected_tags"]}


def _meant(faults: list[ErrorDetails]) -> dict[_Loc, _Loc]:
    """Pair each unknown key with the known one that it was meant to be."""
    meant: dict[_Loc, _Loc] = {}
    for fault in faults:
        if fault["type"] == "extra_forbidden":
            *path, key = fault["loc"]
            known = _model_at(tuple(path)).model_fields
            if word := in_english(str(key), known) or did_you_mean(str(key).strip("“”\"'‘’＂ "), known):
                meant[fault["loc"]] = (*path, word)
    return meant


def _outdented(root: Mapping, faults: list[ErrorDetails]) -> dict[_Loc, _Loc]:
    """Pair each unknown key that lost its indent with the key above under which it belongs: nothing is below that, or own words are."""
    unknown = {fault["loc"] for fault in faults if fault["type"] == "extra_forbidden"}
    owners: dict[_Loc, _Loc] = {}
    for loc in sorted(unknown, key=lambda one: _walk(root, one)[1]):
        *path, key = loc
        parent, _ = _walk(root, tuple(path)) if path else (root, root.span)
        keys = [*parent.by_key] if isinstance(parent, Mapping) else []
        before = (*path, keys[keys.index(str(key)) - 1]) if str(key) in keys[1:] else loc
        owner = owners.get(before, before)
        near = _meant([fault for fault in faults if fault["loc"] == loc])
        if _holds(owner, _walk(root, owner)[0]) and (not near or str(key) in _model_at(owner).model_fields):
            owners[loc] = owner
    return owners


def _holds(loc: _Loc, node: Node) -> bool:
    """Tell whether a part has keys below it and none yet, or keys that are the author's own words."""
    field = _model_at(loc[:-1]).model_fields.get(str(loc[-1]))
    if field is None:
        return False
    own = "dict[" in str(field.annotation)
    empty = isinstance(node, Scalar) and not node.text and not node.style
    return own if isinstance(node, Mapping) else empty and (own or _model_in(field.annotation) is not None)


def _lost_indent(root: Mapping, loc: _Loc, owner: _Loc) -> tuple[Slip, Span]:
    """Tell a key that stands no deeper than the one to which it belongs."""
    *path, name = owner
    parent, _ = _walk(root, tuple(path)) if path else (root, root.span)
    above = parent.key(str(name)) if isinstance(parent, Mapping) else None
    place = above.span if above else root.span
    cure = said("lost-indent.write", column=place.column + 2)
    return Slip(said("lost-indent.key", key=str(loc[-1]), owner=str(name), line=place.line), cure), _walk(root, loc)[1]


def _slip(fault: ErrorDetails, node: Node, meant: _Loc | None) -> Slip:
    """Explain what pydantic found at a node."""
    kind, loc = fault["type"], fault["loc"]
    name, model = _name(loc), _model_at(loc[:-1])
    if kind == "extra_forbidden":
        known = (
            said("unknown-key.picture")
            if name.lower() in _PICTURES
            else said("unknown-key.known", keys=tuple(model.model_fields))
        )
        return Slip(said("unknown-key.here", key=name), said("hint.did-you-mean", cure=str(meant[-1])) if meant else known)
    if kind == "missing" or kind in ("string_too_short", "too_short") or fault["input"] is None:
        return _missing(loc, name, model, empty=kind != "missing")
    if kind == "too_long" and isinstance(node, Sequence):
        fewer = said("too-many.move") if name == "heroes" else said("too-many.join")
        return Slip(said("too-many.items", key=name, number=len(node.items), most=fault["ctx"]["max_length"]), fewer)
    if kind == "literal_error" and isinstance(node, Scalar):
        return Slip(said("bad-choice.of", key=name, text=node.text), _choice(name, node.text, fault["ctx"]["expected"]))
    return _mistyped(name, node, *_WANTED.get(kind, _TEXT))


def _mistyped(name: str, node: Node, wanted: str, cure: str) -> Slip:
    if isinstance(node, Scalar):
        return Slip(said("wrong-type.text", key=name, text=node.text, wanted=said(wanted)), said(cure) if cure else None)
    found = said("kind.list") if isinstance(node, Sequence) else said("kind.mapping")
    if wanted == "kind.text" and isinstance(node, Sequence) and len(node.items) == 1 and isinstance(node.items[0], Scalar):
        bare = said("wrong-type.bracketed", text=node.items[0].text)
        return Slip(said("wrong-type.of", key=name, found=found, wanted=said(wanted)), bare)
    cure = "hint.begin-items" if wanted == "kind.list" else cure
    return Slip(said("wrong-type.of", key=name, found=found, wanted=said(wanted)), said(cure) if cure else None)


def _missing(loc: _Loc, name: str, model: type[Shape], *, empty: bool) -> Slip:
    """Explain a key that is missing, from the whole, a part of it or an item of a list, or has nothing after it."""
    if empty and name not in model.model_fields:
        return Slip(said("missing-field.empty", key=name), said("missing-field.fill-own"))
    what = described(model, name)
    if empty:
        cure = "missing-field.fill" if model.model_fields[name].is_required() else "missing-field.fill-or-delete"
        return Slip(said("missing-field.empty", key=name), said(cure, what=what))
    cures = said("missing-field.what", key=name, what=what)
    loc = tuple(part for part in loc if not isinstance(part, _Branch))
    if len(loc) == 1:
        return Slip(said("missing-field.whole", key=name), cures)
    where = "missing-field.in-item" if isinstance(loc[-2], int) else "missing-field.in-part"
    return Slip(said(where, key=name, part=_name(loc[:-1])), cures)


def _place(fault: ErrorDetails, node: Node, span: Span) -> Span:
    """Return where a fault is told: what is missing from the whole on its first line, what is too many at the first of it."""
    if fault["type"] == "missing" and len(fault["loc"]) == 1:
        return replace(span, line=1, column=1)
    too_many = node.items[fault["ctx"]["max_length"] :] if fault["type"] == "too_long" and isinstance(node, Sequence) else ()
    return too_many[0].span if too_many else span


def _choice(key: str, text: str, expected: str) -> Words:
    words = tuple(word.strip("'") for word in expected.replace(" or ", ", ").split(", "))
    if near := did_you_mean(text.strip("“”"), words):
        return said("hint.did-you-mean", cure=near)
    return said("bad-choice.colors", words=words) if key == "color" else said("bad-choice.among", words=words)


def _name(loc: _Loc) -> str:
    return next(part for part in reversed(loc) if isinstance(part, str) and not isinstance(part, _Branch))


def _walk(root: Node, loc: _Loc) -> tuple[Node, Span]:
    """Follow a path; the place of an unknown key is the key's own, that of a missing one its parent's key."""
    node, span = root, root.span
    for depth, part in enumerate(loc):
        if isinstance(part, _Branch):
            continue
        if isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
            span = node.span
        elif isinstance(node, Mapping) and (key := node.key(str(part))) and (value := node.get(str(part))):
            last = depth == len(loc) - 1
            node = value
            span = value.span if last and isinstance(value, Scalar) and value.text and _known(loc) else key.span
    return node, span


def _known(loc: _Loc) -> bool:
    fields = _model_at(loc[:-1]).model_fields
    return str(loc[-1]) in fields or not fields


def _model_at(path: _Loc) -> type[Shape]:
    model: type[Shape] = Content
    for part in path:
        if isinstance(part, _Branch):
            model = SECTIONS[part]
            continue
        field = model.model_fields.get(part) if isinstance(part, str) else None
        model = (_model_in(field.annotation) if field else None) or model
    return model


def _model_in(annotation: object) -> type[Shape] | None:
    """Find the one model that a field's type leads to, through lists, mappings and choices; what sections have in common, of these."""
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return annotation
    if get_args(annotation)[: len(SECTIONS)] == tuple(SECTIONS.values()):
        return Own
    return next((found for inner in get_args(annotation) if (found := _model_in(inner))), None)
