from pathlib import Path

import pytest

from lms.app import create_app
from lms.cli.migrating import migrate
from lms.extensions import db
from lms.web import health
from tests.conftest import config_for
from tests.databases import without_schema


@pytest.mark.parametrize(
    ("locale", "said"),
    [("en", "The database is up to date."), ("fr", "La base de données est à jour.")],
)
def test_an_empty_database_gets_the_newest_schema_and_says_so(
    tmp_path: Path, worker_id: str, locale: str, said: str
) -> None:
    with without_schema(tmp_path, f"migrating_{worker_id}") as address:
        app = create_app(config_for(address, tmp_path))
        app.config["COMMAND_LOCALE"] = locale
        answer = app.test_cli_runner().invoke(migrate)
        assert (answer.exit_code, answer.stdout) == (0, f"{said}\n")
        with app.app_context():
            assert health.examine().good
            db.engine.dispose()
