"""A kitchen for components: nothing but the templates, no request, no account, no database."""

from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from flask import Flask
from flask_babel import Babel

import lms
from tests.pages import fragment

TEMPLATES = Path(lms.__file__).parent / "web" / "templates"
COMPONENTS = sorted((TEMPLATES / "components").glob("*.html"))

Draw = Callable[..., Element]


@pytest.fixture
def kitchen() -> Iterator[Flask]:
    """Yield an application that has the components and nothing else."""
    app = Flask("kitchen", template_folder=str(TEMPLATES))
    app.config.update(SECRET_KEY="test", WTF_CSRF_ENABLED=False)
    Babel(app, locale_selector=lambda: "en")
    app.jinja_env.globals["csrf_token"] = lambda: "token"
    with app.test_request_context():
        yield app


@pytest.fixture
def draw(kitchen: Flask) -> Draw:
    """Return a function that renders one call of one component as an element."""

    def drawn(call: str, inside: str = "", **values: object) -> Element:
        name = call.partition("(")[0]
        file = next(file for file in COMPONENTS if f"macro {name}(" in file.read_text())
        source = f'{{% from "components/{file.name}" import {name} %}}'
        source += f"{{% call {call} %}}{inside}{{% endcall %}}" if inside else f"{{{{ {call} }}}}"
        html = kitchen.jinja_env.from_string(source).render(**values)
        return fragment(html)

    return drawn
