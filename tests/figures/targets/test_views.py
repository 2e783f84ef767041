from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient

from lms.accounts.actors import Role
from lms.extensions import db
from lms.figures.targets import queries, services
from lms.figures.targets.values import Kind
from lms.people import reference as categories
from tests import pages
from tests.access.sending import filled
from tests.conftest import Browse
from tests.factories.figures import FactFactory, StrengthFactory, TargetFactory
from tests.figures.given import DAY
from tests.figures.targets.given import AIM, HEAD, LATER
from tests.statements import counted
from tests.together import second_after

TYPED = {
    "measure": "persons_trained",
    "first": "2014-01-01",
    "last": "2014-12-31",
    "count": "40",
    "source": "Plan de 2014",
}
ROW = "persons_trained,mission,,2014-01-01,2014-12-31,40,Plan de 2014\n"
YEAR = "from=2014-01-01&to=2014-12-31"


@pytest.fixture
def head(browse: Browse) -> FlaskClient:
    return browse(role=Role.UNIT_HEAD)


def standing(app: Flask, kind: Kind = Kind.TARGETS) -> list[int | None]:
    with app.app_context():
        return [it.count for it in queries.standing(kind)]


def test_a_target_is_entered_changed_and_withdrawn(app: Flask, head: FlaskClient) -> None:
    answer = head.post("/figures/targets/new", data=TYPED, follow_redirects=True)
    assert "Plan de 2014" in answer.text
    assert "The entry is saved." in answer.text
    assert "40" in head.get("/figures/targets/1/change").text
    head.post("/figures/targets/1/change", data=TYPED | {"count": "50"})
    assert standing(app) == [50]
    assert "Withdraw this entry?" in head.get("/figures/targets/2/withdraw").text
    answer = head.post("/figures/targets/2/withdraw", follow_redirects=True)
    assert "No target is entered" in answer.text
    assert standing(app) == []


def test_what_is_entered_already_is_explained_and_what_was_typed_stays(
    app: Flask, head: FlaskClient
) -> None:
    head.post("/figures/targets/new", data=TYPED)
    answer = head.post("/figures/targets/new", data=TYPED | {"count": "77"})
    assert answer.status_code == 422
    assert "entered already for the same days" in answer.text
    assert 'value="77"' in answer.text
    assert standing(app) == [40]


def test_an_entry_that_no_longer_holds_is_not_found(head: FlaskClient) -> None:
    head.post("/figures/targets/new", data=TYPED)
    head.post("/figures/targets/1/withdraw")
    assert head.get("/figures/targets/1/change").status_code == 404
    assert head.post("/figures/targets/1/withdraw").status_code == 404


@pytest.mark.parametrize("path", ["wishes/", "wishes/new", "targets/99/change", "strengths/1"])
def test_what_does_not_exist_is_not_found(head: FlaskClient, path: str) -> None:
    assert head.get(f"/figures/{path}").status_code == 404


def test_trainers_see_their_regions_and_cannot_enter(app: Flask, browse: Browse) -> None:
    with app.app_context():
        TargetFactory.create(region="ML07", source="Mine")
        other = TargetFactory.create(region="ML06", source="Theirs").id
    trainer = browse(role=Role.TRAINER, regions=("ML07",))
    page = trainer.get("/figures/targets/").text
    assert "Mine" in page
    assert "Theirs" not in page
    assert "Enter a target" not in page
    assert trainer.get(f"/figures/targets/{other}/change").status_code in {403, 404}
    assert trainer.post("/figures/targets/new", data=TYPED).status_code == 403
    assert "see those of your own regions" in trainer.get("/figures/strengths/").text


def upload(client: FlaskClient, content: str) -> str:
    file = (BytesIO(content.encode()), "cibles.csv")
    return client.post("/figures/targets/import", data={"file": file}).text


def test_a_file_is_looked_at_and_then_entered(app: Flask, head: FlaskClient) -> None:
    with app.app_context():
        categories.load()
        db.session.commit()
    file = (BytesIO((AIM + ROW).encode()), "cibles.csv")
    shown = head.post("/figures/targets/import", data={"file": file})
    assert "Mission personnel · Persons trained · Whole country" in shown.text
    assert standing(app) == []
    sent = filled(pages.read(shown), "/figures/targets/enter")
    answer = head.post("/figures/targets/enter", data=sent, follow_redirects=True)
    assert "Entered: 1. Changed: 0." in answer.text
    assert standing(app) == [40]
    assert "As it is" in upload(head, AIM + ROW)
    assert "Changes 40 to 50" in upload(head, AIM + ROW.replace(",40,", ",50,"))


def test_a_bad_row_is_told_in_a_sentence_and_nothing_can_be_entered(head: FlaskClient) -> None:
    page = upload(head, AIM + ROW.replace("mission", "nobody") + ROW.replace("mission", ""))
    assert "1 row cannot be entered." in page
    assert "The category “nobody” is not known: write its code or its name." in page
    assert "/figures/targets/enter" not in page


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "The file is empty."),
        (
            "a,b\n1,2\n",
            "These columns were not found: Measure, Category, From, To, Target, Source",
        ),
        ("\x89PNG", "picture"),
        (AIM + ROW * 1001, "more than 1,000 rows"),
        (AIM, "The file has no row below its header."),
    ],
)
def test_a_file_that_says_nothing_is_explained(head: FlaskClient, content: str, said: str) -> None:
    file = (BytesIO(content.encode("latin-1")), "cibles.csv")
    assert said in head.post("/figures/targets/import", data={"file": file}).text


@pytest.mark.parametrize("content", ["", "nonsense", AIM + "persons_trained,nobody,,,,,\n"])
def test_rows_that_were_tampered_with_lead_back(
    app: Flask, head: FlaskClient, content: str
) -> None:
    answer = head.post("/figures/targets/enter", data={"content": content})
    assert answer.location == "/figures/targets/import"
    assert standing(app) == []


@pytest.mark.parametrize(("locale", "mark"), [("fr", b"Mesure;"), ("en", b"measure")])
def test_the_template_is_in_the_readers_language(browse: Browse, locale: str, mark: bytes) -> None:
    answer = browse(role=Role.UNIT_HEAD, locale=locale).get("/figures/targets/template.csv")
    assert mark.lower() in answer.data.lower()
    assert "kalanso-targets-template.csv" in answer.headers["Content-Disposition"]


def test_words_narrow_the_list(app: Flask, head: FlaskClient) -> None:
    with app.app_context():
        StrengthFactory.create(unit="Contingent Exemple")
    assert "Contingent Exemple" in head.get("/figures/strengths/?q=exemple").text
    page = head.get("/figures/strengths/?q=nowhere").text
    assert "Nothing matches this search" in page


def test_coverage_says_what_is_declared_and_what_is_not(app: Flask, head: FlaskClient) -> None:
    with app.app_context():
        fact = FactFactory.create(participation__unit="Contingent A", last_day=DAY)
        FactFactory.create(participation__unit="Contingent B", last_day=DAY)
        FactFactory.create(participation__unit="Contingent C", last_day=DAY)
        whom = {"category": fact.category, "unit": "Contingent A", "unit_key": "contingent a"}
        StrengthFactory.create(**whom, count=4)
        StrengthFactory.create(unit="Contingent B", unit_key="contingent b", count=None)
    page = head.get(f"/figures/coverage?{YEAR}").text
    assert "25%" in page
    assert "strength not declared" in page
    assert "0%" not in page
    assert "Trained, and no strength declared" in page
    empty = head.get("/figures/coverage?from=2010-01-01&to=2010-12-31").text
    assert "No strength is declared for these days" in empty
    assert head.get("/figures/coverage?from=2014-02-02&to=2014-01-01").status_code == 422


def test_a_trainer_is_told_where_the_trainings_counted_were_held(
    app: Flask, head: FlaskClient, browse: Browse
) -> None:
    with app.app_context():
        StrengthFactory.create(region="ML07")
    where = "Only trainings held in your own regions are counted here."
    trainer = browse(role=Role.TRAINER, regions=("ML07",))
    for page in ("/figures/coverage", "/figures/"):
        assert where in trainer.get(f"{page}?{YEAR}").text
        assert where not in head.get(f"{page}?{YEAR}").text


def test_the_dashboard_shows_targets_and_coverage(app: Flask, head: FlaskClient) -> None:
    page = head.get(f"/figures/?{YEAR}").text
    assert "No target is entered for just these days." in page
    assert "so no coverage can be said" in page
    with app.app_context():
        fact = FactFactory.create(participation__unit="Contingent A", last_day=DAY)
        TargetFactory.create(category=fact.category)
        StrengthFactory.create(
            category=fact.category, unit="Contingent A", unit_key="contingent a"
        )
    page = head.get(f"/figures/?{YEAR}").text
    assert "Year 2014 · Persons trained" in page
    assert '<td class="number">2.5%</td>' in page
    assert "Rotation 1 · 3%" in page


def test_statements_of_the_dashboard_do_not_grow_with_what_is_declared(
    app: Flask, head: FlaskClient
) -> None:
    def statements() -> int:
        head.get(f"/figures/?{YEAR}")
        with counted(app) as sent:
            head.get(f"/figures/?{YEAR}")
        return len(sent)

    with app.app_context():
        TargetFactory.create()
        StrengthFactory.create()
    before = statements()
    with app.app_context():
        TargetFactory.create_batch(5)
        StrengthFactory.create_batch(5)
    assert statements() == before


@pytest.mark.one_engine("postgresql", reason="on SQLite the second no longer finds it")
def test_who_withdraws_what_is_being_withdrawn_is_told(app: Flask, head: FlaskClient) -> None:
    head.post("/figures/targets/new", data=TYPED)
    with app.app_context():
        entry = queries.get(Kind.TARGETS, 1, HEAD)
        services.withdraw(entry=entry, now=LATER, actor=HEAD)
        late = second_after(
            app, lambda: head.post("/figures/targets/1/withdraw", follow_redirects=True)
        )
    answer = late.result()
    assert answer.status_code == 200
    assert "Somebody changed or withdrew this entry meanwhile." in answer.text
