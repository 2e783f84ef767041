import pytest

from lms.lists.reading.audiences import named

TOPS = {
    "mission": "mission",
    "mission-military": "mission",
    "mission-police": "mission",
    "mission-civilian": "mission",
    "malian-forces": "malian-forces",
    "malian-army": "malian-forces",
    "malian-gendarmerie": "malian-forces",
    "malian-guard": "malian-forces",
    "malian-police": "malian-forces",
    "partners": "partners",
    "partners-un": "partners",
    "partners-ingo": "partners",
    "cp-subgroup": "cp-subgroup",
}


@pytest.mark.parametrize(
    ("words", "default", "category"),
    [
        ("FAMa", "malian-forces", "malian-army"),
        ("Gendarmerie", "malian-forces", "malian-gendarmerie"),
        ("Garde nationale", "malian-forces", "malian-guard"),
        ("Police nationale", "mission", "malian-police"),
        ("Police", "malian-forces", "malian-police"),
        ("Police", "mission", "mission-police"),
        ("UNPOL", "mission", "mission-police"),
        ("Mil.", "mission", "mission-military"),
        ("Civ", "mission", "mission-civilian"),
        ("UNICEF", "partners", "partners-un"),
        ("UNICEF", "cp-subgroup", "cp-subgroup"),
        ("Save the Children", "partners", "partners-ingo"),
        ("Douanes", "malian-forces", "malian-forces"),
        ("", "partners", "partners"),
    ],
)
def test_a_service_names_its_category(words: str, default: str, category: str) -> None:
    assert named(words, default=default, tops=TOPS)[0] == category


def test_a_category_that_is_switched_off_gives_way_to_its_parent() -> None:
    assert named("Protection civile", default="malian-forces", tops=TOPS) == (
        "malian-forces",
        "civil-protection",
    )
    tops = TOPS | {"malian-civil-protection": "malian-forces"}
    assert named("Protection civile", default="malian-forces", tops=tops)[0] == (
        "malian-civil-protection"
    )
