"""Say which file, function, template or folder has outgrown its limit.

python -m tools.sizes
"""

import ast
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
CODE = ("lms", "tests", "tools", "bench")
FILE_LINES = 250
FUNCTION_LINES = 50
TEMPLATE_LINES = 90
FILES_IN_A_FOLDER = 12


def lines(path: Path) -> int:
    """Return the number of lines of a file."""
    return len(path.read_text(encoding="utf-8").splitlines())


def long_functions(path: Path) -> Iterator[str]:
    """Yield a sentence for each function that is too long, its decorators not counted."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION_LINES:
                sentence = f"{node.name} has {length} lines, {FUNCTION_LINES} at most"
                yield f"{path}:{node.lineno}: {sentence}"


def crowded(files: list[Path]) -> Iterator[str]:
    """Yield a sentence for each folder that holds too many modules, `__init__.py` apart."""
    folders = Counter(it.parent for it in files if it.name != "__init__.py")
    for folder, number in folders.items():
        if number > FILES_IN_A_FOLDER:
            yield f"{folder}: {number} modules, {FILES_IN_A_FOLDER} at most"


def faults(root: Path = ROOT) -> list[str]:
    """Return a sentence for everything that is too large."""
    modules = [it for part in CODE for it in sorted((root / part).rglob("*.py"))]
    sized = [(it, FILE_LINES) for it in modules]
    sized += [(it, TEMPLATE_LINES) for it in sorted((root / "lms").rglob("templates/**/*.html"))]
    found = [
        f"{path}: {lines(path)} lines, {limit} at most"
        for path, limit in sized
        if lines(path) > limit
    ]
    found += [fault for path in modules for fault in long_functions(path)]
    # Tests at the root are about the whole house; they have no folder to move to.
    inside = [it for it in modules if it.parent != root / "tests"]
    found += crowded(inside)
    return [it.removeprefix(f"{root}/") for it in found]


def main() -> int:
    """Print what is too large; return 1 if anything is."""
    found = faults()
    print("\n".join(found) or "Every file, function, template and folder is within its limit.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
