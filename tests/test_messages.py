"""The catalogues: complete, in step with the sources, and in the language they claim."""

import re
from collections.abc import Iterator

from babel.messages.catalog import Message

from tools import messages

# Rightly the same in both languages.
SAME_IN_FRENCH = frozenset(
    {
        "Cercle",
        "%(minutes)s min",
        "%(num)s minute",
        "%(num)s minutes",
        "%(num)s participant",
        "%(num)s participants",
        "%(num)s question",
        "%(num)s questions",
        "%(num)s session",
        "%(num)s sessions",
        "Absent",
        "Code",
        "Contradiction",
        "Menu",
        "Minutes",
        "Module %(number)s",
        "Modules",
        "Organisation",
        "Organisations",
        "Pages",
        "Participant",
        "Participants",
        "Participation",
        "Participations",
        "Phase",
        "Programme",
        "Question %(number)s",
        "Rotation",
        "Session",
        "Sessions",
        "Source",
        "Total",
        "Version",
        "Version %(number)s",
        "Versions",
        "absent",
        "minutes",
        "organisation",
        "phase",
        "programme",
        "session %(session)s, participation %(participation)s",
        "six",
        "version %(number)s",
    }
)
NARROW, FIXED = "\u202f", "\u00a0"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%")
ADDRESS = re.compile(r"https?://\S+")
# Words that no sentence of the other language can contain.
ENGLISH = re.compile(r"\b(?:the|and|with|your|this|cannot|was|were|has been)\b", re.IGNORECASE)
FRENCH = re.compile(r"\b(?:vous|est|dans|pour|avec|votre|cette)\b", re.IGNORECASE)
UNWANTED = re.compile(
    r"!|\bplease\b|s’il vous plaît|félicitations|congratulations|\berror \d", re.IGNORECASE
)
WRONG_IN_FRENCH = {
    "an apostrophe is ’": re.compile(r"\w'\w"),
    "quotes are « »": re.compile(r'["“”]'),
    "a narrow no-break space stands before ; ? %": re.compile(
        rf"[^{NARROW}\s(][;?]|\d%|[ {FIXED}][;?%]"
    ),
    "a no-break space stands before a colon": re.compile(rf"[^{FIXED}\d](?::)(?=\s|$)"),
    "no-break spaces stand inside « »": re.compile(rf"«[^{FIXED}]|[^{FIXED}]»"),
    "a capital keeps its accent": re.compile(
        r"\b(?:Etat|Ecol|Elève|Evaluation|Etape|Ecri|A [a-z])"
    ),
}
WRONG_IN_ENGLISH = {
    "an apostrophe is ’": re.compile(r"\w'\w"),
    "quotes are “ ”": re.compile(r'["«»]'),
    "no space stands before a mark": re.compile(r"\s[;?!%:](?:\s|$)|[\u00a0\u202f]"),
}


def forms(message: Message) -> list[tuple[str, str]]:
    """Return pairs of what the source says and what is said for it."""
    said = [message.id] if isinstance(message.id, str) else list(message.id)
    return list(zip(said, messages.texts(message), strict=True))


def pairs(locale: str) -> Iterator[tuple[str, str]]:
    """Yield each form of each message of a catalogue with its text."""
    for message in messages.read(locale):
        if message.id:
            yield from forms(message)


def words(text: str) -> str:
    """Return a text without its placeholders and addresses."""
    return ADDRESS.sub("", PLACEHOLDER.sub("x", text))


def misprints(texts: Iterator[str], rules: dict[str, re.Pattern[str]]) -> list[str]:
    """Return each rule that a text breaks, with the text."""
    return [
        f"{rule}: {text}"
        for text in texts
        for rule, pattern in rules.items()
        if pattern.search(words(text))
    ]


def test_every_message_is_extracted_and_translated() -> None:
    assert messages.check() == []


def test_placeholders_agree() -> None:
    wrong = []
    for locale in messages.LOCALES:
        for message in messages.read(locale):
            for form, (english, text) in enumerate(forms(message)) if message.id else ():
                # A per cent sign is a word in one language and a sign in the other.
                wanted, given = ({*PLACEHOLDER.findall(it)} - {"%%"} for it in (english, text))
                # A form for one may leave its number out: « une personne ».
                silent = {"%(num)s"} if message.pluralizable and form == 0 else set()
                if text and not wanted - silent <= given <= wanted | silent:
                    wrong.append(text)
    assert wrong == []


def test_french_differs_from_english_unless_listed() -> None:
    same = {english for english, text in pairs("fr") if english == text}
    wordless = {it for it in same if not re.search(r"[A-Za-zÀ-ÿ]{2}", words(it))}
    assert same - wordless == SAME_IN_FRENCH


def test_french_is_typeset_as_french() -> None:
    assert misprints((text for _, text in pairs("fr")), WRONG_IN_FRENCH) == []


def test_english_is_typeset_as_english() -> None:
    assert misprints((english for english, _ in pairs("fr")), WRONG_IN_ENGLISH) == []


def test_a_text_is_in_its_language() -> None:
    assert [text for _, text in pairs("fr") if ENGLISH.search(words(text))] == []
    assert [text for text, _ in pairs("fr") if FRENCH.search(words(text))] == []


def test_nobody_is_shouted_at() -> None:
    assert [it for pair in pairs("fr") for it in pair if UNWANTED.search(it)] == []
