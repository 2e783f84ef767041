"""The report of ``lms import-list``: one line a data row, for people and for programs."""

from dataclasses import dataclass, field

from lms.lib.sheets.writing import write_csv
from lms.lists import labels
from lms.lists.outcomes import Decision, Outcome
from lms.lists.queries import Preview
from lms.lists.queries.identities import row_of
from lms.lists.reading.person import Terms
from lms.people.queries.answers import Met

COLUMNS = ("file", "row", "person", "decision", "candidate", "reason")
WORDS = {
    Decision.KNOWN: "same",
    Decision.MAYBE: "maybe",
    Decision.NEW: "new",
    Decision.REFUSED: "rejected",
}
Line = tuple[str, int, str, str, str, str]


@dataclass(kw_only=True)
class Report:
    """What one call of the command found, and whom it met that the register does not hold.

    A new person has a key of their own, the same in every file of the call.
    """

    lines: list[Line] = field(default_factory=list)
    met: Met = field(default_factory=Met)

    def add(self, file: str, preview: Preview, terms: Terms) -> None:
        """Add the lines of one file; rows to withhold have none (R16)."""
        self.lines += [
            (
                file,
                it.row.number,
                self._key(it, terms),
                WORDS[it.decision],
                _written(it.candidates[0].person_id) if it.decision is Decision.MAYBE else "",
                labels.why(it),
            )
            for it in preview.outcomes
        ]

    def content(self) -> bytes:
        """Return the report as CSV."""
        return write_csv([COLUMNS, *self.lines])

    def _key(self, outcome: Outcome, terms: Terms) -> str:
        """Return the key of a row's person, remembered for the files that follow."""
        if outcome.decision is Decision.REFUSED:
            return ""
        row = row_of(outcome.row, terms)
        if outcome.person_id is None:
            return _written(self.met.add(row))
        self.met.see(outcome.person_id, row)
        return _written(outcome.person_id)


def _written(person_id: int) -> str:
    return str(person_id) if person_id > 0 else f"new-{-person_id}"
