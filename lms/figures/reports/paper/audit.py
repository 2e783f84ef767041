"""The audit sample on paper: a line of the sheet, the marks and the rule for each person."""

from collections.abc import Sequence

from flask_babel import gettext as _
from reportlab.lib.units import mm

from lms.figures import labels
from lms.figures.exports.notes import mark_of_sample
from lms.figures.reports.models import Report
from lms.figures.reports.proving.sampling import Drawn
from lms.i18n import day, language
from lms.lib.paper import typefaces
from lms.lib.paper.fitting import break_lines
from lms.lib.paper.sheets import Sheets, Style, Title
from lms.sessions import labels as sessions

A4 = (210.0, 297.0)
LEFT, WIDTH, TOP, BOTTOM = 18.0, 174.0, 24.0, 272.0
MARK = 15.0
"""Where the mark of sample data stands, above everything else."""
TEXT = Style(typefaces.SANS, 3.3)
STRONG = Style(typefaces.SANS_BOLD, 3.3)
HEADING = Style(typefaces.SERIF_BOLD, 5.6)


def draw_sample(report: Report, drawn: Sequence[Drawn], seed: int) -> bytes:
    """Return the file in the language being written."""
    title = _("Audit sample of report %(code)s", code=report.code)
    sheets = Sheets(A4, Title(title=title, author="", language=language()))
    is_sample = bool((report.content or {}).get("sample_data"))
    _mark(sheets, is_sample=is_sample)
    y = _put(sheets, title, HEADING, TOP) + 2
    said = _(
        "Persons drawn at random: %(count)s. Seed: %(seed)s. The same seed draws the same persons."
        " No name stands here: the row of the sheet leads to it.",
        count=len(drawn),
        seed=seed,
    )
    y = _put(sheets, said, TEXT, y) + 3
    for position, it in enumerate(drawn, start=1):
        lines = _lines(it)
        if y + (len(lines) + 2) * TEXT.size * 1.5 > BOTTOM:
            sheets.end_page()
            _mark(sheets, is_sample=is_sample)
            y = TOP
        head = f"{position}. {it.fact.training_session.reference}, {day(it.fact.last_day)}"
        y = _put(sheets, head, STRONG, y)
        for line in lines:
            y = _put(sheets, line, TEXT, y)
        y += 2
    return sheets.to_pdf()


def _mark(sheets: Sheets, *, is_sample: bool) -> None:
    """Set the mark of sample data at the head of a page; nothing takes it away."""
    if is_sample:
        _put(sheets, mark_of_sample(), STRONG, MARK)


def _lines(it: Drawn) -> list[str]:
    fact = it.fact
    sheet = (
        _("List no. %(list)s, row %(row)s.", list=it.sheet[0], row=it.sheet[1])
        if it.sheet
        else _(
            "Not from a list: participation no. %(number)s of the session.",
            number=fact.participation_id,
        )
    )
    words = sessions.states(fact.sex)
    marks = ", ".join(f"{day(slot.day)} – {words[state]}" for slot, state in it.marks)
    participation = fact.participation
    obtained = participation.marks_obtained if participation else None
    return [
        sheet,
        _("Marks: %(marks)s.", marks=marks or "–"),
        _(
            "%(category)s. Marks obtained: %(obtained)s of %(held)s. Outcome: %(outcome)s, by the"
            " counting rules no. %(version)s.",
            category=labels.text(fact.category),
            obtained=obtained or 0,
            held=len(it.marks),
            outcome=sessions.outcome(fact.outcome, fact.sex),
            version=fact.rule_version,
        ),
    ]


def _put(sheets: Sheets, text: str, style: Style, y: float) -> float:
    """Set a text from ``y`` down and return where the next one begins."""

    def measure(words: str) -> float:
        return typefaces.width_of(words, style.typeface, style.size)

    for line in break_lines(text, WIDTH, measure):
        sheets.canvas.setFillColor(style.colour)
        sheets.canvas.setFont(style.typeface, style.size * mm)
        sheets.canvas.drawString(LEFT * mm, (A4[1] - y) * mm, line)
        y += style.size * 1.5
    return y
