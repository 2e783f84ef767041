"""The ``lms`` command: the commands of ``lms.cli`` on the application of this environment."""

import logging
import os

import click
from flask import Flask
from flask.cli import AppGroup, ScriptInfo

from lms import cli, logs
from lms.app import create_app
from lms.cli.preparing import prepare
from lms.config import BadSetting, Config


def _create_app() -> Flask:
    """Return the application once its database is ready for the command that was called.

    Asked for when a command begins its work: neither ``--help`` nor a mistyped option gets here.
    """
    try:
        app = create_app(Config.from_environ(os.environ))
    except BadSetting as error:
        raise click.ClickException(f"{error}: this setting cannot be used as it is.") from error
    logs.configure(logging.WARNING)  # the answer of a command says what it did
    with app.app_context():
        prepare(str(click.get_current_context().info_name))
    return app


main = AppGroup(
    "lms",
    help="Kalanso: training, attendance, certificates and figures of a child protection unit.",
    commands=cli.ALL,
    context_settings={"obj": ScriptInfo(create_app=_create_app, set_debug_flag=False)},
)

if __name__ == "__main__":
    main()
