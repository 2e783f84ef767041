"""The two languages: the reader's choice, and how each writes days and numbers.

Dates and numbers follow the unit's reports: 1er avril 2014 and 1 April 2014, 3 098 with a
narrow no-break space and 3,098, 38 % and 38%.
"""

from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from flask import Flask, current_app, has_request_context, request
from flask_babel import format_date, format_decimal, get_locale
from flask_login import current_user

LOCALES = ("fr", "en")
LANGUAGE_NAMES = {"fr": "français", "en": "English"}
"""Each language by its own name: whoever looks for it reads that one."""
LOCALE_COOKIE = "locale"
FOR_PROGRAMS = "/api/"
"""How addresses begin that programs ask; cookies count for nothing there."""
NARROW_SPACE = "\N{NARROW NO-BREAK SPACE}"
DASH = "\N{EN DASH}"


def negotiate_locale() -> str:
    """Return the reader's language: chosen here, else their account's, else their browser's.

    French when nothing fits. A command answers in the language of its terminal.
    """
    if not has_request_context():
        return str(current_app.config["COMMAND_LOCALE"])
    if not request.path.startswith(FOR_PROGRAMS):
        chosen = request.cookies.get(LOCALE_COOKIE)
        if chosen in LOCALES:
            return chosen
        if current_user and current_user.is_authenticated and current_user.locale in LOCALES:
            return str(current_user.locale)
    # In the reader's own order: asked for the best match, a plain "en" would win over "fr-ML".
    tags = [tag for tag, quality in request.accept_languages if quality]
    wanted = (tag.partition("-")[0].lower() for tag in tags)
    return next((it for it in wanted if it in LOCALES), LOCALES[0])


def language() -> str:
    """Return the code of the language being written, one of ``LOCALES``."""
    locale = get_locale()
    return locale.language if locale is not None else LOCALES[0]


def localised(row: object, stem: str) -> str:
    """Return a text of ``row`` in the reader's language, or in the one it is written in."""
    ordered = sorted(LOCALES, key=lambda code: code != language())
    texts = [str(getattr(row, f"{stem}_{code}")) for code in ordered]
    return next(filter(None, texts), "")


def number(value: int | Decimal) -> str:
    """Return a number with its thousands set apart."""
    return format_decimal(value).replace("\N{NO-BREAK SPACE}", NARROW_SPACE)


def percent(share: Fraction | Decimal) -> str:
    """Return a share as whole per cent, halves rounded up."""
    exact = Fraction(share) * 100
    whole = (Decimal(exact.numerator) / exact.denominator).quantize(Decimal(1), ROUND_HALF_UP)
    return f"{whole}{NARROW_SPACE}%" if language() == "fr" else f"{whole}%"


def day(value: date) -> str:
    """Return a day in full: 1er avril 2014, 1 April 2014; an instant gives its day in UTC."""
    return _ordinal(format_date(_date(value), "d MMMM y"))


def weekday(value: date) -> str:
    """Return a day with its name, fit to stand alone: Mercredi 12 mars 2014."""
    name = format_date(_date(value), "EEEE")
    return f"{name[:1].upper()}{name[1:]} {day(value)}"


def days(first: date, last: date) -> str:
    """Return a span, both days included: 12-14 mars 2014, 12–14 March 2014."""
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        start = _ordinal(format_date(first, "d"))
        return f"{start}{'-' if language() == 'fr' else DASH}{day(last)}"
    start = format_date(first, "d MMMM" if first.year == last.year else "d MMMM y")
    return f"{_ordinal(start)} {DASH} {day(last)}"


def moment(value: datetime) -> str:
    """Return an instant in the time of Mali, which is UTC: 3 août 2015 à 9 h 12."""
    at = value.astimezone(UTC)
    if language() == "fr":
        return f"{day(at)} à {at.hour}{NARROW_SPACE}h{NARROW_SPACE}{at.minute:02}"
    return f"{day(at)} at {at.hour}:{at.minute:02}"


def install(app: Flask) -> None:
    """Give templates these words and figures as filters."""
    for helper in (localised, number, percent, day, days, weekday, moment):
        app.add_template_filter(helper)


def _date(value: date) -> date:
    return value.astimezone(UTC).date() if isinstance(value, datetime) else value


def _ordinal(text: str) -> str:
    """Write the first of a month as French does."""
    first, rest = text[:1], text[1:]
    opens = first == "1" and not rest[:1].isdecimal()
    return f"1er{rest}" if language() == "fr" and opens else text
