"""Commands that bring in targets and declared strengths from files."""

from collections.abc import Sequence
from pathlib import Path

import click
from flask.cli import with_appcontext

from lms import clock
from lms.accounts.actors import Actor
from lms.accounts.current import command_actor
from lms.accounts.labels import refused
from lms.errors import LmsError, NotAllowed, NotFound
from lms.extensions import db
from lms.figures.targets import exchange, labels
from lms.figures.targets.errors import NoTable, TooManyRows
from lms.figures.targets.values import Given, Kind
from lms.lib.sheets.sheet import UnreadableSheet

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("import-targets")
@click.argument("files", metavar="FILE…", nargs=-1, required=True, type=FILE)
@click.option("--apply", "write", is_flag=True, help="Enter the rows; else nothing is written.")
@click.option("--as", "email", metavar="EMAIL", help="Act as this account.")
@with_appcontext
def import_targets(*, files: tuple[Path, ...], write: bool, email: str | None) -> None:
    """Read targets from CSV, XLSX or ODS and say what becomes of each row.

    Exit 1 where a row cannot be entered; then nothing is.
    """
    _import(Kind.TARGETS, files, write=write, email=email)


@click.command("import-strengths")
@click.argument("files", metavar="FILE…", nargs=-1, required=True, type=FILE)
@click.option("--apply", "write", is_flag=True, help="Enter the rows; else nothing is written.")
@click.option("--as", "email", metavar="EMAIL", help="Act as this account.")
@with_appcontext
def import_strengths(*, files: tuple[Path, ...], write: bool, email: str | None) -> None:
    """Read declared strengths from CSV, XLSX or ODS and say what becomes of each row.

    Exit 1 where a row cannot be entered; then nothing is.
    """
    _import(Kind.STRENGTHS, files, write=write, email=email)


def _import(kind: Kind, files: Sequence[Path], *, write: bool, email: str | None) -> None:
    """Look at every file, each beside those before it; then enter them all, or none."""
    contents = {path: path.read_bytes() for path in files}
    said: list[Given] = []
    try:
        actor = command_actor(email)
        good = [_examine(path, kind, actor, contents[path], said) for path in files]
        if not all(good):
            raise click.exceptions.Exit(1)
        if not write:
            return
        now = clock.now()
        brought = [exchange.enter(contents[it], kind, now=now, actor=actor) for it in files]
    except LmsError as error:
        db.session.rollback()
        raise click.ClickException(_why(error)) from error
    db.session.commit()
    for path, found in zip(files, brought, strict=True):
        click.echo(f"{path.name}: {labels.brought(found)}")


def _examine(path: Path, kind: Kind, actor: Actor, content: bytes, said: list[Given]) -> bool:
    """Say what becomes of each row and add it to ``said``; False where one cannot be entered."""
    try:
        rows = exchange.preview(content, kind, actor, said)
    except (UnreadableSheet, NoTable, TooManyRows) as error:
        click.echo(f"{path.name}: {labels.error(error)}")
        return False
    for it in exchange.shown(rows):
        becomes = it.trouble or f"{it.fate} · {it.what} · {it.count}"
        click.echo(f"{path.name}:{it.number}: {becomes}")
    if not rows:
        click.echo(f"{path.name}: {labels.nothing()}")
    said += [it.given for it in rows if it.given and not it.trouble]
    return bool(rows) and not any(it.trouble for it in rows)


def _why(error: LmsError) -> str:
    of_any_command = isinstance(error, NotAllowed | NotFound)
    return refused(error) if of_any_command else labels.error(error)
