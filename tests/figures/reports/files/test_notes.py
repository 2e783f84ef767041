from pathlib import Path

import pytest
from flask_babel import force_locale

from lms.figures.release.cells import Audience
from lms.figures.reports.copies import Copy
from lms.figures.reports.files.notes import notes
from tests.factories.people import PersonFactory, SuggestionFactory
from tests.figures.given import session_with
from tests.figures.reports.given import prepared, published

pytestmark = pytest.mark.usefixtures("database")


def said(tmp_path: Path, audience: Audience, **changes: object) -> str:
    report = published(tmp_path, prepared(**changes))
    with force_locale("en"):
        return "\n".join(notes(report, Copy(audience, report.content or {})))


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


def test_nothing_says_sample_where_nothing_is(tmp_path: Path) -> None:
    assert "Sample data" not in said(tmp_path, Audience.OUTSIDE)
