"""What the pages of the certificates share."""

from flask import Blueprint

from lms.accounts.actors import Actor, Role

blueprint = Blueprint("certificates", __name__, template_folder="../templates")

DECIDERS = frozenset({Role.UNIT_HEAD, Role.ADMINISTRATOR})


def may_decide(actor: Actor) -> bool:
    """Tell whether revoking and replacing are shown; the services decide."""
    return actor.role in DECIDERS
