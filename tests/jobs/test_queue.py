import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from huey import SqliteHuey

from lms.jobs.queue import FILE, queue, send
from tests.tools_needed import needs
from tools.server import free_port


def worked(app: Flask) -> list[int]:
    """Return what a worker hears, one message after another."""
    heard: list[int] = []
    huey = queue(app, perform=heard.append)
    while (message := huey.dequeue()) is not None:
        huey.execute(message)
    huey.storage.close()
    return heard


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[str]:
    """Yield the address of a Redis of this test alone."""
    program, port = needs("redis-server"), free_port()
    words = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(tmp_path)]
    server = subprocess.Popen([str(program), *words], stdout=subprocess.DEVNULL)  # noqa: S603 - our own words
    try:
        while True:
            try:
                socket.create_connection(("127.0.0.1", port)).close()
            except OSError:
                assert server.poll() is None
                time.sleep(0.01)
            else:
                break
        yield f"redis://127.0.0.1:{port}/0"
    finally:
        server.terminate()
        server.wait()


def test_a_worker_hears_what_was_sent_in_order(app: Flask) -> None:
    assert send(app, 7)
    assert send(app, 8)
    assert worked(app) == [7, 8]
    assert (app.config["HOME"] / FILE).exists()


def test_with_redis_no_file_is_needed(app: Flask, redis: str) -> None:
    app.config["REDIS_URL"] = redis
    assert send(app, 7)
    assert worked(app) == [7]
    assert not (app.config["HOME"] / FILE).exists()


def test_a_queue_out_of_reach_fails_nobody(app: Flask) -> None:
    app.config["REDIS_URL"] = f"redis://127.0.0.1:{free_port()}/0"
    assert send(app, 7) is False


def test_a_message_that_somebody_else_wrote_is_not_read(app: Flask) -> None:
    foreign = SqliteHuey("kalanso", filename=str(app.config["HOME"] / FILE))

    foreign.enqueue(foreign.task(name="perform")(lambda _job_id: None).s(7))
    foreign.storage.close()
    with pytest.raises(ValueError, match="Separator"):
        worked(app)
