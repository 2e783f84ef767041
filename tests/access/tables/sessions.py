"""The sessions: written by who gives them and by the head, read by the administrator as well."""

from tests.access.row import Row

PERSON = {
    "surname": "Exemple",
    "given_names": "Oumou",
    "sex": "f",
    "birth": "1984",
    "role": "participant",
    "category_id": "{category}",
}
PLAN = {
    "course_id": "{course}",
    "place_id": "{place}",
    "first_day": "2025-05-05",
    "last_day": "2025-05-06",
    "lead_id": "{head}",
    "others": "{trainer} {other}",
}
PRESENT = {"participation": "{newcomer}", "state": "present"}

# Columns: stranger, holder of a pass code, account of a participant, trainer who gives the
# sessions, another trainer, unit head, administrator.
PLANNING = (
    Row("sessions.index", "GET", "/sessions/", "in in 403 200 200 200 200"),
    Row("sessions.create", "GET", "/sessions/new", "in in 403 200 200 200 403"),
    Row(
        "sessions.create",
        "POST",
        "/sessions/new",
        "in in 403 302 302 302 403",
        data=PLAN,
    ),
    Row("sessions.overview", "GET", "/sessions/{session}", "in in 403 200 403 200 200"),
    Row("sessions.overview", "GET", "/sessions/{closed}", "in in 403 200 403 200 200"),
    Row("sessions.edit", "GET", "/sessions/{session}/edit", "in in 403 200 403 200 403"),
    Row(
        "sessions.edit",
        "POST",
        "/sessions/{session}/edit",
        "in in 403 302 403 302 403",
        data={"venue": "École d’exemple"},
    ),
    Row(
        "sessions.step",
        "POST",
        "/sessions/{session}/step",
        "in in 403 302 403 302 403",
        data={"to": "held"},
    ),
    Row(
        "sessions.name_movements",
        "POST",
        "/sessions/{session}/movements",
        "in in 403 403 403 302 403",
        data={"named": "yes"},
    ),
    Row("sessions.cancel", "GET", "/sessions/{session}/cancel", "in in 403 200 403 200 403"),
    Row(
        "sessions.cancel",
        "POST",
        "/sessions/{session}/cancel",
        "in in 403 302 403 302 403",
        data={"reason": "Route coupée"},
    ),
    Row("sessions.close", "GET", "/sessions/{session}/close", "in in 403 200 403 200 403"),
    Row("sessions.close", "POST", "/sessions/{session}/close", "in in 403 302 403 302 403"),
    Row("sessions.slips", "GET", "/sessions/{session}/slips", "in in 403 200 403 200 200"),
    Row(
        "sessions.code_picture", "GET", "/sessions/{session}/code.svg", "in in 403 200 403 200 200"
    ),
)

ATTENDING = (
    Row("sessions.roll", "GET", "/sessions/{session}/roll", "in in 403 200 403 200 200"),
    Row(
        "sessions.roll",
        "POST",
        "/sessions/{session}/roll?slot={slot}",
        "in in 403 302 403 302 403",
        data={"p{newcomer}": "present", "seen-p{newcomer}": "blank"},
    ),
    Row(
        "sessions.tap",
        "POST",
        "/sessions/{session}/roll/{slot}/tap",
        "in in 403 302 403 302 403",
        data=PRESENT,
    ),
    Row(
        "sessions.settle",
        "POST",
        "/sessions/{session}/slots/{slot}/held",
        "in in 403 302 403 302 403",
        data={"held": "yes"},
    ),
    Row("sessions.people", "GET", "/sessions/{session}/people", "in in 403 200 403 200 200"),
    Row(
        "sessions.add_person",
        "GET",
        "/sessions/{session}/people/add",
        "in in 403 200 403 200 403",
    ),
    Row(
        "sessions.add_person",
        "POST",
        "/sessions/{session}/people/add",
        "in in 403 302 403 302 403",
        data=PERSON,
    ),
    Row(
        "sessions.find_person",
        "POST",
        "/sessions/{session}/people/find",
        "in in 403 200 403 200 403",
        data={"words": "0071"},
        changes=False,
    ),
    Row(
        "sessions.add_known",
        "POST",
        "/sessions/{session}/people/known",
        "in in 403 302 403 302 403",
        data={"person": "{person}", "service_number": "0071"},
    ),
    Row(
        "sessions.change_role",
        "POST",
        "/sessions/{session}/people/{newcomer}/role",
        "in in 403 302 403 302 403",
        data={"role": "observer"},
    ),
    Row(
        "sessions.change_role",
        "POST",
        "/sessions/{closed}/people/{newcomer}/role",
        "in in 403 404 403 404 404",
        data={"role": "observer"},
    ),
    Row(
        "sessions.withdraw",
        "GET",
        "/sessions/{session}/people/{newcomer}/withdraw",
        "in in 403 200 403 200 403",
    ),
    Row(
        "sessions.withdraw",
        "POST",
        "/sessions/{session}/people/{newcomer}/withdraw",
        "in in 403 302 403 302 403",
    ),
    Row(
        "sessions.headcounts",
        "GET",
        "/sessions/{session}/headcounts",
        "in in 403 200 403 200 200",
    ),
    Row(
        "sessions.headcounts",
        "POST",
        "/sessions/{session}/headcounts",
        "in in 403 302 403 302 403",
        data={"category_id": "{category}", "adult_f": "7"},
    ),
)

TABLE = (*PLANNING, *ATTENDING)
