"""What a form, a command or the sample mission hands over to write a course."""

from dataclasses import dataclass
from datetime import date

from lms.courses.kinds import CertificateKind, CourseKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a course counts as and asks for, the same in all its versions."""

    code: str
    kind: CourseKind = CourseKind.TRAINING
    programme_id: int | None = None
    audience_id: int | None = None
    pass_mark: int = 70
    minimum_share: int | None = None
    minimum_minutes: int | None = None
    """Nothing asks what the counting rules ask."""
    certificate: CertificateKind = CertificateKind.COMPLETION


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionText:
    """Title and summary of a version in both languages, and the days it is in force."""

    title_fr: str
    title_en: str
    effective_from: date
    effective_to: date | None = None
    summary_fr: str = ""
    summary_en: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleText:
    """A module in both languages; the bodies are Markdown."""

    title_fr: str
    title_en: str
    minutes: int
    objective_fr: str = ""
    objective_en: str = ""
    body_fr: str = ""
    body_en: str = ""
