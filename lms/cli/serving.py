"""``lms run``: the pages, served by gunicorn."""

import errno
import logging
import os
import socket
import subprocess
import sys
from collections.abc import Callable

import click
from flask import Flask
from flask.cli import ScriptInfo, pass_script_info, with_appcontext
from flask_babel import gettext as _
from gunicorn.app.base import BaseApplication

from lms import logs
from lms.config import local_address
from lms.demo.cli import build_sample, show_sign_ins
from lms.demo.queries import holds_anything, sign_ins
from lms.extensions import db

WORKERS, THREADS = 2, 4
"""Two processes for two cores; a thread waits while another phone reads slowly."""


PATIENCE = 5.0
"""Seconds in which a worker can say that it was interrupted."""


class Server(BaseApplication):
    """Gunicorn around the application, told in code what its own files would say."""

    def __init__(
        self,
        app: Flask,
        address: str,
        ready: Callable[[object], None],
        ending: Callable[[object], None],
    ) -> None:
        self._app = app
        self._settings = {
            "bind": address,
            "workers": WORKERS,
            "threads": THREADS,
            "loglevel": "warning",
            "when_ready": ready,
            "on_exit": ending,
            "control_socket_disable": True,
        }
        super().__init__()

    def load_config(self) -> None:
        """Take the settings over."""
        for name, value in self._settings.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """Return the application; each worker has its own copy."""
        return self._app


class Beside:
    """A worker in a process of its own, which ends with the server, whatever ends that."""

    def __init__(self) -> None:
        words = [sys.executable, "-m", "lms", "worker", "--until-closed"]
        self._process = subprocess.Popen(words, stdin=subprocess.PIPE, start_new_session=True)  # noqa: S603 - our own words

    def end(self, _server: object = None) -> None:
        """Let it end: what it was making says that it was interrupted."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._process.terminate()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option("--port", type=click.IntRange(1, 65535), help="LMS_PORT, or 8000, unless given.")
@click.option("--with-sample", is_flag=True, help="Load the sample mission if there is no data.")
@with_appcontext
@pass_script_info
def run(info: ScriptInfo, *, host: str, port: int | None, with_sample: bool) -> None:
    """Serve the pages until Ctrl-C."""
    app = info.load_app()
    port = port or app.config["PORT"]
    _refuse_taken(host, port)
    _be_found(app, port)
    if with_sample and not holds_anything():
        click.echo(_("Building the sample mission. This takes less than a minute."))
        build_sample()
    found = sign_ins()
    address = app.config["BASE_URL"] if host == "127.0.0.1" else f"http://{host}:{port}"
    db.session.remove()
    db.engine.dispose()  # a connection must not be shared by the workers to come

    def ready(_server: object) -> None:
        with app.app_context():
            show_sign_ins(found)
            click.echo(address)

    os.environ.pop("GUNICORN_CMD_ARGS", None)
    logs.configure(logging.INFO)
    Server(app, f"{host}:{port}", ready, Beside().end).run()


def _be_found(app: Flask, port: int) -> None:
    """Let links and QR codes lead to the port that is served, unless LMS_BASE_URL was set."""
    if app.config["BASE_URL"] == local_address(app.config["PORT"]):
        app.config["BASE_URL"] = local_address(port)


def _refuse_taken(host: str, port: int) -> None:
    with socket.socket() as it:
        it.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            it.bind((host, port))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise click.ClickException(f"{host}:{port}: {error.strerror}") from error
            raise click.ClickException(
                _(
                    "Port %(port)s is in use. Stop the other program, or set LMS_PORT to another"
                    " number.",
                    port=port,
                )
            ) from error
