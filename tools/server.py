"""The `lms` command in a process of its own, and the server that `lms run` starts."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

PATIENCE = 120.0


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as it:
        it.bind(("127.0.0.1", 0))
        port: int = it.getsockname()[1]
        return port


def environment(home: Path, settings: dict[str, str]) -> dict[str, str]:
    """Return this environment with the settings of a home; an empty one takes its default."""
    ours = {"LMS_HOME": str(home), "LMS_DATABASE_URL": "", "LMS_BASE_URL": ""}
    return os.environ | ours | settings


def lms(
    home: Path, *words: str, typed: str = "", **settings: str
) -> subprocess.CompletedProcess[str]:
    """Return how an `lms` command ended on the data of a home, and what it answered."""
    return subprocess.run(
        [sys.executable, "-m", "lms", *words],
        check=False,
        env=environment(home, settings),
        input=typed,
        capture_output=True,
        text=True,
        # A password is asked of the terminal where there is one; here it is typed beforehand.
        start_new_session=True,
    )


def command(home: Path, *words: str) -> None:
    """Run an `lms` command on the data of a home; raises CalledProcessError."""
    lms(home, *words).check_returncode()


def answers(address: str) -> bool:
    """Tell whether the server is there and well."""
    try:
        with urlopen(f"{address}/healthz") as page:  # noqa: S310 - the address is ours
            return bool(page.status == 200)  # noqa: PLR2004 - its name is its number
    except URLError:
        return False


@contextmanager
def running(home: Path, *words: str, **settings: str) -> Iterator[str]:
    """Yield the address of a server on the data of a home, and stop it.

    What it says is in the files `server.out` and `server.log` of the home.
    """
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    with (home / "server.out").open("wb") as said, (home / "server.log").open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "lms", "run", "--port", str(port), *words],
            env=environment(home, settings),
            stdout=said,
            stderr=log,
        )
        try:
            until = time.monotonic() + PATIENCE
            while not answers(address):
                if server.poll() is not None or time.monotonic() > until:
                    raise RuntimeError((home / "server.log").read_text(encoding="utf-8"))
                time.sleep(0.1)
            yield address
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait()
