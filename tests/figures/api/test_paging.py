from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask

from lms.figures.api import paging


@pytest.mark.parametrize(
    ("cursor", "found"),
    [("", 0), ("7", 7), ("x", None), ("-1", None), ("٣", None), ("9" * 50, None)],
)
def test_a_page_begins_where_a_link_says(cursor: str, found: int | None) -> None:
    assert paging.start({"cursor": cursor}) == found


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
