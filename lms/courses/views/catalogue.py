"""Looking for a course, and reading it."""

from fractions import Fraction

from flask import render_template, request
from flask_babel import gettext as _

from lms.accounts.current import get_actor
from lms.clock import today
from lms.courses import labels, markdown, queries
from lms.courses.forms import CatalogueForm
from lms.courses.models import Course, CourseVersion, VersionStatus
from lms.courses.views.base import blueprint, may_draft, may_publish
from lms.errors import NotFound
from lms.i18n import language, localised, percent

PAGE = 20


@blueprint.get("/")
def index() -> str:
    """List the courses, narrowed by words, kind and state."""
    form = CatalogueForm(request.args)
    form.offer()
    entries = queries.catalogue(today())
    found = queries.narrowed(
        entries, words=form.q.data or "", kind=form.kind.data or "", state=form.state.data or ""
    )
    by = request.args.get("sort", "")
    found = queries.ordered(found, by=by, language=language())
    pages = max(1, -(-len(found) // PAGE))
    page = min(max(1, request.args.get("page", 1, type=int)), pages)
    return render_template(
        "courses/index.html",
        form=form,
        entries=found[(page - 1) * PAGE : page * PAGE],
        total=len(entries),
        found=len(found),
        page=page,
        pages=pages,
        by=by,
        may_draft=may_draft(get_actor()),
        labels=labels,
    )


@blueprint.get("/<int:course_id>")
def show(course_id: int) -> str:
    """Show a course as one of its versions has it: the one asked for, else the one in force."""
    course = queries.course(course_id)
    wanted = request.args.get("version", type=int)
    shown = queries.shown_version(course.versions, today())
    if wanted is not None:
        shown = _numbered(course.versions, wanted)
    version = queries.version(shown.id)
    missing = queries.missing(version)
    parity = labels.parity_rows(queries.texts(version), missing)
    actor = get_actor()
    return render_template(
        "courses/show.html",
        course=course,
        version=version,
        draft=version.status is VersionStatus.DRAFT,
        published=version.status is VersionStatus.PUBLISHED,
        summary=markdown.render(localised(version, "summary")),
        bodies={it.id: markdown.render(localised(it, "body")) for it in version.modules},
        terms=_terms(course),
        terms_fixed=queries.was_published(course.id),
        missing=[labels.gap(gap) for gap in missing],
        parity=parity,
        whole=not any(row.lacking for row in parity),
        may_draft=may_draft(actor),
        may_publish=may_publish(actor),
        labels=labels,
    )


def _numbered(versions: list[CourseVersion], number: int) -> CourseVersion:
    for version in versions:
        if version.number == number:
            return version
    raise NotFound(f"course_version number {number}")


def _terms(course: Course) -> list[tuple[str, str]]:
    share, mark = course.minimum_share, Fraction(course.pass_mark, 100)
    return [
        (_("Code"), course.code),
        (_("Programme"), localised(course.programme, "label") if course.programme else ""),
        (_("Kind"), str(labels.KINDS[course.kind])),
        (_("Usual audience"), localised(course.audience, "label") if course.audience else ""),
        (_("Certificate"), str(labels.CERTIFICATES[course.certificate])),
        (
            _("Attendance asked for"),
            percent(Fraction(share, 100)) if share else _("by the counting rules"),
        ),
        (_("Pass mark"), percent(mark)),
    ]
