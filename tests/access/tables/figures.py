"""The figures: totals for the team, what is behind them for those who may read names."""

from tests.access.row import Row

# Columns: stranger, holder of a pass code, account of a participant, trainer who gives the
# sessions, another trainer, unit head, administrator.
TABLE = (
    Row("figures.index", "GET", "/figures/", "in in 403 200 200 200 200"),
    Row("figures.pivot", "GET", "/figures/pivot", "in in 403 200 200 200 200"),
    Row("figures.behind", "GET", "/figures/facts", "in in 403 403 403 200 200"),
    Row("figures.as_csv", "GET", "/figures/totals.csv", "in in 403 403 403 200 200"),
    Row("figures.as_json", "GET", "/figures/totals.json", "in in 403 403 403 200 200"),
    Row("figures.as_pdf", "GET", "/figures/totals.pdf", "in in 403 403 403 200 200"),
    Row("figures.as_xlsx", "GET", "/figures/totals.xlsx", "in in 403 403 403 200 200"),
    Row("events.index", "GET", "/figures/events/", "in in 403 403 403 200 200"),
    Row("events.show", "GET", "/figures/events/{closed}/{twin}", "in in 403 403 403 200 200"),
    Row(
        "events.answer",
        "POST",
        "/figures/events/{closed}/{twin}",
        "in in 403 403 403 302 403",
        {"answer": "two"},
    ),
    Row("api_guide.guide", "GET", "/figures/api", "in in 403 200 200 200 200"),
    Row("api_description.openapi", "GET", "/api/v1/openapi.json", "200 200 200 200 200 200 200"),
    # By token alone, whoever is signed in: what tokens open stands in tests/figures/api.
    Row("api.figures", "GET", "/api/v1/figures", "401 401 401 401 401 401 401"),
    Row("api.facts", "GET", "/api/v1/facts", "401 401 401 401 401 401 401"),
    Row("api.categories", "GET", "/api/v1/categories", "401 401 401 401 401 401 401"),
    Row("api.places", "GET", "/api/v1/places", "401 401 401 401 401 401 401"),
    Row("api.reports", "GET", "/api/v1/reports", "401 401 401 401 401 401 401"),
    Row("api.report", "GET", "/api/v1/reports/{report}", "401 401 401 401 401 401 401"),
    Row("reports.index", "GET", "/reports/", "in in 403 403 403 200 200"),
    Row("reports.new", "GET", "/reports/new", "in in 403 403 403 200 403"),
    Row(
        "reports.new",
        "POST",
        "/reports/new",
        "in in 403 403 403 302 403",
        {"first": "2015-01-01", "last": "2015-03-31"},
    ),
    Row("reports.show", "GET", "/reports/{report}", "in in 403 403 403 200 200"),
    Row("reports.show", "GET", "/reports/{being_prepared}", "in in 403 403 403 200 200"),
    Row(
        "reports.publish", "POST", "/reports/{being_prepared}/publish", "in in 403 403 403 302 302"
    ),
    Row("reports.correct", "GET", "/reports/{report}/correct", "in in 403 403 403 200 403"),
    Row(
        "reports.correct",
        "POST",
        "/reports/{report}/correct",
        "in in 403 403 403 302 403",
        {"reason": "A list came late."},
    ),
    Row("reports.difference", "GET", "/reports/{report}/difference", "in in 403 403 403 200 200"),
    Row("reports.as_pdf", "GET", "/reports/{report}.pdf", "in in 403 403 403 200 200"),
    Row("reports.as_xlsx", "GET", "/reports/{report}.xlsx", "in in 403 403 403 200 200"),
    Row("reports.as_csv", "GET", "/reports/{report}.csv", "in in 403 403 403 200 200"),
    Row(
        "reports.discard", "POST", "/reports/{being_prepared}/discard", "in in 403 403 403 302 403"
    ),
    Row("reports.sample", "GET", "/reports/{report}/sample.pdf", "in in 403 403 403 200 200"),
    Row("reports.as_json", "GET", "/reports/{report}.json", "in in 403 403 403 200 200"),
)
