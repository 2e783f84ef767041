"""The files to take along, for outside first."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from lms.figures.release.cells import Audience
from lms.i18n import language


@dataclass(frozen=True, slots=True)
class File:
    """One file and its address."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Choice:
    """The files for an audience, and what sets them apart."""

    label: str
    files: list[File]


def files(asked: Mapping[str, Any]) -> list[Choice]:
    """Return the files of the figures that ``asked`` filters, for outside and for inside.

    As known on a past day they are for inside alone.
    """
    masked = Choice(_("For outside: small numbers masked"), _outside(asked))
    return [
        *([] if "as-of" in asked else [masked]),
        Choice(_("For inside: full numbers"), _inside({**asked, "audience": Audience.INSIDE})),
        Choice(_("Large files"), _in_background(asked)),
    ]


def of_pivot(asked: Mapping[str, Any]) -> list[Choice]:
    """Return where the table of two dimensions that ``asked`` filters can be had as a file."""
    return [Choice(_("This table and others"), _in_background(asked))]


def _in_background(asked: Mapping[str, Any]) -> list[File]:
    return [
        File(_("Prepare in the background"), url_for("exports.new", **asked)),
        File(_("My exports"), url_for("exports.index")),
    ]


def _outside(asked: Mapping[str, Any]) -> list[File]:
    kinds = [
        File(_("XLSX, a sheet a measure"), url_for("figures.as_xlsx", **asked)),
        File(_("PDF, to print"), url_for("figures.as_pdf", **asked)),
        File(_("CSV, for other programs"), url_for("figures.as_csv", **asked)),
        File(_("CSV with HXL hashtags"), url_for("figures.as_csv", **{**asked, "for": "hxl"})),
        File(_("JSON, for other programs"), url_for("figures.as_json", **asked)),
    ]
    if language() == "fr":
        address = url_for("figures.as_csv", **{**asked, "for": "spreadsheet"})
        kinds.insert(3, File(_("CSV, for a spreadsheet in French"), address))
    return kinds


def _inside(asked: Mapping[str, Any]) -> list[File]:
    """Return the same with full numbers, which the words of each link say."""
    endpoints = {"XLSX": "as_xlsx", "PDF": "as_pdf", "CSV": "as_csv", "JSON": "as_json"}
    return [
        File(_("%(form)s, full numbers", form=form), url_for(f"figures.{endpoint}", **asked))
        for form, endpoint in endpoints.items()
    ]
