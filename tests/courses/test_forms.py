from datetime import date

from flask import Flask

from lms.courses.forms import CatalogueForm, CourseForm, ModuleForm
from lms.courses.kinds import CertificateKind, CourseKind
from lms.courses.values import ModuleText, Terms, VersionText

TYPED = {
    "code": " fds-2j ",
    "kind": "training",
    "programme_id": "4",
    "audience_id": "",
    "pass_mark": "60",
    "minimum_share": "75",
    "minimum_minutes": "60",
    "certificate": "participation",
    "title_fr": " Écouter ",
    "title_en": "",
    "effective_from": "2014-01-01",
}


def test_a_form_hands_over_values(app: Flask) -> None:
    with app.test_request_context("/", method="POST", data=TYPED):
        form = CourseForm()
        form.offer([(4, "Protection")], [])
        assert form.validate(), form.errors
        assert form.terms == Terms(
            code="FDS-2J",
            kind=CourseKind.TRAINING,
            programme_id=4,
            pass_mark=60,
            minimum_share=75,
            minimum_minutes=60,
            certificate=CertificateKind.PARTICIPATION,
        )
        assert form.text == VersionText(
            title_fr="Écouter", title_en="", effective_from=date(2014, 1, 1)
        )


def test_a_course_that_asks_nothing_asks_what_the_rules_ask(app: Flask) -> None:
    typed = TYPED | {"minimum_share": "", "minimum_minutes": ""}
    with app.test_request_context("/", method="POST", data=typed):
        form = CourseForm()
        form.offer([(4, "Protection")], [])
        assert form.validate(), form.errors
        assert (form.terms.minimum_share, form.terms.minimum_minutes) == (None, None)


def test_a_module_hands_over_its_text(app: Flask) -> None:
    typed = {"title_en": "Rules", "minutes": "45", "body_en": "- one\n- two"}
    with app.test_request_context("/", method="POST", data=typed):
        form = ModuleForm()
        assert form.validate(), form.errors
        assert form.text == ModuleText(
            title_fr="", title_en="Rules", minutes=45, body_en="- one\n- two"
        )
        assert form.read_at == 0


def test_the_catalogue_offers_all_first(app: Flask) -> None:
    with app.test_request_context("/?q=%20gao%20"):
        form = CatalogueForm()
        form.offer()
        assert form.kind.choices[0].value == form.state.choices[0].value == ""
