import pytest
from flask import Flask
from flask.testing import FlaskClient
from marshmallow import ValidationError

from lms.figures.api.asking import PageQuery
from tests.figures.api.conftest import Carry

MARCH = "from=2014-03-01&to=2014-03-31"
YEAR_9999 = "from=9999-01-01&to=9999-12-31"
WRONG = [
    ("from=2014-03-31&to=2014-03-01", "to", "The period ends before it begins."),
    (YEAR_9999, "from", "A year lies between 1990 and 2100."),
    ("from=0001-01-01&to=2014-01-01", "from", "A year lies between 1990 and 2100."),
    ("from=2014-02-31&to=2014-03-01", "from", "Write a day that exists, as in 2015-08-03."),
    ("from=20140301&to=2014-03-01", "from", "Write a day that exists, as in 2015-08-03."),
    ("from=&to=2014-03-01", "from", "Write a day that exists, as in 2015-08-03."),
    ("from=2014-03-01", "to", "Give the first and the last day,"),
    (f"{MARCH}&as_of=yesterday", "as_of", "Write a day or a moment,"),
    (f"{MARCH}&as_of=9999-01-01", "as_of", "A year lies between 1990 and 2100."),
    (f"{MARCH}&region=ML99", "region", "There is no region with one of these codes."),
]
OF_FIGURES = [
    (f"{MARCH}&by=shoe_size", "by", "Rows can be one of: category, sex,"),
    (f"{MARCH}&measure=names", "measure", "A measure is one of: persons_trained,"),
    (f"{MARCH}&measure=indicator", "measure", "A measure is one of: persons_trained,"),
    (f"{MARCH}&format=pdf", "format", "A format is one of: json, csv."),
    (f"{MARCH}&limit=3", "limit", "There is no such parameter."),
    (f"{MARCH}&audience=everybody", "audience", "An audience is one of: inside, outside."),
    (f"{MARCH}&as_of=2014-05-01", "as_of", "For outside, figures as known on a day stand in"),
    (f"{MARCH}&by=course", "by", "For outside, rows can be one of: category, sex,"),
]
OF_REPORTS = [
    ("?limit=0", "limit", "Ask for 1 to 1000 lines."),
    ("?cursor=x", "cursor", "No page begins there."),
    ("?state=prepared", "state", "There is no such parameter."),
    ("/R-2014-001?audience=", "audience", "An audience is one of: inside, outside."),
    ("/R-2014-001?name=Traore", "name", "There is no such parameter."),
]
OF_PLACES = [("release=%00", "release", "This cannot be read:")]
OF_FACTS = [
    (f"{MARCH}&limit=0", "limit", "Ask for 1 to 1000 lines."),
    (f"{MARCH}&limit=1001", "limit", "Ask for 1 to 1000 lines."),
    (f"{MARCH}&limit={'9' * 5000}", "limit", "Ask for 1 to 1000 lines."),
    (f"{MARCH}&cursor=x", "cursor", "No page begins there."),
    (f"{MARCH}&cursor={'9' * 50}", "cursor", "No page begins there."),
    (f"{MARCH}&name=Traore", "name", "There is no such parameter."),
    (f"{MARCH}&audience=outside", "audience", "There is no such parameter."),
]


@pytest.fixture
def client(carry: Carry) -> FlaskClient:
    """Return a program that may read everything."""
    return carry()


@pytest.mark.parametrize(
    ("address", "parameter", "sentence"),
    [
        *((f"/api/v1/figures?{query}", *rest) for query, *rest in WRONG + OF_FIGURES),
        *((f"/api/v1/places?{query}", *rest) for query, *rest in OF_PLACES),
        *((f"/api/v1/facts?{query}", *rest) for query, *rest in WRONG + OF_FACTS),
        *((f"/api/v1/reports{query}", *rest) for query, *rest in OF_REPORTS),
    ],
    ids=lambda it: str(it)[:60],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(
    client: FlaskClient, address: str, parameter: str, sentence: str
) -> None:
    got = client.get(address)
    assert got.status_code == 422
    assert got.mimetype == "application/problem+json"
    assert got.get_json()["detail"].startswith(sentence)
    assert got.get_json()["errors"][0] == {
        "parameter": parameter,
        "detail": got.get_json()["detail"],
    }


@pytest.mark.parametrize(("cursor", "found"), [("", 0), ("7", 7)])
def test_a_page_begins_where_a_link_says(app: Flask, cursor: str, found: int) -> None:
    with app.test_request_context():
        assert PageQuery().load({"cursor": cursor})["cursor"] == found


@pytest.mark.parametrize("cursor", ["x", "-1", "٣", "9" * 50])
def test_no_page_begins_anywhere_else(app: Flask, cursor: str) -> None:
    with app.test_request_context(), pytest.raises(ValidationError):
        PageQuery().load({"cursor": cursor})


@pytest.mark.parametrize(
    "part", ["figures", "facts", "categories", "places", "reports", "reports/R-2014-001"]
)
def test_ten_thousand_filters_are_too_many(client: FlaskClient, part: str) -> None:
    got = client.get(f"/api/v1/{part}?{MARCH}{'&region=ML01' * 10_000}")
    assert got.status_code == 400
    assert got.get_json()["detail"] == "At most 100 filters can be asked for at once."


@pytest.mark.parametrize(
    "moment", ["2014-05-01T10:00", "2014-05-01T10:00:00Z", "2014-05-01T10:00+01:00"]
)
def test_a_moment_can_be_written_with_and_without_its_zone(
    client: FlaskClient, moment: str
) -> None:
    got = client.get(f"/api/v1/facts?{MARCH}&as_of={moment}").get_json()
    hour = "09" if "+01:00" in moment else "10"
    assert got["as_of"].startswith(("2014-05-01T10:00:00", f"2014-05-01T{hour}:00:00"))
    assert got["as_of"].endswith(("+00:00", "+01:00"))


def test_a_day_means_its_end(client: FlaskClient) -> None:
    got = client.get(f"/api/v1/facts?{MARCH}&as_of=2014-05-01").get_json()
    assert got["as_of"] == "2014-05-01T23:59:59.999999+00:00"
