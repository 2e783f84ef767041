import pytest
from flask import Flask
from flask_babel import force_locale

from lms.accounts import labels
from lms.accounts.actors import Role
from lms.errors import LmsError, NotAllowed, NotFound, RuleBroken

every_language = pytest.mark.parametrize("locale", ["fr", "en"])


@every_language
@pytest.mark.parametrize("words", [labels.ROLES, labels.MAY], ids=["roles", "may"])
def test_each_role_has_words_of_its_own(
    app: Flask, words: dict[Role, object], locale: str
) -> None:
    with app.app_context(), force_locale(locale):
        said = {str(words[role]) for role in Role}
    assert len(said) == len(Role)


def test_roles_are_named_in_the_language_of_the_reader(app: Flask) -> None:
    named = []
    with app.app_context():
        for locale in ("fr", "en"):
            with force_locale(locale):
                named.append(str(labels.ROLES[Role.TRAINER]))
    assert named[0].startswith("Formateur")
    assert named[1] == "Trainer"


@pytest.mark.parametrize(
    ("locale", "minutes", "said"),
    [
        ("en", 1, "Wait 1 minute,"),
        ("en", 15, "Wait 15 minutes,"),
        ("fr", 1, "Attendez 1 minute,"),
        ("fr", 15, "Attendez 15 minutes,"),
    ],
)
def test_whoever_has_to_wait_is_told_how_long(
    app: Flask, locale: str, minutes: int, said: str
) -> None:
    with app.app_context(), force_locale(locale):
        assert said in labels.too_many_guesses(minutes)


@every_language
def test_a_wrong_pair_does_not_tell_which_half_is_wrong(app: Flask, locale: str) -> None:
    with app.app_context(), force_locale(locale):
        sentence = labels.wrong_password()
    assert {"fr": "L’adresse et le mot de passe", "en": "Address and password"}[locale] in sentence


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (NotAllowed("figures.read"), "Whoever acts may not do this."),
        (NotFound("user"), "No account that can sign in has this address."),
        (NotFound("report:R-2014-001"), "“R-2014-001” does not exist here."),
        (NotFound("training_session"), "What was named does not exist here."),
    ],
)
def test_what_stops_a_command_is_said_in_a_sentence(
    app: Flask, error: LmsError, said: str
) -> None:
    with app.app_context(), force_locale("en"):
        assert labels.refused(error).startswith(said)


def test_a_broken_rule_is_said_in_the_words_of_its_feature() -> None:
    broken = RuleBroken("no")
    assert labels.refused(broken, lambda it: f"because {it}") == "because no"
    with pytest.raises(RuleBroken):
        labels.refused(broken)
