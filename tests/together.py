"""Two at once: the second waits until the first commits."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import TypeVar

from flask import Flask

from lms.extensions import db

Result = TypeVar("Result")
PATIENCE = 0.3


def second_after(
    app: Flask,
    act: Callable[[], Result],
    *,
    kept: bool = True,
    still: Callable[[], object] = lambda: None,
) -> Future[Result]:
    """Run ``act`` beside what this context has flushed, and let it through once it waits.

    What was flushed, and what is ``still`` to be done while the other waits, is committed, or
    taken back unless it is ``kept``. Returns what came of ``act``, committed; fails when it did
    not wait.
    """

    def committed() -> Result:
        with app.app_context():
            result = act()
            db.session.commit()
            return result

    with ThreadPoolExecutor() as pool:
        late = pool.submit(committed)
        assert not wait([late], timeout=PATIENCE).done, "the second must wait for the first"
        still()
        if kept:
            db.session.commit()
        else:
            db.session.rollback()
    return late
