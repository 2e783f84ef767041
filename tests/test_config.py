import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from lms.config import DEFAULTS, BadSetting, Config, beside
from tests.house import ROOT

KEY = "k" * 32


def config(home: Path, **settings: str) -> Config:
    return Config.from_environ({"LMS_HOME": str(home)} | settings)


def test_a_missing_setting_takes_its_default(tmp_path: Path) -> None:
    it = config(tmp_path)
    assert it.PORT == 8000
    assert it.BASE_URL == "http://127.0.0.1:8000"
    assert f"sqlite:///{tmp_path / 'lms.sqlite'}" == it.SQLALCHEMY_DATABASE_URI


def test_without_a_home_all_lies_beside_whoever_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert tmp_path / "var" == Config.from_environ({}).HOME
    assert (tmp_path / "var" / "secret_key").exists()


@pytest.mark.parametrize("url", ["redis://10.0.0.1:6379/0", "rediss://it", "unix:///run/it", ""])
def test_jobs_are_heard_of_in_a_file_or_in_redis(tmp_path: Path, url: str) -> None:
    assert url == config(tmp_path, LMS_REDIS_URL=url).REDIS_URL


def test_jobs_are_heard_of_nowhere_else(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="LMS_REDIS_URL"):
        config(tmp_path, LMS_REDIS_URL="https://example.org")


def test_an_empty_setting_is_a_missing_one(tmp_path: Path) -> None:
    empty = dict.fromkeys(DEFAULTS, "")
    assert Config.from_environ(empty | {"LMS_HOME": str(tmp_path)}) == config(tmp_path)


def test_what_is_set_is_taken(tmp_path: Path) -> None:
    it = config(
        tmp_path,
        LMS_PORT="8080",
        LMS_SECRET_KEY=KEY,
        LMS_BASE_URL="https://formation.example.org/",
        LMS_DATABASE_URL="postgresql://lms@localhost/lms",
    )
    assert (it.PORT, it.SECRET_KEY) == (8080, KEY)
    assert it.BASE_URL == "https://formation.example.org"
    assert it.SQLALCHEMY_DATABASE_URI == "postgresql+psycopg://lms@localhost/lms"


def test_the_password_of_the_database_is_kept_as_written(tmp_path: Path) -> None:
    url = "postgresql+psycopg://lms:p%40ss@localhost/lms"
    assert url == config(tmp_path, LMS_DATABASE_URL=url).SQLALCHEMY_DATABASE_URI


def test_the_pages_are_found_at_the_port_that_is_set(tmp_path: Path) -> None:
    assert config(tmp_path, LMS_PORT="8080").BASE_URL == "http://127.0.0.1:8080"


def test_servers_of_the_ledger_keep_their_order(tmp_path: Path) -> None:
    named = "postgresql://lms@two/ledger  postgresql://lms@one/ledger?sslmode=require"
    assert config(tmp_path, LMS_LEDGER_SERVERS=named).LEDGER_SERVERS == (
        "postgresql+psycopg://lms@two/ledger",
        "postgresql+psycopg://lms@one/ledger?sslmode=require",
    )


def test_settings_do_not_change_on_the_way(tmp_path: Path) -> None:
    with pytest.raises(FrozenInstanceError):
        config(tmp_path).PORT = 8080  # type: ignore[misc]  # the mistake under test


def test_the_secret_key_is_made_once_and_kept_to_its_owner(tmp_path: Path) -> None:
    first, second = (config(tmp_path) for _ in range(2))
    assert first.SECRET_KEY == second.SECRET_KEY
    assert [f"{it.name} {it.stat().st_mode & 0o777:o}" for it in tmp_path.iterdir()] == [
        "secret_key 600"
    ]


def test_two_homes_have_two_keys(tmp_path: Path) -> None:
    assert config(tmp_path / "one").SECRET_KEY != config(tmp_path / "other").SECRET_KEY


def test_processes_that_start_together_share_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        made = [*pool.map(lambda _: config(tmp_path).SECRET_KEY, range(16))]
    assert set(made) == {(tmp_path / "secret_key").read_text()}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LMS_HOME", __file__),
        ("LMS_PORT", "eighty"),
        ("LMS_PORT", "0"),
        ("LMS_PORT", "65536"),
        ("LMS_PORT", "-80"),
        ("LMS_DATABASE_URL", "a database"),
        ("LMS_DATABASE_URL", "mysql://localhost"),
        ("LMS_SECRET_KEY", "k" * 31),
        ("LMS_BASE_URL", "formation.example.org"),
        ("LMS_BASE_URL", "ftp://formation.example.org"),
        ("LMS_BASE_URL", "https://"),
        ("LMS_BASE_URL", "https://formation.example.org/?a=1"),
        ("LMS_BASE_URL", "https://formation.example.org/#a"),
        ("LMS_BASE_URL", "https://[formation.example.org"),
        ("LMS_BASE_URL", "https://formation.example.org:eighty"),
        ("LMS_DATABASE_URL", "postgresql://localhost:port/lms"),
        ("LMS_LEDGER_SERVERS", "postgresql://one/ledger and another"),
        ("LMS_LEDGER_SERVERS", "sqlite:///ledger.sqlite"),
    ],
)
def test_a_malformed_setting_stops_the_start_and_is_named_without_its_value(
    tmp_path: Path, name: str, value: str
) -> None:
    with pytest.raises(BadSetting, match=rf"^{name}$"):
        config(tmp_path, **{name: value})


def test_a_home_that_cannot_keep_the_key_is_named(tmp_path: Path) -> None:
    (tmp_path / "secret_key").mkdir()
    with pytest.raises(BadSetting, match=r"^LMS_HOME$"):
        config(tmp_path)


@pytest.mark.parametrize(
    ("environ", "locale"),
    [
        ({}, "fr"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "bm_ML.UTF-8"}, "fr"),
        ({"LC_ALL": "fr_FR.UTF-8", "LANG": "en_GB.UTF-8"}, "fr"),
        ({"LC_ALL": "", "LC_MESSAGES": "en_US.UTF-8", "LANG": "fr_FR.UTF-8"}, "en"),
    ],
)
def test_commands_speak_the_language_of_the_terminal_or_french(
    tmp_path: Path, environ: dict[str, str], locale: str
) -> None:
    assert locale == config(tmp_path, **environ).COMMAND_LOCALE


@pytest.mark.parametrize(
    ("address", "secure"),
    [("https://formation.example.org", True), ("http://127.0.0.1:8000", False)],
)
def test_cookies_are_kept_to_https_where_there_is_https(
    tmp_path: Path, address: str, secure: bool
) -> None:
    assert config(tmp_path, LMS_BASE_URL=address).SESSION_COOKIE_SECURE is secure


def test_folders_beside_the_package_are_found() -> None:
    assert beside("translations") == ROOT / "translations"


def test_the_environment_of_a_machine_without_settings_is_enough(tmp_path: Path) -> None:
    bare = {name: value for name, value in os.environ.items() if not name.startswith("LMS_")}
    assert tmp_path == Config.from_environ(bare | {"LMS_HOME": str(tmp_path)}).HOME
