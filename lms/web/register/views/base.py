"""What the pages of the register share."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from flask import Blueprint, flash
from flask_babel import gettext as _

from lms.errors import RuleBroken
from lms.people import errors
from lms.web.register.queries.doubts import Wanted

doubts = Blueprint("matches", __name__)
records = Blueprint("records", __name__)
NOTHING: Mapping[str, str] = MappingProxyType({})
UNDO = "undo"
"""The category of a message with a button that takes the act back."""


def offer_undo(text: str, action: str, values: Mapping[str, str] = NOTHING) -> None:
    """Say what was done; the message carries a button that posts ``values`` to ``action``."""
    message = {"text": text, "action": action, "values": dict(values)}
    flash(message, UNDO)  # type: ignore[arg-type]  # the cookie holds JSON, not text alone


def asked(wanted: Wanted) -> dict[str, Any]:
    """Return a batch as arguments of an address."""
    return {"kind": wanted.kind, "list": wanted.list_id}


def refusal(raised: RuleBroken) -> str:
    """Return the sentence that says why two records cannot be merged, and what to do."""
    if isinstance(raised, errors.RecordGone):
        return _("One of these records was taken back or erased meanwhile. Nothing was changed.")
    if isinstance(raised, errors.SamePerson):
        return _("These are records of one person already. Nothing was changed.")
    if isinstance(raised, errors.KeptApart):
        return _("Somebody said that these are two persons. Take that decision back first.")
    if isinstance(raised, errors.MergeRefused):
        return _(
            "One of the two helped to give a session in which the other took part. Correct the"
            " role there first, if this is one person."
        )
    raise raised
