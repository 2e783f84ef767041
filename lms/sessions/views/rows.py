"""The lines of a roster in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _, ngettext

from lms.i18n import moment, number
from lms.people.names import fold
from lms.sessions import labels
from lms.sessions.models import MarkState
from lms.sessions.queries.roster import RosterLine
from lms.sessions.values import Meanwhile


@dataclass(frozen=True, slots=True, kw_only=True)
class RollRow:
    """One person of the roll; ``stored`` is what the server knows, ``state`` what is shown."""

    id: int
    name: str
    detail: str
    title: str
    state: str
    stored: str
    words: dict[str, str]


def roll_rows(
    lines: Sequence[RosterLine], chosen: Mapping[int, MarkState | None]
) -> list[RollRow]:
    """Return the rows to show; what was ``chosen`` in a form that was refused comes first."""
    return [_row(it, chosen.get(it.participation_id) or it.state) for it in lines]


def named(lines: Sequence[RosterLine], words: str) -> list[RosterLine]:
    """Return those whose name or number holds each of the words, spellings made one."""
    sought = fold(words).split()
    return [
        it for it in lines if all(word in f"{fold(it.name)} {it.tail.lower()}" for word in sought)
    ]


def called_of(lines: Sequence[RosterLine]) -> str:
    """Return how far the roll call is: 34 called of 46."""
    return ngettext(
        "%(num)s called of %(expected)s",
        "%(num)s called of %(expected)s",
        sum(it.state is not MarkState.BLANK for it in lines),
        expected=number(len(lines)),
    )


def meanwhile_sentence(it: Meanwhile, line: RosterLine, names: Mapping[int, str]) -> str:
    """Say whose mark was replaced, and by what."""
    words = labels.states(line.sex)
    somebody = _("somebody else")
    return _(
        "%(name)s: %(who)s had put “%(found)s” (%(moment)s). Your mark, “%(put)s”, now counts;"
        " both are kept.",
        name=line.name,
        who=names.get(it.user_id or 0, somebody),
        found=words[it.found],
        put=words[it.put],
        moment=moment(it.at),
    )


def _row(it: RosterLine, state: MarkState) -> RollRow:
    words = labels.states(it.sex)
    return RollRow(
        id=it.participation_id,
        name=it.name,
        detail=" ".join(part for part in (it.rank, f"…{it.tail}" if it.tail else "") if part),
        title=_read_aloud(it),
        state="" if state is MarkState.BLANK else state.value,
        stored=it.state.value,
        words={key.value: words[key] for key in MarkState if key is not MarkState.BLANK},
    )


def _read_aloud(it: RosterLine) -> str:
    if it.rank and it.tail:
        return _(
            "%(name)s, %(rank)s, number ending in %(digits)s",
            name=it.name,
            rank=it.rank,
            digits=it.tail,
        )
    if it.tail:
        return _("%(name)s, number ending in %(digits)s", name=it.name, digits=it.tail)
    return ", ".join(part for part in (it.name, it.rank) if part)
