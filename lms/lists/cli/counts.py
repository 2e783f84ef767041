"""What the command says of a list of headcounts."""

from collections.abc import Sequence

from flask_babel import gettext as _

from lms.i18n import number
from lms.lists import labels
from lms.lists.queries import CountPreview
from lms.sessions.labels import COLUMNS


def sentences(file: str, preview: CountPreview) -> Sequence[str]:
    """Return a line on the list, one on each row to look at, and what holds for the whole."""
    sums = preview.sums
    words = ", ".join(
        f"{label} {number(sums[sex, group])}"
        for (group, sex), label in COLUMNS.items()
        if sums[sex, group]
    )
    said = [
        _(
            "%(file)s: header in row %(header)s, %(rows)s of headcounts: %(counts)s; in all"
            " %(total)s",
            file=file,
            header=preview.mapping.header_row,
            rows=labels.rows(len(preview.rows)),
            counts=words,
            total=number(sums.total()),
        )
    ]
    for row in preview.rows:
        reasons = [labels.REFUSALS[row.refusal]] if row.refusal else []
        reasons += [labels.DOUBTS[it] for it in row.doubts]
        if reasons:
            why = ", ".join(map(str, reasons))
            said.append("  " + _("row %(number)s: %(why)s", number=row.number, why=why))
    if preview.withheld:
        said.append("  " + labels.withheld(preview.withheld))
    if preview.totals_differ and preview.declared_total is not None:
        said.append("  " + labels.totals_differ(preview.declared_total, sums.total()))
    return said
