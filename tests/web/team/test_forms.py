import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from lms.accounts.actors import Role
from lms.accounts.models import User
from lms.accounts.services import Profile
from lms.web.team.forms import NewAccountForm, NewPasswordForm, ProfileForm, SearchForm

SENT = {
    "name": " Awa Exemple ",
    "email": " awa@example.org ",
    "role": "trainer",
    "regions": ["ML07", "ML09"],
    "locale": "en",
}
REGIONS = [("ML07", "Gao"), ("ML09", "Bamako")]


def profile(app: Flask, **changes: object) -> ProfileForm:
    """Return the form as sent, validated."""
    with app.test_request_context(
        method="POST", data=SENT | changes, headers={"Accept-Language": "en"}
    ):
        form = ProfileForm()
        form.offer(REGIONS)
        form.validate()
        return form


def test_what_was_typed_becomes_an_account(app: Flask) -> None:
    form = profile(app)
    assert not form.errors
    assert form.profile == Profile(
        name="Awa Exemple",
        email="awa@example.org",
        role=Role.TRAINER,
        regions=["ML07", "ML09"],
        locale="en",
    )


@pytest.mark.parametrize("role", [it for it in Role if it is not Role.TRAINER])
def test_regions_belong_to_trainers_alone(app: Flask, role: Role) -> None:
    assert profile(app, role=role.value).profile.regions == ()


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("name", " ", "Write the name of the person."),
        ("name", "a" * 121, "This is too long. Shorten it."),
        ("name", "=SUM(A1)", "A name cannot begin with =, +, - or @."),
        ("email", "", "Write the e-mail address; it is what they sign in with."),
        ("email", "awa@example", "Write an e-mail address, such as awa@example.org."),
        ("email", "awa exemple@example.org", "Write an e-mail address, such as awa@example.org."),
        ("email", f"{'a' * 250}@b.org", "This is too long. Shorten it."),
    ],
)
def test_what_does_not_fit_says_what_to_do(app: Flask, field: str, value: str, said: str) -> None:
    form = profile(app, **{field: value})
    assert list(form.errors) == [field]
    assert said in form.errors[field]
    assert form[field].data == value.strip()


@pytest.mark.parametrize(
    ("field", "value"), [("role", "owner"), ("regions", ["ML99"]), ("locale", "de")]
)
def test_nobody_gets_what_is_not_offered(app: Flask, field: str, value: object) -> None:
    assert list(profile(app, **{field: value}).errors) == [field]


def test_an_account_is_shown_as_stored(app: Flask) -> None:
    user = User(
        name="Awa Exemple",
        email="awa@example.org",
        role=Role.UNIT_HEAD,
        regions=["ML07"],
        locale="fr",
    )
    with app.test_request_context():
        form = ProfileForm()
        form.offer(REGIONS)
        form.fill(user)
        assert (form.name.data, form.email.data) == ("Awa Exemple", "awa@example.org")
        assert (form.role.data, form.locale.data) == ("unit_head", "fr")
        assert [it.label.text for it in form.regions if it.checked] == ["Gao"]


@pytest.mark.parametrize("kind", [NewAccountForm, NewPasswordForm])
@pytest.mark.parametrize(
    ("password", "said"),
    [("", "Choose a password."), ("elevenchars", "at least 12 characters"), ("twelve chars", "")],
)
def test_a_first_password_is_as_long_as_any_other(
    app: Flask, kind: type[NewPasswordForm], password: str, said: str
) -> None:
    with app.test_request_context(
        method="POST", data={"password": password}, headers={"Accept-Language": "en"}
    ):
        form = kind()
        if isinstance(form, NewAccountForm):
            form.offer(REGIONS)
        form.validate()
        assert said in " ".join(str(it) for it in form.password.errors)
        assert bool(form.password.errors) is bool(said)


@pytest.mark.parametrize(
    ("asked", "role"), [("unit_head", Role.UNIT_HEAD), ("owner", None), ("", None)]
)
def test_a_role_that_is_not_there_narrows_nothing(
    app: Flask, asked: str, role: Role | None
) -> None:
    with app.test_request_context():
        form = SearchForm(MultiDict({"role": asked}))
        form.offer()
        assert form.chosen is role
