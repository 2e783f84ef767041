"""The public pages: whoever holds the paper asks whether it holds."""

from dataclasses import dataclass

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from lms.certificates import labels, queries
from lms.certificates.forms import CodeForm
from lms.certificates.kinds import Kind, State
from lms.certificates.models import Certificate
from lms.certificates.rules.numbers import read_code, spell_code
from lms.certificates.values import Content, from_json
from lms.certificates.views.base import blueprint
from lms.clock import now
from lms.errors import NotFound
from lms.extensions import limiter
from lms.i18n import day

LIMIT = "30 per minute"
"""For one address; enough for a check at a gate, too few to guess 60 bits."""

SEALS = {
    State.ISSUED: "valid",
    State.REPLACED: "replaced",
    State.EXPIRED: "expired",
    State.REVOKED: "revoked",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the page says of one certificate."""

    seal: str
    title: str
    sentence: str
    advice: str
    facts: list[tuple[str, str]]


@blueprint.get("/verify/")
@limiter.limit(LIMIT)
def verify() -> ResponseReturnValue:
    """Ask for a code, and lead to its page."""
    form = CodeForm(request.args)
    if "code" not in request.args:
        return render_template("certificates/verify.html", form=CodeForm(None))
    if form.validate():
        code = read_code(form.code.data)
        if code is not None:
            return redirect(url_for(".check", code=code))
        form.code.errors = [
            _("A code has twelve letters and digits, such as 7K4P 2MTR 9QXH. Compare it again.")
        ]
    return render_template("certificates/verify.html", form=form), 422


@blueprint.get("/verify/<code>")
@limiter.limit(LIMIT)
def check(code: str) -> ResponseReturnValue:
    """Say whether the certificate with this code is valid, replaced, expired or revoked."""
    read = read_code(code)
    if read is not None and read != code:
        return redirect(url_for(".check", code=read))
    try:
        certificate = queries.by_code(read or "")
    except NotFound:
        typed = spell_code(read) if read else ""
        page = render_template("certificates/unknown.html", form=CodeForm(None), code=typed)
        return page, 404
    page = render_template(
        "certificates/checked.html",
        form=CodeForm(None),
        verdict=_verdict(certificate),
        now=now(),
    )
    # Asked again each time: what a browser kept may have been revoked since.
    return page, {"Cache-Control": "no-store"}


def _verdict(certificate: Certificate) -> Verdict:
    content = from_json(certificate.content)
    valid = certificate.state is State.ISSUED
    changed = day((certificate.state_changed_at or certificate.issued_at).date())
    titles, sentences, advice = _titles(), _sentences(content.kind, changed), _advice()
    return Verdict(
        seal=SEALS[certificate.state],
        title=titles[certificate.state],
        sentence=sentences[certificate.state],
        advice=advice.get(certificate.state, ""),
        facts=_facts(content, named=valid and queries.named(certificate)),
    )


def _titles() -> dict[State, str]:
    return {
        State.ISSUED: _("Valid certificate"),
        State.REPLACED: _("Replaced certificate"),
        State.EXPIRED: _("Expired certificate"),
        State.REVOKED: _("Revoked certificate"),
    }


def _sentences(kind: Kind, changed: str) -> dict[State, str]:
    issued = {
        Kind.COMPLETION: _("This certificate of completion was issued and is valid."),
        Kind.PARTICIPATION: _("This certificate of participation was issued and is valid."),
    }
    return {
        State.ISSUED: issued[kind],
        State.REPLACED: _(
            "This paper is no longer up to date. Another certificate replaced it on %(day)s.",
            day=changed,
        ),
        State.EXPIRED: _("This certificate expired on %(day)s.", day=changed),
        State.REVOKED: _(
            "This certificate has been revoked since %(day)s. It is no longer valid.",
            day=changed,
        ),
    }


def _advice() -> dict[State, str]:
    return {
        State.REPLACED: _("Ask for the new certificate: it has a number and a code of its own."),
    }


def _facts(content: Content, *, named: bool) -> list[tuple[str, str]]:
    """Return what the paper says, the name only if the paper still holds."""
    return [
        (_("Number"), content.number),
        (_("Issued to"), labels.name(content) if named else ""),
        (_("Issued by"), labels.unit(content)),
        (_("Course"), labels.title(content)),
        (_("Length"), labels.length(content)),
        (_("Place and dates"), labels.place_and_days(content)),
    ]
