"""Commands of the counting rules: parse, call one service, commit, answer."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import click
from flask.cli import with_appcontext
from flask_babel import gettext as _, ngettext

from lms import clock
from lms.accounts.actors import SYSTEM
from lms.accounts.current import command_actor
from lms.accounts.labels import refused
from lms.errors import LmsError
from lms.extensions import db
from lms.figures.counting.periods import PeriodKind, Window, period
from lms.figures.counting.questions import Scope
from lms.figures.queries import recorded_window
from lms.figures.reports import pages as reports
from lms.figures.versions import labels, pages, queries, services
from lms.figures.versions.trial import attempt
from lms.i18n import day
from lms.unit.queries import rules as in_force
from lms.unit.rules import Rules

DAY = click.DateTime(["%Y-%m-%d"])
ACCOUNT = click.option("--as", "email", metavar="EMAIL", required=True, help="Who acts.")
SETTINGS = (
    click.option("--share", "minimum_share", type=int, help="Attendance that trains, per cent."),
    click.option("--minutes", "minimum_minutes", type=int, help="Shortest training that trains."),
    click.option("--late/--no-late", "late_counts", default=None, help="Late counts as present."),
    click.option(
        "--excused/--no-excused", "excused_counts", default=None, help="Excused counts as present."
    ),
    click.option("--adults", "smallest_adults", type=int, help="Fewest adults shown outside."),
    click.option("--minors", "smallest_minors", type=int, help="Fewest minors shown outside."),
)


def settings(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command an option a setting; what is not given stays as in force."""
    for option in reversed(SETTINGS):
        command = option(command)
    return command


@click.group()
def rules() -> None:
    """Show, try, propose and adopt the counting rules."""


@rules.command()
@with_appcontext
def show() -> None:
    """Print the rules in force, then every version that was proposed, newest first."""
    by = in_force()
    click.echo(_("In force: no. %(version)s", version=by.version))
    for it in pages.settings(by, by):
        click.echo(f"{it.label}  {it.now}")
    for version in queries.listed(SYSTEM):
        adopted = version.adopted_at
        state = _("adopted on %(day)s", day=day(adopted)) if adopted else _("not adopted")
        click.echo(f"{version.id}  {labels.called(version)}  {state}  {version.reason}")


@rules.command("try")
@click.argument("version", type=int, required=False)
@settings
@click.option("--from", "first", type=DAY, help="First day, included.")
@click.option("--to", "last", type=DAY, help="Last day, included.")
@with_appcontext
def try_(
    *, version: int | None, first: datetime | None, last: datetime | None, **asked: int | None
) -> None:
    """Print what a proposal, or other settings, would change of the totals; nothing is written.

    Each line whose total would be another, then each session with what would come out otherwise.
    Without days, of all records.
    """
    try:
        proposed = queries.get(version, SYSTEM).rules if version else _asked(asked)
        if proposed.faults:
            raise services.Senseless(proposed.faults)
        scope = Scope(window=_window(first, last))
        found = attempt(proposed=proposed, scope=scope, now=clock.now(), actor=SYSTEM)
    except LmsError as error:
        raise click.ClickException(refused(error, labels.error)) from error
    for line in reports.moved(found.difference):
        click.echo(f"{line.label}  {line.before} → {line.now}  ({line.change})")
    for turned in found.turned:
        click.echo(f"{turned.reference}  {turned.last_day}  {pages.moves(turned)}")
    if not found.turned:
        click.echo(_("Nothing would be counted otherwise."))
    if masked := pages.masked(*found.masked):
        click.echo(masked)


@rules.command()
@settings
@click.option("--reason", required=True, help="Why the unit should count otherwise.")
@ACCOUNT
@with_appcontext
def propose(*, reason: str, email: str, **asked: int | None) -> None:
    """Write down rules to be tried; prints the number of the proposal."""
    try:
        version = services.propose(
            settings=_asked(asked), reason=reason, now=clock.now(), actor=command_actor(email)
        )
    except LmsError as error:
        db.session.rollback()
        raise click.ClickException(refused(error, labels.error)) from error
    db.session.commit()
    click.echo(version.id)


@rules.command()
@click.argument("version", type=int)
@ACCOUNT
@with_appcontext
def adopt(*, version: int, email: str) -> None:
    """Count by a proposal from now on; prints the number of the rules."""
    try:
        actor = command_actor(email)
        found = queries.get(version, actor)
        judged = services.adopt(version=found, clock=clock.now, actor=actor)
    except LmsError as error:
        db.session.rollback()
        raise click.ClickException(refused(error, labels.error)) from error
    db.session.commit()
    click.echo(_("%(rules)s are in force from now on.", rules=labels.called(found)))
    click.echo(
        ngettext(
            "%(num)s participation is judged otherwise.",
            "%(num)s participations are judged otherwise.",
            judged,
        )
    )


def _asked(asked: dict[str, int | None]) -> Rules:
    given: dict[str, Any] = {name: value for name, value in asked.items() if value is not None}
    return replace(in_force(), **given)


def _window(first: datetime | None, last: datetime | None) -> Window:
    recorded = recorded_window() or period(PeriodKind.YEAR, clock.today())
    start = first.date() if first else recorded.first
    end = last.date() if last else recorded.last
    if end < start:
        raise click.BadParameter(_("it cannot be before --from"), param_hint="--to")
    return Window(start, end)
