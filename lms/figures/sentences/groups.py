"""What the people of a category are called in a sentence, with the agreement they ask for."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from flask_babel import gettext as _

from lms.figures.labels import Names
from lms.i18n import language

WORDS = files("lms.figures.sentences") / "data" / "groups.csv"


class Agreement(StrEnum):
    """How French verbs agree with the noun; in English both are the same."""

    FEMININE = "feminine"
    """Of “personnes”, whoever they are: the neutral wording."""
    MASCULINE = "masculine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The words for the people of a category in one language.

    ``many`` follows a number; ``of_one`` and ``of_many`` follow "one woman" and "12 women",
    unless ``one_woman`` and ``women`` say it in a word of their own.
    """

    one: str
    many: str
    agreement: Agreement = Agreement.FEMININE
    of_one: str = ""
    of_many: str = ""
    one_woman: str = ""
    women: str = ""


def persons() -> Group:
    """Return the words for whoever it may be."""
    return Group(one=_("one person"), many=_("persons"))


def of_category(code: str, names: Names) -> Group:
    """Return the words of a category; one without any is named by its label, after "persons"."""
    if (known := _known().get((code, language()))) is not None:
        return known
    category = names.row(code)
    of = _("of the category “%(category)s”", category=category)
    return Group(
        one=_("one person of the category “%(category)s”", category=category),
        many=_("persons of the category “%(category)s”", category=category),
        of_one=of,
        of_many=of,
    )


def has_words(code: str) -> bool:
    """Whether a category has words of its own."""
    return (code, language()) in _known()


@cache
def _known() -> Mapping[tuple[str, str], Group]:
    rows = csv.DictReader(WORDS.read_text("utf-8").splitlines())
    return {(row.pop("code"), row.pop("language")): _group(row) for row in rows}


def _group(row: Mapping[str, str]) -> Group:
    words = {key: it for key, it in row.items() if key != "agreement"}
    return Group(agreement=Agreement(row["agreement"] or Agreement.FEMININE), **words)
