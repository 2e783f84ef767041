"""The ``lms`` command: the commands of ``lms.cli`` on the application of this environment."""

import logging
import os
import sys
from contextlib import suppress

import click
from flask import Flask
from flask.cli import AppGroup, ScriptInfo
from flask_babel import gettext as _
from sqlalchemy.exc import DBAPIError

from lms import cli, logs
from lms.app import create_app
from lms.cli.preparing import prepare
from lms.config import BadSetting, Config
from lms.lib.whole_files import is_full


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


class Commands(AppGroup):
    """The commands, each of which says in a sentence that the disk is full."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was called; what it had begun was taken back when it ended."""
        try:
            return super().invoke(ctx)
        except (OSError, DBAPIError) as error:
            if not is_full(error):
                raise
            _let_go_of_output()
            with ctx.ensure_object(ScriptInfo).load_app().app_context():
                raise click.ClickException(_("The disk is full. Nothing was written.")) from error


def _let_go_of_output() -> None:
    """Let nobody try again, as the interpreter ends, to write what there is no room for."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


main = Commands(
    "lms",
    help="Kalanso: training, attendance, certificates and figures of a child protection unit.",
    commands=cli.ALL,
    context_settings={"obj": ScriptInfo(create_app=_create_app, set_debug_flag=False)},
)

if __name__ == "__main__":
    main()
