import pytest
from flask import Flask

from lms.accounts.actors import Role
from lms.web import navigation


@pytest.fixture
def rooms(kitchen: Flask) -> list[str]:
    """Return the endpoints of an application that has every room of the menu."""
    for room in navigation.ROOMS:
        kitchen.add_url_rule(f"/{room.blueprint}/", room.endpoint, str)
    return list(kitchen.view_functions)


def shown(role: Role | None, rooms: list[str], blueprint: str | None = None) -> list[str]:
    return [item.label for item in navigation.menu(role, rooms, blueprint)]


def test_the_figures_come_first(rooms: list[str]) -> None:
    assert shown(Role.UNIT_HEAD, rooms)[:3] == ["Figures", "Sessions", "Courses"]


def test_only_an_administrator_sees_the_accounts(rooms: list[str]) -> None:
    assert "Accounts" in shown(Role.ADMINISTRATOR, rooms)
    assert "Accounts" not in shown(Role.UNIT_HEAD, rooms)
    assert "Accounts" not in shown(Role.TRAINER, rooms)


def test_a_trainer_is_not_led_to_the_register(rooms: list[str]) -> None:
    assert "People" in shown(Role.UNIT_HEAD, rooms)
    assert "People" not in shown(Role.TRAINER, rooms)


@pytest.mark.parametrize("role", [None, Role.PARTICIPANT])
def test_strangers_and_participants_have_no_menu(role: Role | None, rooms: list[str]) -> None:
    assert shown(role, rooms) == []


def test_a_room_that_is_not_there_yet_is_left_out(rooms: list[str]) -> None:
    rooms.remove("lists.index")

    assert "Lists" not in shown(Role.TRAINER, rooms)


def test_the_room_of_the_page_is_marked(rooms: list[str]) -> None:
    items = navigation.menu(Role.TRAINER, rooms, "sessions")

    assert [item.label for item in items if item.current] == ["Sessions"]
    assert items[1].href == "/sessions/"
