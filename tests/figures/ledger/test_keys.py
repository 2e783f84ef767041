from datetime import date

import numpy as np

from lms.figures.counting.dimensions import Dimension
from lms.figures.ledger.keys import looked_up
from lms.figures.ledger.records import day_number


def test_values_lead_to_rows_and_two_of_them_may_lead_to_one() -> None:
    codes = {Dimension.REGION: {3: "ML07", 5: "ML07", 9: "ML06"}}
    found = looked_up(np.array([9, 3, 5, 3]), Dimension.REGION, codes)
    assert [found.codes[it] for it in found.numbers] == ["ML06", "ML07", "ML07", "ML07"]
    assert len(found.codes) == 2


def test_days_lead_to_their_period() -> None:
    days = np.array([day_number(date(1969, 12, 31)), day_number(date(2014, 7, 1))])
    found = looked_up(days, Dimension.BUDGET_YEAR, {})
    assert [found.codes[it] for it in found.numbers] == ["1969/70", "2014/15"]


def test_nothing_leads_nowhere() -> None:
    assert looked_up(np.empty(0, dtype=np.uint8), Dimension.MONTH, {}).codes == []
