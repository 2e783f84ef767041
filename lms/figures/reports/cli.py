"""Commands of the reports: parse, call one service, commit, answer on standard output."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import click
from flask.cli import with_appcontext
from flask_babel import gettext as _

from lms import clock
from lms.accounts.actors import SYSTEM
from lms.accounts.current import command_actor
from lms.accounts.labels import refused
from lms.errors import LmsError
from lms.extensions import db
from lms.figures import totals
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Scope
from lms.figures.release.asking import TwoWouldTell
from lms.figures.reports import freezing, labels, pages, queries, services
from lms.figures.reports.changes.causes import SESSION_CAUSES
from lms.figures.reports.changes.difference import difference
from lms.figures.reports.models import ReportState
from lms.figures.reports.proving import verifying

NO_REPORT = (services.UnknownRegion, TwoWouldTell)
"""What is wrong with the question itself."""
DAY = click.DateTime(["%Y-%m-%d"])


@click.command("publish-report")
@click.argument("code", required=False)
@click.option("--from", "first", type=DAY, help="First day, included.")
@click.option("--to", "last", type=DAY, help="Last day, included.")
@click.option("--region", "regions", multiple=True, help="Only this one.")
@click.option("--print-range", is_flag=True, help="Print the range where rows are undecided.")
@click.option("--prepared-by", metavar="EMAIL", help="The unit head who prepares it.")
@click.option("--as", "email", metavar="EMAIL", help="The second person, who publishes it.")
@click.option("--rehearse", is_flag=True, help="Only print what would be published.")
@with_appcontext
def publish_report(  # noqa: PLR0913 - one argument an option, as click hands them over
    *,
    code: str | None,
    first: datetime | None,
    last: datetime | None,
    regions: tuple[str, ...],
    print_range: bool,
    prepared_by: str | None,
    email: str | None,
    rehearse: bool,
) -> None:
    """Publish the prepared report CODE, or one of the days given; two persons are needed.

    With --rehearse nothing is written. Prints the code of the report.
    """
    scope = None if code else _scope(first, last, regions)
    try:
        if rehearse:
            _print(_rehearsed(code, scope))
            return
        report = (
            queries.get(code, SYSTEM)
            if code
            else services.prepare(
                window=_asked(scope).window,
                regions=_asked(scope).regions,
                print_range=print_range,
                now=clock.now(),
                actor=command_actor(prepared_by),
            )
        )
        services.publish(
            report=report,
            clock=clock.now,
            key=freezing.signing_key(),
            actor=command_actor(email),
        )
    except NO_REPORT as error:
        db.session.rollback()
        raise click.UsageError(labels.error(error)) from error
    except LmsError as error:
        db.session.rollback()
        raise click.ClickException(refused(error, labels.error)) from error
    db.session.commit()
    click.echo(report.code)


@click.command("report-diff")
@click.argument("code")
@with_appcontext
def report_diff(code: str) -> None:
    """Say what has changed since a report: each line, each cause with what it did, the sums."""
    try:
        report = queries.get(code, SYSTEM)
        if report.state is ReportState.PREPARED:
            raise services.NotPublished(report.tag)
        found = difference(report, SYSTEM)
    except LmsError as error:
        raise click.ClickException(refused(error, labels.error)) from error
    for it in pages.moved(found):
        click.echo(f"{it.label}  {it.before} → {it.now}  ({it.change})")
    numbers = {it.cause.number for it in found.changes if it.cause.kind in SESSION_CAUSES}
    for cause in pages.told(found, queries.references(numbers)):
        click.echo(f"\n{cause.cause.moment:%Y-%m-%d %H:%M}  {cause.label}")
        for line in cause.lines:
            click.echo(f"  {line.label}  {line.change}")
    for proof in pages.proofs(found):
        click.echo(f"\n{proof}")


@click.command("report-verify")
@click.argument("report", metavar="CODE|FILE")
@with_appcontext
def report_verify(report: str) -> None:
    """Say whether a report is as it was signed here; exit 0 only if it is.

    Of a CODE the facts it counted are read again too, and must have their digest.
    """
    path = Path(report)
    try:
        found = (
            verifying.of_file(path.read_bytes(), public=freezing.signing_key().public)
            if path.is_file()
            else verifying.of_report(queries.get(report, SYSTEM))
        )
    except LmsError as error:
        raise click.ClickException(refused(error, labels.error)) from error
    click.echo(labels.FOUND[found])
    if found is not verifying.Found.GENUINE:
        raise click.exceptions.Exit(1)


def _scope(first: datetime | None, last: datetime | None, regions: tuple[str, ...]) -> Scope:
    if first is None or last is None:
        raise click.UsageError(_("give the CODE of a prepared report, or --from and --to"))
    if last < first:
        raise click.BadParameter(_("it cannot be before --from"), param_hint="--to")
    window = Window(first.date(), last.date())
    return Scope(window=window, regions=frozenset(regions) or None)


def _asked(scope: Scope | None) -> Scope:
    if scope is None:
        raise click.UsageError(_("give --from and --to"))
    return scope


def _rehearsed(code: str | None, scope: Scope | None) -> dict[str, Any]:
    """Return what the report would say if it were published now."""
    scope = freezing.scope_of(queries.get(code, SYSTEM)) if code else _asked(scope)
    services.vet(scope=scope, actor=SYSTEM)
    return freezing.tables(totals.read(scope=scope, actor=SYSTEM))


def _print(content: dict[str, Any]) -> None:
    click.echo(json.dumps(content, ensure_ascii=False, indent=2))
