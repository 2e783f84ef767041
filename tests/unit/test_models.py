from lms.unit.models import RuleVersion
from lms.unit.rules import Rules


def test_a_version_gives_its_settings() -> None:
    version = RuleVersion(
        id=3,
        number=2,
        minimum_share=80,
        minimum_minutes=60,
        late_counts=True,
        excused_counts=False,
        smallest_adults=5,
        smallest_minors=10,
    )
    assert version.rules == Rules(version=2, minimum_share=80)
    assert version.tag == "rule_version:3"
