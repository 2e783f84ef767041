"""What was done, with the agreement that French asks of it; English says both alike.

L10N: the contexts “masculine” and “feminine” are the agreement of “trained” and “sensitized”.
"""

from flask_babel import npgettext, pgettext

from lms.figures.sentences.groups import Agreement
from lms.figures.sentences.told import Told


def trained(it: Told, places: str) -> str:
    """Return that people were trained; ``places`` begins with a space, or is empty."""
    said = {"who": it.who, "women": it.women, "places": places}
    if it.women and it.agreement is Agreement.FEMININE:
        return pgettext(
            "feminine",
            "During the reporting period, %(who)s, including %(women)s, were trained in child"
            " rights and child protection%(places)s.",
            **said,
        )
    if it.women:
        return pgettext(
            "masculine",
            "During the reporting period, %(who)s, including %(women)s, were trained in child"
            " rights and child protection%(places)s.",
            **said,
        )
    if it.agreement is Agreement.FEMININE:
        return npgettext(
            "feminine",
            "During the reporting period, %(who)s was trained in child rights and child"
            " protection%(places)s.",
            "During the reporting period, %(who)s were trained in child rights and child"
            " protection%(places)s.",
            it.number,
            **said,
        )
    return npgettext(
        "masculine",
        "During the reporting period, %(who)s was trained in child rights and child"
        " protection%(places)s.",
        "During the reporting period, %(who)s were trained in child rights and child"
        " protection%(places)s.",
        it.number,
        **said,
    )


def sensitized(it: Told) -> str:
    """Return that people were sensitized."""
    said = {"who": it.who, "women": it.women}
    if it.women and it.agreement is Agreement.FEMININE:
        return pgettext(
            "feminine",
            "During the reporting period, %(who)s, including %(women)s, were sensitized.",
            **said,
        )
    if it.women:
        return pgettext(
            "masculine",
            "During the reporting period, %(who)s, including %(women)s, were sensitized.",
            **said,
        )
    if it.agreement is Agreement.FEMININE:
        return npgettext(
            "feminine",
            "During the reporting period, %(who)s was sensitized.",
            "During the reporting period, %(who)s were sensitized.",
            it.number,
            **said,
        )
    return npgettext(
        "masculine",
        "During the reporting period, %(who)s was sensitized.",
        "During the reporting period, %(who)s were sensitized.",
        it.number,
        **said,
    )


def published_sensitized(it: Told) -> str:
    """Return that people were sensitized by what was published, in the wording of its source."""
    if it.agreement is Agreement.FEMININE:
        return npgettext(
            "feminine",
            "According to the figures published for this period, %(who)s was sensitized.",
            "According to the figures published for this period, %(who)s were sensitized.",
            it.number,
            who=it.who,
        )
    return npgettext(
        "masculine",
        "According to the figures published for this period, %(who)s was sensitized.",
        "According to the figures published for this period, %(who)s were sensitized.",
        it.number,
        who=it.who,
    )
