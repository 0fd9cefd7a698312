"""The house stands on its floors: every module imports only what stands below it."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
# From the top down. CONTRIBUTING.md draws the same picture.
FLOORS = (
    ("app", "pages"),
    ("legrun.command", "pages._ui"),
    ("legrun.report",),
    ("legrun.charts",),
    ("legrun.compare", "legrun.roster", "legrun.week"),
    ("legrun.checks", "legrun.diary", "legrun.wording"),
    ("legrun.answering",),
    ("legrun.alternatives",),
    ("legrun.calibration", "legrun.decision"),
    ("legrun.forecast", "legrun.link", "legrun.logs"),
    ("legrun.inputs", "legrun.model", "legrun.trends"),
    ("legrun.scenario", "legrun.wording.rounding"),
    ("legrun.evidence", "legrun.wording.languages"),
    ("legrun.errors",),
)
FACES = {"summary", "_repr_html_"}
MODULES = sorted(
    p
    for pattern in ("app.py", "pages/**/*.py", "legrun/**/*.py")
    for p in ROOT.glob(pattern)
    if p not in (ROOT / "legrun" / "__init__.py", ROOT / "legrun" / "__main__.py")
)


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def package(path: Path) -> str:
    return module_name(path).rpartition(".")[0]


def floor(name: str) -> int:
    """Return the floor of a module, counted from the top; the longest matching prefix decides."""
    hits = [
        (len(prefix), level)
        for level, prefixes in enumerate(FLOORS)
        for prefix in prefixes
        if name == prefix or name.startswith(prefix + ".")
    ]
    assert hits, f"{name} stands on no floor: add it to FLOORS and to CONTRIBUTING.md"
    return max(hits)[1]


def imports(tree: ast.Module) -> Iterator[str]:
    """Yield the modules that a file imports, those for type checking alone left out."""
    typing_only = {
        id(node)
        for branch in ast.walk(tree)
        if isinstance(branch, ast.If) and ast.unparse(branch.test) == "TYPE_CHECKING"
        for node in ast.walk(branch)
    }
    for node in ast.walk(tree):
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                yield full if (ROOT / Path(*full.split("."))).with_suffix(".py").exists() else node.module


def faces(tree: ast.Module) -> set[str]:
    """Return what the methods that show a value to a person import: only there may an import look up, when called."""
    shown = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name in FACES]
    return {
        each.module for node in shown for each in ast.walk(node) if isinstance(each, ast.ImportFrom) and each.module
    }


def is_downhill(here: str, imported: str) -> bool:
    """Return whether a module may import another: of its own house, from below, or nothing of ours."""
    if imported.split(".")[0] not in ("legrun", "pages", "app") or imported == "legrun":
        return True
    return imported.split(".")[:2] == here.split(".")[:2] or floor(imported) > floor(here)


def test_imports_run_downhill(trees: Mapping[Path, ast.Module]) -> None:
    looked_at = [(module_name(path), set(imports(trees[path])) - faces(trees[path])) for path in MODULES]
    uphill = [
        f"{here} imports {imported}, which stands above it"
        for here, imports_ in looked_at
        for imported in sorted(imports_)
        if not is_downhill(here, imported)
    ]
    assert not uphill, "\n".join(uphill)
    assert len(looked_at) > 300


def test_an_import_from_above_would_be_seen() -> None:
    tree = ast.parse("def f():\n    from legrun.charts import week_figure\n")
    assert list(imports(tree)) == ["legrun.charts"]
    assert not is_downhill("legrun.model.dose", "legrun.charts")


# Unknown tables, from the top down: what is read in the end needs rows, rows need shapes, shapes need columns.
MAPPING = ("legrun.logs.mapping", *(f"legrun.logs.mapping.{room}" for room in ("rows", "shapes", "columns", "words")))


def test_the_rooms_of_unknown_tables_are_floors_too(trees: Mapping[Path, ast.Module]) -> None:
    level = {room: number for number, room in enumerate(MAPPING)}
    uphill = [
        f"{module_name(path)} imports {imported}"
        for path in MODULES
        if (here := level.get(package(path))) is not None
        for imported in imports(trees[path])
        if level.get(imported.rpartition(".")[0], len(level)) < here
    ]
    assert not uphill, "\n".join(uphill)
    assert {package(path) for path in MODULES} >= set(MAPPING)


def test_the_floors_name_real_modules() -> None:
    assert len(FLOORS) <= 14
    for prefix in (prefix for level in FLOORS for prefix in level):
        path = ROOT / Path(*prefix.split("."))
        assert path.with_suffix(".py").exists() or path.is_dir(), f"{prefix} does not exist"


def test_the_package_knows_nothing_of_the_app(trees: Mapping[Path, ast.Module]) -> None:
    package = [path for path in MODULES if module_name(path).startswith("legrun")]
    known = {path: {name.split(".")[0] for name in imports(trees[path])} for path in package}
    assert not [module_name(path) for path, names in known.items() if names & {"streamlit", "pages", "app"}]


def test_the_package_has_few_names_at_its_top() -> None:
    names = {p.stem for p in (ROOT / "legrun").iterdir() if p.is_dir() or p.suffix == ".py"}
    assert len({name for name in names if not name.startswith("__")}) <= 22


def test_importing_legrun_loads_neither_streamlit_nor_altair() -> None:
    import subprocess
    import sys

    code = "import legrun, sys; print(sorted({'streamlit', 'altair'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


KEEPERS = {p for p in MODULES if p.parent.name == "state"}
DRAWING = [p for p in MODULES if module_name(p).split(".")[0] in ("app", "pages") and p not in KEEPERS]


def kept_keys(trees: Mapping[Path, ast.Module]) -> set[str]:
    """Return the keys that state and the kept_ modules give a name to."""
    return {
        text.value
        for path in KEEPERS
        for node in trees[path].body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) != "__all__"
        for text in ast.walk(node.value)
        if isinstance(text, ast.Constant) and isinstance(text.value, str)
    }


def test_session_state_is_touched_and_its_keys_are_named_in_one_place(trees: Mapping[Path, ast.Module]) -> None:
    kept = kept_keys(trees)
    faults: dict[str, set[object]] = {}
    for path in DRAWING:
        nodes = list(ast.walk(trees[path]))
        touched = {node.attr for node in nodes if isinstance(node, ast.Attribute)} & {"session_state"}
        drawn = {
            node.value.value
            for node in nodes
            if isinstance(node, ast.keyword) and isinstance(node.value, ast.Constant) and node.arg == "key"
        }
        faults[module_name(path)] = touched | drawn & kept
    assert len(faults) > 40
    assert not {name: fault for name, fault in faults.items() if fault}


def mapped(document: str) -> dict[str, list[str]]:
    """Return the names on a document's map by their folder: what stands on a line before the first wide gap."""
    drawn = (ROOT / document).read_text(encoding="utf-8").split("```\napp.py, pages/")[1].split("```")[0]
    folder, result = "", defaultdict[str, list[str]](list)
    for line in drawn.splitlines()[1:]:
        first, *others = re.split("  +", line.strip())[0].split(", ")
        if "/" in first:
            folder, _, first = first.rpartition("/")
        result[folder] += filter(None, [first, *others])
    return result


def test_the_map_names_every_part_of_the_package_once() -> None:
    parts = {module_name(path).split(".")[1] for path in MODULES if module_name(path).startswith("legrun.")}
    assert sorted(mapped("CONTRIBUTING.md")["legrun"]) == sorted(parts)


def test_the_map_shows_the_floors_from_the_top_down() -> None:
    levels = [floor(f"legrun.{name}") for name in mapped("CONTRIBUTING.md")["legrun"]]
    assert levels == sorted(levels)


def test_the_map_has_one_place_for_every_piece_of_furniture() -> None:
    folders = [p.name for p in (ROOT / "pages" / "_ui").iterdir() if p.is_dir() and p.name != "__pycache__"]
    assert sorted(mapped("CONTRIBUTING.md")["pages/_ui"]) == sorted(folders)


def test_errors_import_nothing_of_ours_even_for_types() -> None:
    tree = ast.parse((ROOT / "legrun" / "errors.py").read_text(encoding="utf-8"))
    modules = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert modules == ["__future__", "typing"]
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Import)]
