"""Pages about what is kept of one person: the sheet, and erasing it."""

from io import BytesIO

from flask import (
    Blueprint,
    Response,
    flash,
    jsonify,
    redirect,
    render_template,
    send_file,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import get_locale, gettext as _
from flask_wtf import FlaskForm

from lms import clock
from lms.accounts import audit
from lms.accounts.current import get_actor
from lms.extensions import db
from lms.i18n import localised
from lms.lib.paper.sheets import Title
from lms.people import services
from lms.people.errors import AlreadyErased, ErasingRefused
from lms.people.names import pseudonym, record_number
from lms.unit import queries as unit
from lms.web.rights import paper, queries, sheet, wording

blueprint = Blueprint("rights", __name__)


@blueprint.get("/<int:person_id>/sheet.json")
def as_json(person_id: int) -> Response:
    """Send everything kept of one person for a machine to read."""
    told = sheet.sheet(_kept(person_id)) | {"sample_data": unit.profile().is_sample}
    answer = jsonify(told)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


@blueprint.get("/<int:person_id>/sheet.pdf")
def as_pdf(person_id: int) -> Response:
    """Send everything kept of one person to print."""
    kept = _kept(person_id)
    number = kept.number
    title = Title(
        title=_("Everything kept about person %(number)s", number=number),
        author=localised(unit.profile(), "name"),
        language=str(get_locale()),
    )
    foot = wording.foot(unit.profile(), clock.today())
    file = BytesIO(paper.draw(title, wording.lines(kept), foot))
    answer = send_file(file, mimetype="application/pdf", download_name=f"{number}.pdf")
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


@blueprint.route("/<int:person_id>/erase", methods=["GET", "POST"])
def erase(person_id: int) -> ResponseReturnValue:
    """Erase what is kept of one person, after asking once."""
    actor = get_actor()
    person = queries.person_to_erase(person_id, actor)
    number = pseudonym(person_id)
    if FlaskForm().validate_on_submit():
        try:
            services.erase(person=person, now=clock.now(), actor=actor)
        except AlreadyErased:
            db.session.rollback()
            flash(_("Somebody else erased this person meanwhile."), "now")
        except ErasingRefused:
            db.session.rollback()
            flash(_("Something still needs this person’s data. Nothing was erased."), "loss")
        else:
            db.session.commit()
            flash(_("Person %(number)s: data erased. The totals are unchanged.", number=number))
        return redirect(url_for("people.index"))
    return render_template(
        "rights/erase.html", person_id=person_id, number=record_number(person_id)
    )


def _kept(person_id: int) -> queries.Kept:
    actor = get_actor()
    kept = queries.kept(person_id, today=clock.today(), actor=actor)
    audit.record_read(f"person:{person_id}", actor=actor)
    return kept
