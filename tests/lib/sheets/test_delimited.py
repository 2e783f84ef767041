import pytest
from hypothesis import given, strategies as st

from lms.lib.sheets.delimited import decode, find_delimiter, read_delimited
from lms.lib.sheets.sheet import Reason, UnreadableSheet

TEXT = "Nom;Prénom\nMaïga;Aïssata\nTraoré;Moussa\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_the_encoding_is_found(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_text_with_the_byte_order_of_other_machines_is_read() -> None:
    assert decode(TEXT.encode("utf-16-be")) == TEXT


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    assert find_delimiter(TEXT.replace(";", delimiter)) == delimiter


def test_a_comma_inside_cells_does_not_win() -> None:
    assert find_delimiter("Lieu : Gao, camp\nNom;J1\nSow, Awa;P\nBa, Ali;A\n") == ";"


def test_blank_rows_keep_their_place() -> None:
    assert read_delimited(b"Titre\n\nNom;J1\nSow;P\n\n\n").rows == (
        ("Titre", None),
        (None, None),
        ("Nom", "J1"),
        ("Sow", "P"),
    )


def test_a_declared_delimiter_is_obeyed_and_its_line_counted() -> None:
    assert read_delimited(b"sep=|\r\na;b|c\r\n").rows == ((None, None), ("a;b", "c"))


def test_a_cell_may_hold_delimiters_and_lines_in_quotes() -> None:
    assert read_delimited(b'a,"b,\nc"\nd,e').rows == (("a", "b,\nc"), ("d", "e"))


def test_a_quotation_mark_left_open_does_not_swallow_the_list() -> None:
    assert len(read_delimited(b'Nom;J1\n"Sow;P\nBa;A\n').rows) == 3


def test_the_line_breaks_of_old_machines_are_rows() -> None:
    assert read_delimited(b"Nom,J1\rSow,P\r").rows == (("Nom", "J1"), ("Sow", "P"))


@pytest.mark.parametrize(
    "content",
    [
        b"Nom;Pr\x00nom",
        b"Nom\x81;Pr\xe9nom",
        b"\xef\xbb\xbfNom\xff",
        b"<!DOCTYPE html><table>",
        b'<?xml version="1.0"?>',
        b"a;" + b"x" * 200_000,
    ],
)
def test_what_is_no_text_of_a_table_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableSheet) as caught:
        read_delimited(content)
    assert caught.value.reason is Reason.NOT_A_TABLE


words = st.text("abcé ïN°;,|'", min_size=1).map(str.strip).filter(bool)


@given(st.lists(st.tuples(words, words), min_size=2))
def test_what_a_spreadsheet_wrote_is_read_back(rows: list[tuple[str, str]]) -> None:
    content = "".join(f'"{one}"\t"{other}"\n' for one, other in rows)
    assert read_delimited(f"sep=\t\n{content}".encode()).rows[1:] == tuple(rows)
