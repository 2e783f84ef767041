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
)
