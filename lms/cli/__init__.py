"""The one list of commands ``lms`` offers."""

from lms.accounts.cli import create_admin
from lms.certificates.cli import issue_certificates, verify_certificate
from lms.cli.migrating import migrate
from lms.cli.serving import run
from lms.demo.cli import demo
from lms.figures.cli import figures
from lms.figures.proofs.cli import ledger
from lms.figures.reports.cli import publish_report, report_diff, report_verify
from lms.figures.versions.cli import rules
from lms.lists.cli import import_list
from lms.people.cli import refresh_names

ALL = (
    run,
    demo,
    create_admin,
    migrate,
    import_list,
    refresh_names,
    figures,
    ledger,
    publish_report,
    report_diff,
    report_verify,
    rules,
    issue_certificates,
    verify_certificate,
)
