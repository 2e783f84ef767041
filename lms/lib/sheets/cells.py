"""What stands in one cell, and how it reads as text."""

from datetime import date, datetime
from decimal import Decimal

Cell = str | int | float | Decimal | date | datetime | None


def text_of(cell: Cell) -> str:
    """Return the cell as a person would read it aloud; empty for a blank one.

    A number comes without a decimal part it does not need, a date in ISO form.
    """
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, date):  # a moment is one too
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
