from html.parser import HTMLParser

import pytest
from hypothesis import given, strategies as st
from markupsafe import Markup

from lms.courses import markdown

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "<javascript:alert(1)>",
    '![x](https://example.org/x.png"onerror="alert(1))',
    "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    "[x]: javascript:alert(1)",
    '<a href="javascript:alert(1)" onclick="x()">',
    "<style>p{}</style>",
    "<p style='background:url(javascript:1)'>",
    "<iframe src=//example.org>",
    "`<script>`",
    "<!-- -->",
    "]]>",
    "# ",
    "| a | b |\n|--|--|\n| ",
    "> ",
    "\n\n",
    "    ",
)
texts = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=12), max_size=12).map("".join)


class Reader(HTMLParser):
    """Collects what a browser would find."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


def read(text: str) -> Reader:
    reader = Reader()
    reader.feed(str(markdown.render(text)))
    reader.close()
    return reader


@given(texts)
def test_nothing_that_runs_ever_survives(text: str) -> None:
    found = read(text)
    assert found.tags <= markdown.TAGS
    assert {name for name, _ in found.attributes} <= {"href", "title", "start", "rel"}
    for name, value in found.attributes:
        if name == "href":
            assert value.split(":", 1)[0].lower() in markdown.SCHEMES


@pytest.mark.parametrize("text", HOSTILE)
def test_each_known_trick_is_disarmed(text: str) -> None:
    found = read(text)
    assert not found.tags & {"script", "img", "svg", "iframe", "style"}
    assert not [value for _, value in found.attributes if "javascript" in value.lower()]


def test_ordinary_text_is_laid_out() -> None:
    shown = markdown.render("# Écoute\n\n- **un**\n- *deux*\n\n[page](https://example.org)")
    assert isinstance(shown, Markup)
    assert "<h3>Écoute</h3>" in shown
    assert "<li><strong>un</strong></li>" in shown
    assert '<a href="https://example.org" rel="noopener noreferrer">page</a>' in shown


def test_a_text_never_outranks_the_title_of_its_page() -> None:
    assert not read("# a\n\n## b\n\nc\n=\n\n###### d").tags & {"h1", "h2"}


def test_raw_markup_is_shown_as_it_was_typed() -> None:
    assert "&lt;b&gt;" in markdown.render("<b>gras</b>")


def test_a_table_is_laid_out() -> None:
    assert "<td>1</td>" in markdown.render("| a |\n|---|\n| 1 |")


def test_no_text_gives_nothing() -> None:
    assert markdown.render("") == ""
