"""Who there is: persons of each audience, with a service number where the audience has one."""

from collections.abc import Mapping
from random import Random

from lms.demo.plan import names
from lms.demo.plan.targets import BOYS, GIRLS, Audience
from lms.demo.plan.values import PlannedPerson
from lms.people.kinds import Sex

# As typed on the sheets, the commonest more often.
RANKS = {
    "malian-army": "2e Cl,1re Cl,Cpl,Cpl,C/C,Sgt,Sgt,S/C,Adj,A/C,S/Lt,Lt,Cne,Cdt",
    "malian-gendarmerie": "Gendarme,Gendarme,MDL,MDL,MDC,Adj,A/C,Lt,Cne",
    "malian-guard": "Garde,Garde,Cpl,MDL,MDC,Adj,Lt,Cne",
    "malian-police": "Gardien,Gardien,Sgt,S/C,Adj,Insp,Lt,Cne",
    "malian-forces": "Cpl,Sgt,Adj,Lt",
    "mission-military": "2e Cl,Cpl,Cpl,Sgt,Sgt,S/C,Adj,Lt,Cne,Cdt,Lt-Col",
    "mission-police": "Sgt,Adj,Insp,Lt,Cne,Cdt",
}

UNITS = {
    "malian-army": "1re compagnie,2e compagnie,3e compagnie,Compagnie de commandement",
    "malian-gendarmerie": "Brigade territoriale,Peloton mobile,Groupement",
    "malian-guard": "Groupement de la garde,Peloton de la garde",
    "malian-police": "Commissariat,Brigade de protection des mineurs",
    "mission-military": "Contingent A,Contingent B,Contingent C,Observateurs,État-major",
    "mission-police": "Police hors unité constituée,Unité de police constituée 1"
    ",Unité de police constituée 2",
    "mission-civilian": "Affaires civiles,Justice,Appui à la Mission,Information",
    "partners-un": "Programme,Terrain",
    "partners-ingo": "Programme,Terrain",
    "partners-other": "Programme",
}


class Cast:
    """Makes persons one after the other; no two have the same key or service number."""

    def __init__(self, rng: Random) -> None:
        self.persons: list[PlannedPerson] = []
        self._rng = rng
        # Each number once: drawn without going back.
        self._numbers = iter(rng.sample(range(20_000, 990_000), 12_000))

    def person(self, category: str, sex: Sex, *, birth_year: int | None) -> PlannedPerson:
        """Invent one person of a category."""
        rng = self._rng
        made = PlannedPerson(
            key=len(self.persons) + 1,
            surname=names.surname(sex, rng),
            given_names=names.given_names(sex, rng),
            sex=sex,
            category=category,
            birth_year=birth_year,
            service_number=self._number(category),
            rank=_one_of(RANKS, category, rng),
            unit=_one_of(UNITS, category, rng),
        )
        self.persons.append(made)
        return made

    def adults(self, audience: Audience, many: int) -> list[PlannedPerson]:
        """Invent ``many`` adults over the categories of an audience."""
        rng = self._rng
        categories = rng.choices(
            list(audience.shares), weights=list(audience.shares.values()), k=many
        )
        return [
            self.person(category, self._sex(audience.women), birth_year=rng.randint(1958, 1992))
            for category in categories
        ]

    def members_of_parliament(self) -> list[PlannedPerson]:
        """Invent the children, 12 to 16 years old in 2014; nothing but a year is known."""
        rng = self._rng
        sexes = [Sex.MALE] * BOYS + [Sex.FEMALE] * GIRLS
        rng.shuffle(sexes)
        return [
            self.person("childrens-parliament", sex, birth_year=2014 - rng.randint(12, 16))
            for sex in sexes
        ]

    def _sex(self, women: int) -> Sex:
        return Sex.FEMALE if self._rng.randrange(100) < women else Sex.MALE

    def _number(self, category: str) -> str | None:
        number = next(self._numbers)
        match category.partition("-")[0]:
            case "mission":
                return f"{number:06d}"
            case "malian":
                return f"{number // 10_000:02d}/{number % 10_000:04d}"
            case _:
                return None


def _one_of(choices: Mapping[str, str], category: str, rng: Random) -> str | None:
    listed = choices.get(category)
    return rng.choice(listed.split(",")) if listed else None
