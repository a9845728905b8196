"""Who may import whom: the house's walls, as data.

A module without a row fails, so does an import that its row does not name, a third-party package outside its owner, and a cycle.
"""

from __future__ import annotations

import ast
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "generator"

GROUND = {"units", "diagnostics"}
README = ROOT / "README.md"

MAY_IMPORT: dict[str, set[str]] = {
    "units": set(),
    "outputs": set(),
    "statement": {"outputs"},
    "diagnostics": set(),
    "ink": {"units"},
    "drawing": {"units", "ink", "diagnostics"},
    "content": GROUND | {"ink", "design.format", "design.palette", "design.press", "pictures.crop"},
    "document": GROUND | {"content", "ink", "pictures.crop"},
    "edition": GROUND
    | {"content", "document", "publication", "inspection.damage", "inspection.package", "inspection.workbook.cells"},
    "edition.review": GROUND | {"content", "document", "edition", "inspection.damage", "inspection.package"},
    "design": {"units", "ink"},
    "fonts": GROUND,
    "profiles": GROUND,
    "pictures": GROUND | {"drawing", "ink", "profiles"},
    "press_order": GROUND | {"content.model", "design.format", "design.press", "profiles"},
    "template": GROUND,
    "typeset": {"units", "fonts", "drawing", "ink", "diagnostics"},
    "charts": GROUND | {"drawing", "ink", "document", "design", "fonts", "typeset"},
    "layout": GROUND
    | {"drawing", "ink", "document", "design", "fonts", "typeset", "charts", "outputs", "pictures", "statement", "template"},
    "writers.pdf": GROUND | {"layout", "document.model", "drawing", "ink", "design", "fonts", "pictures", "profiles"},
    "writers.pptx": GROUND
    | {
        "layout",
        "document.model",
        "charts.native",
        "charts.plan",
        "drawing",
        "ink",
        "design",
        "fonts",
        "pictures",
        "typeset.model",
        "template.model",
    },
    "writers.xlsx": GROUND | {"layout.worksheets"},
    "inspection": GROUND | {"document.ledger", "outputs", "statement"},
    "samples": GROUND | {"document", "layout", "typeset", "fonts", "drawing", "design", "ink"},
    "messages": {"diagnostics"},
    "publication": {"diagnostics"},
    "edition.compare": GROUND
    | {"content", "document.ledger", "document.resolve", "edition.workbooks", "inspection.damage", "inspection.workbook.reader"},
    "edition.trace": GROUND | {"content", "edition", "inspection.damage", "inspection.package"},
    "shape": GROUND | {"content.variants", "design.format", "fonts.offer", "inspection", "outputs", "press_order", "profiles"},
    "composition": GROUND
    | {
        "design.format",
        "design.press",
        "content",
        "document",
        "fonts",
        "charts",
        "layout",
        "outputs",
        "pictures",
        "press_order",
        "shape",
        "template",
    },
    "making": GROUND | {"composition", "inspection", "layout", "outputs", "profiles", "statement", "writers"},
    "journeyman": {"diagnostics", "composition", "inspection", "layout", "making", "outputs", "writers"},
    "pipeline": GROUND
    | {
        "charts",
        "composition",
        "fonts",
        "inspection",
        "journeyman",
        "layout",
        "making",
        "outputs",
        "profiles",
        "publication",
        "samples",
        "shape",
        "writers",
    },
    "batch": GROUND | {"content", "journeyman", "pipeline", "shape", "version"},
    "auditing": GROUND | {"fonts", "inspection", "layout", "outputs", "publication", "writers"},
    "comparing": GROUND | {"edition.compare", "fonts", "layout", "publication", "writers"},
    "starting": {"diagnostics", "publication"},
    "version": set(),
    "cli": {
        "auditing",
        "batch",
        "comparing",
        "inspection.audit.model",
        "journeyman",
        "outputs",
        "pipeline",
        "press_order",
        "publication",
        "design.format",
        "design.press",
        "edition",
        "units",
        "diagnostics",
        "messages",
        "content.schema",
        "fonts.offer",
        "shape",
        "starting",
        "version",
    },
    "__main__": {"cli"},
}

OWNERS: dict[str, set[str]] = {
    "yaml": {"content"},
    "pydantic": {"content"},
    "pydantic_core": {"content"},
    "markdown_it": {"content"},
    "uharfbuzz": {"fonts", "inspection"},
    "pyphen": {"typeset"},
    "matplotlib": {"charts"},
    "numpy": {"charts", "pictures"},
    "PIL": {"pictures", "inspection"},
    "fontTools": {"pictures"},
    "reportlab": {"writers.pdf"},
    "pptx": {"writers.pptx"},
    "lxml": {"writers.pptx"},
    "xlsxwriter": {"edition", "writers.xlsx", "writers.pptx"},
    "pypdfium2": {"inspection", "edition.trace"},
    "pikepdf": {"inspection"},
    "polib": {"messages"},
    "rich": {"cli"},
    "click": {"cli"},
}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")


def unit_of(name: str) -> str | None:
    rows = [row for row in MAY_IMPORT if name == row or name.startswith(row + ".")]
    return max(rows, key=len, default=None)


def imports(path: Path) -> set[str]:
    """Every module that a file imports, anywhere in it, with the names of `from generator import x` spelt out."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            assert node.module is not None
            if (PACKAGE.parent / Path(*node.module.split("."))).is_dir():
                found |= {f"{node.module}.{alias.name}" for alias in node.names}
            else:
                found.add(node.module)
    return found


def allowed(unit: str, target: str) -> bool:
    return any(target == row or target.startswith(row + ".") for row in MAY_IMPORT[unit] | {unit})


@pytest.mark.parametrize("path", modules(), ids=dotted)
def test_a_module_imports_only_what_its_row_names(path: Path) -> None:
    name = dotted(path)
    if path.name == "__init__.py":
        assert not path.read_text("utf-8").strip(), "package __init__ files are empty"
        return
    unit = unit_of(name)
    assert unit is not None, f"generator/{path.relative_to(PACKAGE)} has no row in MAY_IMPORT"
    for imported in sorted(imports(path)):
        top, _, rest = imported.partition(".")
        if top == "generator":
            assert allowed(unit, rest), f"{name} may not import {rest}"
        elif top not in sys.stdlib_module_names:
            assert unit in OWNERS.get(top, set()), f"{name} may not import {top}: it belongs to {OWNERS.get(top)}"


def test_no_unit_reaches_itself() -> None:
    graph: dict[str, set[str]] = {}
    for path in modules():
        if (unit := unit_of(dotted(path))) is None:
            continue
        targets = {unit_of(name.removeprefix("generator.")) for name in imports(path) if name.startswith("generator.")}
        graph.setdefault(unit, set()).update(target for target in targets if target not in (None, unit))
    TopologicalSorter(graph).prepare()


def test_no_module_reaches_itself() -> None:
    """Imports for type checking and late ones count as well: a circle of files is one, however it is tied."""
    files = {dotted(path) for path in modules()}
    graph = {dotted(path): {name.removeprefix("generator.") for name in imports(path)} & files for path in modules()}
    TopologicalSorter(graph).prepare()


def test_every_row_is_lived_in() -> None:
    units = {unit_of(dotted(path)) for path in modules() if path.name != "__init__.py"}
    assert set(MAY_IMPORT) <= units


def table() -> list[str]:
    """The table of the README, made from the rows above."""
    rows = []
    for unit, may in MAY_IMPORT.items():
        owned = sorted(name for name, units in OWNERS.items() if unit in units)
        rows.append(f"| {unit} | {', '.join(sorted(may)) or '–'} | {', '.join(owned) or '–'} |")
    return rows


def test_the_readme_shows_these_walls() -> None:
    shown = [line for line in README.read_text("utf-8").splitlines() if line.startswith("| ")]
    assert [line for line in table() if line not in shown] == []
