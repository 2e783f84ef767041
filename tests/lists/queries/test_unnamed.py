import pytest

from lms.lists import queries
from lms.lists.queries import Unnamed
from lms.lists.reading.person import Refusal
from tests.lists.given import csv, session_of, uploaded

pytestmark = pytest.mark.usefixtures("database")
AWA = "Maïga;Awa;F;44/6386;1984;P"


def found(*rows: str, slots: int = 1, header: str | None = None) -> list[Unnamed]:
    content = csv(*rows, header=header) if header else csv(*rows)
    imported_list = uploaded(session_of(slots=slots), content)
    return queries.unnamed(imported_list, queries.preview(imported_list))


def test_refused_rows_with_a_presence_are_found_in_order() -> None:
    rows = found(AWA, ";;F;;;P", ";;M;;;A", "=1;;M;;;P", "Keïta;Issa;M;;2150;P")
    assert [(it.number, it.outcome.refusal, it.present) for it in rows] == [
        (3, Refusal.NO_NAME, 1),
        (5, Refusal.FORMULA, 1),
        (6, Refusal.IMPOSSIBLE_BIRTH, 1),
    ]


def test_a_second_row_of_one_person_is_not() -> None:
    assert found(AWA, AWA) == []


def test_a_mark_that_belongs_to_no_slot_says_that_somebody_came() -> None:
    header = "Nom;Prénom;Sexe;J1;J2"
    rows = found("Maïga;Awa;F;P;P", ";;F;A;P", ";;M;A;A", slots=3, header=header)
    assert [(it.number, it.present) for it in rows] == [(3, 0)]


@pytest.mark.parametrize(("cell", "signed"), [("x", True), ("Awa M.", True), ("", False)])
def test_a_signature_beside_the_marks_says_that_somebody_came(cell: str, *, signed: bool) -> None:
    header = "Nom;Prénom;Sexe;J1;J2;Signature"
    rows = found("Maïga;Awa;F;P;P;x", f";;F;;;{cell}", slots=2, header=header)
    assert [it.number for it in rows] == ([3] if signed else [])
    assert all(it.present == 0 for it in rows)
