"""The code base as the tests about the house read it: modules, rooms, syntax trees."""

import ast
from functools import cache
from pathlib import Path
from typing import TypeVar

Node = TypeVar("Node", bound=ast.AST)

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "lms"
MODULES = sorted(PACKAGE.rglob("*.py"))
TEMPLATES = sorted(PACKAGE.rglob("templates/**/*.html"))


def name(path: Path) -> str:
    """Return a file's address inside the project, for the test's title."""
    return str(path.relative_to(ROOT))


def address(path: Path) -> str:
    """Return what a module is called in an import."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


@cache
def tree(path: Path) -> ast.Module:
    """Return the syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


def nodes(path: Path, kind: type[Node]) -> list[Node]:
    """Return the parts of a module that are of the kind."""
    return [it for it in ast.walk(tree(path)) if isinstance(it, kind)]


def is_one_of(path: Path, *names: str) -> bool:
    """Tell whether the file, or a folder it lies in, has one of the names."""
    return not {*path.relative_to(PACKAGE).with_suffix("").parts}.isdisjoint(names)


def public_functions(path: Path) -> list[ast.FunctionDef]:
    """Return the functions at the top of a module that others may call."""
    top = [it for it in tree(path).body if isinstance(it, ast.FunctionDef)]
    return [it for it in top if not it.name.startswith("_")]
