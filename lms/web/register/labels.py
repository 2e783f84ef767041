"""Words of doubts: what a batch is called, how likely, and why it is asked."""

from collections.abc import Mapping

from flask_babel import gettext as _, lazy_gettext as _l

from lms.people.kinds import DoubtKind, Verdict
from lms.people.matching.levels import Field, Level

KINDS = {
    DoubtKind.SPELLING: _l("Names written a little differently"),
    DoubtKind.NAME_ONLY: _l("The same name, and nothing else that tells"),
    DoubtKind.NUMBER: _l("A service number that agrees, or nearly"),
    DoubtKind.PHONE: _l("The same phone, which may be shared"),
    DoubtKind.CONTRADICTION: _l("The same name, and something against it"),
    DoubtKind.SEVERAL: _l("Several in the register may be meant"),
}
# L10N: the same kinds in a word or two, over a table
SHORT_KINDS = {
    DoubtKind.SPELLING: _l("Spelling"),
    DoubtKind.NAME_ONLY: _l("Name alone"),
    DoubtKind.NUMBER: _l("Service number"),
    DoubtKind.PHONE: _l("Phone"),
    DoubtKind.CONTRADICTION: _l("Contradiction"),
    DoubtKind.SEVERAL: _l("Several possible"),
}
# L10N: the fields of two records, each in a list such as “Alike: surname, phone.”
FIELDS = {
    Field.SURNAME: _l("surname"),
    Field.GIVEN: _l("given names"),
    Field.NUMBER: _l("service number"),
    Field.PHONE: _l("phone"),
    Field.BIRTH: _l("year of birth"),
    Field.SEX: _l("sex"),
    Field.RANK: _l("rank"),
    Field.KIND: _l("category"),
}
VERDICTS = {
    Verdict.OPEN: _l("To decide"),
    Verdict.SAME: _l("The same person"),
    Verdict.DIFFERENT: _l("Two persons"),
    Verdict.VOID: _l("No longer asked"),
}
ALIKE = frozenset({Level.SAME, Level.DAY})
NEARLY = frozenset({Level.CLOSE, Level.PART, Level.RISE})
APART = frozenset({Level.DIFFERENT, Level.FORBIDDEN})
LIKELIHOODS = (
    (900, _l("Almost certainly the same person")),
    (650, _l("Probably the same person")),
    (350, _l("Perhaps the same person")),
    (0, _l("Probably two persons, but it must be asked")),
)
"""From how many thousandths on."""


def likelihood(thousandths: int) -> str:
    """Return how likely two records are one person, in words."""
    return str(next(words for least, words in LIKELIHOODS if thousandths >= least))


def why(evidence: Mapping[str, object]) -> str:
    """Return the sentence that says why two records are asked about."""
    alike, nearly = _fields(evidence, ALIKE), _fields(evidence, NEARLY)
    apart = _fields(evidence, APART)
    sentences = []
    if alike:
        sentences.append(_("Alike: %(fields)s.", fields=alike))
    if nearly:
        sentences.append(_("Nearly alike: %(fields)s.", fields=nearly))
    if apart:
        sentences.append(_("Different: %(fields)s.", fields=apart))
    return " ".join(sentences) or _("Nothing else is known of either.")


def _fields(evidence: Mapping[str, object], levels: frozenset[Level]) -> str:
    return ", ".join(str(word) for field, word in FIELDS.items() if evidence.get(field) in levels)
