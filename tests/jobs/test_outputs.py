import os
import time

import pytest

from lms.jobs import outputs

pytestmark = pytest.mark.usefixtures("database")


def old(name: str) -> None:
    """Let a file be of yesterday."""
    yesterday = time.time() - 24 * 60 * 60
    os.utime(outputs.folder() / name, (yesterday, yesterday))


def test_a_file_is_found_by_the_number_of_its_job() -> None:
    assert outputs.write(7, [b"to", b"tal"]) == 5
    assert outputs.path_of(7).read_bytes() == b"total"
    outputs.remove(7)
    outputs.remove(7)
    assert [*outputs.folder().iterdir()] == []


def test_what_belongs_to_no_job_is_cleared_once_it_is_old() -> None:
    assert outputs.clear({1}) == 0
    for it in (1, 2, 3):
        outputs.write(it, [b"x"])
    (outputs.folder() / ".2.abcd.partial").write_bytes(b"half")
    for name in ("1", "2", ".2.abcd.partial"):
        old(name)
    assert outputs.clear({1}) == 2
    assert sorted(it.name for it in outputs.folder().iterdir()) == ["1", "3"]


def test_a_name_that_leads_to_nothing_is_passed_over() -> None:
    """So looks what another sweep removed since the folder was listed."""
    outputs.write(2, [b"x"])
    old("2")
    (outputs.folder() / "3").symlink_to(outputs.folder() / "gone")
    assert outputs.clear(()) == 1
