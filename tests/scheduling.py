"""Which tests one worker runs one after the other: those that share what takes long to build."""

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

BUILT_ONCE = ("tests/browser/", "tests/demo/")
"""Folders whose tests read one sample mission, built for whichever worker runs them."""


class Together(LoadScopeScheduling):
    """Hands out whole files, and of some folders all files at once."""

    def __init__(self, config: pytest.Config, log: Producer | None = None) -> None:
        super().__init__(config, log)
        config.option.loadscopereorder = False  # the longest come early as they are

    def _split_scope(self, nodeid: str) -> str:
        """Return the name of what a test is handed out with."""
        folder = next((it for it in BUILT_ONCE if nodeid.startswith(it)), None)
        return folder or nodeid.split("::", 1)[0]
