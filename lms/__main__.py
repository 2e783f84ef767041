"""The ``lms`` command: the commands of ``lms.cli`` on the application of this environment."""

import os

import click
from flask import Flask
from flask.cli import AppGroup, ScriptInfo

from lms import cli
from lms.app import create_app
from lms.cli.preparing import prepare
from lms.config import BadSetting, Config


def _create_app() -> Flask:
    try:
        return create_app(Config.from_environ(os.environ))
    except BadSetting as error:
        raise click.ClickException(f"{error}: this setting cannot be used as it is.") from error


@click.pass_context
def _prepare(context: click.Context) -> None:
    """Bring the database up to date before a command runs."""
    if context.invoked_subcommand:
        app = context.ensure_object(ScriptInfo).load_app()
        with app.app_context():
            prepare(context.invoked_subcommand)


main = AppGroup(
    "lms",
    help="Kalanso: training, attendance, certificates and figures of a child protection unit.",
    commands=cli.ALL,
    callback=_prepare,
    context_settings={"obj": ScriptInfo(create_app=_create_app, set_debug_flag=False)},
)

if __name__ == "__main__":
    main()
