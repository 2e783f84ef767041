"""The accounts and their tokens, the name of the unit, and the register of people."""

from tests.access.row import Row

PERSON = {"name": "Awa Nouvelle", "email": "awa.new@example.org", "role": "trainer"}
TOKEN = {"name": "Monthly workbook", "scopes": "figures", "days": "90"}
PASSWORD = {"password": "three words in a row"}

# Columns: stranger, holder of a pass code, account of a participant, trainer who gives the
# sessions, another trainer, unit head, administrator.
TABLE = (
    Row("team.index", "GET", "/accounts/", "in in 403 403 403 403 200"),
    Row("team.create", "GET", "/accounts/new", "in in 403 403 403 403 200"),
    Row("team.create", "POST", "/accounts/new", "in in 403 403 403 403 302", PERSON | PASSWORD),
    Row("team.edit", "GET", "/accounts/{colleague}", "in in 403 403 403 403 200"),
    Row("team.edit", "POST", "/accounts/{colleague}", "in in 403 403 403 403 302", PERSON),
    # One’s own account is no exception: a trainer would make themselves unit head.
    Row("team.edit", "GET", "/accounts/{trainer}", "in in 403 403 403 403 200"),
    Row("team.edit", "POST", "/accounts/{trainer}", "in in 403 403 403 403 302", PERSON),
    Row("team.password", "GET", "/accounts/{colleague}/password", "in in 403 403 403 403 200"),
    Row(
        "team.password",
        "POST",
        "/accounts/{colleague}/password",
        "in in 403 403 403 403 302",
        data=PASSWORD,
    ),
    Row("team.disable", "GET", "/accounts/{colleague}/disable", "in in 403 403 403 403 200"),
    Row("team.disable", "POST", "/accounts/{colleague}/disable", "in in 403 403 403 403 302"),
    Row("team.enable", "POST", "/accounts/{colleague}/enable", "in in 403 403 403 403 302"),
    Row("tokens.index", "GET", "/account/tokens/", "in in 403 403 403 200 200"),
    Row("tokens.create", "GET", "/account/tokens/new", "in in 403 403 403 200 200"),
    # Answered by the page that shows the token, this once.
    Row("tokens.create", "POST", "/account/tokens/new", "in in 403 403 403 201 201", TOKEN),
    # Nobody but the owner, not even an administrator: disabling the account closes it too.
    Row("tokens.revoke", "GET", "/account/tokens/{token}/revoke", "in in 403 403 403 200 404"),
    Row("tokens.revoke", "POST", "/account/tokens/{token}/revoke", "in in 403 403 403 302 404"),
    Row("unit.profile", "GET", "/unit/", "in in 403 403 403 403 200"),
    Row("unit.profile", "POST", "/unit/", "in in 403 403 403 403 302", {"place": "Gao"}),
    Row("people.index", "GET", "/people/", "in in 403 403 403 200 200"),
    # Words are kept in the browser alone; the page they lead to refuses trainers.
    Row("people.search", "POST", "/people/", "in in 403 403 403 302 302", changes=False),
    Row("rights.as_pdf", "GET", "/people/{person}/sheet.pdf", "in in 403 403 403 200 200"),
    Row("rights.as_json", "GET", "/people/{person}/sheet.json", "in in 403 403 403 200 200"),
    Row("rights.erase", "GET", "/people/{person}/erase", "in in 403 403 403 200 403"),
    Row("rights.erase", "POST", "/people/{person}/erase", "in in 403 403 403 302 403"),
)
