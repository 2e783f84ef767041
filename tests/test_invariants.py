"""Promises about the whole code base, checked on the code base itself."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house import (
    MODULES,
    PACKAGE,
    ROOT,
    address,
    is_one_of,
    name,
    nodes,
    public_functions,
)
from tools import sizes

CHANGES = {f"db.session.{verb}" for verb in ("add", "add_all", "delete", "merge")}
STATEMENTS = {"insert", "update", "delete"}
# A module of services whose name begins with _ helps its neighbours and is called by nobody else.
SERVICES = [it for it in MODULES if is_one_of(it, "services") and not it.name.startswith("_")]

# Nobody has signed in yet, or the act is asked by the machine itself: there is no actor to pass.
WITHOUT_ACTOR = {
    "lms/accounts/services/guesses.py:check": "whoever guesses is not known",
    "lms/accounts/services/guesses.py:record": "whoever guesses is not known",
    "lms/accounts/services/guesses.py:forget": "called on the way in",
    "lms/accounts/services/signing_in.py:sign_in": "nobody has signed in yet",
}
# These only add to tables that are their own trail, or change nothing.
WITHOUT_TRACE = {
    "lms/accounts/services/guesses.py": "guesses are a trail that may be forgotten",
    "lms/sessions/services/rejudging.py": "whoever adopts rules leaves one trace for all of them",
}
# Modules whose tests stand elsewhere, and why.
WITHOUT_TEST_FILE: dict[str, str] = {
    "lms/extensions.py": "objects without a line of their own",
    "lms/signals.py": "declarations; each is tried where it is sent",
}

COPYING = ("sending",)
"""Copies the ledger to other servers, where a batch stands only once each of them has its part."""

every_module = pytest.mark.parametrize("path", MODULES, ids=name)
every_service = pytest.mark.parametrize("path", SERVICES, ids=name)


@every_module
def test_only_the_edges_commit(path: Path) -> None:
    lines = [it.lineno for it in nodes(path, ast.Attribute) if it.attr == "commit"]
    assert not lines or is_one_of(path, "views", "api", "cli", "tasks", *COPYING)


@every_module
def test_only_services_subscribers_and_reference_data_add_or_delete(path: Path) -> None:
    used = {ast.unparse(it) for it in nodes(path, ast.Attribute)} & CHANGES
    imports = [it for it in nodes(path, ast.ImportFrom) if it.module == "sqlalchemy"]
    used |= {alias.name for it in imports for alias in it.names} & STATEMENTS
    kept_beside = path in {
        PACKAGE / "accounts" / "audit.py",
        PACKAGE / "figures" / "ledger" / "blocks.py",
    }
    assert (
        not used
        or kept_beside
        or is_one_of(path, "services", "subscribers", "reference", *COPYING)
    )


@every_module
def test_nothing_is_called_just_session(path: Path) -> None:
    names = {it.id for it in nodes(path, ast.Name)}
    names |= {it.arg for it in nodes(path, ast.arg)}
    names |= {it.asname or it.name for it in nodes(path, ast.alias)}
    assert "session" not in names, "say training_session, or db.session"


@every_module
def test_imports_stand_at_the_top(path: Path) -> None:
    inside = [
        it
        for function in nodes(path, ast.FunctionDef)
        for it in ast.walk(function)
        if isinstance(it, ast.Import | ast.ImportFrom)
    ]
    assert not inside


@every_module
def test_every_public_function_says_what_it_does(path: Path) -> None:
    silent = [it.name for it in public_functions(path) if not ast.get_docstring(it)]
    assert not silent


@every_service
def test_a_service_knows_who_asks(path: Path) -> None:
    for function in public_functions(path):
        if f"{name(path)}:{function.name}" in WITHOUT_ACTOR:
            continue
        given = function.args
        assert not given.args, f"{function.name}: keywords only"
        assert given.kwonlyargs, f"{function.name}: needs an actor"
        last = given.kwonlyargs[-1]
        annotation = ast.unparse(last.annotation) if last.annotation else ""
        assert (last.arg, annotation) == ("actor", "Actor"), f"{function.name}: actor: Actor last"


@every_service
def test_a_service_leaves_a_trace(path: Path) -> None:
    acts = [it for it in public_functions(path) if name(path) not in WITHOUT_TRACE]
    imported = {f"{it.module}" for it in nodes(path, ast.ImportFrom)}
    near = [it for it in MODULES if it.parent == path.parent and address(it) in imported]
    calls = {ast.unparse(call.func) for it in [path, *near] for call in nodes(it, ast.Call)}
    assert not acts or calls & {"audit.record", "record"}


def mirrored(path: Path) -> list[Path]:
    """Return where the tests of a module may stand: a file of its name, or a folder."""
    inside = path.relative_to(PACKAGE)
    file = ROOT / "tests" / inside.with_name(f"test_{inside.name}")
    folder = ROOT / "tests" / inside.with_suffix("")
    several = sorted(file.parent.glob(f"test_{inside.stem}_*.py"))
    return [it for it in (file, folder, *several) if it.exists()]


def without_test_file() -> Iterator[str]:
    """Yield each module that holds code and has no test file of its name."""
    for path in MODULES:
        holds = path.stem != "__init__" and bool(nodes(path, ast.FunctionDef))
        if holds and not mirrored(path):
            yield name(path)


def test_every_module_has_its_tests() -> None:
    lacking = set(without_test_file())
    assert lacking <= WITHOUT_TEST_FILE.keys(), "no test file"
    stale = {it for it in WITHOUT_TEST_FILE if not (ROOT / it).exists()}
    assert not stale, "no longer there"


def test_nothing_has_outgrown_its_limit() -> None:
    assert sizes.faults() == []


def test_exceptions_are_few_and_explained() -> None:
    lines = [
        line
        for path in MODULES
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    marks = [it for it in lines if "# noqa" in it or "type: ignore" in it]
    assert all(" - " in it or it.count("#") > 1 for it in marks), "a reason stands beside each"
    assert len(marks) * 1000 <= len(lines)


def test_nothing_names_a_machine() -> None:
    private = ("/work/", "/home/", "/root/")
    found = [
        f"{name(path)}: {word}"
        for path in MODULES
        for word in private
        if word in path.read_text(encoding="utf-8")
    ]
    assert not found
