"""The figures: totals for the team, what is behind them for those who may read names."""

from tests.access.row import Row

# Columns: stranger, holder of a pass code, account of a participant, trainer who gives the
# sessions, another trainer, unit head, administrator.
TABLE = (
    Row("figures.index", "GET", "/figures/", "in in 403 200 200 200 200"),
    Row("figures.behind", "GET", "/figures/facts", "in in 403 403 403 200 200"),
    Row("figures.as_csv", "GET", "/figures/totals.csv", "in in 403 403 403 200 200"),
    Row("figures.as_xlsx", "GET", "/figures/totals.xlsx", "in in 403 403 403 200 200"),
    Row("api_guide.guide", "GET", "/figures/api", "in in 403 200 200 200 200"),
    Row("api_description.openapi", "GET", "/api/v1/openapi.json", "200 200 200 200 200 200 200"),
    # By token alone, whoever is signed in: what tokens open stands in tests/figures/api.
    Row("api.figures", "GET", "/api/v1/figures", "401 401 401 401 401 401 401"),
    Row("api.facts", "GET", "/api/v1/facts", "401 401 401 401 401 401 401"),
    Row("api.categories", "GET", "/api/v1/categories", "401 401 401 401 401 401 401"),
    Row("api.places", "GET", "/api/v1/places", "401 401 401 401 401 401 401"),
)
