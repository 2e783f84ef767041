import pytest

from lms.accounts.actors import SYSTEM, Actor, Role
from lms.certificates import services
from lms.certificates.kinds import State
from lms.certificates.values import from_json
from lms.errors import NotAllowed
from tests.factories.accounts import UserFactory
from tests.factories.certificates import CertificateFactory

pytestmark = pytest.mark.usefixtures("database")


def test_a_number_takes_the_place_of_the_name_and_the_rest_can_be_drawn() -> None:
    actor: Actor = UserFactory.create(role=Role.UNIT_HEAD).actor
    it, other = CertificateFactory.create(), CertificateFactory.create()
    untouched = dict(other.content)
    course = from_json(it.content).course_code
    services.forget(person_id=it.participation.person_id, actor=actor)
    content = from_json(it.content)
    assert content.surname == f"E-{it.participation.person_id:04d}"
    assert (content.given_names, content.rank_fr, content.rank_en, content.grade) == ("",) * 4
    assert content.course_code == course
    assert it.state is State.ISSUED
    assert other.content == untouched


def test_unit_heads_alone_make_certificates_forget() -> None:
    with pytest.raises(NotAllowed):
        services.forget(person_id=1, actor=SYSTEM)
