from pathlib import Path

import pytest
from flask_babel import force_locale

from lms.accounts.actors import SYSTEM
from lms.figures.release.cells import Audience
from lms.figures.reports.copies import Copy
from lms.figures.reports.files.notes import notes
from lms.figures.reports.models import Report
from lms.people import services as people
from tests.factories.lists import ImportedRowFactory
from tests.factories.people import PersonFactory, SuggestionFactory
from tests.figures.given import NOW, session_with
from tests.figures.reports.given import prepared, published

pytestmark = pytest.mark.usefixtures("database")


def of(report: Report, audience: Audience) -> list[str]:
    with force_locale("en"):
        return notes(report, Copy(audience, report.content or {}))


def said(tmp_path: Path, audience: Audience, **changes: object) -> str:
    return "\n".join(of(published(tmp_path, prepared(**changes)), audience))


def test_each_audience_has_a_signature_of_its_own(tmp_path: Path) -> None:
    report = published(tmp_path)
    with force_locale("en"):
        outside, inside = (
            notes(report, Copy(it, report.content or {}))[-1]
            for it in (Audience.OUTSIDE, Audience.INSIDE)
        )
    assert outside.startswith("Signature (Ed25519): ")
    assert inside == f"Signature (Ed25519): {report.signature}"
    assert outside != inside


def test_undecided_persons_are_said_as_a_range(tmp_path: Path) -> None:
    one, other = PersonFactory.create(), PersonFactory.create()
    session_with({one: "P", other: "P"})
    SuggestionFactory.create(person=one, candidate=other)
    found = said(tmp_path, Audience.INSIDE, print_range=True)
    assert "of whom 1 to be checked: between 1 and 2" in found


def test_decisions_are_attached_line_by_line_without_a_name(tmp_path: Path) -> None:
    one, other = (PersonFactory.create(surname="Exemple-Nom") for _ in range(2))
    merge = people.merge(merged=one, survivor=other, now=NOW, actor=SYSTEM)
    report = published(tmp_path)
    inside, outside = (of(report, it) for it in (Audience.INSIDE, Audience.OUTSIDE))
    said = f"1 April 2014 at 9:00 – Merge no. {merge.id}: two records are one person."
    assert inside[-2:] == [
        "Decided by hand since the last report, and still undecided",
        f"{said} Records no. {one.id}, {other.id}.",
    ]
    assert outside[-1] == said
    assert "Exemple-Nom" not in "".join([*inside, *outside])


def test_an_undecided_row_says_where_it_stands(tmp_path: Path) -> None:
    one, other = PersonFactory.create(), PersonFactory.create()
    session_with({one: "P", other: "P"})
    asked = SuggestionFactory.create(person=one, candidate=other)
    row = ImportedRowFactory.create(suggestion_id=asked.id, number=12)
    last = said(tmp_path, Audience.INSIDE, print_range=True).splitlines()[-1]
    assert last.startswith(f"Undecided, question no. {asked.id}: ")
    assert last.endswith(f"List no. {row.imported_list_id}, row 12.")


def test_nothing_says_sample_where_nothing_is(tmp_path: Path) -> None:
    assert "Sample data" not in said(tmp_path, Audience.OUTSIDE)
