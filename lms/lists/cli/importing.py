"""The command that brings lists in, with a report for people."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypedDict, Unpack

import click
from flask.cli import with_appcontext
from flask_babel import gettext as _

from lms import clock
from lms.accounts.actors import Actor
from lms.accounts.current import command_actor
from lms.accounts.labels import refused
from lms.errors import LmsError, RuleBroken
from lms.extensions import db
from lms.lib.sheets.reading import read_sheet
from lms.lib.sheets.sheet import Sheet, UnreadableSheet
from lms.lib.whole_files import write_whole
from lms.lists import labels, queries, services
from lms.lists.cli import counts as headcounts
from lms.lists.cli.report import Report
from lms.lists.errors import NothingToRecord
from lms.lists.outcomes import Decision
from lms.lists.queries import CountPreview, Preview
from lms.lists.reading import subjects
from lms.lists.reading.mapping import Mapping
from lms.lists.reading.person import Terms
from lms.lists.services import NamedFile
from lms.people import queries as people
from lms.people.models import Category
from lms.sessions.models import TrainingSession

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
OUTPUT = click.Path(dir_okay=False, path_type=Path)
WITHOUT_SESSION = "civil-society"


class _Asked(TypedDict):
    """What was typed after the command."""

    files: tuple[Path, ...]
    code: str | None
    category: str | None
    output: Path | None
    write: bool
    email: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Into:
    """Where the lists go, and of which category whoever's row names none, if it was said."""

    training_session: TrainingSession | None
    category: Category | None
    now: datetime
    actor: Actor
    report: Report


@click.command("import-list")
@click.argument("files", metavar="FILE…", nargs=-1, required=True, type=FILE)
@click.option("--session", "code", metavar="CODE", help="Reference or short code of a session.")
@click.option("--category", metavar="CODE", help="Of people whose row names none.")
@click.option("--report", "output", metavar="OUT.csv", type=OUTPUT, help="A line a row, as CSV.")
@click.option("--apply", "write", is_flag=True, help="Record the rows; else nothing is written.")
@click.option("--as", "email", metavar="EMAIL", help="Act as this account.")
@with_appcontext
def import_list(**asked: Unpack[_Asked]) -> None:
    """Read attendance lists and say what would become of every row."""
    if asked["write"] and asked["code"] is None:
        raise click.UsageError(_("--apply needs --session."))
    try:
        into = _into(asked["code"], asked["category"], command_actor(asked["email"]))
        failed = [path for path in asked["files"] if not _examine(path, into)]
        if asked["output"] is not None:
            write_whole(asked["output"], [into.report.content()])
        if failed:
            raise click.exceptions.Exit(1)
        if asked["write"]:
            for path in asked["files"]:
                _record(path, into)
    except (RuleBroken, UnreadableSheet) as error:
        raise click.ClickException(labels.error(error)) from error
    except LmsError as error:
        raise click.ClickException(refused(error)) from error
    if asked["write"]:
        db.session.commit()


def _into(code: str | None, category: str | None, actor: Actor) -> _Into:
    training_session = queries.session_by_code(code, actor) if code else None
    audience = training_session.course_version.course.audience if training_session else None
    return _Into(
        training_session=training_session,
        category=people.category(category) if category else audience,
        now=clock.now(),
        actor=actor,
        report=Report(),
    )


def _examine(path: Path, into: _Into) -> bool:
    """Report what would become of the rows; False when the file cannot be read."""
    try:
        preview, terms = _read(path, into)
        if isinstance(preview, CountPreview):
            click.echo("\n".join(headcounts.sentences(path.name, preview)))
            return True
    except LmsError as error:
        click.echo(f"{path.name}: {labels.error(error)}")
        return False
    into.report.add(path.name, preview, terms)
    counts = preview.counts
    click.echo(
        _(
            "%(file)s: header in row %(header)s, %(rows)s; known: %(known)s, to decide: %(maybe)s,"
            " new: %(new)s, refused: %(refused)s",
            file=path.name,
            header=preview.mapping.header_row,
            rows=labels.rows(len(preview.outcomes)),
            known=counts[Decision.KNOWN],
            maybe=counts[Decision.MAYBE],
            new=counts[Decision.NEW],
            refused=counts[Decision.REFUSED],
        )
    )
    for it in preview.outcomes:
        if it.refusal or it.doubtful:
            said = _("row %(number)s: %(why)s", number=it.row.number, why=labels.why(it))
            click.echo(f"  {said}")
    for sentence in (*labels.notes(preview), labels.difference(preview)):
        if sentence:
            click.echo(f"  {sentence}")
    return True


def _read(path: Path, into: _Into) -> tuple[Preview | CountPreview, Terms]:
    sheet = read_sheet(path.read_bytes())
    slots = len(queries.slots_of(into.training_session)) if into.training_session else 0
    mapping = queries.proposed(sheet, slots)
    category = into.category or _said_by(sheet, mapping)
    session_id = None
    if into.training_session is None:
        terms = queries.terms_on(subjects.day(sheet, mapping) or into.now.date(), category)
    else:
        session_id = into.training_session.id
        terms = queries.terms(into.training_session, category)
    if mapping.counts:
        return queries.examine_counts(sheet, mapping, terms), terms
    preview = queries.examine(
        sheet,
        mapping,
        terms,
        training_session_id=session_id,
        met=into.report.met,
    )
    return preview, terms


def _said_by(sheet: Sheet, mapping: Mapping) -> Category:
    """Return the category that the list as a whole names, else that of whoever is nobody's."""
    return people.category(subjects.audience(sheet, mapping) or WITHOUT_SESSION)


def _record(path: Path, into: _Into) -> None:
    """Record one list; one in which no row can be is passed over."""
    if into.training_session is None:
        return
    taken = services.upload(
        training_session=into.training_session,
        file=NamedFile(path.name, path.read_bytes()),
        category=into.category or people.category(WITHOUT_SESSION),
        today=into.now.date(),
        actor=into.actor,
    )
    try:
        done = services.apply(
            imported_list=taken.imported_list, accept_lines=False, now=into.now, actor=into.actor
        )
    except NothingToRecord as error:
        services.discard(imported_list=taken.imported_list, actor=into.actor)
        click.echo(f"{path.name}: {labels.error(error)}")
        return
    recorded = labels.rows(done.recorded or 0)
    click.echo(_("%(file)s: recorded %(rows)s", file=path.name, rows=recorded))
