import pytest
from flask_babel import force_locale

from lms.figures.sentences import verbs
from lms.figures.sentences.groups import Agreement
from lms.figures.sentences.told import Told

pytestmark = pytest.mark.usefixtures("database")


@pytest.mark.parametrize(
    ("agreement", "number", "women", "verb"),
    [
        (Agreement.FEMININE, 1, "", "a été {}e"),
        (Agreement.MASCULINE, 1, "", "a été {}"),
        (Agreement.FEMININE, 2, "", "ont été {}es"),
        (Agreement.MASCULINE, 2, "", "ont été {}s"),
        (Agreement.FEMININE, 2, "une femme", "dont une femme, ont été {}es"),
        (Agreement.MASCULINE, 2, "une femme", "dont une femme, ont été {}s"),
    ],
)
def test_french_verbs_agree(agreement: Agreement, number: int, women: str, verb: str) -> None:
    it = Told("x", number, agreement, women)
    with force_locale("fr"):
        assert f"{verb.format('formé')} aux droits" in verbs.trained(it, "")
        assert verbs.sensitized(it).endswith(f"{verb.format('sensibilisé')}.")
        if not women:
            assert verbs.published_sensitized(it).endswith(f"{verb.format('sensibilisé')}.")
