"""The report of ``lms import-list``: one line a data row, for people and for programs."""

from collections import defaultdict
from dataclasses import dataclass, field

from lms.lib.sheets.writing import write_csv
from lms.lists import labels
from lms.lists.outcomes import Candidate, Decision, Outcome
from lms.lists.queries import Preview
from lms.people.rules import service_number_key
from lms.sessions.kinds import ParticipationRole

COLUMNS = ("file", "row", "person", "decision", "candidate", "reason")
WORDS = {Decision.KNOWN: "same", Decision.NEW: "new", Decision.REFUSED: "rejected"}
Line = tuple[str, int, str, str, str, str]


@dataclass(kw_only=True)
class Report:
    """What one call of the command found, and whom it met that the register does not hold.

    ``role`` is that of people in the session the lists go to, None without one. A new person
    has a key of their own, the same in every file of the call.
    """

    role: ParticipationRole | None = None
    lines: list[Line] = field(default_factory=list)
    newcomers: dict[str, list[Candidate]] = field(default_factory=lambda: defaultdict(list))
    _met: int = 0

    def add(self, file: str, preview: Preview) -> None:
        """Add the lines of one file; rows to withhold have none (R16)."""
        self.lines += [
            (
                file,
                it.row.number,
                self._key(it),
                WORDS[it.decision],
                "",  # of rows to be compared by hand, which matching by number alone has not
                labels.why(it),
            )
            for it in preview.outcomes
        ]

    def content(self) -> bytes:
        """Return the report as CSV."""
        return write_csv([COLUMNS, *self.lines])

    def _key(self, outcome: Outcome) -> str:
        if outcome.decision is Decision.REFUSED:
            return ""
        return _written(outcome.person_id or self._meet(outcome))

    def _meet(self, outcome: Outcome) -> int:
        """Return the number of somebody new: below zero, where the register has none."""
        self._met += 1
        key = service_number_key(outcome.row.service_number or "")
        if key:
            self.newcomers[key].append(
                Candidate(
                    person_id=-self._met,
                    surname=outcome.row.surname,
                    given_names=outcome.row.given_names,
                    role=self.role,
                )
            )
        return -self._met


def _written(person_id: int) -> str:
    return str(person_id) if person_id > 0 else f"new-{-person_id}"
