"""The certificates: issued by who gives the session, revoked and replaced by who decides."""

from tests.access.row import Row

# Columns: stranger, holder of a pass code, account of a participant, trainer who gives the
# sessions, another trainer, unit head, administrator.
TABLE = (
    Row("certificates.index", "GET", "/certificates/", "in in 403 200 200 200 200"),
    Row("certificates.mine", "GET", "/certificates/mine.pdf", "in 404 403 404 404 404 404"),
    Row(
        "certificates.mine",
        "GET",
        "/certificates/mine.pdf",
        "in 200 403 404 404 404 404",
        holds="graduate",
    ),
    Row(
        "certificates.of_session",
        "GET",
        "/sessions/{closed}/certificates",
        "in in 403 200 403 200 200",
    ),
    Row(
        "certificates.session_pdf",
        "GET",
        "/sessions/{closed}/certificates.pdf",
        "in in 403 200 403 200 200",
    ),
    Row(
        "certificates.issue",
        "POST",
        "/sessions/{closed}/certificates",
        "in in 403 302 403 302 403",
    ),
    Row("certificates.show", "GET", "/certificates/{certificate}", "in in 403 200 403 200 200"),
    Row("certificates.pdf", "GET", "/certificates/{certificate}.pdf", "in in 403 200 403 200 200"),
    Row(
        "certificates.revoke",
        "GET",
        "/certificates/{certificate}/revoke",
        "in in 403 403 403 200 200",
    ),
    Row(
        "certificates.revoke",
        "POST",
        "/certificates/{certificate}/revoke",
        "in in 403 403 403 302 302",
        data={"reason": "mistake"},
    ),
    Row(
        "certificates.restore",
        "POST",
        "/certificates/{revoked}/restore",
        "in in 403 403 403 302 302",
    ),
    Row(
        "certificates.replace",
        "GET",
        "/certificates/{certificate}/replace",
        "in in 403 403 403 200 200",
    ),
    Row(
        "certificates.replace",
        "POST",
        "/certificates/{certificate}/replace",
        "in in 403 403 403 302 302",
    ),
)
