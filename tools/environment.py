"""Make the virtual environment; nothing but the standard library is at hand yet.

    python3 -m tools.environment run|dev

The digests of the locks it was made from are kept in it, so that a second call is instant.
"""

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from venv import EnvBuilder

ROOT = Path(__file__).parents[1]
OLDEST = (3, 11)
# A development environment holds what the server needs as well.
CONTAINS = {"run": ["run"], "dev": ["run", "dev"]}


class CannotMake(Exception):
    """The environment cannot be made; the text says what to do."""


def digest(lock: Path) -> str:
    """Return what tells one lock, for one Python, from another."""
    text = f"{sys.version_info[:2]} {sys.prefix}".encode() + lock.read_bytes()
    return hashlib.sha256(text).hexdigest()


def read_stamp(folder: Path) -> dict[str, str]:
    """Return the digest of each lock installed in the folder; empty when unknown."""
    try:
        stamp: dict[str, str] = json.loads((folder / "locks.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp


def create(folder: Path) -> None:
    """Create an empty environment with pip, or leave nothing behind."""
    try:
        EnvBuilder(with_pip=True).create(folder)
    except (subprocess.CalledProcessError, ImportError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        reason = "This Python cannot make environments. On Debian: apt install python3-venv"
        raise CannotMake(reason) from error


def install(folder: Path, lock: Path) -> None:
    """Install exactly what the lock names, each file checked against its digest."""
    # A lock is whole: resolving again could only look past it, as pip does for an extra.
    options = ["--require-hashes", "--no-deps", "--disable-pip-version-check", "-qq"]
    pip = [str(folder / "bin" / "python"), "-m", "pip", "install"]
    if subprocess.run([*pip, *options, "-r", str(lock)], check=False).returncode:
        raise CannotMake(f"The packages of {lock.name} could not be installed; see above.")


def ensure(kind: str, folder: Path, locks: Path) -> bool:
    """Make the environment hold the packages of one kind; tell whether there was anything to do.

    Raises CannotMake.
    """
    if sys.version_info < OLDEST:
        raise CannotMake("Kalanso needs Python {}.{} or newer.".format(*OLDEST))
    wanted = {name: digest(locks / f"{name}.txt") for name in CONTAINS[kind]}
    stamp = read_stamp(folder)
    if wanted.items() <= stamp.items():
        return False
    if not (folder / "bin" / "python").exists():
        print(f"Making {folder.name} with the packages of requirements/{kind}.txt …", flush=True)
        create(folder)
    install(folder, locks / f"{kind}.txt")
    (folder / "locks.json").write_text(json.dumps(stamp | wanted), encoding="utf-8")
    return True


def main(arguments: Sequence[str]) -> int:
    """Run the command; return its exit status."""
    if len(arguments) != 1 or arguments[0] not in CONTAINS:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        ensure(arguments[0], ROOT / ".venv", ROOT / "requirements")
    except CannotMake as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
