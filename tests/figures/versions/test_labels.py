import pytest
from flask import Flask
from flask_babel import force_locale

from lms.errors import RuleBroken
from lms.figures.versions import labels, services
from lms.unit.models import RuleVersion
from lms.unit.rules import Rules


@pytest.mark.parametrize(
    ("name", "words"),
    [("minimum_share", "75\u202f%"), ("late_counts", "oui"), ("smallest_minors", "10")],
)
def test_a_setting_is_said_as_french_writes_it(app: Flask, name: str, words: str) -> None:
    with app.test_request_context(), force_locale("fr"):
        assert labels.setting(name, Rules()) == words


@pytest.mark.parametrize(
    ("raised", "words"),
    [
        (services.Senseless(frozenset({"minimum_share"})), "Attendance that makes"),
        (services.Unchanged("rules"), "in force"),
        (services.NoReason("rules"), "Say why"),
        (services.AlreadyAdopted("rules"), "adopted already"),
    ],
)
def test_each_refusal_has_a_sentence(app: Flask, raised: RuleBroken, words: str) -> None:
    with app.test_request_context(), force_locale("en"):
        assert words in labels.error(raised)


def test_a_version_is_called_by_its_number_once_it_is_adopted(app: Flask) -> None:
    with app.test_request_context(), force_locale("en"):
        assert labels.called(RuleVersion(id=4)) == "Proposal 4"
        assert labels.called(RuleVersion(id=4, number=2)) == "Counting rules no. 2"
