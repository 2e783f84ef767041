"""Commands of the jobs: the worker, and removing what was kept long enough."""

import logging
import os
import signal
from threading import Thread

import click
from flask import Flask
from flask.cli import ScriptInfo, pass_script_info, with_appcontext
from flask_babel import ngettext
from huey.consumer import Consumer

from lms import clock, logs
from lms.extensions import db
from lms.jobs import tasks
from lms.jobs.queue import queue, send

LONGEST_SLEEP = 1.0
"""Seconds after which a worker looks into an empty queue again."""
STDIN = 0


@click.command()
@click.option("--until-closed", is_flag=True, hidden=True, help="End with whoever started it.")
@with_appcontext
@pass_script_info
def worker(info: ScriptInfo, *, until_closed: bool) -> None:
    """Make the files that were asked for in the background, until Ctrl-C."""
    app = info.load_app()
    logs.configure(logging.INFO)
    db.session.remove()
    db.engine.dispose()  # a connection must not be shared by the processes to come
    # A process of its own: one that dies takes nothing along, and another takes its place.
    consumer = Consumer(_queue(app), worker_type="process", max_delay=LONGEST_SLEEP)
    if until_closed:
        Thread(target=_end_when_closed, daemon=True).start()
    consumer.run()


@click.command("remove-exports")
@with_appcontext
def remove_exports() -> None:
    """Remove the files of exports that were kept for seven days."""
    gone = tasks.remove_old(clock.now())
    click.echo(ngettext("%(num)s file was removed.", "%(num)s files were removed.", gone))


def _queue(app: Flask) -> object:
    def perform(job_id: int) -> None:
        with app.app_context():
            tasks.perform(job_id)

    def sweep() -> None:
        with app.app_context():
            tasks.sweep(lambda job_id: send(app, job_id), clock.now())

    return queue(app, perform=perform, sweep=sweep)


def _end_when_closed() -> None:
    """Wait until whoever started the worker is gone, however that came."""
    while os.read(STDIN, 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
