from urllib.parse import parse_qs, urlsplit

from flask import Flask

from lms.figures.api import paging


def test_the_next_page_is_asked_like_this_one(app: Flask) -> None:
    with app.test_request_context("/api/v1/facts?region=ML01&region=ML02&cursor=3&as_of=old"):
        address = urlsplit(paging.next_page(9, as_of="2014-05-01T00:00:00+00:00"))
    assert parse_qs(address.query) == {
        "region": ["ML01", "ML02"],
        "cursor": ["9"],
        "as_of": ["2014-05-01T00:00:00+00:00"],
    }


def test_the_last_page_has_no_link() -> None:
    assert paging.paged({"facts": []}, None) == ({"facts": [], "next": None}, {})
