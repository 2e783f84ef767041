import re

import pytest

from lms.accounts.actors import Role
from tests.conftest import Browse

PATHS = ["figures", "facts", "categories", "places", "reports", "reports/{code}"]


@pytest.mark.parametrize(
    ("locale", "said"), [("fr", "Chiffres pour les programmes"), ("en", "Figures for programs")]
)
def test_the_page_lists_every_address_and_what_it_takes(
    browse: Browse, locale: str, said: str
) -> None:
    page = browse(locale=locale).get("/figures/api").text
    assert said in page
    assert [it for it in PATHS if f"GET /api/v1/{it}" not in page] == []
    assert "persons_trained, persons_sensitized" in page


def test_the_page_asks_no_other_host_and_runs_nothing_of_its_own(browse: Browse) -> None:
    page = browse().get("/figures/api").text
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page)
    assert not re.search(r"<script>|<style|onclick=", page)


def test_those_who_make_tokens_are_led_to_theirs(browse: Browse) -> None:
    assert "/account/tokens/" in browse(role=Role.UNIT_HEAD).get("/figures/api").text
    assert "/account/tokens/" not in browse(role=Role.TRAINER).get("/figures/api").text
