from datetime import date

import pytest
from hypothesis import given, settings, strategies as st
from sqlalchemy import event, select

from lms.accounts.actors import Actor, ActorKind, Role
from lms.errors import NotAllowed, NotFound
from lms.extensions import db
from lms.people import names, queries, reference, rules
from lms.people.models import Category, Person
from lms.people.queries import Order, Search, register
from tests.factories.people import CategoryFactory, OrganisationFactory, PersonFactory

pytestmark = pytest.mark.usefixtures("database")
TODAY = date(2014, 3, 12)
HEAD = Actor(kind=ActorKind.USER, id=1, role=Role.UNIT_HEAD)
EVERYBODY = Search()


def shown(search: Search = EVERYBODY) -> list[str]:
    page = queries.register_page(search=search, today=TODAY, actor=HEAD)
    return [it.shown_name for it in page.lines]


def test_categories_come_with_parents_first_and_without_the_inactive() -> None:
    reference.load()
    codes = [it.code for it in queries.categories()]
    assert codes.index("malian-forces") < codes.index("malian-army")
    assert "malian-civil-protection" not in codes
    assert "malian-civil-protection" in [it.code for it in queries.categories(with_inactive=True)]


def test_only_active_organisations_are_offered() -> None:
    OrganisationFactory.create(code="b")
    OrganisationFactory.create(code="a", active=False)
    assert [it.code for it in queries.organisations()] == ["b"]


def test_what_does_not_exist_is_not_found() -> None:
    with pytest.raises(NotFound):
        queries.category("nowhere")
    with pytest.raises(NotFound):
        queries.category_by_id(9)
    with pytest.raises(NotFound):
        queries.person(9)


def test_people_are_found_by_their_number_however_it_is_written() -> None:
    one = PersonFactory.create(service_number="44/6386", service_number_key="446386")
    found = queries.by_service_number(["044-6386", "", "99"])
    assert found == {"446386": [one]}


def test_more_numbers_than_one_statement_takes_are_looked_up() -> None:
    one = PersonFactory.create(service_number_key="9999")
    assert queries.by_service_number(str(it) for it in range(9000, 10_000)) == {"9999": [one]}


def test_the_register_is_sorted_by_name_without_accents() -> None:
    for surname in ("Zouré", "Élan", "Diarra"):
        PersonFactory.create(surname=surname)
    assert [it.split()[0] for it in shown()] == ["DIARRA", "ÉLAN", "ZOURÉ"]


def test_a_name_is_found_by_any_of_its_spellings() -> None:
    PersonFactory.create(surname="Coulibaly", given_names="Awa")
    PersonFactory.create(surname="Traoré", given_names="Moussa")
    assert shown(Search(words="kulibali")) == ["COULIBALY Awa"]
    assert shown(Search(words="MOUSSA traore")) == ["TRAORÉ Moussa"]
    assert shown(Search(words="100%")) == []


def test_a_number_is_found_by_its_digits() -> None:
    PersonFactory.create(surname="Diarra", service_number_key="446386")
    PersonFactory.create(surname="Traoré")
    assert shown(Search(words="44/63")) == ["DIARRA Awa"]


def test_a_category_holds_its_children() -> None:
    child = CategoryFactory.create(parent=CategoryFactory.create())
    PersonFactory.create(surname="Diarra", category=child)
    PersonFactory.create(surname="Traoré")
    assert shown(Search(category_id=child.parent_id)) == ["DIARRA Awa"]
    assert shown(Search(category_id=child.id)) == ["DIARRA Awa"]


def test_a_minor_stands_under_a_number_and_is_not_found_by_name() -> None:
    child = PersonFactory.create(surname="Aaaa", birth_date=date(2000, 1, 1), rank="x")
    PersonFactory.create(surname="Zouré")
    assert shown() == ["ZOURÉ Awa", names.pseudonym(child.id)]
    assert shown(Search(words="aaaa")) == []


def test_the_order_of_minors_says_nothing_of_their_names() -> None:
    late, early = (
        PersonFactory.create(surname=it, birth_date=date(2000, 1, 1)) for it in ("Zzz", "Aaa")
    )
    assert shown() == [names.pseudonym(late.id), names.pseudonym(early.id)]


def test_the_register_can_be_read_by_category_or_latest_first() -> None:
    second, first = (CategoryFactory.create(position=it) for it in (2, 1))
    PersonFactory.create(surname="A", category=second)
    PersonFactory.create(surname="B", category=first)
    assert shown(Search(order=Order.CATEGORY)) == ["B Awa", "A Awa"]
    assert shown(Search(order=Order.NEWEST)) == ["B Awa", "A Awa"]


def test_a_page_beyond_the_last_is_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register, "PAGE_SIZE", 2)
    for surname in ("A", "B", "C"):
        PersonFactory.create(surname=surname)
    assert shown(Search(page=1)) == ["A Awa", "B Awa"]
    assert shown(Search(page=9)) == ["C Awa"]


@pytest.mark.parametrize("role", [Role.TRAINER, Role.PARTICIPANT])
def test_only_unit_heads_and_administrators_read_the_register(role: Role) -> None:
    actor = Actor(kind=ActorKind.USER, id=1, role=role)
    with pytest.raises(NotAllowed):
        queries.register_page(search=Search(), today=TODAY, actor=actor)


def test_more_people_take_no_more_statements() -> None:
    def statements() -> int:
        db.session.expire_all()
        run: list[str] = []
        event.listen(db.engine, "before_cursor_execute", lambda *given: run.append(given[2]))
        shown()
        return len(run)

    parent = CategoryFactory.create()
    PersonFactory.create(category=CategoryFactory.create(parent=parent))
    few = statements()
    for _ in range(5):
        PersonFactory.create(category=CategoryFactory.create(parent=CategoryFactory.create()))
    assert statements() == few


@settings(max_examples=20)
@given(
    births=st.lists(st.none() | st.dates(date(1985, 1, 1), date(2010, 1, 1)), max_size=6),
    today=st.dates(date(2010, 1, 2), date(2020, 12, 31)),
)
def test_sql_and_the_rule_agree_on_who_is_protected(
    births: list[date | None], today: date
) -> None:
    reference.load()
    codes = ["civil-society-ngo", "childrens-parliament", "malian-army", "armed-movements"]
    codes += ["civil-society", "cp-subgroup"]
    for born in births:
        for code in codes:
            db.session.add(
                Person(
                    surname="A",
                    given_names="B",
                    folded_name="a b",
                    sort_name="a b",
                    sex="f",
                    birth_date=born,
                    category=queries.category(code),
                )
            )
    db.session.flush()
    page = queries.register_page(search=Search(), today=today, actor=HEAD)
    people = {it.id: it for it in db.session.scalars(select(Person))}
    for line in page.lines:
        it: Category = people[line.id].category
        expected = rules.protected(
            birth_date=people[line.id].birth_date,
            minors_category=it.minors,
            top_category=(it.parent or it).code,
            day=today,
        )
        assert line.protected == expected
    assert page.total == len(people)
    db.session.rollback()
