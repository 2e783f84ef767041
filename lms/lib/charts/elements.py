"""Elements of SVG as text that templates may trust: everything in it was escaped here."""

import re
from collections.abc import Iterable

from markupsafe import Markup

from lms.lib.charts.amounts import Words

NAMESPACE = "http://www.w3.org/2000/svg"
LINE = 24  # px from one line of words to the next
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NOT_IN_A_KEY = re.compile(r"[^A-Za-z0-9_-]")
WORDS_OF_PYTHON = {"class_": "class"}


def element(name: str, *content: str, **attributes: object) -> Markup:
    """Return an element; ``stroke_width`` is written stroke-width, ``class_`` class."""
    said = Markup("").join(
        Markup(' {}="{}"').format(_name(it), _clean(str(value)))
        for it, value in attributes.items()
    )
    inside = Markup("").join(it if isinstance(it, Markup) else _clean(it) for it in content)
    return Markup("<{}{}>{}</{}>").format(name, said, inside, name)


def percent(value: float) -> str:
    """Return a length along the width."""
    return f"{round(value, 2):g}%"


def words(text: str, x: float, y: float, **attributes: object) -> Markup:
    """Return a line of words; ``x`` is per cent, ``y`` the line they stand on."""
    return element("text", text, x=percent(x), y=f"{y:g}", **attributes)


def picture(said: Words, height: float, parts: Iterable[Markup]) -> Markup:
    """Return the whole drawing with its title and description for those who do not see it."""
    key = key_of(said)
    return element(
        "svg",
        element("title", said.title, id=f"{key}-title"),
        element("desc", said.description, id=f"{key}-desc"),
        *parts,
        xmlns=NAMESPACE,
        class_="chart",
        role="img",
        width="100%",
        height=f"{height:g}",
        aria_labelledby=f"{key}-title",
        aria_describedby=f"{key}-desc",
    )


def key_of(said: Words) -> str:
    """Return the beginning of every name inside a picture."""
    return "chart-" + NOT_IN_A_KEY.sub("-", said.key)


def _clean(text: str) -> str:
    """Return a text without what XML cannot hold."""
    return NOT_XML.sub("", text)


def _name(attribute: str) -> str:
    return WORDS_OF_PYTHON.get(attribute, attribute.replace("_", "-"))
