"""Ranks stand in their order, in either language (DOMAIN 4.7)."""

from itertools import pairwise

import pytest

from lms.people.matching import ranks

ORDER = (
    ("Soldat 2e cl.", "2e Cl", "Pte", "Private", "Gendarme", "Garde", "Constable", "agent"),
    ("1re cl.", "1ère Cl", "Soldat 1re cl."),
    ("Cpl", "Caporal", "Corporal"),
    ("C/C", "CCH", "Caporal-chef"),
    ("Sgt", "Sergent", "Sergeant", "MDL", "Maréchal des logis"),
    ("S/C", "SCH", "Sergent-chef", "MDC", "MDL-chef", "SSgt"),
    ("Adj", "Adjudant", "WO"),
    ("A/C", "ADC", "Adjudant-chef"),
    ("Major", "Adjudant-chef major"),
    ("Asp", "Aspirant"),
    ("S/Lt", "Sous-lieutenant", "2Lt"),
    ("Lt", "Lieutenant", "Insp", "Inspecteur", "Inspector"),
    ("Cne", "Capitaine", "Capt"),
    ("Cdt", "Commandant", "Chef de bataillon", "Chef d'escadron", "Cen", "Superintendent"),
    ("Lt-Col", "Lieutenant-colonel", "Lt Col"),
    ("Col", "Colonel"),
    ("Col-Maj", "Colonel-major"),
    ("Général de brigade", "Brig Gen", "Maj Gen", "Lt Gen", "Gen"),
)


@pytest.mark.parametrize("names", ORDER, ids=lambda it: it[0])
def test_one_level_has_one_number_however_it_is_written(names: tuple[str, ...]) -> None:
    assert len({ranks.level(it) for it in names}) == 1
    assert ranks.level(names[0]) is not None


@pytest.mark.parametrize(("lower", "higher"), list(pairwise(it[0] for it in ORDER)))
def test_each_level_stands_above_the_one_before(lower: str, higher: str) -> None:
    below, above = ranks.level(lower), ranks.level(higher)
    assert below is not None
    assert above is not None
    assert below < above


@pytest.mark.parametrize("written", ["", "P-3", "UNV", "IPO", "enseignante"])
def test_what_is_no_rank_has_no_level(written: str) -> None:
    assert ranks.level(written) is None
