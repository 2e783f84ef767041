"""The whole table: who gets what of every address, written by hand."""

from tests.access.tables import (
    certificates,
    coming_in,
    courses,
    figures,
    lists,
    quizzes,
    register,
    sessions,
    team,
)

ACCESS = (
    *coming_in.TABLE,
    *team.TABLE,
    *courses.TABLE,
    *quizzes.TABLE,
    *sessions.TABLE,
    *lists.TABLE,
    *certificates.TABLE,
    *figures.TABLE,
    *register.TABLE,
)
PAGES = tuple(row for row in ACCESS if row.method == "GET")
ACTS = tuple(row for row in ACCESS if row.method != "GET")
