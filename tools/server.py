"""The server as `lms run` starts it, on a free port and a home of its own."""

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

PATIENCE = 30.0


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as it:
        it.bind(("127.0.0.1", 0))
        port: int = it.getsockname()[1]
        return port


def command(home: Path, *words: str) -> None:
    """Run an `lms` command on the data of a home; raises CalledProcessError."""
    environment = os.environ | {"LMS_HOME": str(home)}
    environment.pop("LMS_DATABASE_URL", None)
    subprocess.run(
        [sys.executable, "-m", "lms", *words],
        check=True,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def answers(address: str) -> bool:
    """Tell whether the server is there and well."""
    try:
        with urlopen(f"{address}/healthz") as page:  # noqa: S310 - the address is ours
            return bool(page.status == 200)  # noqa: PLR2004 - its name is its number
    except URLError:
        return False


@contextmanager
def running(home: Path) -> Iterator[str]:
    """Yield the address of a server on the data of a home, and stop it."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    environment = os.environ | {"LMS_HOME": str(home), "LMS_BASE_URL": address}
    environment.pop("LMS_DATABASE_URL", None)
    with (home / "server.log").open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "lms", "run", "--port", str(port)],
            env=environment,
            stdout=log,
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
