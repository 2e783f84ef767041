"""Contents and rows of certificates, invented."""

from dataclasses import replace
from datetime import date

from lms.certificates.kinds import Kind
from lms.certificates.rules.numbers import write_number
from lms.certificates.values import Content
from lms.people.kinds import Sex

CONTENT = Content(
    kind=Kind.COMPLETION,
    number=write_number("CP", 2014, 123),
    code="7K4P2MTR9QXH",
    link="https://kalanso.example.org/verify/7K4P2MTR9QXH",
    given_names="Aïssata",
    surname="Maïga",
    sex=Sex.FEMALE,
    rank_fr="adjudant",
    rank_en="Warrant Officer",
    grade="",
    course_code="FDS-3J",
    version=2,
    title_fr="Protection de l’enfant en période de conflit armé",
    title_en="Protecting children in armed conflict",
    minutes=840,
    first_day=date(2014, 3, 12),
    last_day=date(2014, 3, 14),
    place_fr="Gao",
    place_en="Gao",
    unit_fr="Unité de protection de l’enfant",
    unit_en="Child Protection Unit",
    head_fr="Cheffe de l’unité",
    head_en="Head of unit",
    host_fr="",
    host_en="",
    made_at="Bamako",
    made_on=date(2014, 3, 20),
    sample=False,
)


def make_content(**changes: object) -> Content:
    """Return a certificate of completion, changed where a test says so."""
    return replace(CONTENT, **changes)  # type: ignore[arg-type]  # named as the fields are
