"""The page of a person: everything that ever counted, and why."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from lms import clock
from lms.accounts import audit
from lms.accounts.actors import Role
from lms.accounts.current import get_actor
from lms.people.queries import protection
from lms.web.register.pages.records import record_page
from lms.web.register.queries import records as queries
from lms.web.register.views.base import records


@records.get("/<int:person_id>")
def show(person_id: int) -> ResponseReturnValue:
    """Show a person; a merged record leads to the one that stays. Whoever reads it is logged."""
    actor, today = get_actor(), clock.today()
    found = queries.record(person_id, today=today, actor=actor)
    if found.person.id != person_id:
        return redirect(url_for(".show", person_id=found.person.id))
    audit.record_read(f"person:{person_id}", actor=actor)
    return render_template(
        "register/person.html",
        person=record_page(found, protection.guard(today)),
        may_erase=actor.role is Role.UNIT_HEAD,
    )
