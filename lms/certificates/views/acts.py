"""Issuing, revoking, taking a revocation back, replacing."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, ngettext

from lms.accounts.current import get_actor
from lms.accounts.permissions import require
from lms.certificates import errors, labels, queries, services
from lms.certificates.forms import RevokeForm
from lms.certificates.models import Certificate
from lms.certificates.rules import wording
from lms.certificates.values import from_json
from lms.certificates.views.base import DECIDERS, blueprint
from lms.clock import now
from lms.extensions import db
from lms.sessions import queries as sessions


@blueprint.post("/sessions/<int:training_session_id>/certificates")
def issue(training_session_id: int) -> ResponseReturnValue:
    """Issue what is missing in a closed session; again, it issues nothing."""
    actor = get_actor()
    training_session = sessions.get(training_session_id, actor)
    back = redirect(url_for(".of_session", training_session_id=training_session.id))
    try:
        issued = services.issue(training_session=training_session, now=now(), actor=actor)
    except errors.NotClosed:
        flash(_("This session is not closed yet: nothing was issued."), "loss")
        return back
    db.session.commit()
    if issued:
        num = len(issued)
        flash(ngettext("%(num)s certificate is issued.", "%(num)s certificates are issued.", num))
    else:
        flash(_("Everyone who is due a certificate has one already: nothing was issued."), "now")
    return back


@blueprint.route("/certificates/<int:certificate_id>/revoke", methods=["GET", "POST"])
def revoke(certificate_id: int) -> ResponseReturnValue:
    """Say what revoking will do and ask for the reason; then revoke."""
    certificate = _to_decide(certificate_id)
    form = RevokeForm()
    if form.validate_on_submit():
        try:
            services.revoke(
                certificate=certificate,
                reason=form.chosen,
                now=now(),
                actor=get_actor(),
            )
        except errors.NotValid:
            _say_not_valid()
        else:
            db.session.commit()
            flash(_("Certificate %(number)s is revoked.", number=certificate.number))
        return redirect(_page(certificate))
    page = render_template(
        "certificates/revoke.html",
        form=form,
        certificate=certificate,
        name=labels.holder(certificate),
        back=_page(certificate),
    )
    return page, 422 if form.errors else 200


@blueprint.post("/certificates/<int:certificate_id>/restore")
def restore(certificate_id: int) -> ResponseReturnValue:
    """Take a revocation back."""
    certificate = _to_decide(certificate_id)
    try:
        services.restore(certificate=certificate, now=now(), actor=get_actor())
    except (errors.NotRevoked, errors.NotValid):
        flash(_("This certificate is not revoked: nothing was changed."), "loss")
    else:
        db.session.commit()
        flash(_("Certificate %(number)s is valid again.", number=certificate.number))
    return redirect(_page(certificate))


@blueprint.route("/certificates/<int:certificate_id>/replace", methods=["GET", "POST"])
def replace(certificate_id: int) -> ResponseReturnValue:
    """Say what replacing will do; then issue the new certificate."""
    certificate = _to_decide(certificate_id)
    if request.method == "GET":
        before, now_called = _names(certificate)
        return render_template(
            "certificates/replace.html",
            certificate=certificate,
            before=before,
            now_called=now_called,
            back=_page(certificate),
        )
    try:
        fresh = services.replace(certificate=certificate, now=now(), actor=get_actor())
    except errors.NotValid:
        _say_not_valid()
        return redirect(_page(certificate))
    except errors.NothingDue:
        flash(_("No certificate is due to this person any more: nothing was changed."), "loss")
        return redirect(_page(certificate))
    db.session.commit()
    flash(
        _(
            "Certificate %(fresh)s replaces %(number)s.",
            fresh=fresh.number,
            number=certificate.number,
        )
    )
    return redirect(_page(fresh))


def _to_decide(certificate_id: int) -> Certificate:
    """Return the certificate; refuse to open a form whose sending would be refused."""
    actor = get_actor()
    require(actor, "certificate:decide", *DECIDERS)
    return queries.get(certificate_id, actor)


def _names(certificate: Certificate) -> tuple[str, str]:
    """Return the name on the paper and the one of today, or the number that stands for both."""
    if not queries.named(certificate):
        return (labels.holder(certificate),) * 2
    person = certificate.participation.person
    today = f"{person.given_names} {person.surname.upper()}".strip()
    return wording.full_name(from_json(certificate.content)), today


def _say_not_valid() -> None:
    flash(_("This certificate is no longer valid: nothing was changed."), "loss")


def _page(certificate: Certificate) -> str:
    return url_for(".show", certificate_id=certificate.id)
