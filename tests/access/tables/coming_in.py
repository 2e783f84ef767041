"""Coming in, going out, and what strangers may see."""

from tests.access.row import Row

CODES = {"short_code": "{short_code}", "pass_code": "{pass_code}"}

# Columns: stranger, holder of a pass code, account of a participant, trainer who gives the
# sessions, another trainer, unit head, administrator.
TABLE = (
    Row("web.home", "GET", "/", "200 302 200 200 200 200 200"),
    Row("web.language", "GET", "/language/fr", "302 302 302 302 302 302 302"),
    Row("web.healthz", "GET", "/healthz", "200 200 200 200 200 200 200"),
    Row("accounts.sign_in", "GET", "/sign-in", "200 200 302 302 302 302 302"),
    Row("accounts.sign_in", "POST", "/sign-in", "422 422 422 422 422 422 422"),
    Row("accounts.sign_out", "POST", "/sign-out", "in in 302 302 302 302 302", changes=False),
    Row("accounts.account", "GET", "/account", "in in 200 200 200 200 200"),
    Row("accounts.account", "POST", "/account", "in in 422 422 422 422 422"),
    Row("participant.link", "GET", "/s/{short_code}", "200 200 200 200 200 200 200"),
    Row("participant.enter", "GET", "/enter", "200 200 200 200 200 200 200"),
    Row(
        "participant.enter",
        "POST",
        "/enter",
        "302 302 302 302 302 302 302",
        data=CODES,
        changes=False,
    ),
    Row("participant.space", "GET", "/space", "in 200 403 403 403 403 403"),
    Row("participant.space", "GET", "/space", "in 200 403 403 403 403 403", holds="graduate"),
    Row("participant.leave", "POST", "/leave", "in 302 403 403 403 403 403", changes=False),
    Row("certificates.verify", "GET", "/verify/", "200 200 200 200 200 200 200"),
    Row("certificates.verify", "GET", "/verify/?code={code}", "302 302 302 302 302 302 302"),
    Row("certificates.check", "GET", "/verify/{code}", "200 200 200 200 200 200 200"),
    Row("certificates.check", "GET", "/verify/7K4P2MTR9QXH", "404 404 404 404 404 404 404"),
)
