"""Doubts, merges, duplicates and the pages of persons."""

from tests.access.row import Row

SAME = {"verdict": "same"}

# Columns: stranger, holder of a pass code, account of a participant, trainer who gives the
# sessions, another trainer, unit head, administrator. Of a child the unit head alone decides.
TABLE = (
    Row("matches.index", "GET", "/matches/", "in in 403 403 403 200 200"),
    Row(
        "matches.decide_page",
        "POST",
        "/matches/",
        "in in 403 403 403 302 302",
        data={"verdict-{doubt}": "different"},
    ),
    Row("matches.show", "GET", "/matches/{doubt}", "in in 403 403 403 200 200"),
    Row("matches.show", "GET", "/matches/{childs_doubt}", "in in 403 403 403 200 403"),
    Row("matches.decide", "POST", "/matches/{doubt}", "in in 403 403 403 302 302", SAME),
    Row("matches.decide", "POST", "/matches/{childs_doubt}", "in in 403 403 403 302 403", SAME),
    Row("matches.reopen", "POST", "/matches/{decided}/reopen", "in in 403 403 403 302 302"),
    Row(
        "matches.reopen_page",
        "POST",
        "/matches/reopen",
        "in in 403 403 403 302 302",
        data={"ids": "{decided}"},
    ),
    Row("records.show", "GET", "/people/{person}", "in in 403 403 403 200 200"),
    Row("records.show", "GET", "/people/{child}", "in in 403 403 403 200 403"),
    Row("records.duplicates", "GET", "/people/duplicates", "in in 403 403 403 200 200"),
    Row("records.look_again", "POST", "/people/duplicates", "in in 403 403 403 302 302"),
    Row("records.find_other", "GET", "/people/{person}/merge", "in in 403 403 403 200 200"),
    Row(
        "records.find_other",
        "POST",
        "/people/{person}/merge",
        "in in 403 403 403 200 200",
        data={"words": "Exemple"},
        changes=False,
    ),
    Row(
        "records.merge",
        "GET",
        "/people/{person}/merge/{other_record}",
        "in in 403 403 403 200 200",
    ),
    Row("records.merge", "GET", "/people/{person}/merge/{child}", "in in 403 403 403 200 403"),
    Row(
        "records.merge",
        "POST",
        "/people/{person}/merge/{other_record}",
        "in in 403 403 403 302 302",
    ),
    Row("records.merge", "POST", "/people/{person}/merge/{child}", "in in 403 403 403 302 403"),
    Row(
        "records.undo_merge",
        "POST",
        "/people/{person}/merges/{merge}/undo",
        "in in 403 403 403 302 302",
    ),
)
