"""The same file handed in again, by one person or by two at once."""

from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import pytest
from flask import Flask

from lms.accounts.actors import Actor
from lms.extensions import db
from lms.files import contents
from lms.lists import queries, services
from lms.lists.errors import AlreadyRecorded
from lms.lists.reading.headings import Meaning
from lms.lists.services import NamedFile
from lms.people import queries as people
from lms.sessions.models import TrainingSession
from tests.lists.given import NOW, TODAY, csv, session_of, trainer_of, uploaded

pytestmark = pytest.mark.usefixtures("database")
ADULT = "Maïga;Awa;F;44/6386;1984;P"
CHILD = "Diarra;Issa;M;51/1111;2000;P"


@pytest.fixture
def training_session(database: None) -> TrainingSession:
    del database
    return session_of(slots=1)


def kept_files() -> list[Path]:
    return [it for it in contents.folder().rglob("*") if it.is_file()]


def test_the_same_bytes_open_the_same_preview(training_session: TrainingSession) -> None:
    first = uploaded(training_session, csv(ADULT))
    again = uploaded(training_session, csv(ADULT), category="civil-society")
    assert again is first
    assert first.category.code == "civil-society"


def test_the_same_bytes_keep_what_was_said_of_their_columns(
    training_session: TrainingSession,
) -> None:
    imported_list = uploaded(training_session, csv(ADULT))
    mapping = queries.mapping_of(imported_list).changed({2: Meaning.OTHER}, [5])
    imported_list.mapping = mapping.to_json()
    assert queries.mapping_of(uploaded(training_session, csv(ADULT))) == mapping


def test_a_minor_known_by_what_was_said_of_the_columns_is_forgotten_again(
    training_session: TrainingSession,
) -> None:
    """R16: the file comes back whole, and its own headings say nothing of the births."""
    content = csv(ADULT, CHILD, header="Nom;Prénom;Sexe;Matricule;Colonne;J1")
    imported_list = uploaded(training_session, content)
    mapping = queries.mapping_of(imported_list).changed({4: Meaning.BIRTH}, [5])
    imported_list.mapping = mapping.to_json()
    uploaded(training_session, content)
    db.session.commit()
    assert [it.row.number for it in queries.preview(imported_list).outcomes] == [2]
    assert [it.read_bytes() for it in kept_files()] != [content]


def test_rows_forgotten_for_a_wrong_category_come_back_with_the_file(
    training_session: TrainingSession,
) -> None:
    """A list of children first handed in as one of forces loses nobody."""
    uploaded(training_session, csv(ADULT, CHILD), category="malian-forces")
    again = uploaded(training_session, csv(ADULT, CHILD), category="childrens-parliament")
    db.session.commit()
    assert [it.row.number for it in queries.preview(again).outcomes] == [2, 3]
    assert [it.read_bytes() for it in kept_files()] == [csv(ADULT, CHILD)]


def test_two_who_hand_in_the_same_file_open_one_preview(
    app: Flask, training_session: TrainingSession
) -> None:
    number, actor = training_session.id, trainer_of(training_session).actor
    db.session.commit()

    def second(actor: Actor) -> int:
        with app.app_context():
            taken = services.upload(
                training_session=db.session.get_one(TrainingSession, number),
                file=NamedFile("copie.csv", csv(ADULT)),
                category=people.category("malian-forces"),
                today=TODAY,
                actor=actor,
            )
            db.session.commit()
            return taken.imported_list.id

    first = uploaded(training_session, csv(ADULT)).id
    with ThreadPoolExecutor() as pool:
        late = pool.submit(second, actor)
        assert not wait([late], timeout=0.3).done, "the second must wait for the first"
        db.session.commit()
    assert late.result() == first


def test_the_same_bytes_are_not_recorded_twice(training_session: TrainingSession) -> None:
    imported_list = uploaded(training_session, csv(ADULT))
    services.apply(
        imported_list=imported_list,
        accept_lines=False,
        now=NOW,
        actor=trainer_of(training_session).actor,
    )
    with pytest.raises(AlreadyRecorded) as caught:
        uploaded(training_session, csv(ADULT))
    assert caught.value.at == NOW
