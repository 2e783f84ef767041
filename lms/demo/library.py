"""The sample courses as they lie in the package: read, not yet written to a database.

A folder holds one course: ``course.json`` and, module by module, a Markdown file in each
language. A module whose text changed with a later version has one more pair of files, with the
edition in their name; a version without one keeps the text before it.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from lms.courses.models import CertificateKind, CourseKind
from lms.courses.values import ModuleText
from lms.quizzes.models import QuestionType
from lms.quizzes.values import ChoiceText, QuestionText

COURSES: Traversable = files("lms.demo") / "courses"
LANGUAGES = ("fr", "en")
# In the order in which they were written, the oldest first.
CODES = ("IND-3H", "FDS-2J", "SENS-2H", "CPE-2H", "PART-1J")


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleVersion:
    """The content of a sample course from a day on; without questions it has no quiz."""

    effective_from: date
    modules: tuple[ModuleText, ...]
    questions: tuple[QuestionText, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleCourse:
    """A sample course with its versions, oldest first."""

    code: str
    kind: CourseKind
    audience: str
    programme: str
    certificate: CertificateKind
    pass_mark: int
    title_fr: str
    title_en: str
    summary_fr: str
    summary_en: str
    versions: tuple[SampleVersion, ...]


@cache
def courses() -> tuple[SampleCourse, ...]:
    """Return every sample course."""
    bank = {row["key"]: _question(row) for row in _json(COURSES / "questions.json")}
    return tuple(_course(code, bank) for code in CODES)


def programmes() -> list[dict[str, str]]:
    """Return code and labels of the programmes the courses belong to."""
    return list(_json(COURSES / "programmes.json"))


def _course(code: str, bank: Mapping[str, QuestionText]) -> SampleCourse:
    folder = COURSES / code
    written = _json(folder / "course.json")
    outline = written.pop("modules")
    return SampleCourse(
        **written
        | {
            "kind": CourseKind(written["kind"]),
            "certificate": CertificateKind(written["certificate"]),
            "versions": tuple(_versions(folder, written["versions"], outline, bank)),
        }
    )


def _versions(
    folder: Traversable,
    versions: list[dict[str, Any]],
    outline: list[dict[str, Any]],
    bank: Mapping[str, QuestionText],
) -> Iterator[SampleVersion]:
    editions = [""]
    for version in versions:
        if edition := version.get("edition"):
            editions.append(f".{edition}")
        yield SampleVersion(
            effective_from=date.fromisoformat(version["effective_from"]),
            modules=tuple(_module(folder, row, editions) for row in outline),
            questions=tuple(bank[key] for key in version["quiz"]),
        )


def _module(folder: Traversable, row: dict[str, Any], editions: list[str]) -> ModuleText:
    slug = row["slug"]
    names = [f"{slug}{edition}" for edition in reversed(editions)]
    latest = next(name for name in names if (folder / f"{name}.fr.md").is_file())
    bodies = {
        f"body_{language}": (folder / f"{latest}.{language}.md").read_text("utf-8")
        for language in LANGUAGES
    }
    return ModuleText(**{key: row[key] for key in row if key != "slug"} | bodies)


def _question(row: dict[str, Any]) -> QuestionText:
    return QuestionText(
        type=QuestionType(row["type"]),
        text_fr=row["text_fr"],
        text_en=row["text_en"],
        feedback_fr=row["feedback_fr"],
        feedback_en=row["feedback_en"],
        effective_from=date.fromisoformat(row["effective_from"]),
        choices=tuple(ChoiceText(**choice) for choice in row["choices"]),
    )


def _json(file: Traversable) -> Any:  # noqa: ANN401 - each caller knows the shape of its file
    return json.loads(file.read_text("utf-8"))
