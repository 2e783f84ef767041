"""Text tables: which encoding, which delimiter, which rows."""

import csv
import re
from collections import Counter

from lms.lib.sheets.sheet import Reason, Sheet, UnreadableSheet, make_sheet

UTF_8_MARK = b"\xef\xbb\xbf"
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
# A tie goes to the first: a semicolon is rarely typed inside a cell, a comma often.
DELIMITERS = (";", "\t", "|", ",")
SAMPLE_ROWS = 200
# No table holds these; a page of the web and a program's data are no tables either.
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
MARKUP = re.compile(r"\s*(<!doctype|<html|<\?xml|<table)", re.IGNORECASE)
# Spreadsheets write this line so that others find the delimiter.
DECLARED = re.compile(r"sep=([;\t|,])\r?\n", re.IGNORECASE)


def read_delimited(content: bytes) -> Sheet:
    """Return the rows of a CSV file; raises ``UnreadableSheet`` when the bytes are no text."""
    text = decode(content)
    if MARKUP.match(text):
        raise UnreadableSheet(Reason.NOT_A_TABLE)
    declared = DECLARED.match(text)
    if declared:
        # The line stays in place, blank, so that the others keep their numbers.
        text = "\n" + text[declared.end() :]
    return make_sheet("", _parse(text, declared[1] if declared else find_delimiter(text)))


def decode(content: bytes) -> str:
    """Return the text of the bytes, as UTF-8, UTF-16 or else Windows-1252."""
    try:
        if content.startswith(UTF_16_MARKS):
            text = content.decode("utf-16")
        elif content.startswith(UTF_8_MARK):
            text = content.decode("utf-8-sig")
        else:
            text = _decode_unmarked(content)
    except UnicodeDecodeError as error:
        raise UnreadableSheet(Reason.NOT_A_TABLE) from error
    if CONTROLS.search(text):
        raise UnreadableSheet(Reason.NOT_A_TABLE)
    return text


def find_delimiter(text: str) -> str:
    """Return the delimiter that cuts most rows into the same number of cells."""
    sample = "".join(text.splitlines(keepends=True)[:SAMPLE_ROWS])
    return max(DELIMITERS, key=lambda delimiter: _regularity(sample, delimiter))


def _decode_unmarked(content: bytes) -> str:
    half = len(content) // 2
    if content[1::2].count(0) > half * 0.6:
        return content.decode("utf-16-le")
    if content[0::2].count(0) > half * 0.6:
        return content.decode("utf-16-be")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252")


def _regularity(sample: str, delimiter: str) -> tuple[int, int]:
    widths = Counter(len(row) for row in _parse(sample, delimiter) if len(row) > 1)
    return max(((count, width) for width, count in widths.items()), default=(0, 0))


def _parse(text: str, delimiter: str) -> list[list[str]]:
    # A quotation mark left open would swallow the rest of the list into one cell.
    dialect = _Bare if text.count('"') % 2 else csv.excel
    lines = re.split("(?<=\n)|(?<=\r)(?!\n)", text)  # not at the other breaks splitlines knows
    try:
        return list(csv.reader(lines[: None if lines[-1] else -1], dialect, delimiter=delimiter))
    except csv.Error as error:
        raise UnreadableSheet(Reason.NOT_A_TABLE) from error


class _Bare(csv.excel):
    """Quotation marks are letters like others."""

    quoting = csv.QUOTE_NONE
