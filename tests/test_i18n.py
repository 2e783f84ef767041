from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction

import pytest
from flask import Flask, render_template_string
from flask.testing import FlaskClient
from flask_babel import force_locale
from hypothesis import HealthCheck, given, settings, strategies as st

from lms import i18n
from lms.i18n import LOCALE_COOKIE
from tests.conftest import Browse

NARROW = "\N{NARROW NO-BREAK SPACE}"


@dataclass
class Row:
    title_fr: str
    title_en: str


@pytest.fixture
def french(app: Flask) -> Iterator[None]:
    with app.app_context(), force_locale("fr"):
        yield


@pytest.fixture
def english(app: Flask) -> Iterator[None]:
    with app.app_context(), force_locale("en"):
        yield


in_french = pytest.mark.usefixtures("french")
in_english = pytest.mark.usefixtures("english")


def language_of(client: FlaskClient, wanted: str = "") -> str:
    """Return in which language a page is written that both strangers and accounts may read."""
    page = client.get("/verify/", headers={"Accept-Language": wanted}).text
    return page.partition('<html lang="')[2][:2]


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        ("en", "en"),
        ("fr-ML,en;q=0.5", "fr"),
        ("EN-gb, fr", "en"),
        ("bm, en;q=0.5", "en"),
        ("bm", "fr"),
        ("en;q=0, *", "fr"),
        ("", "fr"),
    ],
)
def test_a_stranger_reads_the_language_of_the_browser_or_french(
    stranger: FlaskClient, wanted: str, language: str
) -> None:
    assert language_of(stranger, wanted) == language


def test_an_account_reads_its_own_language_whatever_the_browser_wants(browse: Browse) -> None:
    assert language_of(browse(locale="fr"), "en") == "fr"


def test_what_is_chosen_on_this_device_comes_first(browse: Browse) -> None:
    client = browse(locale="fr")
    client.get("/language/en")
    assert language_of(client, "fr") == "en"


def test_a_cookie_with_another_language_is_passed_over(stranger: FlaskClient) -> None:
    stranger.set_cookie(LOCALE_COOKIE, "../de")
    assert language_of(stranger, "en") == "en"


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_a_command_answers_in_the_language_of_its_terminal(app: Flask, locale: str) -> None:
    app.config["COMMAND_LOCALE"] = locale
    with app.app_context():
        assert i18n.language() == locale


@in_french
def test_french_writes_days_as_the_reports_do() -> None:
    assert i18n.day(date(2014, 4, 1)) == "1er avril 2014"
    assert i18n.day(date(2014, 4, 11)) == "11 avril 2014"
    assert i18n.weekday(date(2014, 3, 12)) == "Mercredi 12 mars 2014"


@in_english
def test_english_writes_days_as_the_reports_do() -> None:
    assert i18n.day(date(2014, 4, 1)) == "1 April 2014"
    assert i18n.weekday(date(2014, 3, 12)) == "Wednesday 12 March 2014"


@in_french
@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        (date(2014, 3, 12), date(2014, 3, 12), "12 mars 2014"),
        (date(2014, 3, 12), date(2014, 3, 14), "12-14 mars 2014"),
        (date(2014, 3, 1), date(2014, 3, 14), "1er-14 mars 2014"),
        (date(2014, 3, 31), date(2014, 4, 1), "31 mars – 1er avril 2014"),
        (date(2014, 12, 31), date(2015, 1, 1), "31 décembre 2014 – 1er janvier 2015"),
        (date(2014, 3, 12), date(2015, 3, 12), "12 mars 2014 – 12 mars 2015"),
    ],
)
def test_a_span_names_month_and_year_once_where_they_are_one(
    first: date, last: date, written: str
) -> None:
    assert i18n.days(first, last) == written


@in_english
def test_a_span_in_english_has_a_dash() -> None:
    assert i18n.days(date(2014, 3, 12), date(2014, 3, 14)) == "12–14 March 2014"
    assert i18n.days(date(2014, 3, 31), date(2014, 4, 1)) == "31 March – 1 April 2014"


@in_french
def test_an_instant_is_told_in_the_time_of_mali() -> None:
    at = datetime(2015, 8, 4, 1, 5, tzinfo=timezone(timedelta(hours=2)))
    assert i18n.moment(at) == f"3 août 2015 à 23{NARROW}h{NARROW}05"
    assert i18n.day(at) == "3 août 2015"


@in_english
def test_an_instant_in_english() -> None:
    assert i18n.moment(datetime(2015, 8, 3, 9, 12, tzinfo=UTC)) == "3 August 2015 at 9:12"


@in_french
def test_french_sets_thousands_and_per_cent_apart() -> None:
    assert i18n.number(3098) == f"3{NARROW}098"
    assert i18n.number(Decimal("1234.5")) == f"1{NARROW}234,5"
    assert i18n.percent(Fraction(38, 100)) == f"38{NARROW}%"


@in_english
def test_english_writes_numbers_its_own_way() -> None:
    assert i18n.number(3098) == "3,098"
    assert i18n.percent(Decimal("0.38")) == "38%"


@in_english
@pytest.mark.parametrize(
    ("share", "written"),
    [
        (Fraction(1, 200), "1%"),
        (Fraction(1, 3), "33%"),
        (Fraction(2, 3), "67%"),
        (Fraction(1), "100%"),
    ],
)
def test_halves_of_a_per_cent_are_rounded_up(share: Fraction, written: str) -> None:
    assert i18n.percent(share) == written


@in_english
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.fractions(min_value=0, max_value=1))
def test_a_share_is_off_by_half_a_per_cent_at_most(share: Fraction) -> None:
    written = int(i18n.percent(share).removesuffix("%"))
    assert abs(written - share * 100) <= Fraction(1, 2)


@in_english
def test_a_text_comes_in_the_readers_language_or_in_the_one_it_has() -> None:
    assert i18n.localised(Row("Écouter", "Listening"), "title") == "Listening"
    assert i18n.localised(Row("Écouter", ""), "title") == "Écouter"
    assert i18n.localised(Row("", ""), "title") == ""


@in_french
def test_a_text_in_french_comes_first_for_who_reads_french() -> None:
    assert i18n.localised(Row("Écouter", "Listening"), "title") == "Écouter"


@in_french
def test_templates_write_as_the_code_does() -> None:
    page = render_template_string("{{ 3098 | number }}, {{ on | day }}", on=date(2014, 4, 1))
    assert page == f"3{NARROW}098, 1er avril 2014"
