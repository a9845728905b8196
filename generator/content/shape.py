"""Is the file of the right shape? Nodes in; unknown keys, missing fields, wrong types and choices as diagnostics out.

The shape itself is `schema`; here pydantic's findings are told with place and cure.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel, ValidationError

from generator.content.nodes import Mapping, Scalar, Sequence
from generator.content.schema import TAGS, Content
from generator.content.slip import Slip, tell
from generator.content.slips.spelling import did_you_mean

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from generator.content.nodes import Node
    from generator.diagnostics import Sink, Span

Plain = str | None | list[Any] | dict[str, Any]

_WANTED = {
    "string_type": "a text",
    "list_type": "a list",
    "dict_type": "a mapping of `key: value`",
    "model_type": "a mapping of `key: value`",
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "greater_than_equal": "a number of 0 or more",
    "less_than_equal": "a number of at most 12",
}

_ITEMS = "begin each of its items with `- `"
_CURES = {
    "list_type": "write `[甲, 乙]`, or one `- 甲` to a line",
    "dict_type": "write `key: value` on the lines below, two spaces in",
    "model_type": "write `key: value` on the lines below, two spaces in",
    "string_type": "write the text on the same line; a text with `: `, `{` or `[` needs quotes",
}


def check(root: Mapping, sink: Sink) -> None:
    """Record every fault of shape."""
    try:
        Content.model_validate(plain(root))
    except ValidationError as faults:
        found = faults.errors(include_url=False, include_context=True)
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


def _meant(faults: list[ErrorDetails]) -> dict[_Loc, _Loc]:
    """Pair each unknown key with the known one that it was meant to be."""
    meant: dict[_Loc, _Loc] = {}
    for fault in faults:
        if fault["type"] == "extra_forbidden":
            *path, key = fault["loc"]
            known = _fields(tuple(path))
            if word := _by_description(str(key), known) or did_you_mean(str(key).strip("“”\"'‘’＂ "), known):
                meant[fault["loc"]] = (*path, word)
    return meant


def _by_description(key: str, known: dict[str, str]) -> str | None:
    """Find the key whose Chinese name the author wrote (标题 for title)."""
    return next((field for field, words in known.items() if words.startswith(key)), None)


def _slip(fault: ErrorDetails, node: Node, meant: _Loc | None) -> Slip:
    """Explain what pydantic found at a node."""
    kind, loc = fault["type"], fault["loc"]
    name, fields = _name(loc), _fields(loc[:-1])
    words = fields.get(name, "")
    if kind == "extra_forbidden":
        known = "known are " + ", ".join(f"`{one}`" for one in fields)
        return Slip("unknown-key", f"no key is called `{name}` here", f"did you mean `{meant[-1]}`?" if meant else known)
    if kind == "missing":
        return Slip("missing-field", f"`{name}` is missing{_of(loc)}", f"{name}: {words}" if words else "")
    if kind in ("string_too_short", "too_short") or fault["input"] is None:
        cure = "fill it" if name in _required(loc[:-1]) else "fill it, or delete the line"
        return Slip("missing-field", f"`{name}` is empty", f"{cure}: {words}" if words else cure)
    if kind == "too_long" and isinstance(node, Sequence):
        fewer = "move the others to `figures`" if name == "heroes" else "delete or join some of them"
        return Slip("too-many", f"`{name}` has {len(node.items)} items, and takes at most {fault['ctx']['max_length']}", fewer)
    if kind == "literal_error" and isinstance(node, Scalar):
        return Slip("bad-choice", f"`{node.text}` is no {name}", _choice(node.text, fault["ctx"]["expected"]))
    way = _ITEMS if kind == "list_type" and isinstance(node, Mapping) else _CURES.get(kind, "")
    return Slip("wrong-type", f"`{name}` is {_is(node)}, and must be {_WANTED.get(kind, 'something else')}", way)


def _place(fault: ErrorDetails, node: Node, span: Span) -> Span:
    """Return where a fault is told: what is missing from the whole on its first line, what is too many at the first of it."""
    if fault["type"] == "missing" and len(fault["loc"]) == 1:
        return replace(span, line=1, column=1)
    too_many = node.items[fault["ctx"]["max_length"] :] if fault["type"] == "too_long" and isinstance(node, Sequence) else ()
    return too_many[0].span if too_many else span


def _choice(said: str, expected: str) -> str:
    words = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
    near = did_you_mean(said.strip("“”"), words)
    return f"did you mean `{near}`?" if near else f"choose among {' '.join(f'`{word}`' for word in words)}"


def _is(node: Node) -> str:
    if isinstance(node, Sequence):
        return "a list"
    return "a mapping" if isinstance(node, Mapping) else f"`{node.text}`"


def _of(loc: _Loc) -> str:
    """Name the piece that a field is missing from."""
    if len(loc) > 1 and isinstance(loc[-2], int):
        return f" in an item of `{_name(loc[:-1])}`"
    owner = next((part for part in reversed(loc[:-1]) if isinstance(part, str) and part not in TAGS), None)
    return f" in `{owner}`" if owner else ""


def _name(loc: _Loc) -> str:
    return next(part for part in reversed(loc) if isinstance(part, str) and part not in TAGS)


def _walk(root: Node, loc: _Loc) -> tuple[Node, Span]:
    """Follow a path; the place of an unknown key is the key's own, that of a missing one its parent's key."""
    node, span = root, root.span
    for depth, part in enumerate(loc):
        if isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
            span = node.span
        elif isinstance(node, Mapping) and (key := node.key(str(part))) and (value := node.get(str(part))):
            last = depth == len(loc) - 1
            node = value
            span = value.span if last and isinstance(value, Scalar) and value.text and _known(loc) else key.span
    return node, span


def _known(loc: _Loc) -> bool:
    return str(loc[-1]) in _fields(loc[:-1]) or not _fields(loc[:-1])


def _fields(path: _Loc) -> dict[str, str]:
    """Return the keys that may stand at a path, with their descriptions."""
    return {name: field.description or "" for name, field in _model_at(path).model_fields.items()}


def _required(path: _Loc) -> frozenset[str]:
    return frozenset(name for name, field in _model_at(path).model_fields.items() if field.is_required())


def _model_at(path: _Loc) -> type[BaseModel]:
    model: type[BaseModel] = Content
    for part in path:
        field = model.model_fields.get(part) if isinstance(part, str) else None
        model = (_model_in(field.annotation) if field else None) or model
    return model


def _model_in(annotation: object) -> type[BaseModel] | None:
    """Find the one model that a field's type leads to, through lists, mappings and choices."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _model_in(inner))), None)
