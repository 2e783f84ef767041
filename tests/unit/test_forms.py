import pytest
from flask import Flask

from lms.unit.forms import ProfileForm

WRITTEN = {
    "name_fr": " Cellule d’essai ",
    "name_en": "Trial Cell",
    "head_function_fr": "Cheffe",
    "head_function_en": "Head",
    "place": "Ségou",
    "certificate_prefix": "cp",
}


def test_what_is_typed_is_trimmed_and_the_prefix_in_capitals(app: Flask) -> None:
    with app.test_request_context(method="POST", data=WRITTEN):
        form = ProfileForm()
        assert form.validate()
        identity = form.identity
    assert (identity.name_fr, identity.certificate_prefix) == ("Cellule d’essai", "CP")
    assert not identity.feminine_ranks


@pytest.mark.parametrize(
    "changes",
    [{"name_en": " "}, {"place": "x" * 81}, {"certificate_prefix": "C-P"}],
)
def test_what_cannot_stand_on_a_certificate_is_refused(
    app: Flask, changes: dict[str, str]
) -> None:
    with app.test_request_context(method="POST", data=WRITTEN | changes):
        form = ProfileForm()
        assert not form.validate()
        assert form.errors.keys() == changes.keys()
