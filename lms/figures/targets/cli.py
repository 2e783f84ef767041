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
from lms.figures.targets.values import Kind

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
    try:
        actor = command_actor(email)
        good = [_examine(path, kind, actor, write=write) for path in files]
    except LmsError as error:
        db.session.rollback()
        raise click.ClickException(_why(error)) from error
    if not all(good):
        db.session.rollback()
        raise click.exceptions.Exit(1)
    if write:
        db.session.commit()


def _examine(path: Path, kind: Kind, actor: Actor, *, write: bool) -> bool:
    """Say what becomes of each row, and enter them if asked; False where one cannot be."""
    content = path.read_bytes()
    rows = exchange.preview(content, kind, actor)
    for it in exchange.shown(rows):
        said = it.trouble or f"{it.fate} · {it.what} · {it.count}"
        click.echo(f"{path.name}:{it.number}: {said}")
    if not rows:
        click.echo(f"{path.name}: {labels.nothing()}")
    if not rows or any(it.trouble for it in rows):
        return False
    if write:
        brought = exchange.enter(content, kind, now=clock.now(), actor=actor)
        click.echo(f"{path.name}: {labels.brought(brought)}")
    return True


def _why(error: LmsError) -> str:
    of_any_command = isinstance(error, NotAllowed | NotFound)
    return refused(error) if of_any_command else labels.error(error)
