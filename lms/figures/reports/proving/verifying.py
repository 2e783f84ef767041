"""Proving that a report is what was published here."""

import json
from enum import StrEnum

from lms.figures.proofs import plain
from lms.figures.reports import queries, rules
from lms.figures.reports.models import Report, ReportState
from lms.lib.keys import verifies


class Found(StrEnum):
    """What came out."""

    GENUINE = "genuine"
    FALSE_SIGNATURE = "false signature"
    OTHER_KEY = "signed with another key"
    FACTS_CHANGED = "the facts counted are no longer what they were"
    UNREADABLE = "not a report"
    NOT_PUBLISHED = "not published"


def of_file(content: bytes, *, public: str) -> Found:
    """Return whether the text of an exported report was signed by the key ``public``."""
    try:
        whole = json.loads(content)
        report, signature = whole["report"], str(whole["signature"])
        signed_with = str(whole["public_key"])
    except (ValueError, KeyError, TypeError):
        return Found.UNREADABLE
    if not isinstance(report, dict):
        return Found.UNREADABLE
    if not verifies(rules.canonical(report), signature=signature, public=signed_with):
        return Found.FALSE_SIGNATURE
    return Found.GENUINE if signed_with == public else Found.OTHER_KEY


def of_report(report: Report) -> Found:
    """Return whether a stored report is as it was signed, and its facts as they were counted.

    Facts are never changed, only retracted, so those it counted give their digest for ever.
    """
    if report.state is ReportState.PREPARED or report.content is None:
        return Found.NOT_PUBLISHED
    signature, public = report.signature or "", report.public_key or ""
    if not verifies(rules.canonical(report.content), signature=signature, public=public):
        return Found.FALSE_SIGNATURE
    counted = plain.counted(
        queries.facts_in(report.fact_runs or []),
        codes=queries.category_codes(),
        regions=queries.regions(),
    )
    said = report.content["facts"]
    same = rules.digest_of(*counted, said.get("form", rules.FIRST_DIGEST)) == said["digest"]
    return Found.GENUINE if same else Found.FACTS_CHANGED
