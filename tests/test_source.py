"""What the source may not do: run what it reads, or ask the network."""

import ast
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "src" / "peacetalks_cli"
CALLS = {"eval", "exec", "compile", "__import__"}
MODULES = {"pickle", "marshal", "shelve", "dill", "ssl", "http", "urllib.request", "ftplib", "smtplib", "requests"}


def test_no_eval_no_pickle_no_network() -> None:
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
                found.append(f"{path.name}:{node.lineno}: {node.func.id}")
            found += [f"{path.name}: {name}" for name in names if name in MODULES or name.split(".")[0] in MODULES]
    assert found == []
