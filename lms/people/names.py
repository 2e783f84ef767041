"""Names of persons: how they are shown, and folded so that spellings of one name meet.

Folding says which names to look at together. It never says that two persons are one.
"""

import re
import unicodedata
from functools import lru_cache

APOSTROPHES = re.compile(r"['’‘`\u02bc\u00b4]")
SEPARATORS = re.compile(r"[^a-z0-9]+")
LONGEST_KEPT = 40
"""Characters; the words of lists come again and again, a sentence does not."""
VOWELS = "aeiou"
# The general folding of DOMAIN 4.3, in this order: the later rules see what the former made.
FOLDINGS = (
    (re.compile("y"), "i"),
    (re.compile("ou"), "u"),
    (re.compile(f"w(?=[{VOWELS}])"), "u"),
    (re.compile("k(?=[aou])"), "c"),
    (re.compile(f"dj(?=[{VOWELS}])|di(?=[{VOWELS}])"), "j"),
    (re.compile("ss"), "s"),
    (re.compile("ll"), "l"),
)


def fold(text: str) -> str:
    """Return the words of ``text`` without accents, case and variants of spelling."""
    folded = plain(text)
    for pattern, replacement in FOLDINGS:
        folded = pattern.sub(replacement, folded)
    return folded


def plain(text: str) -> str:
    """Return the words of ``text`` in lower case without accents and apostrophes."""
    return _plain_word(text) if len(text) <= LONGEST_KEPT else _plain(text)


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", APOSTROPHES.sub("", text).casefold())
    letters = "".join(it for it in decomposed if not unicodedata.combining(it))
    return SEPARATORS.sub(" ", letters.replace("œ", "oe").replace("æ", "ae")).strip()


_plain_word = lru_cache(maxsize=50_000)(_plain)


def folded_name(surname: str, given_names: str) -> str:
    """Return what ``Person.folded_name`` holds."""
    return fold(f"{surname} {given_names}")


def sort_name(surname: str, given_names: str) -> str:
    """Return what ``Person.sort_name`` holds; a particle sorts as written (DOMAIN 4.5)."""
    return plain(f"{surname} {given_names}")


def display(surname: str, given_names: str) -> str:
    """Return the name as lists show it: SURNAME in capitals, then given names as written."""
    return f"{surname.upper()} {given_names}".strip()


def pseudonym(person_id: int) -> str:
    """Return what stands for a protected person's name; never initials (DOMAIN 7)."""
    return f"E-{person_id:04d}"


def record_number(person_id: int) -> str:
    """Return how a record of the register is called without its name."""
    return f"P-{person_id:06d}"
