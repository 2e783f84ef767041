"""Categories and organisations shipped with the package."""

import csv
from collections.abc import Mapping
from importlib.resources import files

from lms.accounts.actors import SYSTEM
from lms.people import services

DATA = files("lms.people") / "data"


def load() -> None:
    """Add the categories and organisations that are missing; twice does as much as once."""
    services.load_reference(
        categories=_rows("categories.csv"), organisations=_rows("organisations.csv"), actor=SYSTEM
    )
    # Names of before matching have none yet.
    services.refresh_keys(missing_only=True, actor=SYSTEM)


def _rows(name: str) -> list[Mapping[str, str]]:
    return list(csv.DictReader((DATA / name).read_text("utf-8").splitlines()))
