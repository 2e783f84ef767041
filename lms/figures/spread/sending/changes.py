"""What changed since the last complete batch, by the packs that the ledger keeps."""

from sqlalchemy import Connection, Select, delete, func, insert, literal, select
from sqlalchemy.dialects.postgresql import aggregate_order_by

from lms.figures.models import FactBlock, LedgerMonth
from lms.figures.spread import parts
from lms.figures.spread.standing import Standing


def note_changes(connection: Connection, number: int, before: Standing) -> bool:
    """Note for a batch the months and the sessions that changed; return whether any did.

    Facts are never deleted, so that no session leaves the ledger.
    """
    for table in (parts.month, parts.block):
        connection.execute(delete(table).where(before.is_broken(table.c.batch)))
    connection.execute(
        insert(parts.month).from_select(["batch", "month", "stamp"], _months(number))
    )
    noted = connection.scalar(
        select(func.count()).select_from(parts.month).where(parts.month.c.batch == number)
    )
    connection.execute(
        insert(parts.block).from_select(["batch", "training_session", "digest"], _blocks(number))
    )
    return bool(noted)


def forget_former(connection: Connection, number: int) -> None:
    """Forget what earlier batches noted of the months and sessions of this one."""
    for table, key in ((parts.month, "month"), (parts.block, "training_session")):
        now = table.alias()
        connection.execute(
            delete(table).where(
                now.c.batch == number,
                now.c[key] == table.c[key],
                table.c.batch != number,
            )
        )


def _months(number: int) -> Select[int, int, int]:
    sent = parts.month
    return (
        select(literal(number), LedgerMonth.month, LedgerMonth.stamp)
        .outerjoin(sent, sent.c.month == LedgerMonth.month)
        .where(LedgerMonth.stamp.is_distinct_from(sent.c.stamp))
    )


def _blocks(number: int) -> Select[int, int, str]:
    pack = func.md5(FactBlock.content)
    digests = (
        select(
            FactBlock.training_session_id.label("training_session"),
            func.md5(
                func.string_agg(pack, aggregate_order_by(literal(","), FactBlock.month))
            ).label("digest"),
        )
        .where(
            FactBlock.training_session_id.in_(
                select(FactBlock.training_session_id)
                .join(parts.month, parts.month.c.month == FactBlock.month)
                .where(parts.month.c.batch == number)
            )
        )
        .group_by(FactBlock.training_session_id)
        .subquery()
    )
    sent = parts.block
    return (
        select(literal(number), digests.c.training_session, digests.c.digest)
        .outerjoin(sent, sent.c.training_session == digests.c.training_session)
        .where(digests.c.digest.is_distinct_from(sent.c.digest))
    )
