import pytest
from flask_babel import force_locale

from lms.errors import NotAllowed
from lms.figures.targets import exchange, queries
from lms.figures.targets.errors import BadRows
from lms.figures.targets.values import Kind
from lms.people import reference as categories
from lms.sessions import reference as places
from tests.figures.targets.given import AIM, HEAD, LATER, NOW, ROTATION, TRAINER

pytestmark = pytest.mark.usefixtures("database")

BY_CODE = "persons_trained,mission,ML07,2014-01-01,2014-12-31,40,Plan\n"
IN_FRENCH = "Personnes formées,Personnel de la Mission,Gao,01/01/2014,31/12/2014,40,Plan\n"
IN_ENGLISH = "Persons trained,Mission personnel,gao,2014-01-01,2014-12-31,40,Plan\n"
UNIT = "mission-military,Contingent A,Rotation 1,ML07,2014-01-01,2014-12-31,,Lettre\n"


@pytest.fixture(autouse=True)
def _known(database: None) -> None:
    assert database is None
    categories.load()
    places.load()


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_codes_and_the_words_of_both_languages_mean_the_same(locale: str) -> None:
    with force_locale(locale):
        rows = [
            exchange.preview((AIM + it).encode(), Kind.TARGETS, HEAD)[0]
            for it in (BY_CODE, IN_FRENCH, IN_ENGLISH)
        ]
    assert rows[0].given is not None
    assert {it.given for it in rows} == {rows[0].given}


@pytest.mark.parametrize("locale", ["fr", "en"])
@pytest.mark.parametrize(
    ("kind", "content"), [(Kind.TARGETS, AIM + BY_CODE), (Kind.STRENGTHS, ROTATION + UNIT)]
)
def test_what_is_taken_along_can_be_brought_in_again(
    kind: Kind, content: str, locale: str
) -> None:
    exchange.enter(content.encode(), kind, now=NOW, actor=HEAD)
    with force_locale(locale):
        taken = exchange.written(kind, queries.standing(kind))
        brought = exchange.enter(taken, kind, now=LATER, actor=HEAD)
        assert exchange.template(kind) == taken.splitlines(keepends=True)[0]
    assert (brought.added, brought.changed, brought.same) == (0, 0, 1)


def test_rows_that_were_looked_at_are_passed_on_as_they_were_understood() -> None:
    given = exchange.preview((AIM + IN_FRENCH).encode(), Kind.TARGETS, HEAD)[0].given
    assert given is not None
    assert exchange.passed_on(Kind.TARGETS, [given]) == AIM + BY_CODE


@pytest.mark.parametrize("content", [AIM, AIM + BY_CODE + BY_CODE.replace("40", "many")])
def test_all_rows_are_entered_or_none(content: str) -> None:
    with pytest.raises(BadRows):
        exchange.enter(content.encode(), Kind.TARGETS, now=NOW, actor=HEAD)
    assert queries.standing(Kind.TARGETS) == []


def test_trainers_bring_nothing_in() -> None:
    with pytest.raises(NotAllowed):
        exchange.preview((AIM + BY_CODE).encode(), Kind.TARGETS, TRAINER)


def test_rows_are_shown_in_words() -> None:
    content = AIM + BY_CODE + BY_CODE.replace("mission", "nobody")
    with force_locale("en"):
        good, bad = exchange.shown(exchange.preview(content.encode(), Kind.TARGETS, HEAD))
    assert good.what == (
        "Mission personnel · Persons trained · Gao · 1 January – 31 December 2014"
    )
    assert (good.count, good.fate, good.trouble) == ("40", "New", "")
    assert bad.trouble == "The category “nobody” is not known: write its code or its name."
    assert (bad.number, bad.what) == (3, "")


def test_the_words_a_cell_may_hold_leave_out_what_is_refused() -> None:
    with force_locale("en"):
        words = dict(exchange.words(Kind.STRENGTHS))
    assert "Military" in words["Category"]
    assert "Children's Parliament" not in words["Category"]
    assert "Armed movements" not in words["Category"]
    assert "Measure" not in words
