"""The register of personal columns: what is kept of people, how long, and what erasing does.

Columns stand as ``table.column``, for most belong to rooms above. A test compares this with the
models: no text, day or JSON of a table that leads to a person is left out (DOMAIN 7).
"""

from dataclasses import dataclass
from enum import StrEnum


class Erasing(StrEnum):
    """What becomes of a column when a person's data is erased."""

    EMPTIED = "emptied"
    NUMBERED = "numbered"
    """The number that stands for the person takes its place."""
    DELETED = "deleted"
    """The whole row goes."""
    DRAWN_AGAIN = "drawn_again"
    CUT = "cut"
    """Only what tells of the person goes; the rest of the document stays."""
    KEPT = "kept"
    """It tells of nobody once the others are gone, and figures or the trail need it."""


class Retention(StrEnum):
    """How long a column is kept when nobody asks for its erasure."""

    TRAINING_RECORD = "training_record"
    """Five years after the last session, one for minors and armed movements."""
    EVIDENCE = "evidence"
    """Until a year after the session of the list."""
    ANSWERS = "answers"
    """A year; the score stays."""
    FOR_EVER = "for_ever"
    """Counts and ids, which name nobody."""


@dataclass(frozen=True, slots=True)
class Kept:
    """How long one column is kept, and what erasing does to it."""

    retention: Retention
    erasing: Erasing


RECORD = Retention.TRAINING_RECORD
EMPTIED = Kept(RECORD, Erasing.EMPTIED)
NUMBERED = Kept(RECORD, Erasing.NUMBERED)
DELETED = Kept(RECORD, Erasing.DELETED)
STAYS = Kept(Retention.FOR_EVER, Erasing.KEPT)

COLUMNS: dict[str, Kept] = {
    "person.surname": NUMBERED,
    "person.given_names": EMPTIED,
    "person.folded_name": EMPTIED,
    "person.sort_name": EMPTIED,
    "person.birth_date": EMPTIED,
    "person.birth_precision": EMPTIED,
    "person.phone": EMPTIED,
    "person.service_number": EMPTIED,
    "person.service_number_key": EMPTIED,
    "person.rank": EMPTIED,
    "person.unit": EMPTIED,
    "person.organisation_id": EMPTIED,
    "person.sex": STAYS,
    "person.category_id": STAYS,
    "person_name.surname": DELETED,
    "person_name.given_names": DELETED,
    "person_name.folded_name": DELETED,
    "person_name.name_key": DELETED,
    "suggestion.evidence": EMPTIED,
    "merge.settled": STAYS,
    "participation.unit": EMPTIED,
    "participation.rank": EMPTIED,
    "participation.pass_code": Kept(RECORD, Erasing.DRAWN_AGAIN),
    "participation.sex": STAYS,
    "participation.age_group": STAYS,
    "participation.category_id": STAYS,
    "participation.organisation_id": STAYS,
    "attendance_mark.client_uuid": STAYS,
    "attempt.question_ids": STAYS,
    "answer.choice_ids": Kept(Retention.ANSWERS, Erasing.KEPT),
    "certificate.number": STAYS,
    "certificate.code": STAYS,
    "certificate.content": Kept(RECORD, Erasing.CUT),
    "imported_row.evidence": EMPTIED,
    "stored_file.digest": Kept(Retention.EVIDENCE, Erasing.CUT),
    "fact.last_day": STAYS,
}
"""The content of a stored file stands for its digest: the person's row is cut out of it."""
