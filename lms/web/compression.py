"""Answers made small on their way out: the field pays for each byte."""

import gzip
from collections.abc import Callable, Iterable
from io import BytesIO
from secrets import randbelow
from typing import TYPE_CHECKING

from werkzeug.datastructures import Headers
from werkzeug.http import parse_options_header

if TYPE_CHECKING:
    from _typeshed import OptExcInfo
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

SHORTEST = 500
"""Below this many bytes the wrapping costs more than it saves."""

LONGEST = 2_000_000
"""Above it the answer is a file being downloaded, sent as it comes."""

KINDS = frozenset(
    {"text/html", "text/css", "text/csv", "text/plain", "text/javascript"}
    | {"application/json", "image/svg+xml"}
)


class Compressed:
    """A WSGI application whose text answers are gzipped for those who accept it.

    The header of each carries a random stretch, so that the length of an answer does not
    tell a listener which guess stood beside a secret of the page (the BREACH attack).
    """

    def __init__(self, application: "WSGIApplication") -> None:
        self._application = application

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one request, compressed when that is worth it."""
        if "gzip" not in environ.get("HTTP_ACCEPT_ENCODING", ""):
            return self._application(environ, start_response)
        head = _Head()
        body = self._application(environ, head.keep)
        if environ["REQUEST_METHOD"] == "HEAD" or not head.worth_it:
            start_response(head.status, head.headers.to_wsgi_list())
            return body
        small = _squeeze(_drain(body))
        head.headers["Content-Encoding"] = "gzip"
        head.headers["Content-Length"] = str(len(small))
        head.headers.add("Vary", "Accept-Encoding")
        start_response(head.status, head.headers.to_wsgi_list())
        return [small]


class _Head:
    """Status and headers of an answer, held back until its body is known."""

    def __init__(self) -> None:
        self.status = ""
        self.headers = Headers()

    def keep(
        self,
        status: str,
        headers: list[tuple[str, str]],
        _failure: "OptExcInfo | None" = None,
    ) -> Callable[[bytes], object]:
        """Stand in for the server's ``start_response``."""
        self.status = status
        self.headers = Headers(headers)
        return BytesIO().write

    @property
    def worth_it(self) -> bool:
        """Whether it is whole, of known length, text, and neither tiny nor a download."""
        kind, _options = parse_options_header(self.headers.get("Content-Type"))
        length = self.headers.get("Content-Length", type=int)
        return (
            kind in KINDS
            and length is not None
            and SHORTEST <= length <= LONGEST
            and "Content-Encoding" not in self.headers
            and not self.status.startswith("206")
        )


def _drain(body: Iterable[bytes]) -> bytes:
    try:
        return b"".join(body)
    finally:
        if close := getattr(body, "close", None):
            close()


def _squeeze(whole: bytes) -> bytes:
    small = BytesIO()
    with gzip.GzipFile(
        "a" * randbelow(100), "wb", compresslevel=6, fileobj=small, mtime=0
    ) as file:
        file.write(whole)
    return small.getvalue()
