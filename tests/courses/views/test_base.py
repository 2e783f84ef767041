import pytest
from flask import Flask
from flask_babel import force_locale

from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role
from lms.courses.forms import ModuleForm
from lms.courses.views import base
from lms.errors import NotAllowed

TYPED = {"title_fr": "Les règles", "minutes": "45", "body_fr": "Du **texte**", "revision": "1"}


def somebody(role: Role) -> Actor:
    return Actor(kind=ActorKind.USER, id=1, role=role)


@pytest.mark.parametrize(
    ("role", "drafts", "publishes"),
    [
        (Role.TRAINER, True, False),
        (Role.UNIT_HEAD, True, True),
        (Role.ADMINISTRATOR, False, False),
        (Role.PARTICIPANT, False, False),
    ],
)
def test_trainers_draft_and_unit_heads_publish(role: Role, drafts: bool, publishes: bool) -> None:
    assert base.may_draft(somebody(role)) is drafts
    assert base.may_publish(somebody(role)) is publishes


def test_a_form_opens_only_for_those_whose_sending_it_is_accepted() -> None:
    base.require_drafter(somebody(Role.TRAINER))
    for actor in (somebody(Role.ADMINISTRATOR), SYSTEM):
        with pytest.raises(NotAllowed):
            base.require_drafter(actor)


def test_a_stale_form_keeps_what_was_typed_and_saves_the_next_time(app: Flask) -> None:
    with app.test_request_context("/", method="POST", data=TYPED), force_locale("en"):
        form = ModuleForm()
        base.say_stale(form, 7)
        assert form.read_at == 7
        assert form.body_fr.data == "Du **texte**"
        (sentence,) = form.form_errors
        assert "yours replaces theirs" in sentence


def test_no_preview_is_made_unless_it_is_asked_for(app: Flask) -> None:
    with app.test_request_context("/", method="POST", data=TYPED):
        assert base.preview(ModuleForm(), "body") is None


def test_a_preview_shows_each_language_cleaned(app: Flask) -> None:
    typed = TYPED | {"body_en": "<script>x</script>", "preview": "1"}
    with app.test_request_context("/", method="POST", data=typed):
        shown = base.preview(ModuleForm(), "body")
    assert shown is not None
    assert "<strong>texte</strong>" in shown["fr"]
    assert "<script" not in shown["en"]
