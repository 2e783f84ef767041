"""The figures: totals for the team, what is behind them for those who may read names."""

from tests.access.row import Row

DECLARED = {
    "target": {
        "measure": "persons_trained",
        "first": "2016-01-01",
        "last": "2016-12-31",
        "count": "50",
        "source": "Plan",
    },
    "strength": {
        "unit": "Bataillon d'exemple",
        "first": "2016-01-01",
        "last": "2016-12-31",
        "count": "50",
        "source": "Lettre",
    },
}
"""What is typed of a target and of a strength."""
FILES = {
    "target": "measure,category,region,from,to,count,source\n"
    "persons_trained,,,2017-01-01,2017-12-31,50,Plan\n",
    "strength": "category,unit,from,to,count,source\n"
    "declared,Compagnie d'exemple,2017-01-01,2017-12-31,50,Lettre\n",
}
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
    Row(
        "api_description.schema",
        "GET",
        "/api/v1/schemas/figures.json",
        "200 200 200 200 200 200 200",
    ),
    # By token alone, whoever is signed in: what tokens open stands in tests/figures/api.
    Row("api.figures", "GET", "/api/v1/figures", "401 401 401 401 401 401 401"),
    Row("api.facts", "GET", "/api/v1/facts", "401 401 401 401 401 401 401"),
    Row("api.categories", "GET", "/api/v1/categories", "401 401 401 401 401 401 401"),
    Row("api.places", "GET", "/api/v1/places", "401 401 401 401 401 401 401"),
    Row("api.reports", "GET", "/api/v1/reports", "401 401 401 401 401 401 401"),
    Row("api.report", "GET", "/api/v1/reports/{report}", "401 401 401 401 401 401 401"),
    Row("exports.index", "GET", "/exports/", "in in 403 403 403 200 200"),
    Row("exports.new", "GET", "/exports/new", "in in 403 403 403 200 200"),
    Row("exports.new", "POST", "/exports/new", "in in 403 403 403 302 302"),
    Row("exports.file", "GET", "/exports/{export}/file", "in in 403 403 403 200 404"),
    Row("exports.cancel", "POST", "/exports/{export}/cancel", "in in 403 403 403 302 404"),
    Row("exports.cancel", "POST", "/exports/{waiting_export}/cancel", "in in 403 403 403 302 404"),
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
    *(
        row
        for kind, typed in DECLARED.items()
        for row in (
            Row("targets.index", "GET", f"/figures/{kind}s/", "in in 403 200 200 200 200"),
            Row("targets.new", "GET", f"/figures/{kind}s/new", "in in 403 403 403 200 403"),
            Row(
                "targets.new", "POST", f"/figures/{kind}s/new", "in in 403 403 403 302 403", typed
            ),
            Row("targets.bring", "GET", f"/figures/{kind}s/import", "in in 403 403 403 200 403"),
            Row(
                "targets.bring",
                "POST",
                f"/figures/{kind}s/import",
                "in in 403 403 403 200 403",
                file=FILES[kind],
                changes=False,
            ),
            Row(
                "targets.enter_all",
                "POST",
                f"/figures/{kind}s/enter",
                "in in 403 403 403 302 403",
                {"content": FILES[kind]},
            ),
            Row(
                "targets.template",
                "GET",
                f"/figures/{kind}s/template.csv",
                "in in 403 403 403 200 403",
            ),
            Row(
                "targets.entries",
                "GET",
                f"/figures/{kind}s/entries.csv",
                "in in 403 403 403 200 403",
            ),
            *(
                Row(
                    f"targets.{act}",
                    method,
                    f"/figures/{kind}s/{{{kind}}}/{act}",
                    f"in in 403 403 403 {done} 403",
                    more,
                )
                for act, method, done, more in (
                    ("change", "GET", 200, {}),
                    ("change", "POST", 302, {"count": "77"}),
                    ("withdraw", "GET", 200, {}),
                    ("withdraw", "POST", 302, {}),
                )
            ),
        )
    ),
    Row("targets.coverage", "GET", "/figures/coverage", "in in 403 200 200 200 200"),
    Row("rules.index", "GET", "/rules/", "in in 403 403 403 200 200"),
    Row("rules.new", "GET", "/rules/new", "in in 403 403 403 200 200"),
    Row(
        "rules.new",
        "POST",
        "/rules/new",
        "in in 403 403 403 302 302",
        data={
            "minimum_share": "80",
            "minimum_minutes": "60",
            "late_counts": "y",
            "smallest_adults": "5",
            "smallest_minors": "10",
            "reason": "Tried.",
        },
    ),
    Row("rules.show", "GET", "/rules/{proposal}", "in in 403 403 403 200 200"),
    Row("rules.show", "GET", "/rules/{adopted}", "in in 403 403 403 200 200"),
    Row("rules.adopt", "POST", "/rules/{proposal}/adopt", "in in 403 403 403 302 302"),
    Row("rules.discard", "POST", "/rules/{proposal}/discard", "in in 403 403 403 302 302"),
)
