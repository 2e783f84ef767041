import json
import re

import pytest

from lms.figures.exports.mappings import BadMapping, read_mapping
from tests.house import ROOT

UID = "a1234567890"
VALUE = {"measure": "persons_trained", "row": "total", "column": "women", "dataElement": UID}
GOOD = {"dataSet": UID, "orgUnit": UID, "values": [VALUE]}


def test_json_and_csv_say_the_same() -> None:
    head = "dataSet;orgUnit;measure;row;column;dataElement"
    text = f"{head}\n{UID};{UID};persons_trained;total;women;{UID}\n"
    assert read_mapping(text.encode("utf-8-sig")) == read_mapping(json.dumps(GOOD).encode())


def test_the_examples_of_the_documentation_can_be_read() -> None:
    text = (ROOT / "docs" / "dhis2.md").read_text(encoding="utf-8")
    [lines] = re.findall(r"^```csv\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    [same] = re.findall(r"^```json\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    first, *others = read_mapping(lines.encode()).values
    assert len(others) == 2
    assert list(read_mapping(same.encode()).values) == [first]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfe\x00", "The mapping cannot be read"),
        (b"{", "The mapping cannot be read"),
        (b"[]", "The mapping cannot be read"),
        (b"", "The mapping names no value."),
        (json.dumps({**GOOD, "values": []}).encode(), "The mapping names no value."),
        (json.dumps({**GOOD, "values": [3]}).encode(), "The mapping cannot be read"),
        (json.dumps({**GOOD, "dataSet": "no"}).encode(), "dataSet is not a DHIS2 identifier"),
        (json.dumps({**GOOD, "orgUnit": 7}).encode(), "orgUnit is not a DHIS2 identifier"),
        (json.dumps({**GOOD, "values": [VALUE, VALUE]}).encode(), f"gives {UID} two values"),
        (
            json.dumps({**GOOD, "values": [{**VALUE, "measure": "people"}]}).encode(),
            "a measure that does not exist: “people”",
        ),
        (
            json.dumps({**GOOD, "values": [{**VALUE, "column": "cats"}]}).encode(),
            "a column that does not exist: “cats”",
        ),
        (b"x" * 1_000_001, "larger than a megabyte"),
    ],
)
def test_a_bad_mapping_is_refused_with_one_sentence(content: bytes, said: str) -> None:
    with pytest.raises(BadMapping) as caught:
        read_mapping(content)
    assert said in caught.value.sentence
    assert "\n" not in caught.value.sentence
