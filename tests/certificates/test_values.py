import json
from dataclasses import replace

from hypothesis import given, strategies as st

from lms.certificates.kinds import Kind
from lms.certificates.values import from_json, to_json
from lms.people.kinds import Sex
from tests.factories.certificates import make_content


@given(st.text(), st.dates(), st.sampled_from(Kind), st.sampled_from(Sex), st.booleans())
def test_content_survives_being_stored(
    name: str, day: object, kind: Kind, sex: Sex, sample: bool
) -> None:
    changes = {"surname": name, "made_on": day, "kind": kind, "sex": sex, "sample": sample}
    content = replace(make_content(), **changes)  # type: ignore[arg-type]  # by name
    assert from_json(json.loads(json.dumps(to_json(content)))) == content
