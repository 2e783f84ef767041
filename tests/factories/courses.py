"""Courses in both languages; a version is published unless told otherwise."""

from datetime import UTC, date, datetime

from factory.alchemy import SQLAlchemyModelFactory
from factory.declarations import LazyAttribute, Sequence, SubFactory

from lms.courses.kinds import CourseKind, VersionStatus
from lms.courses.models import Course, CourseVersion, Module, Programme
from lms.extensions import db


class ProgrammeFactory(SQLAlchemyModelFactory):
    class Meta:
        model = Programme
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    code = Sequence(lambda n: f"PROG-{n}")
    label_fr = Sequence(lambda n: f"Programme {n} de l’exemple")
    label_en = Sequence(lambda n: f"Sample programme {n}")


class CourseFactory(SQLAlchemyModelFactory):
    class Meta:
        model = Course
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    code = Sequence(lambda n: f"EX-{n}")
    kind = CourseKind.TRAINING


class CourseVersionFactory(SQLAlchemyModelFactory):
    class Meta:
        model = CourseVersion
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    course = SubFactory(CourseFactory)
    number = 1
    title_fr = Sequence(lambda n: f"Écouter les enfants {n}")
    title_en = Sequence(lambda n: f"Listening to children {n}")
    status = VersionStatus.PUBLISHED
    effective_from = date(2013, 7, 1)
    published_at = LazyAttribute(
        lambda it: None if it.status is VersionStatus.DRAFT else datetime(2013, 7, 1, tzinfo=UTC)
    )


class ModuleFactory(SQLAlchemyModelFactory):
    class Meta:
        model = Module
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    course_version = SubFactory(CourseVersionFactory)
    position = 1
    title_fr = Sequence(lambda n: f"Module d’exemple {n}")
    title_en = Sequence(lambda n: f"Sample module {n}")
    minutes = 60
