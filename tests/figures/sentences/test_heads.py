import pytest
from flask_babel import force_locale

from lms.figures.counting.values import Count
from lms.figures.sentences.heads import sentences
from lms.figures.sentences.told import Source
from tests.figures.sentences.given import line, source, whole

pytestmark = pytest.mark.usefixtures("database")


def said(given: Source, locale: str = "en") -> list[str]:
    with force_locale(locale):
        return sentences(given)


def test_the_north_list_gives_the_sentence_of_the_report() -> None:
    north = source(whole(982, 1147, boys=421, girls=548))
    assert said(north, "fr") == [
        (
            "Les séances de sensibilisation ont rassemblé 3\u202f098 participants au total, dont"
            " 1\u202f695 femmes et filles et 969 enfants, une même personne pouvant être comptée à"
            " plusieurs séances."
        )
    ]
    assert said(north) == [
        (
            "Awareness-raising sessions gathered 3,098 participants in all, of whom 1,695 were"
            " women and girls and 969 were children; one person may have been counted at several"
            " sessions."
        )
    ]


def test_nobody_counted_gives_no_sentence() -> None:
    assert said(source(whole())) == []
    assert said(source(whole("s", total="s"))) == []


def test_one_woman_or_child_is_said_in_words() -> None:
    assert ", including one woman or girl; one" in said(source(whole(6, 1)))[0]
    assert ", including one child; one person" in said(source(whole(6, boys=1)))[0]
    assert "seven participants" in said(source(whole(6, boys=1)))[0]
    assert (
        said(source(whole(1)))[0] == "Awareness-raising sessions gathered one participant in all."
    )
    assert "dont une femme ou une fille, une même" in said(source(whole(6, 1)), "fr")[0]


def test_an_open_figure_is_at_least_so_many_and_has_no_parts() -> None:
    given = source(line("civil-society", "≥3000", 500), whole("≥3000", 500))
    assert said(given) == [
        (
            "Awareness-raising sessions gathered at least 3,500 participants in all; one person"
            " may have been counted at several sessions."
        ),
        "During the reporting period, at least 3,500 members of civil society were sensitized.",
    ]
    assert said(given, "fr")[1] == (
        "Au cours de la période considérée, au moins 3\u202f500 membres de la société civile ont"
        " été sensibilisés."
    )


def test_a_category_is_told_with_its_women() -> None:
    given = source(line("civil-society", 982, 1147), line("neighbours", 0, 1), whole(982, 1148))
    assert said(given, "fr")[1:] == [
        (
            "Au cours de la période considérée, 2\u202f129 membres de la société civile, dont"
            " 1\u202f147 femmes, ont été sensibilisés."
        ),
        (
            "Au cours de la période considérée, une femme de la catégorie «\u00a0Voisins\u00a0» a"
            " été sensibilisée."
        ),
    ]


def test_more_than_is_kept_for_what_was_published_so() -> None:
    given = source(
        whole(),
        published=[
            ("civil-society", Count(3000, at_least=True)),
            ("neighbours", Count(1)),
            ("partners", Count()),
        ],
    )
    assert said(given) == [
        (
            "According to the figures published for this period, more than 3,000 members of civil"
            " society were sensitized."
        ),
        (
            "According to the figures published for this period, one person of the category"
            " “Voisins” was sensitized."
        ),
    ]
    assert said(given, "fr")[0] == (
        "Selon les chiffres publiés pour cette période, plus de 3\u202f000 membres de la société"
        " civile ont été sensibilisés."
    )


def test_masked_headcounts_are_less_than_their_threshold() -> None:
    small = source(line("civil-society", "<10", total="<10"), whole("<10", total="<10"))
    assert said(small)[0].startswith("Awareness-raising sessions gathered fewer than 10 particip")
    assert "fewer than 10 members of civil society were" in said(small)[1]
    masked = source(whole(30, "s", girls="<10", boys=20, total=80))
    assert said(masked)[0] == (
        "Awareness-raising sessions gathered 80 participants in all; one person may have been"
        " counted at several sessions."
    )
