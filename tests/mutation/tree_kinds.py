"""Mutations of a content as a tree: well written as YAML, and wrong, odd or merely new in what it says."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import yaml

from tests.mutation.line_kinds import Mutation
from tests.mutation.pools import ASPECTS, CHART_KINDS, COLOURS, FIGURE_KINDS, PERIODS, QUANTITIES, SENTENCES, VALUES

Node = Any
Place = tuple[Node, Any]
"""A mapping or a list, and a key of it."""


def places(node: Node) -> Iterator[Place]:
    """Yield every place of a tree."""
    keys = list(node) if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
    for key in keys:
        yield node, key
        yield from places(node[key])


def named(root: Node, *names: str) -> list[Place]:
    """Return the places under keys of these names."""
    return [(node, key) for node, key in places(root) if key in names]


def _tree(change: Callable[[Random, Node], None]) -> Mutation:
    """A mutation of the tree that a text holds; a text that holds none stays as it is."""

    def mutate(chance: Random, text: str) -> str:
        try:
            root = yaml.safe_load(text)
            if not isinstance(root, dict):
                return text
            change(chance, root)
            return yaml.safe_dump(root, allow_unicode=True, sort_keys=False, width=10**6)
        except (yaml.YAMLError, RecursionError, ValueError, TypeError):
            return text

    return mutate


def _anywhere(change: Callable[[Random, Node, Node, Any], None]) -> Mutation:
    """A mutation at any place of the tree."""

    def at_one(chance: Random, root: Node) -> None:
        if found := [*places(root)]:
            change(chance, root, *chance.choice(found))

    return _tree(at_one)


def _without(_chance: Random, _root: Node, node: Node, key: Any) -> None:
    del node[key]


def _wrong(chance: Random, _root: Node, node: Node, key: Any) -> None:
    node[key] = copy.deepcopy(chance.choice(VALUES))


def _copied(chance: Random, root: Node, node: Node, key: Any) -> None:
    other, at = chance.choice([*places(root)])
    node[key] = copy.deepcopy(other[at])


def _exchanged(chance: Random, root: Node, node: Node, key: Any) -> None:
    other, at = chance.choice([*places(root)])
    node[key], other[at] = copy.deepcopy(other[at]), copy.deepcopy(node[key])


def _nested(chance: Random, _root: Node, node: Node, key: Any) -> None:
    node[key] = chance.choice(({key: node[key]}, [node[key]], {"name": node[key]}, [[node[key]]]))


def _flat(_chance: Random, _root: Node, node: Node, key: Any) -> None:
    value = node[key]
    node[key] = (
        next(iter(value.values() if isinstance(value, dict) else value), None) if isinstance(value, dict | list) else str(value)
    )


def _renamed(chance: Random, _root: Node, node: Node, key: Any) -> None:
    if isinstance(node, dict):
        value, text = node.pop(key), str(key)
        node[chance.choice((text[:-1], text + "s", text.upper(), text.replace("-", "_"), "名称", 7, None, text + " "))] = value


def _added(chance: Random, root: Node, node: Node, _key: Any) -> None:
    if isinstance(node, dict):
        other, at = chance.choice([one for one in places(root) if isinstance(one[0], dict)])
        node[at] = copy.deepcopy(other[at])


def _repeated(chance: Random, _root: Node, node: Node, key: Any) -> None:
    if isinstance(node, list):
        node[key:key] = [copy.deepcopy(node[key]) for _ in range(chance.choice((1, 2, 8, 30)))]


def _shuffled(chance: Random, _root: Node, node: Node, _key: Any) -> None:
    items = list(node.items()) if isinstance(node, dict) else list(node)
    chance.shuffle(items)
    node.clear()
    node.update(items) if isinstance(node, dict) else node.extend(items)


def _texts(change: Callable[[Random, str], str]) -> Mutation:
    """A mutation of a text of the tree."""

    def at_one(chance: Random, root: Node) -> None:
        found = [(node, key) for node, key in places(root) if isinstance(node[key], str)]
        if found:
            node, key = chance.choice(found)
            node[key] = change(chance, node[key])

    return _tree(at_one)


def _with_sentence(chance: Random, old: str) -> str:
    return chance.choice(("{0}{1}", "{1}{0}", "{0}\n\n{1}", "{1}")).format(old, chance.choice(SENTENCES))


def _under(keys: tuple[str, ...], pool: tuple[Any, ...]) -> Mutation:
    """A value from a pool under one of these keys."""

    def at_one(chance: Random, root: Node) -> None:
        if found := named(root, *keys):
            node, key = chance.choice(found)
            node[key] = chance.choice(pool)

    return _tree(at_one)


def _figures(root: Node) -> dict[str, Node]:
    figures = {**(root.get("figures") or {}), **(root.get("derived") or {})}
    return {str(name): one for name, one in figures.items()}


def _reference(chance: Random, root: Node, *, bare: bool = True) -> str:
    """A reference to a figure that there is, to a period of it that there is, more often than not."""
    name, figure = chance.choice([*_figures(root).items()])
    values = figure.get("values") if isinstance(figure, dict) else None
    told = f"@{chance.choice([*values])}" if isinstance(values, dict) and values and chance.random() < 0.5 else ""
    told = told or (chance.choice(ASPECTS) if chance.random() < 0.2 else "")
    return f"{name}{told}" if bare else f"【{name}{told}】"


def _said(chance: Random, root: Node) -> None:
    """References put into a text, or in its place."""
    found = [(node, key) for node, key in places(root) if isinstance(node[key], str)]
    if found and _figures(root):
        node, key = chance.choice(found)
        said = "、".join(_reference(chance, root, bare=False) for _ in range(chance.choice((1, 1, 2, 3, 9))))
        node[key] = chance.choice(
            (f"{node[key]}{said}", f"{said}{node[key]}", said, f"增至{said}", f"同比下降{said}，{node[key]}")
        )


def _listed(chance: Random, root: Node) -> None:
    """Other figures in a list of figures."""
    if (found := named(root, "figures", "heroes", "series")) and _figures(root):
        node, key = chance.choice(found[1:] or found)
        if isinstance(node[key], list):
            node[key] = [_reference(chance, root) for _ in range(chance.choice((0, 1, 2, 3, 4, 6, 12, 30)))]


def _charted(chance: Random, root: Node) -> None:
    """A chart of another kind, over other figures, or with an option that it had not."""
    if (found := named(root, "charts")) and _figures(root):
        node, key = chance.choice(found)
        charts = node[key] if isinstance(node[key], list) else []
        chart = chance.choice([one for one in charts if isinstance(one, dict)] or [{}])
        if chance.random() < 0.5:
            chart = copy.deepcopy(chart)
            charts.append(chart)
        chart["kind"] = chance.choice(CHART_KINDS)
        if chance.random() < 0.7:
            chart["figures"] = [_reference(chance, root) for _ in range(chance.choice((1, 2, 2, 3, 4, 5, 8, 15)))]
        extra = {
            "whole": _reference(chance, root), "result": _reference(chance, root), "axis": chance.choice(("zero", "log", "自定", 5)),
            "because": "作者写明的理由",
            "labels": {_reference(chance, root): chance.choice(("甲", "=同比", "2020年", "external:某", "长" * 40))},
            "series": [_reference(chance, root), _reference(chance, root)], "measure": chance.choice(SENTENCES),
        }  # fmt: skip
        for name in chance.sample([*extra], chance.choice((0, 0, 1, 2))):
            chart[name] = extra[name]


def _valued(chance: Random, root: Node) -> None:
    """A figure with other values, more of them or of other periods."""
    if figures := [one for one in (root.get("figures") or {}).values() if isinstance(one, dict)]:
        figure = chance.choice(figures)
        if chance.random() < 0.3:
            figure["kind"] = chance.choice(FIGURE_KINDS)
        old = figure.get("values")
        values = dict(old) if isinstance(old, dict) and chance.random() < 0.6 else {}
        for _ in range(chance.choice((1, 1, 2, 5, 12))):
            period = chance.choice(PERIODS) if chance.random() < 0.5 else f"{chance.randrange(2005, 2022)}年"
            values[period] = (
                chance.choice(QUANTITIES)
                if chance.random() < 0.5
                else f"{chance.randrange(1, 9999)}{chance.choice(('个', '万元', '%', '亿元'))}"
            )
        figure["values"] = values


def _derived(chance: Random, root: Node) -> None:
    """A computed figure of two others."""
    if _figures(root):
        formula = chance.choice(
            (
                "{0} / {1}",
                "{0} + {1}",
                "{0} - {1}",
                "{0} * {1}",
                "({0} - {1}) / {1}",
                "{0} / ({1} - {1})",
                "{0}",
                "{0} {1}",
                "2 * {0}",
            )
        )
        derived = root.get("derived") if isinstance(root.get("derived"), dict) else {}
        root["derived"] = derived
        derived[chance.choice(("新算的数", *_figures(root)))] = {
            "means": "算出来的数", "formula": formula.format(_reference(chance, root), _reference(chance, root)),
            "form": chance.choice(("multiple", "percent", "number", "number", "", "倍数")),
        }  # fmt: skip
        _said(chance, root)


def _many_themes(chance: Random, root: Node) -> None:
    """More themes than one, each by its own name and colour."""
    themes = root.get("themes")
    if isinstance(themes, list) and themes:
        for number in range(chance.choice((1, 2, 5, 8, 12, 20))):
            theme = copy.deepcopy(chance.choice(themes))
            if isinstance(theme, dict):
                theme["name"], theme["color"] = (
                    f"{theme.get('name')}{'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉'[number]}",
                    COLOURS[number % 10],
                )
                themes.append(theme)


TREE_KINDS: dict[str, Mutation] = {
    "a key or an item removed": _anywhere(_without),
    "a value of the wrong type": _anywhere(_wrong),
    "a value copied from elsewhere": _anywhere(_copied),
    "two values exchanged": _anywhere(_exchanged),
    "nested where flat is meant": _anywhere(_nested),
    "flat where nested is meant": _anywhere(_flat),
    "a key renamed": _anywhere(_renamed),
    "a key of elsewhere": _anywhere(_added),
    "an item repeated": _anywhere(_repeated),
    "an order shuffled": _anywhere(_shuffled),
    "a text with a sentence more": _texts(_with_sentence),
    "a text with references": _tree(_said),
    "another kind": _under(("kind",), (*FIGURE_KINDS, *CHART_KINDS)),
    "another colour": _under(("color", "brand"), COLOURS),
    "another number of minutes": _under(("minutes",), (0, -1, 1.5, 90, 10**9, "三", "2分钟", None)),
    "other figures listed": _tree(_listed),
    "another chart": _tree(_charted),
    "other values": _tree(_valued),
    "another computed figure": _tree(_derived),
    "many themes": _tree(_many_themes),
}
