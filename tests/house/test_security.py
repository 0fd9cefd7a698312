"""What no file of the project may do or hold."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CODE = sorted([ROOT / "app.py", *ROOT.glob("pages/**/*.py"), *ROOT.glob("legrun/**/*.py")])
# Each runs what it is given, or reads it in a way that can.
RUNS_TEXT = {"eval", "exec", "compile", "__import__"}
UNSAFE_MODULES = {"pickle", "marshal", "shelve", "dill", "joblib", "cloudpickle", "yaml", "xml"}
# A process that works out a team's rows gets clients and gives rows as pickles: nobody else can write to its pipes.
READS_OWN_PICKLES = {"legrun/roster/team.py", "legrun/roster/team_worker.py"}
# The package reaches no network; what starts a process says why.
NETWORK_MODULES = {"socket", "urllib.request", "http", "requests", "httpx", "ftplib", "smtplib"}
# What makes handouts and works out a team's rows, the engine that draws, and the dashboard that `legrun app` starts.
STARTS_PROCESSES = {"legrun/command/dashboard.py", "legrun/report/handouts/chart.py", "legrun/roster/process.py"}
# The diary alone writes to disk, once somebody asks for it.
WRITES = {"write_text", "write_bytes", "mkdir", "makedirs", "touch", "unlink", "rmdir", "rename", "chmod", "symlink_to"}
WRITING_MODULES = {"sqlite3", "tempfile", "shutil", "dbm"}
DIARY = ROOT / "legrun" / "diary"
# Beside it the command, to the file that `legrun read --out` names, and to nowhere when its reader has gone away.
COMMAND = {
    ROOT / "legrun" / "command" / "read.py": {"write_text"},
    ROOT / "legrun" / "command" / "entry.py": {"os.open(os.devnull, os.O_WRONLY)"},
}
SECRET = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_\w{30,}|\bsk-[A-Za-z0-9]{20,}|xox[baprs]-\w{10,}"
    r"""|(?i:password|secret|token|api_?key)\s*[=:]\s*["'][^"'\s]{8,}["']"""
)


def _imports(tree: ast.Module) -> set[str]:
    result: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            result |= {name.name for name in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            result |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    return result | {name.split(".")[0] for name in result}


def _calls(tree: ast.Module) -> set[str]:
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {func.id for func in calls if isinstance(func, ast.Name)}


def _faults(path: Path, tree: ast.Module) -> set[str]:
    """Return what a file does that it may not."""
    source = path.read_text(encoding="utf-8")
    barred = UNSAFE_MODULES | NETWORK_MODULES
    if str(path.relative_to(ROOT)) not in STARTS_PROCESSES:
        barred |= {"subprocess", "multiprocessing"}
    if str(path.relative_to(ROOT)) in READS_OWN_PICKLES:
        barred = barred - {"pickle"}
    named = {word for word in ("unsafe_allow_html", "allow_pickle", "os.system") if word in source}
    return _calls(tree) & RUNS_TEXT | _imports(tree) & barred | named


def test_code_runs_no_text_reads_no_pickle_and_asks_no_network(trees: Mapping[Path, ast.Module]) -> None:
    assert {str(path.relative_to(ROOT)): value for path in CODE if (value := _faults(path, trees[path]))} == {}


def _opens_to_write(call: ast.Call) -> bool:
    """Whether a call is an `open` whose mode may write, or one of the system's own."""
    name = (
        call.func.id
        if isinstance(call.func, ast.Name)
        else call.func.attr
        if isinstance(call.func, ast.Attribute)
        else ""
    )
    texts = [
        arg.value for arg in (*call.args, *(each.value for each in call.keywords)) if isinstance(arg, ast.Constant)
    ]
    modes = [text for text in texts if isinstance(text, str) and re.fullmatch(r"[rwxabt+]{1,4}", text)]
    return name == "open" and (ast.unparse(call.func) == "os.open" or any(set(mode) & set("wxa+") for mode in modes))


def _disk_writes(tree: ast.Module) -> set[str]:
    """Return what a file does that may write to disk."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    named = {call.func.attr for call in calls if isinstance(call.func, ast.Attribute)} & WRITES
    return named | _imports(tree) & WRITING_MODULES | {ast.unparse(call) for call in calls if _opens_to_write(call)}


def test_the_diary_alone_writes_to_disk(trees: Mapping[Path, ast.Module]) -> None:
    writing = {path: writes for path in CODE if (writes := _disk_writes(trees[path]))}
    assert {path: writing.pop(path, set()) for path in COMMAND} == COMMAND
    assert {path for path in writing if DIARY not in path.parents} == set()
    # One module of it handles files; the others use the database that it opens.
    assert {path.name for path, writes in writing.items() if writes - {"sqlite3"}} == {"file.py"}


def test_no_file_of_the_repository_holds_a_secret() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    for name in listed.stdout.decode().split("\0")[:-1]:
        path = ROOT / name
        if path.is_file():
            matches = SECRET.search(path.read_bytes().decode("utf-8", errors="ignore"))
            assert matches is None, f"{name}: {matches[0]}"
