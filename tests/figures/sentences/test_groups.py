import csv
import re

import pytest
from flask_babel import force_locale

from lms.figures.sentences.groups import WORDS, Agreement, has_words, of_category, persons
from lms.i18n import LOCALES
from tests.figures.sentences.given import NAMES

ROWS = [*csv.DictReader(WORDS.read_text("utf-8").splitlines())]


def test_every_category_has_words_in_both_languages_and_whole() -> None:
    assert len({(it["code"], it["language"]) for it in ROWS}) == len(ROWS)
    assert {it["language"] for it in ROWS} == {*LOCALES}
    codes = [{it["code"] for it in ROWS if it["language"] == locale} for locale in LOCALES]
    assert codes[0] == codes[1]
    for row in ROWS:
        assert row["one"], row
        assert row["many"], row
        assert bool(row["of_one"]) is bool(row["of_many"]), row
        assert bool(row["one_woman"]) is bool(row["women"]), row
        assert row["of_one"] or row["women"], row
        assert bool(row["agreement"]) is (row["language"] == "fr"), row
        assert not re.search("['\"]|  ", "".join(row.values())), row


@pytest.mark.usefixtures("database")
def test_a_new_category_is_named_by_its_label() -> None:
    with force_locale("fr"):
        assert not has_words("neighbours")
        found = of_category("neighbours", NAMES)
        assert found.many == "personnes de la catégorie «\u00a0Voisins\u00a0»"
        assert found.agreement is Agreement.FEMININE
        assert persons().many == "personnes"


@pytest.mark.usefixtures("database")
def test_each_language_has_its_own_words() -> None:
    for locale, words in (
        ("fr", "membres de la société civile"),
        ("en", "members of civil society"),
    ):
        with force_locale(locale):
            assert has_words("civil-society")
            assert of_category("civil-society", NAMES).many == words
