"""The register of personal columns names every column there is, and tells the truth."""

from sqlalchemy import JSON, Column, Date, Enum, String, Table

from lms.extensions import db
from lms.people.rules.personal import COLUMNS, Erasing
from lms.people.services.erasing import EMPTIED

ROOTS = {"person", "participation"}
# What a table further away says is not about the person.
OF_OTHERS = {"stored_file"}


def leads_to_a_person(table: Table, tables: set[str]) -> bool:
    return any(key.column.table.name in tables for key in table.foreign_keys)


def personal_tables() -> set[str]:
    """Return the tables whose rows lead to a person, over any number of pointers."""
    found = set(ROOTS)
    while more := {
        name
        for name, table in db.metadata.tables.items()
        if name not in found and leads_to_a_person(table, found)
    }:
        found |= more
    return found


def says_something(column: Column[object]) -> bool:
    kind = column.type
    return isinstance(kind, String | Date | JSON) and not isinstance(kind, Enum)


def test_every_text_day_and_document_that_leads_to_a_person_is_in_the_register() -> None:
    there = {
        f"{name}.{column.name}"
        for name in personal_tables()
        for column in db.metadata.tables[name].columns
        if says_something(column)
    }
    assert there - COLUMNS.keys() == set()


def test_the_register_names_no_column_that_is_gone() -> None:
    there = {
        f"{name}.{column.name}"
        for name, table in db.metadata.tables.items()
        for column in table.columns
    }
    assert COLUMNS.keys() - there == set()


def test_what_is_emptied_of_a_person_is_what_the_register_says() -> None:
    said = {
        name.removeprefix("person.")
        for name, kept in COLUMNS.items()
        if name.startswith("person.") and kept.erasing is Erasing.EMPTIED
    }
    assert said == {*EMPTIED, "given_names", "folded_name", "sort_name"}
