"""The certificates of a session, all certificates, and one of them."""

from flask import render_template, request

from lms.accounts import audit
from lms.accounts.current import get_actor
from lms.certificates import labels, queries
from lms.certificates.forms import ListForm
from lms.certificates.kinds import Kind, State
from lms.certificates.rules.numbers import spell_code
from lms.certificates.values import from_json
from lms.certificates.views.base import blueprint, may_decide
from lms.people import names
from lms.sessions import queries as sessions
from lms.sessions.queries.access import may_write


@blueprint.get("/sessions/<int:training_session_id>/certificates")
def of_session(training_session_id: int) -> str:
    """Show who gets which certificate, and why others get none."""
    actor = get_actor()
    training_session = sessions.get(training_session_id, actor)
    audit.record_read(training_session.tag, actor=actor)
    candidates = queries.candidates(training_session)
    valid = [it for it in candidates if it.certificate and it.certificate.state is State.ISSUED]
    return render_template(
        "certificates/of_session.html",
        training_session=training_session,
        candidates=candidates,
        missing=sum(it.missing for it in candidates),
        valid=len(valid),
        completions=sum(it.due is Kind.COMPLETION for it in candidates),
        participations=sum(it.due is Kind.PARTICIPATION for it in candidates),
        may_issue=may_write(training_session, actor),
        labels=labels,
        display=names.display,
    )


@blueprint.get("/certificates/")
def index() -> str:
    """List the certificates of the sessions the reader may see, by number."""
    form = ListForm(request.args)
    page = queries.listed(
        get_actor(),
        number=form.number.data or "",
        state=form.wanted_state,
        page=request.args.get("page", 1, type=int),
    )
    return render_template(
        "certificates/index.html",
        form=form,
        page=page,
        contents={it.id: from_json(it.content) for it in page.rows},
        narrowed=bool(form.number.data or form.wanted_state),
        labels=labels,
    )


@blueprint.get("/certificates/<int:certificate_id>")
def show(certificate_id: int) -> str:
    """Show one certificate, its state and what can be done with it."""
    actor = get_actor()
    certificate = queries.get(certificate_id, actor)
    audit.record_read(f"certificate:{certificate.id}", actor=actor)
    return render_template(
        "certificates/show.html",
        certificate=certificate,
        content=from_json(certificate.content),
        code=spell_code(certificate.code),
        training_session=certificate.participation.training_session,
        may_decide=may_decide(actor),
        labels=labels,
    )
