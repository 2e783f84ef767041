import pytest
from flask import Flask
from flask_babel import force_locale

from lms.figures.pages.files import files


@pytest.mark.parametrize(("lang", "kinds"), [("en", 5), ("fr", 6)])
def test_for_outside_comes_first_and_each_link_of_full_numbers_says_so(
    app: Flask, lang: str, kinds: int
) -> None:
    with app.test_request_context(), force_locale(lang):
        outside, inside, background = files({"from": "2014-01-01"})
    assert len(outside.files) == kinds
    assert all("audience=inside" in it.href and "2014-01-01" in it.href for it in inside.files)
    assert not any("audience" in it.href for it in outside.files)
    assert "2014-01-01" in background.files[0].href
