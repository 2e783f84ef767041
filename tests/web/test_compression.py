import gzip
from collections.abc import Iterable

import pytest
from werkzeug.test import Client, TestResponse
from werkzeug.wrappers import Response

from lms.web.compression import SHORTEST, Compressed

GZIP = {"Accept-Encoding": "gzip, br"}


def answer(response: Response, **options: object) -> TestResponse:
    return Client(Compressed(response)).open("/", **options)  # type: ignore[arg-type]


def page(length: int = 5000, kind: str = "text/html; charset=utf-8") -> Response:
    return Response("a" * length, content_type=kind)


def test_a_page_arrives_smaller_and_whole() -> None:
    response = answer(page(), headers=GZIP)

    assert response.headers["Content-Encoding"] == "gzip"
    assert int(response.headers["Content-Length"]) == len(response.data) < 500
    assert gzip.decompress(response.data) == b"a" * 5000
    assert "Accept-Encoding" in response.headers["Vary"]


def test_a_browser_that_cannot_read_it_gets_the_page_as_it_is() -> None:
    response = answer(page())

    assert "Content-Encoding" not in response.headers
    assert response.data == b"a" * 5000


@pytest.mark.parametrize(
    "response",
    [page(SHORTEST - 1), page(kind="application/pdf"), page(kind="image/png")],
    ids=["tiny", "pdf", "picture"],
)
def test_what_gains_nothing_is_left_alone(response: Response) -> None:
    assert "Content-Encoding" not in answer(response, headers=GZIP).headers


def test_a_stream_of_unknown_length_is_sent_as_it_comes() -> None:
    def rows() -> Iterable[str]:
        yield from ("a" * 400, "b" * 400)

    response = answer(Response(rows(), content_type="text/csv"), headers=GZIP)

    assert "Content-Encoding" not in response.headers
    assert len(response.data) == 800


def test_the_head_alone_keeps_its_length() -> None:
    response = answer(page(), method="HEAD", headers=GZIP)

    assert "Content-Encoding" not in response.headers


def test_two_equal_answers_differ_in_length() -> None:
    lengths = {len(answer(page(), headers=GZIP).data) for _ in range(30)}

    assert len(lengths) > 1
