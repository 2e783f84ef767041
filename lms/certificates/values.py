"""What a certificate says, frozen when it is issued; plain values only."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from lms.certificates.kinds import Kind
from lms.people.kinds import Sex


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Everything the paper says and nothing else, as it was on the day of issue."""

    kind: Kind
    number: str
    code: str
    link: str
    """Where the QR code leads; kept, so that the page can be drawn again bit for bit."""
    given_names: str
    surname: str
    sex: Sex
    """For the agreement alone."""
    rank_fr: str
    """In words and lower case, or as it stood on the list if it is not a known rank."""
    rank_en: str
    """In words; empty if it is not a known rank."""
    grade: str
    """A civilian level such as P-3, the same in both languages."""
    course_code: str
    version: int
    title_fr: str
    title_en: str
    minutes: int
    """Length of the slots held, without breaks."""
    first_day: date
    last_day: date
    place_fr: str
    place_en: str
    unit_fr: str
    unit_en: str
    head_fr: str
    head_en: str
    host_fr: str
    host_en: str
    """Who signs beside the head of unit; empty for a host institution to be named by hand."""
    made_at: str
    made_on: date
    sample: bool


def to_json(content: Content) -> dict[str, object]:
    """Return the content as JSON keeps it; days in ISO form."""
    values = asdict(content)
    return {name: str(it) if isinstance(it, date) else it for name, it in values.items()}


def from_json(values: Mapping[str, object]) -> Content:
    """Return the content that ``to_json`` wrote."""
    made: dict[str, Any] = {}
    for field in fields(Content):
        value = values[field.name]
        made[field.name] = field.type(value) if field.type in (Kind, Sex) else value
        if field.type is date:
            made[field.name] = date.fromisoformat(str(value))
    return Content(**made)
