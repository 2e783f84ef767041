"""The tables of names in use."""

from flask import Flask

from lms.people import spellings


def test_the_shipped_spellings_are_in_use(app: Flask) -> None:
    with app.app_context():
        known = spellings.current()
    assert known.canonical("kulibali") == known.canonical("coulibaly")


def test_a_unit_adds_spellings_of_its_own(app: Flask) -> None:
    home = app.config["HOME"]
    with app.app_context():
        assert spellings.current().canonical("qulibalee") != spellings.current().canonical(
            "coulibaly"
        )
        own = home / "name-spellings.csv"
        own.write_text("spelling,name,weak\nQulibalee,Coulibaly,no\n", encoding="utf-8")
        try:
            assert spellings.current().canonical("qulibalee") == spellings.current().canonical(
                "coulibaly"
            )
        finally:
            own.unlink()
