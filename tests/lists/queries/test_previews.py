from datetime import date

import pytest

from lms.accounts.actors import SYSTEM
from lms.errors import NotFound
from lms.lib.sheets.reading import read_sheet
from lms.lists import queries
from lms.lists.outcomes import Decision, Remark
from lms.lists.queries import Preview
from lms.lists.queries.identities import row_of
from lms.lists.reading.header import find_header
from lms.lists.reading.mapping import Mapping
from lms.people import queries as people
from lms.people.kinds import BirthPrecision
from lms.people.queries.answers import Met
from lms.sessions import services as sessions
from lms.sessions.kinds import ParticipationRole
from lms.sessions.models import TrainingSession
from tests.factories.lists import ImportedListFactory
from tests.lists.given import FIRST_DAY, GAO, csv, registered, session_of, uploaded

pytestmark = pytest.mark.usefixtures("database")
AWA = "Maïga;Awa;F;44/6386;1984;P"
ALI = "Traoré;Ali;M;;;P"
NAMELESS = ";;F;;;P"
CHILD = "Diarra;Issa;M;51/1111;2000;P"


@pytest.fixture
def training_session(database: None) -> TrainingSession:
    del database
    return session_of(slots=1)


def preview_of(
    training_session: TrainingSession, *rows: str, category: str = "malian-forces"
) -> Preview:
    return queries.preview(uploaded(training_session, csv(*rows), category=category))


def test_the_rows_of_gao_are_all_new_to_an_empty_mission() -> None:
    preview = queries.preview(uploaded(session_of(), GAO.read_bytes()))
    assert preview.counts == {Decision.NEW: 46}
    assert len(preview.to_record) == 46
    assert not preview.totals_differ
    flagged = [it.row.number for it in preview.outcomes if it.doubtful]
    assert len(flagged) == 2, "the two with a blank mark"


def test_rows_are_counted_by_what_becomes_of_them(training_session: TrainingSession) -> None:
    registered("Maiga", "Awa", service_number="446386")
    preview = preview_of(training_session, AWA, ALI, NAMELESS)
    assert preview.counts == {Decision.KNOWN: 1, Decision.NEW: 1, Decision.REFUSED: 1}
    assert [it.row.number for it in preview.to_record] == [2, 3]


@pytest.mark.parametrize(("foot", "differ"), [("Total;2", False), ("Total;3", True), ("", False)])
def test_the_declared_total_is_that_of_all_rows(
    training_session: TrainingSession, foot: str, *, differ: bool
) -> None:
    assert preview_of(training_session, AWA, NAMELESS, foot).totals_differ is differ


def test_somebody_of_the_session_is_told_so(training_session: TrainingSession) -> None:
    known = registered("Maïga", "Awa", service_number="446386")
    sessions.enrol(training_session=training_session, person=known, actor=SYSTEM)
    (outcome,) = preview_of(training_session, AWA).outcomes
    assert (outcome.person_id, outcome.remarks) == (known.id, (Remark.ENROLLED,))


def test_a_namesake_in_the_session_is_told_so(training_session: TrainingSession) -> None:
    sessions.enrol(
        training_session=training_session,
        person=registered("Traore", "Ali"),
        actor=SYSTEM,
    )
    (outcome,) = preview_of(training_session, ALI).outcomes
    assert (outcome.decision, outcome.remarks) == (Decision.MAYBE, (Remark.NAMESAKE,))


def test_a_trainer_of_the_session_is_refused_as_its_participant(
    training_session: TrainingSession,
) -> None:
    sessions.enrol(
        training_session=training_session,
        person=registered("Maïga", "Awa", service_number="446386"),
        role=ParticipationRole.TRAINER,
        actor=SYSTEM,
    )
    assert preview_of(training_session, AWA).to_record == []


def test_of_a_row_to_withhold_nothing_but_its_number_is_there(
    training_session: TrainingSession,
) -> None:
    """R16: not even as the first cell of a column."""
    imported_list = uploaded(training_session, csv(CHILD, AWA), category="civil-society")
    imported_list.category = people.category("malian-forces")
    preview = queries.preview(imported_list)
    assert list(preview.withheld) == [2]
    assert [it.row.surname for it in preview.outcomes] == ["Maïga"]
    assert preview.samples[0] == "Maïga"
    assert preview.samples[3] == "44/6386"


def test_a_minor_the_register_knows_is_withheld_too(training_session: TrainingSession) -> None:
    born = {"birth_date": date(1999, 1, 1), "birth_precision": BirthPrecision.YEAR}
    registered("Maïga", "Awa", service_number="446386", **born)
    preview = preview_of(training_session, AWA.replace("1984", ""), ALI)
    assert list(preview.withheld) == [2]
    assert [it.row.number for it in preview.outcomes] == [3]
    assert preview.samples[0] == "Traoré", "not even the first cell of a column"


@pytest.mark.parametrize(
    ("category", "adults"), [("civil-society", 1), ("childrens-parliament", 0)]
)
def test_who_gives_no_age_is_an_adult_unless_the_category_is_one_of_minors(
    training_session: TrainingSession, category: str, adults: int
) -> None:
    """R12; a refused row is nobody, and the register may know an age."""
    born = {"birth_date": date(1980, 1, 1), "birth_precision": BirthPrecision.YEAR}
    registered("Diarra", "Awa", service_number="77", **born)
    rows = (AWA, ALI, NAMELESS, "Diarra;Awa;F;77;;P")
    assert preview_of(training_session, *rows, category=category).presumed_adults == adults


def test_r12_an_age_below_that_of_the_parliament_is_told_and_recorded(
    training_session: TrainingSession,
) -> None:
    young, old = (
        f"Diarra;{name};F;;{FIRST_DAY.year - age};P" for name, age in (("Awa", 11), ("Oumou", 12))
    )
    preview = preview_of(training_session, young, old, NAMELESS, category="childrens-parliament")
    assert [it.remarks for it in preview.outcomes] == [(Remark.TOO_YOUNG,), (), ()]
    assert [it.row.number for it in preview.to_record] == [2, 3]
    assert [it.doubtful for it in preview.outcomes][:2] == [True, False]
    elsewhere = preview_of(training_session, young, category="civil-society")
    assert [it.remarks for it in elsewhere.outcomes] == [()]


def test_terms_know_the_top_of_a_category_switched_off(
    training_session: TrainingSession,
) -> None:
    switched_off = people.category("malian-civil-protection")
    terms = queries.terms(training_session, switched_off)
    assert terms.tops["malian-civil-protection"] == "malian-forces"
    assert terms.tops["malian-army"] == "malian-forces"
    assert terms.tops["mission"] == "mission"
    assert terms.minors == {"childrens-parliament"}
    assert terms.first_day == FIRST_DAY


def test_a_list_marks_the_slots_held_only() -> None:
    training_session = session_of(slots=3)
    training_session.slots[1].held = False
    assert [it.position for it in queries.slots_of(training_session)] == [1, 3]


def test_slots_changed_since_are_proposed_anew(training_session: TrainingSession) -> None:
    imported_list = uploaded(training_session, csv(AWA))
    assert queries.mapping_of(imported_list).slots == (5,)
    training_session.slots[0].held = False
    assert queries.mapping_of(imported_list).slots == ()


def test_a_list_whose_file_is_gone_cannot_be_read() -> None:
    imported_list = ImportedListFactory.create(stored_file=None, digest="0" * 64)
    with pytest.raises(NotFound):
        queries.sheet_of(imported_list)


def test_a_list_may_be_looked_at_without_a_session(training_session: TrainingSession) -> None:
    del training_session
    sheet = read_sheet(csv(AWA, ALI))
    mapping = Mapping.proposed(find_header(sheet), 0)
    terms = queries.terms_on(FIRST_DAY, people.category("civil-society"))
    met = Met()
    first = queries.examine(sheet, mapping, terms, met=met)
    assert [it.decision for it in first.outcomes] == [Decision.NEW, Decision.NEW]
    met.add(row_of(first.outcomes[0].row, terms))
    again = queries.examine(sheet, mapping, terms, met=met)
    assert [it.decision for it in again.outcomes] == [Decision.KNOWN, Decision.NEW]
    assert again.outcomes[0].person_id == -1
