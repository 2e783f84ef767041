"""Two records side by side, in the reader's language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _, ngettext

from lms import i18n
from lms.people import labels as people, names, rules
from lms.people.kinds import BirthPrecision, Sex
from lms.people.models import Person
from lms.web.register import comparing
from lms.web.register.comparing import Agreement, Compared, Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldLine:
    """One field of both; ``withheld`` where the words must not be shown."""

    label: str
    note: str
    differs: bool
    one: Sequence[Piece]
    other: Sequence[Piece]
    withheld: bool = False


def shown_name(person: Person, *, protected: bool) -> str:
    """Return the name, or what stands for it."""
    if protected:
        return names.pseudonym(person.id)
    return names.display(person.surname, person.given_names)


def field_lines(one: Person, other: Person, *, protected: bool) -> list[FieldLine]:
    """Return the fields of two records; of protected ones neither names nor numbers."""
    named = [
        (_("Surname"), comparing.texts(one.surname, other.surname)),
        (_("Given names"), comparing.texts(one.given_names, other.given_names)),
    ]
    lines = [_line(label, it, withheld=protected) for label, it in named]
    rest = _open_to_all(one, other) if protected else _all(one, other)
    lines += [_line(label, it) for label, it in rest]
    return [it for it in lines if it.withheld or it.one or it.other]


def birth(person: Person, *, protected: bool = False) -> str:
    """Return what is known of the birth: a day, a year, or about a year."""
    if person.birth_date is None:
        return ""
    if person.birth_precision is BirthPrecision.AGE:
        return _("about %(year)s", year=person.birth_date.year)
    if person.birth_precision is BirthPrecision.YEAR or protected:
        return str(person.birth_date.year)
    return i18n.day(person.birth_date)


def sex(person: Person) -> str:
    """Return the word for their sex; nothing where no list said it."""
    return "" if person.sex is Sex.UNSPECIFIED else str(people.SEXES[person.sex])


def phone(person: Person) -> str:
    """Return the phone number as it is shown."""
    return rules.spaced_phone(person.phone) if person.phone else ""


def _all(one: Person, other: Person) -> Iterator[tuple[str, Compared]]:
    numbers = (one.service_number or "", other.service_number or "")
    same = one.service_number_key == other.service_number_key
    yield _("Service number"), comparing.values(*numbers, same=same)
    yield _("Phone"), comparing.values(phone(one), phone(other), same=one.phone == other.phone)
    yield from _open_to_all(one, other, exact=True)
    yield _("Rank"), comparing.texts(one.rank or "", other.rank or "")
    yield _("Unit"), comparing.texts(one.unit or "", other.unit or "")


def _open_to_all(
    one: Person, other: Person, *, exact: bool = False
) -> Iterator[tuple[str, Compared]]:
    births = (birth(one, protected=not exact), birth(other, protected=not exact))
    yield _("Birth"), comparing.values(*births, same=_same_birth(one, other))
    yield _("Sex"), comparing.values(sex(one), sex(other), same=one.sex is other.sex)
    categories = (people.category(one.category), people.category(other.category))
    yield _("Category"), comparing.values(*categories, same=one.category_id == other.category_id)


def _same_birth(one: Person, other: Person) -> bool:
    """Tell whether the two births agree as far as both are known."""
    if one.birth_date is None or other.birth_date is None:
        return False
    if one.birth_date == other.birth_date:
        return True
    exact = {one.birth_precision, other.birth_precision} <= {BirthPrecision.DAY, None}
    conventional = any((it.month, it.day) == (1, 1) for it in (one.birth_date, other.birth_date))
    return one.birth_date.year == other.birth_date.year and (conventional or not exact)


def _line(label: str, compared: Compared, *, withheld: bool = False) -> FieldLine:
    return FieldLine(
        label=label,
        note=_note(compared, withheld=withheld),
        differs=compared.agreement is Agreement.DIFFERS,
        one=() if withheld else compared.one,
        other=() if withheld else compared.other,
        withheld=withheld,
    )


def _note(compared: Compared, *, withheld: bool) -> str:
    if compared.agreement is Agreement.ACCENTS:
        return _("the same but for accents")
    if compared.agreement is Agreement.SAME:
        return _("the same")
    if compared.agreement is Agreement.UNKNOWN:
        return ""
    if not withheld:
        return _("differs")
    letters = max(
        sum(len(it.text) for it in side if it.differs) for side in (compared.one, compared.other)
    )
    return ngettext("%(num)s letter differs", "%(num)s letters differ", letters)
