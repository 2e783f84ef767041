"""Run a command beside a private PostgreSQL, and stop the server whatever happens.

    python -m tools.postgres COMMAND [ARGUMENT…]

The server is started from the programs of the system in a temporary folder, listens on a socket
in that folder and nowhere else, and keeps nothing safe: what it holds is thrown away. The command
finds its address in LMS_TEST_DATABASE_URL.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

INSTALLED = Path("/usr/lib/postgresql")
# PostgreSQL refuses to run as root.
ACCOUNTS = ("postgres", "nobody")
# A socket's path may have 107 letters, which a folder of the user's own may already exceed.
SHORT = "/tmp"  # noqa: S108 - mkdtemp makes a folder of its own there
THROWN_AWAY = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "listen_addresses": "",
    "max_connections": "200",
}
PATIENCE = 60.0


def programs() -> Path | None:
    """Return the folder of the newest PostgreSQL installed; None when there is none."""
    folders = [it.parent for it in INSTALLED.glob("*/bin/initdb")]
    on_path = shutil.which("initdb")
    if folders:
        return max(folders, key=lambda it: float(it.parent.name))
    return Path(on_path).resolve().parent if on_path else None


def account() -> str | None:
    """Return the account to run the server under; None for one's own."""
    if os.geteuid() != 0:
        return None
    known = {it.pw_name for it in pwd.getpwall()}
    return next(name for name in ACCOUNTS if name in known)


def start(binaries: Path, folder: Path) -> subprocess.Popen[bytes]:
    """Start a server with its data and its socket in the folder."""
    user = account()
    if user:
        shutil.chown(folder, user)
    initdb = [str(binaries / "initdb"), "--auth=trust", "--username=lms", "--encoding=UTF8"]
    subprocess.run(
        [*initdb, "--locale=C.UTF-8", "--no-sync", "-D", str(folder / "data")],
        check=True,
        user=user,
        cwd=folder,
        stdout=subprocess.DEVNULL,
    )
    return serve(binaries, folder)


def serve(binaries: Path, folder: Path) -> subprocess.Popen[bytes]:
    """Start a server on the data that is in the folder."""
    settings = THROWN_AWAY | {"unix_socket_directories": str(folder)}
    options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(
            [str(binaries / "postgres"), "-D", str(folder / "data"), *options],
            user=account(),
            cwd=folder,
            stdout=log,
            stderr=log,
            # An interrupt typed at the terminal is for the command; the server is stopped after.
            start_new_session=True,
        )


def wait_for(server: subprocess.Popen[bytes], binaries: Path, folder: Path) -> None:
    """Return when the server answers; raises RuntimeError with its log when it does not."""
    until = time.monotonic() + PATIENCE
    ask = [str(binaries / "pg_isready"), "--quiet", "-h", str(folder)]
    while subprocess.run(ask, check=False).returncode:
        if server.poll() is not None or time.monotonic() > until:
            raise RuntimeError((folder / "log").read_text(encoding="utf-8", errors="replace"))
        time.sleep(0.1)


def address(folder: Path) -> str:
    """Return where the server in a folder is found."""
    return f"postgresql+psycopg://lms@/postgres?host={folder}"


def stop(server: subprocess.Popen[bytes]) -> None:
    """Stop the server without waiting for its clients."""
    server.send_signal(signal.SIGINT)
    try:
        server.wait(timeout=10)
    except subprocess.TimeoutExpired:
        kill(server)


def kill(server: subprocess.Popen[bytes]) -> None:
    """Stop the server at once, as a crash would."""
    server.send_signal(signal.SIGQUIT)
    server.wait()


@contextmanager
def running(binaries: Path) -> Iterator[str]:
    """Yield the address of a new, empty server."""
    folder = Path(tempfile.mkdtemp(prefix="lms-pg-", dir=SHORT))
    server = None
    try:
        server = start(binaries, folder)
        wait_for(server, binaries, folder)
        yield address(folder)
    finally:
        if server is not None:
            stop(server)
        shutil.rmtree(folder, ignore_errors=True)


def leave(signal_number: int, _frame: FrameType | None) -> None:
    """Turn a signal into an exception, so that the server is stopped on the way out."""
    sys.exit(128 + signal_number)


def main(arguments: Sequence[str]) -> int:
    """Run the command; return its exit status."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    binaries = programs()
    if binaries is None:
        print("No PostgreSQL here. On Debian: apt install postgresql", file=sys.stderr)
        return 1
    signal.signal(signal.SIGTERM, leave)
    with running(binaries) as found:
        environment = os.environ | {"LMS_TEST_DATABASE_URL": found}
        return subprocess.run(arguments, check=False, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
