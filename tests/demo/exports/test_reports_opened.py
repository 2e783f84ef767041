"""Every file of a report of the sample mission, and of a pivot, as other programs open it."""

import json
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from flask import Flask
from flask_babel import force_locale
from jsonschema import Draft202012Validator
from sqlalchemy import select

from lms import clock
from lms.accounts.actors import Actor, Role
from lms.accounts.models import User
from lms.extensions import db
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import Question, Scope
from lms.figures.exports import Origin, pivots
from lms.figures.release import gate
from lms.figures.release.cells import Audience
from lms.figures.reports import freezing, services
from lms.figures.reports.copies import Copy
from lms.figures.reports.files import tables
from lms.figures.reports.models import Report
from lms.figures.reports.paper.audit import draw_sample
from lms.figures.reports.paper.printing import draw
from lms.figures.reports.proving import sampling
from lms.i18n import LOCALES
from lms.lib.sheets.writing import Table
from tests.demo.exports.test_opened import WINDOW, every_audience, same_numbers
from tests.house import ROOT
from tests.paper import printed_text

SCHEMA = ROOT / "lms" / "figures" / "reports" / "data" / "report.schema.json"
SEED = {
    "fr": ("358", "1 637", "3 191", "3 000"),
    "en": ("358", "1,637", "3,191", "3,000"),
}
SAMPLES = {"fr": "Données d’exemple", "en": "Sample data"}
SPOKEN = {Audience.OUTSIDE: "fr", Audience.INSIDE: "en"}
"""In which language each workbook is opened: what is to be lost are numbers."""


@dataclass(frozen=True, kw_only=True)
class Files:
    """What a report gives to take along."""

    code: str
    surnames: frozenset[str]
    """Of those drawn for the audit."""
    papers: dict[tuple[Audience, str], bytes] = field(default_factory=dict)
    """For whom, and in which language."""
    books: dict[Audience, tuple[bytes, list[Table]]] = field(default_factory=dict)
    documents: dict[Audience, str] = field(default_factory=dict)
    samples: dict[str, bytes] = field(default_factory=dict)


@pytest.fixture(scope="module")
def files(sample_mission: Flask) -> Files:
    """Return the files of a report that is published and, once they are made, was never there."""
    with sample_mission.app_context():
        report = services.prepare(
            window=WINDOW, print_range=True, now=clock.now(), actor=somebody(Role.UNIT_HEAD)
        )
        services.publish(
            report=report,
            clock=clock.now,
            key=freezing.signing_key(),
            actor=somebody(Role.ADMINISTRATOR),
        )
        made = taken_along(report)
        db.session.rollback()
    return made


def somebody(role: Role) -> Actor:
    """Return an account of the sample mission."""
    found = select(User).where(User.role == role).order_by(User.id).limit(1)
    return db.session.scalars(found).one().actor


def taken_along(report: Report) -> Files:
    """Make every file of a report."""
    drawn = sampling.draw(report, 5)
    made = Files(
        code=report.code,
        surnames=frozenset(it.fact.person.surname for it in drawn if it.fact.person),
    )
    for audience in Audience:
        copy = Copy(audience, report.content or {})
        made.documents[audience] = json.dumps(freezing.signed(report, audience))
        for locale in LOCALES:
            with force_locale(locale):
                made.papers[audience, locale] = draw(report, copy)
        with force_locale(SPOKEN[audience]):
            made.books[audience] = tables.workbook(report, copy), tables.sheets(copy)
    for locale in LOCALES:
        with force_locale(locale):
            made.samples[locale] = draw_sample(report, drawn, 5)
    return made


def kept(content: bytes, path: Path) -> Path:
    path.write_bytes(content)
    return path


@every_audience
def test_libreoffice_loses_no_number_of_a_report(
    files: Files, audience: Audience, tmp_path: Path
) -> None:
    content, sheets = files.books[audience]
    assert same_numbers(kept(content, tmp_path / "it.xlsx"), sheets) > 100


def test_libreoffice_loses_no_number_of_a_pivot(sample_mission: Flask, tmp_path: Path) -> None:
    scope = Scope(window=WINDOW)
    asked = Question(scope=scope, dimension=Dimension.REGION, across=Dimension.QUARTER)
    with sample_mission.app_context(), force_locale("fr"):
        release = gate.release(
            scope=scope, audience=Audience.INSIDE, actor=somebody(Role.UNIT_HEAD)
        )
        origin = Origin(by="Essai", now=clock.now(), is_sample=True)
        content, table = pivots.workbook(release, origin, [asked]), pivots.table(release, asked)
    assert same_numbers(kept(content, tmp_path / "it.xlsx"), [table]) > 50


@every_audience
@pytest.mark.parametrize("locale", LOCALES)
def test_pdftotext_reads_the_figures_on_the_pages_of_a_report(
    files: Files, audience: Audience, locale: str, tmp_path: Path
) -> None:
    text = printed_text(kept(files.papers[audience, locale], tmp_path / "it.pdf"))
    pages = [" ".join(it.split()) for it in text.split("\f")[:2]]
    assert not [it for it in SEED[locale] if it not in " ".join(pages)]
    for page in pages:
        assert files.code in page
        assert SAMPLES[locale] in page


@pytest.mark.parametrize("locale", LOCALES)
def test_pdftotext_reads_everybody_drawn_for_an_audit_and_no_name(
    files: Files, locale: str, tmp_path: Path
) -> None:
    text = printed_text(kept(files.samples[locale], tmp_path / "it.pdf"))
    lines = [it.strip() for it in text.splitlines()]
    for position in range(1, sampling.SIZE + 1):
        assert any(it.startswith(f"{position}. ") for it in lines)
    assert all(SAMPLES[locale] in it for it in text.split("\f")[:-1])
    assert files.surnames
    assert files.surnames.isdisjoint(text.split())


@every_audience
def test_the_document_of_a_report_fits_the_published_schema(
    files: Files, audience: Audience
) -> None:
    document = json.loads(files.documents[audience])
    Draft202012Validator(json.loads(SCHEMA.read_text())).validate(document)
    assert ("released" in document["report"]) is (audience is Audience.INSIDE)
