"""Promises of every template, read from its source."""

import re
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from tests.house import PACKAGE, TEMPLATES, name

SYNTAX = Environment(autoescape=True, extensions=["jinja2.ext.i18n", "jinja2.ext.do"])
SPOKEN = ("title", "alt", "placeholder", "aria-label", "data-label")
SAME_EVERYWHERE = re.compile(r"\b(?:Kalanso|PDF|CSV|XLSX)\b")
CLASSES = re.compile(r"\{% block \w+_class %\}.*?\{% endblock %\}")

every_template = pytest.mark.parametrize("path", TEMPLATES, ids=name)


def source(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def without_code(text: str) -> str:
    """Return what the template says by itself, its tags and its code taken away."""
    text = re.sub(r"\{#.*?#\}", "", text, flags=re.DOTALL)
    text = CLASSES.sub("", text)
    text = re.sub(r"\{%.*?%\}", " ", text, flags=re.DOTALL)
    return re.sub(r"\{\{.*?\}\}", "", text, flags=re.DOTALL)


@every_template
def test_it_parses(path: Path) -> None:
    SYNTAX.parse(source(path))


@every_template
def test_it_trusts_no_text(path: Path) -> None:
    filters = {it.name for it in SYNTAX.parse(source(path)).find_all(nodes.Filter)}
    assert "safe" not in filters
    assert "autoescape" not in source(path)


@every_template
def test_it_holds_neither_script_nor_style(path: Path) -> None:
    text = without_code(source(path))
    assert not re.search(r"<style|\sstyle=|javascript:|\son[a-z]+=", text)
    assert all("src=" in it for it in re.findall(r"<script[^>]*>", text))
    assert not re.search(r"<script[^>]*>[^<]", text)


@every_template
def test_all_it_says_can_be_translated(path: Path) -> None:
    text = without_code(source(path))
    said = re.sub(r"<!--.*?-->|<[^>]*>|&[a-z]+;", "\n", text, flags=re.DOTALL)
    attributes = re.findall(rf"""\s(?:{"|".join(SPOKEN)})="([^"]*)\"""", text)
    words = [SAME_EVERYWHERE.sub("", it) for it in [*said.split("\n"), *attributes]]
    assert not [it for it in words if re.search(r"[A-Za-zÀ-ÿ]{2}", it)]


@every_template
def test_it_uses_all_it_imports(path: Path) -> None:
    tree = SYNTAX.parse(source(path))
    imported = {it.target for it in tree.find_all(nodes.Import)}
    for statement in tree.find_all(nodes.FromImport):
        imported |= {it if isinstance(it, str) else it[1] for it in statement.names}
    used = {it.name for it in tree.find_all(nodes.Name) if it.ctx == "load"}
    assert imported <= used


@every_template
def test_a_form_names_its_method_and_carries_a_token(path: Path) -> None:
    for form in re.findall(r"<form\b.*?</form>", source(path), flags=re.DOTALL):
        opening = form.partition(">")[0]
        assert 'method="get"' in opening or 'method="post"' in opening, opening
        if 'method="post"' in opening:
            assert "csrf_token" in form or "hidden_tag" in form, opening


@every_template
def test_it_decides_nothing_about_numbers(path: Path) -> None:
    plural = r"(?:==|>|!=|<=)\s*1\s+else|\|\s*length\s*(?:==|>)\s*1\b"
    assert not re.search(plural, source(path)), "count with ngettext"


def test_every_template_is_used() -> None:
    places = [*PACKAGE.rglob("*.py"), *TEMPLATES]
    said = "\n".join(it.read_text(encoding="utf-8") for it in places)
    addresses = [str(it).rpartition("/templates/")[2] for it in TEMPLATES]
    assert [it for it in addresses if f'"{it}"' not in said] == []
