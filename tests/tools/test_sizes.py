from pathlib import Path

from tools import sizes


def write(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def test_what_is_at_its_limit_may_stay(tmp_path: Path) -> None:
    body = "def act():\n" + "    pass\n" * (sizes.FUNCTION_LINES - 1)
    write(tmp_path, "lms/act.py", body + "# why\n" * (sizes.FILE_LINES - sizes.FUNCTION_LINES))
    assert sizes.faults(tmp_path) == []


def test_what_is_over_its_limit_is_named(tmp_path: Path) -> None:
    write(tmp_path, "lms/long.py", "# why\n" * (sizes.FILE_LINES + 1))
    write(tmp_path, "lms/act.py", "def act():\n" + "    pass\n" * sizes.FUNCTION_LINES)
    write(tmp_path, "lms/templates/a/page.html", "<p>\n" * (sizes.TEMPLATE_LINES + 1))
    assert sizes.faults(tmp_path) == [
        "lms/long.py: 251 lines, 250 at most",
        "lms/templates/a/page.html: 91 lines, 90 at most",
        "lms/act.py:1: act has 51 lines, 50 at most",
    ]


def test_a_folder_holds_a_dozen(tmp_path: Path) -> None:
    for number in range(sizes.FILES_IN_A_FOLDER + 1):
        write(tmp_path, f"lms/room/part{number}.py", "")
    write(tmp_path, "lms/room/__init__.py", "")
    assert sizes.faults(tmp_path) == ["lms/room: 13 modules, 12 at most"]
