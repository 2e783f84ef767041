import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from lms.accounts import passwords
from lms.accounts.actors import Role
from lms.accounts.models import User
from lms.extensions import db
from tests import pages
from tests.conftest import Browse
from tests.factories.accounts import UserFactory
from tests.factories.sessions import PlaceFactory
from tests.statements import counted

NEW = {
    "name": "Awa Exemple",
    "email": "Awa@Example.org",
    "role": "trainer",
    "locale": "fr",
    "password": "three words in a row",
}


@pytest.fixture
def administrator(browse: Browse) -> FlaskClient:
    return browse(role=Role.ADMINISTRATOR)


@pytest.fixture
def user_id(app: Flask) -> int:
    """An open account of a trainer who has a password."""
    with app.app_context():
        PlaceFactory.create(code="ML07", name_fr="Gao", name_en="Gao")
        made = UserFactory.create(
            name="Moussa Exemple",
            email="moussa@example.org",
            regions=["ML07"],
            password_hash=passwords.hashed("the old password"),
        )
        return int(made.id)


def stored(app: Flask, email: str) -> User | None:
    with app.app_context():
        found: User | None = db.session.scalar(select(User).where(User.email == email))
        if found is not None:
            db.session.expunge(found)
        return found


def account(app: Flask, email: str = "moussa@example.org") -> User:
    found = stored(app, email)
    assert found is not None
    return found


@pytest.mark.parametrize("locale", ["fr", "en"])
@pytest.mark.parametrize("path", ["", "new", "{}", "{}/password", "{}/disable"])
def test_each_page_is_well_made_in_both_languages(
    app: Flask, browse: Browse, user_id: int, path: str, locale: str
) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    client = browse(role=Role.ADMINISTRATOR, locale=locale)
    pages.check(client.get(f"/accounts/{path.format(user_id)}"), locale=locale)


def test_the_list_says_role_regions_and_state(administrator: FlaskClient, user_id: int) -> None:
    del user_id
    page = pages.text(pages.read(administrator.get("/accounts/")))
    assert "Moussa Exemple moussa@example.org Trainer Gao Open" in page
    assert "2 accounts" in page


def test_the_list_is_narrowed_by_words_and_role(administrator: FlaskClient, user_id: int) -> None:
    del user_id
    found = administrator.get("/accounts/?q=MOUSSA&role=trainer").text
    assert "1 account" in found
    none = administrator.get("/accounts/?q=moussa&role=unit_head").text
    assert "No account matches this search" in none


def test_a_large_team_asks_as_much_as_a_small_one(app: Flask, administrator: FlaskClient) -> None:
    with counted(app) as few:
        administrator.get("/accounts/")
    with app.app_context():
        UserFactory.create_batch(8)
    with counted(app) as many:
        administrator.get("/accounts/")
    assert len(many) == len(few)


def test_an_account_is_opened_and_its_person_comes_in(
    app: Flask, administrator: FlaskClient, stranger: FlaskClient
) -> None:
    answer = administrator.post("/accounts/new", data=NEW, follow_redirects=True)
    assert answer.request.path == "/accounts/"
    assert "Hand over the address and the first password." in answer.text
    assert account(app, "awa@example.org").role is Role.TRAINER
    came = stranger.post(
        "/sign-in", data={"email": "awa@example.org", "password": NEW["password"]}
    )
    assert came.location == "/"


def test_an_address_opens_one_account(
    app: Flask, administrator: FlaskClient, user_id: int
) -> None:
    del user_id
    answer = administrator.post("/accounts/new", data=NEW | {"email": "MOUSSA@example.org"})
    assert answer.status_code == 422
    page = pages.read(answer)
    assert "Another account has this address." in pages.text(page)
    assert pages.one(page, "input[@name='name']").get("value") == "Awa Exemple"
    assert NEW["password"] not in answer.text
    assert account(app).name == "Moussa Exemple"


def test_an_account_is_changed(app: Flask, administrator: FlaskClient, user_id: int) -> None:
    answer = administrator.post(
        f"/accounts/{user_id}",
        data={"name": "Moussa Nouveau", "email": "moussa@example.org"}
        | {"role": "unit_head", "regions": "ML07", "locale": "en"},
        follow_redirects=True,
    )
    assert "The account is saved." in answer.text
    found = account(app)
    assert (found.name, found.role, found.regions) == ("Moussa Nouveau", Role.UNIT_HEAD, [])


def test_the_form_opens_with_what_is_stored(administrator: FlaskClient, user_id: int) -> None:
    page = pages.read(administrator.get(f"/accounts/{user_id}"))
    assert pages.one(page, "input[@name='email']").get("value") == "moussa@example.org"
    chosen = {it.get("value") for it in page.iter("input") if it.get("checked") is not None}
    assert chosen == {"trainer", "ML07", "en"}


def test_an_account_cannot_take_the_address_of_another(
    app: Flask, administrator: FlaskClient, user_id: int
) -> None:
    with app.app_context():
        UserFactory.create(email="awa@example.org")
    answer = administrator.post(
        f"/accounts/{user_id}",
        data={"name": "M", "email": "awa@example.org", "role": "trainer", "locale": "fr"},
    )
    assert answer.status_code == 422
    assert "Another account has this address." in answer.text
    assert account(app).name == "Moussa Exemple"


def own(client: FlaskClient) -> int:
    """Return the id of the account that is signed in."""
    with client.session_transaction() as kept:
        return int(str(kept["_user_id"]).partition(".")[0])


def test_the_last_administrator_stays_one(app: Flask, administrator: FlaskClient) -> None:
    me = own(administrator)
    with app.app_context():
        email = db.session.get_one(User, me).email
    answer = administrator.post(
        f"/accounts/{me}",
        data={"name": "Awa", "email": email, "role": "trainer", "locale": "fr"},
    )
    assert answer.status_code == 422
    assert "This is the last administrator." in answer.text
    assert account(app, email).role is Role.ADMINISTRATOR


def test_the_last_administrator_cannot_be_disabled(administrator: FlaskClient) -> None:
    me = own(administrator)
    answer = administrator.post(f"/accounts/{me}/disable")
    assert answer.status_code == 422
    assert "This is the last administrator." in answer.text
    assert administrator.get("/accounts/").status_code == 200


def test_nobody_is_offered_to_disable_themselves(administrator: FlaskClient, user_id: int) -> None:
    me = own(administrator)
    assert "Disable the account" not in administrator.get(f"/accounts/{me}").text
    assert "Disable the account" in administrator.get(f"/accounts/{user_id}").text


def test_a_new_password_signs_out_everywhere(
    app: Flask, administrator: FlaskClient, stranger: FlaskClient, user_id: int
) -> None:
    sent = {"email": "moussa@example.org", "password": "the old password"}
    stranger.post("/sign-in", data=sent)
    answer = administrator.post(
        f"/accounts/{user_id}/password",
        data={"password": "three words in a row"},
        follow_redirects=True,
    )
    assert "The new password is set." in answer.text
    assert "three words in a row" not in answer.text
    assert stranger.get("/sessions/").location.startswith("/sign-in")
    assert passwords_match(app, "three words in a row")


def passwords_match(app: Flask, password: str) -> bool:
    found = account(app)
    with app.app_context():
        return passwords.matches(found.password_hash, password)


def test_a_short_password_changes_nothing(
    app: Flask, administrator: FlaskClient, user_id: int
) -> None:
    answer = administrator.post(f"/accounts/{user_id}/password", data={"password": "short"})
    assert answer.status_code == 422
    assert passwords_match(app, "the old password")


def test_a_disabled_account_is_signed_out_at_once_and_opened_again(
    app: Flask, administrator: FlaskClient, user_id: int
) -> None:
    with app.app_context():
        theirs = app.test_client(user=db.session.get(User, user_id))
    assert theirs.get("/sessions/").status_code == 200
    closed = administrator.post(f"/accounts/{user_id}/disable", follow_redirects=True)
    assert "The account of Moussa Exemple is disabled." in closed.text
    assert theirs.get("/sessions/").location.startswith("/sign-in")
    opened = administrator.post(f"/accounts/{user_id}/enable", follow_redirects=True)
    assert "The account of Moussa Exemple is open again." in opened.text
    assert theirs.get("/sessions/").status_code == 200


def test_asking_before_disabling_changes_nothing(
    app: Flask, administrator: FlaskClient, user_id: int
) -> None:
    administrator.get(f"/accounts/{user_id}/disable")
    assert account(app).active


@pytest.mark.parametrize("path", ["", "/password", "/disable"])
def test_an_account_that_is_not_there_is_not_found(administrator: FlaskClient, path: str) -> None:
    assert administrator.get(f"/accounts/9999{path}").status_code == 404


@pytest.mark.parametrize("role", [it for it in Role if it is not Role.ADMINISTRATOR])
def test_nobody_else_opens_an_account(app: Flask, browse: Browse, role: Role) -> None:
    assert browse(role=role).post("/accounts/new", data=NEW).status_code == 403
    assert stored(app, "awa@example.org") is None
