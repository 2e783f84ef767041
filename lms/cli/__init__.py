"""The one list of commands ``lms`` offers."""

from lms.accounts.cli import create_admin
from lms.certificates.cli import issue_certificates, verify_certificate
from lms.cli.migrating import migrate
from lms.cli.serving import run
from lms.demo.cli import demo
from lms.figures.cli import figures
from lms.figures.proofs.cli import ledger
from lms.figures.reports.cli import publish_report, report_diff, report_verify
from lms.figures.targets.cli import import_strengths, import_targets
from lms.figures.versions.cli import rules
from lms.jobs.cli import remove_exports, worker
from lms.lists.cli import import_list
from lms.people.cli import refresh_names

ALL = (
    run,
    worker,
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
    import_targets,
    import_strengths,
    rules,
    issue_certificates,
    verify_certificate,
    remove_exports,
)
