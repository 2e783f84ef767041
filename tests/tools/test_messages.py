from pathlib import Path

import pytest

from tools import messages

SOURCE = """
# L10N: a button
label = _("Save")
count = ngettext("%(num)s line", "%(num)s lines", n)
later = _l("Close")
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "babel.cfg").write_text("[python: lms/**.py]\n")
    (tmp_path / "lms").mkdir()
    (tmp_path / "lms" / "page.py").write_text(SOURCE)
    return tmp_path


def catalogue(root: Path, locale: str) -> Path:
    return root / "translations" / locale / "LC_MESSAGES" / "messages.po"


def translate(root: Path, **texts: str) -> None:
    path = catalogue(root, "fr")
    text = path.read_text(encoding="utf-8")
    for message, french in texts.items():
        entry = f'msgid "{message}"\nmsgstr "'
        text = text.replace(f'{entry}"', f'{entry}{french}"')
    plural = 'msgid_plural "%(num)s lines"\nmsgstr[0] ""\nmsgstr[1] ""'
    text = text.replace(plural, plural.replace('""', '"%(num)s ligne"'))
    path.write_text(text, encoding="utf-8")


def test_new_messages_wait_for_their_french(root: Path) -> None:
    assert messages.update(root) == [
        "fr: no text for 'Save'",
        "fr: no text for ('%(num)s line', '%(num)s lines')",
        "fr: no text for 'Close'",
    ]


def test_english_plurals_are_filled_in(root: Path) -> None:
    messages.update(root)
    english = messages.read("en", root)
    assert [it.id for it in english if it.id] == [("%(num)s line", "%(num)s lines")]
    assert not messages.faults("en", english, english)


def test_a_complete_catalogue_stays_as_it_is(root: Path) -> None:
    messages.update(root)
    translate(root, Save="Enregistrer", Close="Clore")
    assert messages.update(root) == []
    assert messages.check(root) == []
    before = catalogue(root, "fr").read_bytes()
    messages.update(root)
    assert catalogue(root, "fr").read_bytes() == before


def test_a_note_reaches_the_translator(root: Path) -> None:
    messages.update(root)
    assert "#. L10N: a button" in catalogue(root, "fr").read_text(encoding="utf-8")


def test_an_unextracted_message_is_found(root: Path) -> None:
    messages.update(root)
    translate(root, Save="Enregistrer", Close="Clore")
    (root / "lms" / "other.py").write_text('_("Undo")')
    assert "fr: run make messages" in messages.check(root)
    assert "fr: no text for 'Undo'" in messages.check(root)


def test_a_message_no_longer_used_leaves(root: Path) -> None:
    messages.update(root)
    (root / "lms" / "page.py").write_text('_("Save")')
    messages.update(root)
    assert "Close" not in catalogue(root, "fr").read_text(encoding="utf-8")


def test_a_fuzzy_text_is_a_fault(root: Path) -> None:
    messages.update(root)
    translate(root, Save="Enregistrer", Close="Clore")
    path = catalogue(root, "fr")
    text = path.read_text(encoding="utf-8").replace('msgid "Close"', '#, fuzzy\nmsgid "Close"')
    path.write_text(text, encoding="utf-8")
    assert "fr: fuzzy: 'Close'" in messages.check(root)


def test_a_compiled_catalogue_lies_beside(root: Path) -> None:
    messages.update(root)
    compiled = catalogue(root, "fr").with_suffix(".mo")
    compiled.unlink()
    assert messages.main(["compile", str(catalogue(root, "fr"))]) == 0
    assert compiled.exists()


def test_an_unknown_act_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert messages.main(["translate"]) == 2
    assert "tools.messages update" in capsys.readouterr().err


def test_a_plural_may_have_a_context(root: Path) -> None:
    page = root / "lms" / "page.py"
    page.write_text('npgettext("masculine", "%(who)s was seen", "%(who)s were seen", n)')
    (found,) = [it for it in messages.extract(root) if it.id]
    assert found.context == "masculine"
    assert found.id == ("%(who)s was seen", "%(who)s were seen")
