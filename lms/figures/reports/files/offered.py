"""The files of a published report to take along, for outside first."""

from typing import Any

from flask import url_for
from flask_babel import gettext as _

from lms.figures.pages.files import Choice, File
from lms.figures.release.cells import Audience
from lms.figures.reports.models import Report
from lms.i18n import language

INSIDE = {"audience": Audience.INSIDE}


def offered(report: Report) -> list[Choice]:
    """Return the files for each audience; each address says for whom it is."""
    outside = [
        *_papers(report),
        File(_("XLSX, a sheet a measure"), _address("as_xlsx", report)),
        File(_("CSV, for other programs"), _address("as_csv", report)),
        File(_("JSON, signed"), _address("as_json", report)),
    ]
    if language() == "fr":
        address = _address("as_csv", report, **{"for": "spreadsheet"})
        outside.insert(-1, File(_("CSV, for a spreadsheet in French"), address))
    inside = [
        File(_("%(form)s, full numbers", form=form), _address(endpoint, report, **INSIDE))
        for form, endpoint in {"XLSX": "as_xlsx", "CSV": "as_csv", "JSON": "as_json"}.items()
    ]
    return [
        Choice(_("For outside: small numbers masked"), outside),
        Choice(
            _("For inside: full numbers"),
            [
                *_papers(report, **INSIDE),
                *inside,
                File(_("Audit sample"), _address("sample", report)),
            ],
        ),
    ]


def _papers(report: Report, **more: str) -> list[File]:
    names = {"fr": _("PDF in French"), "en": _("PDF in English")}
    return [
        File(name, _address("as_pdf", report, lang=locale, **more))
        for locale, name in names.items()
    ]


def _address(endpoint: str, report: Report, **more: str) -> str:
    asked: dict[str, Any] = {"code": report.code, **more}
    return url_for(f"reports.{endpoint}", **asked)
