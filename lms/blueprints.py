"""Every blueprint and where its addresses begin."""

from flask import Blueprint

from lms.accounts.tokens.views import blueprint as tokens
from lms.accounts.views import blueprint as accounts
from lms.certificates.views import blueprint as certificates
from lms.courses.views import blueprint as courses
from lms.figures.api.guide import blueprint as guide
from lms.figures.background.views import blueprint as exports
from lms.figures.events.views import blueprint as events
from lms.figures.reports.views import blueprint as reports
from lms.figures.targets.views import blueprint as targets
from lms.figures.versions.views import blueprint as rules
from lms.figures.views import blueprint as figures
from lms.lists.views import blueprint as lists
from lms.people.views import blueprint as people
from lms.quizzes.views import blueprint as quizzes
from lms.sessions.views import blueprint as sessions
from lms.unit.views import blueprint as unit
from lms.web.participant.views import blueprint as participant
from lms.web.register.views import doubts, records
from lms.web.rights import blueprint as rights
from lms.web.team.views import blueprint as team
from lms.web.views import blueprint as web

# Rooms without a beginning of their own add pages to those of others: a session's quizzes,
# lists and certificates stand below the session.
ALL: tuple[tuple[Blueprint, str | None], ...] = (
    (web, None),
    (participant, None),
    (accounts, None),
    (tokens, "/account/tokens"),
    (team, "/accounts"),
    (unit, "/unit"),
    (people, "/people"),
    (records, "/people"),
    (doubts, "/matches"),
    (rights, "/people"),
    (courses, "/courses"),
    (sessions, "/sessions"),
    (quizzes, None),
    (lists, None),
    (certificates, None),
    (figures, "/figures"),
    (guide, "/figures"),
    (targets, "/figures"),
    (events, "/figures/events"),
    (reports, "/reports"),
    (exports, "/exports"),
    (rules, "/rules"),
)
