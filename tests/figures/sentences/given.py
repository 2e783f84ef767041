"""Lines as an audience may have them, without a reading: a number, "≥3000", "<5" or "s"."""

from collections.abc import Mapping, Sequence

from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import Measure
from lms.figures.counting.ranges import Range
from lms.figures.counting.tables import LineKind, key_of
from lms.figures.counting.values import Column, Count
from lms.figures.labels import Names
from lms.figures.release.cells import Cell, CellKind, ReleasedLine, marked, shown
from lms.figures.sentences.told import Source

GAO, BAMAKO, MOPTI = "ML07", "ML09", "ML05"
NAMES = Names(
    categories={"neighbours": "Voisins"}, regions={GAO: "Gao", BAMAKO: "Bamako", MOPTI: "Mopti"}
)
Number = int | str


def cell(number: Number) -> Cell:
    if isinstance(number, int):
        return shown(Count(number))
    if number.startswith("≥"):
        return shown(Count(int(number[1:]), at_least=True))
    return marked(number)


def line(  # noqa: PLR0913 - every column of a line
    code: str = "",
    men: Number = 0,
    women: Number = 0,
    *,
    boys: Number = 0,
    girls: Number = 0,
    unspecified: Number = 0,
    total: Number | None = None,
    kind: LineKind = LineKind.ROW,
    depth: int = 0,
) -> ReleasedLine:
    columns = (men, women, unspecified, boys, girls, 0)
    cells = {it: cell(number) for it, number in zip(Column, columns, strict=True)}
    found = [it for it in cells.values() if it.value is not None]
    whole = shown(
        Count(
            sum(it.value or 0 for it in found),
            any(it.kind is CellKind.AT_LEAST for it in found),
        )
    )
    return ReleasedLine(
        kind=kind,
        code=code,
        key=key_of(kind, code),
        depth=depth,
        cells=cells,
        total=whole if total is None else cell(total),
    )


def whole(men: Number = 0, women: Number = 0, **more: Number) -> ReleasedLine:
    return line("", men, women, kind=LineKind.TOTAL, **more)  # type: ignore[arg-type]  # as given


def source(
    *lines: ReleasedLine,
    regions: Sequence[str] = (),
    places: Mapping[str, Sequence[str]] | None = None,
    doubts: Mapping[str, Range] | None = None,
    published: Sequence[tuple[str, Count]] = (),
) -> Source:
    by_region = [line(it, 1) for it in regions]

    def found(_measure: Measure, dimension: Dimension) -> list[ReleasedLine]:
        return by_region if dimension is Dimension.REGION else [*lines]

    return Source(
        lines=found,
        names=NAMES,
        ranges=lambda _measure, key: (doubts or {}).get(key),
        places=places or {},
        published=published,
    )
