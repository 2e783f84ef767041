import re
from collections.abc import Iterator

from lms.courses.values import ModuleText
from lms.demo import library
from lms.demo.library import SampleVersion
from lms.quizzes.models import QuestionType

WORD = re.compile(r"\w[\w’-]*")
NOT_FRENCH = re.compile(r" [;:!?%»]|« |'")


def versions() -> Iterator[SampleVersion]:
    for course in library.courses():
        yield from course.versions


def modules() -> Iterator[ModuleText]:
    for version in versions():
        yield from version.modules


def french() -> Iterator[str]:
    for module in modules():
        yield from (module.title_fr, module.objective_fr, module.body_fr)
    for version in versions():
        for question in version.questions:
            yield from (question.text_fr, question.feedback_fr)
            yield from (choice.text_fr for choice in question.choices)


def shape(body: str) -> list[str]:
    return [line.split(" ")[0] for line in body.splitlines() if line.startswith(("#", "|", "-"))]


def test_every_audience_has_a_course_of_the_length_announced() -> None:
    minutes = {
        it.code: {sum(module.minutes for module in version.modules) for version in it.versions}
        for it in library.courses()
    }
    assert minutes == {
        "IND-3H": {180},
        "FDS-2J": {720},
        "SENS-2H": {120},
        "CPE-2H": {120},
        "PART-1J": {360},
    }


def test_every_module_is_a_page_of_text_in_each_language() -> None:
    for module in modules():
        for body in (module.body_fr, module.body_en):
            assert 120 <= len(WORD.findall(body)) <= 250, module.title_en


def test_both_languages_have_the_same_headings_lists_and_tables() -> None:
    for module in modules():
        assert shape(module.body_fr) == shape(module.body_en), module.title_en


def test_french_is_set_as_french_is() -> None:
    assert [text for text in french() if NOT_FRENCH.search(text)] == []


def test_a_situation_is_said_to_be_fictitious() -> None:
    for module in modules():
        if "ituation" in module.body_en.replace("situations we", ""):
            assert "ictitious" in module.body_en or "invented" in module.body_en, module.title_en
            assert "ictive" in module.body_fr or "inventé" in module.body_fr, module.title_fr


def test_no_version_asks_for_what_came_after_it() -> None:
    for version in versions():
        for question in version.questions:
            assert question.effective_from
            assert question.effective_from <= version.effective_from


def test_a_module_changes_only_with_the_version_that_brings_something_new() -> None:
    first, second, third = library.courses()[0].versions
    changed = [old != new for old, new in zip(first.modules, second.modules, strict=True)]
    assert changed == [False, False, False, True, False, False, False]
    assert third.modules[3] != second.modules[3]
    assert "2225" not in first.modules[3].body_fr
    assert "2225" in second.modules[3].body_fr


def test_tests_have_ten_or_twenty_questions_that_say_how_many_answers_they_want() -> None:
    sizes = {
        it.code: {len(version.questions) for version in it.versions} for it in library.courses()
    }
    assert sizes == {
        "IND-3H": {10},
        "FDS-2J": {20},
        "SENS-2H": {0},
        "CPE-2H": {0},
        "PART-1J": {10},
    }
    for version in versions():
        for question in version.questions:
            right = sum(choice.correct for choice in question.choices)
            assert (right == 1) == (question.type is QuestionType.SINGLE)
            assert ("answers" in question.text_en) == (right > 1)


def test_programmes_are_those_of_the_courses() -> None:
    codes = {row["code"] for row in library.programmes()}
    assert {it.programme for it in library.courses()} == codes
