"""The lists brought in: the administrator reads them, who gives the session records them."""

from tests.access.row import Row

SHEET = "Nom;Prénom;Sexe;Né(e) en;J1;J2\nTraoré;Adama;M;1980;P;P\n"

# Columns: stranger, holder of a pass code, account of a participant, trainer who gives the
# sessions, another trainer, unit head, administrator.
TABLE = (
    Row("lists.index", "GET", "/lists/", "in in 403 200 200 200 200"),
    Row("lists.upload", "GET", "/sessions/{session}/list", "in in 403 200 403 200 403"),
    Row(
        "lists.upload",
        "POST",
        "/sessions/{session}/list",
        "in in 403 302 403 302 403",
        file=SHEET,
    ),
    Row("lists.columns", "GET", "/lists/{preview}/columns", "in in 403 200 403 200 403"),
    Row("lists.columns", "POST", "/lists/{preview}/columns", "in in 403 302 403 302 403"),
    Row("lists.show", "GET", "/lists/{preview}", "in in 403 200 403 200 200"),
    Row("lists.show", "GET", "/lists/{applied}", "in in 403 200 403 200 200"),
    Row("lists.apply", "POST", "/lists/{preview}/apply", "in in 403 302 403 302 403"),
    Row("lists.undo", "GET", "/lists/{applied}/undo", "in in 403 200 403 200 403"),
    Row("lists.undo", "POST", "/lists/{applied}/undo", "in in 403 302 403 302 403"),
    Row("lists.discard", "POST", "/lists/{preview}/discard", "in in 403 302 403 302 403"),
)
