"""The catalogue: read by the team, drafted by those who teach, published by the head."""

from tests.access.row import Row

TEXT = {"title_fr": "Nouveau titre", "title_en": "New title"}
NEW = TEXT | {"code": "NEW-1", "kind": "training", "effective_from": "2014-01-01"}

# Columns: stranger, holder of a pass code, account of a participant, trainer who gives the
# sessions, another trainer, unit head, administrator.
TABLE = (
    Row("courses.index", "GET", "/courses/", "in in 403 200 200 200 200"),
    Row("courses.show", "GET", "/courses/{course}", "in in 403 200 200 200 200"),
    Row("courses.show", "GET", "/courses/{drafted}", "in in 403 200 200 200 200"),
    Row("courses.create", "GET", "/courses/new", "in in 403 200 200 200 403"),
    Row("courses.create", "POST", "/courses/new", "in in 403 302 302 302 403", NEW),
    Row("courses.edit_terms", "GET", "/courses/{drafted}/terms", "in in 403 200 200 200 403"),
    Row(
        "courses.edit_terms",
        "POST",
        "/courses/{drafted}/terms",
        "in in 403 302 302 302 403",
        data={"pass_mark": "80"},
    ),
    Row("courses.edit", "GET", "/courses/versions/{draft}", "in in 403 200 200 200 403"),
    Row("courses.edit", "POST", "/courses/versions/{draft}", "in in 403 302 302 302 403", TEXT),
    Row(
        "courses.add_module",
        "GET",
        "/courses/versions/{draft}/modules",
        "in in 403 200 200 200 403",
    ),
    Row(
        "courses.add_module",
        "POST",
        "/courses/versions/{draft}/modules",
        "in in 403 302 302 302 403",
        data=TEXT | {"minutes": "45"},
    ),
    Row("courses.edit_module", "GET", "/courses/modules/{module}", "in in 403 200 200 200 403"),
    Row(
        "courses.edit_module",
        "POST",
        "/courses/modules/{module}",
        "in in 403 302 302 302 403",
        data=TEXT,
    ),
    Row(
        "courses.move_module",
        "POST",
        "/courses/modules/{module}/move",
        "in in 403 302 302 302 403",
        data={"direction": "down"},
    ),
    Row(
        "courses.remove_module",
        "GET",
        "/courses/modules/{module}/remove",
        "in in 403 200 200 200 403",
    ),
    Row(
        "courses.remove_module",
        "POST",
        "/courses/modules/{module}/remove",
        "in in 403 302 302 302 403",
    ),
    Row(
        "courses.publish",
        "GET",
        "/courses/versions/{draft}/publish",
        "in in 403 403 403 200 403",
    ),
    Row(
        "courses.publish",
        "POST",
        "/courses/versions/{draft}/publish",
        "in in 403 403 403 302 403",
    ),
    Row(
        "courses.revise",
        "GET",
        "/courses/versions/{version}/revise",
        "in in 403 200 200 200 403",
    ),
    Row(
        "courses.revise",
        "POST",
        "/courses/versions/{version}/revise",
        "in in 403 302 302 302 403",
    ),
    Row(
        "courses.withdraw",
        "GET",
        "/courses/versions/{version}/withdraw",
        "in in 403 403 403 200 403",
    ),
    Row(
        "courses.withdraw",
        "POST",
        "/courses/versions/{version}/withdraw",
        "in in 403 403 403 302 403",
    ),
)
