"""Files of a published report, for outside unless asked."""

import json

from flask import Response, make_response, request
from flask_babel import force_locale

from lms.accounts import audit
from lms.accounts.current import get_actor
from lms.figures.exports import schemas
from lms.figures.release.cells import Audience
from lms.figures.reports import freezing
from lms.figures.reports.copies import Copy
from lms.figures.reports.files import tables
from lms.figures.reports.models import Report
from lms.figures.reports.paper.audit import draw_sample
from lms.figures.reports.paper.printing import draw
from lms.figures.reports.proving import sampling
from lms.figures.reports.views.base import blueprint, published
from lms.i18n import LOCALES, language
from lms.lib.sheets.writing import XLSX


@blueprint.get("/<code>.json")
def as_json(code: str) -> Response:
    """Give a published report with its signature, for whoever verifies it."""
    report, copy = _copy(code)
    signed = freezing.signed(report, copy.audience)
    document = {schemas.KEY: schemas.address(schemas.REPORT), **signed}
    content = json.dumps(document, ensure_ascii=False, indent=2).encode()
    return _file(content, "application/json", copy, f"{report.code}.json")


@blueprint.get("/<code>.xlsx")
def as_xlsx(code: str) -> Response:
    """Give a published report as a workbook."""
    report, copy = _copy(code)
    return _file(tables.workbook(report, copy), XLSX, copy, f"{report.code}.xlsx")


@blueprint.get("/<code>.csv")
def as_csv(code: str) -> Response:
    """Give a published report line by line, for programs or for a spreadsheet in French."""
    report, copy = _copy(code)
    french = request.args.get("for") == "spreadsheet" and language() == "fr"
    content = tables.csv(report, copy, french=french)
    return _file(content, "text/csv; charset=utf-8", copy, f"{report.code}.csv")


@blueprint.get("/<code>.pdf")
def as_pdf(code: str) -> Response:
    """Give a published report as two pages, in the language asked for or the reader's."""
    report, copy = _copy(code)
    asked = request.args.get("lang")
    locale = asked if asked in LOCALES else language()
    with force_locale(locale):
        content = draw(report, copy)
    return _file(content, "application/pdf", copy, f"{report.code}-{locale}.pdf")


@blueprint.get("/<code>/sample.pdf")
def sample(code: str) -> Response:
    """Give persons drawn at random from those counted, to be compared with the paper."""
    report, actor = published(code), get_actor()
    seed = request.args.get("seed", type=int)
    seed = sampling.usual_seed(report) if seed is None else seed
    answer = make_response(draw_sample(report, sampling.draw(report, seed), seed))
    answer.headers["Content-Type"] = "application/pdf"
    answer.headers["Content-Disposition"] = f'attachment; filename="{code}-sample-{seed}.pdf"'
    audit.record_read(f"{report.tag}/sample", actor=actor)
    return answer


def _copy(code: str) -> tuple[Report, Copy]:
    """Return a published report and what the audience asked for may have; outside unless asked."""
    report = published(code)
    inside = request.args.get("audience") == Audience.INSIDE
    return report, Copy(Audience.INSIDE if inside else Audience.OUTSIDE, report.content or {})


def _file(content: bytes, mimetype: str, copy: Copy, name: str) -> Response:
    """Answer with a file; one for inside says so in its name."""
    stem, _dot, suffix = name.rpartition(".")
    inside = "" if copy.is_masked else "-inside"
    answer = make_response(content)
    answer.headers["Content-Type"] = mimetype
    answer.headers["Content-Disposition"] = f'attachment; filename="{stem}{inside}.{suffix}"'
    return answer
