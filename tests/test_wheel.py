"""The wheel carries all that `pip install` and `lms run` need."""

import shutil
import subprocess
import sys
import zipfile

import pytest

from tests.house import ROOT

SOURCES = ["lms", "migrations", "translations", "requirements"]
FILES = ["setup.py", "setup.cfg", "pyproject.toml", "LICENSE", "wsgi.py"]
BUILD = "from setuptools.build_meta import build_wheel; build_wheel('dist')"
MADE = shutil.ignore_patterns("__pycache__", "*.mo", "*.pyc")


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Return the names in a wheel built from a copy of the sources."""
    copy = tmp_path_factory.mktemp("sources")
    for folder in SOURCES:
        shutil.copytree(ROOT / folder, copy / folder, ignore=MADE)
    for file in FILES:
        shutil.copy(ROOT / file, copy)
    command = [sys.executable, "-W", "error::UserWarning", "-c", BUILD]
    answer = subprocess.run(  # noqa: S603 - every word is written above
        command, cwd=copy, check=False, capture_output=True, text=True
    )
    assert answer.returncode == 0, answer.stderr
    [wheel] = (copy / "dist").glob("*.whl")
    return set(zipfile.ZipFile(wheel).namelist())


def test_every_file_of_the_package_is_in_it(contents: set[str]) -> None:
    package = [it for it in (ROOT / "lms").rglob("*") if it.is_file() and it.suffix != ".pyc"]
    lacking = {str(it.relative_to(ROOT)) for it in package} - contents
    assert lacking == set()


def test_migrations_and_compiled_catalogues_are_in_it(contents: set[str]) -> None:
    versions = (ROOT / "migrations").rglob("*.py")
    wanted = {f"lms/{it.relative_to(ROOT)}" for it in versions}
    wanted |= {f"lms/translations/{it}/LC_MESSAGES/messages.mo" for it in ("fr", "en")}
    assert wanted - contents == set()


def test_it_offers_the_command(contents: set[str]) -> None:
    assert any(it.endswith("entry_points.txt") for it in contents)


def test_nothing_else_is_in_it(contents: set[str]) -> None:
    folders = {it.partition("/")[0] for it in contents}
    assert {it for it in folders if not it.endswith(".dist-info")} == {"lms"}
