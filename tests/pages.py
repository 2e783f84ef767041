"""What every page keeps, read from its HTML: heading, labels, tokens, one language."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib
from werkzeug.test import TestResponse

SUFFIX = " · Kalanso"
NEED_NO_LABEL = frozenset({"hidden", "submit", "button"})
WORDS_OF_THE_OTHER = {
    "fr": re.compile(r"\b(?:the|and|of|Save|Search|Back|Sample data)\b"),
    "en": re.compile(r"\b(?:le|les|des|une|Enregistrer|Retour|Données)\b"),
}
"""Words so common that a page in the other language can hardly do without them."""


def read(response: TestResponse) -> Element:
    """Return the parsed page; its tags carry no namespace."""
    return _bare(html5lib.parse(response.text))


def fragment(html: str) -> Element:
    """Return a parsed piece of a page, in an element that is no part of it."""
    return _bare(html5lib.parseFragment(html))


def one(page: Element, path: str) -> Element:
    """Return the only element at ``path``; fail when there are none or several."""
    found = page.findall(f".//{path}")
    assert len(found) == 1, [element.attrib for element in found]
    return found[0]


def text(element: Element) -> str:
    """Return what a reader sees of an element, spaces made single."""
    return " ".join("".join(element.itertext()).split())


def check(response: TestResponse, *, locale: str, speaks: bool = True) -> Element:
    """Fail unless the page is well made, and return it parsed.

    With ``speaks``, refuse words of the other language outside what is marked as such.
    """
    page = read(response)
    assert page.get("lang") == locale
    _check_heading(page)
    _check_labels(page)
    _check_forms(page)
    _check_policy(page)
    _check_ids(page)
    if speaks:
        words = WORDS_OF_THE_OTHER[locale].findall(" ".join(_said(page, locale)))
        assert not words, f"words of the other language: {words}"
    return page


def _bare(root: Element) -> Element:
    for element in root.iter():
        if isinstance(element.tag, str):  # a comment's is a function
            element.tag = element.tag.rpartition("}")[2]
    return root


def _check_heading(page: Element) -> None:
    headings = [text(heading) for heading in page.iter("h1")]
    title = page.find("head/title")
    assert title is not None
    assert headings == [text(title).removesuffix(SUFFIX)]


def _check_labels(page: Element) -> None:
    labelled = {label.get("for") for label in page.iter("label")}
    inside = {id(control) for label in page.iter("label") for control in label.iter()}
    for tag in ("input", "select", "textarea"):
        for control in page.iter(tag):
            if control.get("type") in NEED_NO_LABEL or control.get("aria-label"):
                continue
            assert id(control) in inside or control.get("id") in labelled, control.attrib
    for image in page.iter("img"):
        assert image.get("alt") is not None, image.attrib
    for control in [*page.iter("button"), *page.iter("a")]:
        spoken = text(control) or any(it.get("aria-label") for it in control.iter())
        assert spoken, control.attrib


def _check_forms(page: Element) -> None:
    for form in page.iter("form"):
        method = form.get("method")
        assert method in ("get", "post"), form.attrib
        if method == "post":
            names = {control.get("name") for control in form.iter("input")}
            assert "csrf_token" in names, form.attrib


def _check_policy(page: Element) -> None:
    assert not list(page.iter("style"))
    assert all(script.get("src") for script in page.iter("script"))
    for element in page.iter():
        assert "style" not in element.attrib, element.attrib
        assert not [name for name in element.attrib if name.startswith("on")], element.attrib


def _check_ids(page: Element) -> None:
    ids = [name for element in page.iter() if (name := element.get("id"))]
    assert len(ids) == len(set(ids)), sorted(ids)
    for element in page.iter():
        for name in (element.get("aria-describedby") or "").split():
            assert name in ids, f"nothing is called {name}"


def _said(element: Element, locale: str) -> Iterator[str]:
    """Yield the text of an element, leaving out what is marked as another language."""
    if element.get("lang", locale) != locale:
        return
    yield element.text or ""
    for child in element:
        yield from _said(child, locale)
        yield child.tail or ""
