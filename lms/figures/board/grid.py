"""Where the regions of Mali lie in a map of tiles, by French name, the same in every release."""

from collections.abc import Collection

Place = tuple[int, int, int]
"""Column, row, and how many columns it takes."""

NINE: dict[str, Place] = {
    "Tombouctou": (1, 0, 2),
    "Kidal": (3, 0, 1),
    "Mopti": (2, 1, 1),
    "Gao": (3, 1, 1),
    "Kayes": (0, 2, 1),
    "Koulikoro": (1, 2, 1),
    "Ségou": (2, 2, 1),
    "Bamako": (1, 3, 1),
    "Sikasso": (2, 3, 1),
}
"""The regions of 2013 to 2015."""
TWENTY: dict[str, Place] = {
    "Taoudénit": (4, 0, 1),
    "Kidal": (5, 0, 1),
    "Tombouctou": (3, 1, 1),
    "Gao": (4, 1, 1),
    "Ménaka": (5, 1, 1),
    "Nioro": (1, 2, 1),
    "Nara": (2, 2, 1),
    "Mopti": (3, 2, 1),
    "Douentza": (4, 2, 1),
    "Kayes": (0, 3, 1),
    "Kita": (1, 3, 1),
    "Koulikoro": (2, 3, 1),
    "Ségou": (3, 3, 1),
    "San": (4, 3, 1),
    "Bandiagara": (5, 3, 1),
    "Bamako": (1, 4, 1),
    "Dioïla": (2, 4, 1),
    "Koutiala": (3, 4, 1),
    "Bougouni": (2, 5, 1),
    "Sikasso": (3, 5, 1),
}
"""The regions since 2023, with those of 2016."""


def grid(counted: Collection[str]) -> dict[str, Place]:
    """Return the smaller map that holds every region in which somebody is counted."""
    return NINE if NINE.keys() >= set(counted) & TWENTY.keys() else TWENTY
