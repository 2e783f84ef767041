from hypothesis import given, strategies as st

from lms.courses import parity
from lms.courses.parity import Gap, Part, Text

words = st.sampled_from(["", " ", "\n\t", "Écoute", "Listening"])
texts = st.builds(Text, part=st.sampled_from(Part), fr=words, en=words, required=st.booleans())


def test_a_text_in_both_languages_lacks_nothing() -> None:
    assert parity.gaps([Text(part=Part.TITLE, fr="Écoute", en="Listening")]) == []


def test_blanks_are_no_text() -> None:
    missing = parity.gaps([Text(part=Part.MODULE_TITLE, fr=" \n", en="Listening", number=2)])
    assert missing == [Gap(part=Part.MODULE_TITLE, language="fr", number=2)]


def test_what_is_required_is_missed_in_each_language() -> None:
    missing = parity.gaps([Text(part=Part.TITLE, fr="", en="")])
    assert [gap.language for gap in missing] == ["fr", "en"]


def test_an_optional_text_may_be_empty_but_then_in_both() -> None:
    assert parity.gaps([Text(part=Part.SUMMARY, fr="", en="", required=False)]) == []
    missing = parity.gaps([Text(part=Part.SUMMARY, fr="Écoute", en="", required=False)])
    assert missing == [Gap(part=Part.SUMMARY, language="en")]


@given(st.lists(texts))
def test_the_languages_are_treated_alike(given_texts: list[Text]) -> None:
    swapped = [
        Text(part=text.part, fr=text.en, en=text.fr, required=text.required)
        for text in given_texts
    ]
    french = [gap for gap in parity.gaps(given_texts) if gap.language == "fr"]
    english = [gap for gap in parity.gaps(swapped) if gap.language == "en"]
    assert [gap.part for gap in french] == [gap.part for gap in english]


@given(st.lists(texts))
def test_a_filled_text_is_never_missed(given_texts: list[Text]) -> None:
    filled = [text for text in given_texts if text.has("fr") and text.has("en")]
    assert parity.gaps(filled) == []
