"""The whole chain in a browser: from an empty database to figures that can be proved."""

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.steps import (
    accounts,
    attendance,
    certificates,
    courses,
    figures,
    quiz,
    sessions,
)
from tests.browser.steps.accounts import ADMINISTRATOR, Colleague, member
from tests.browser.steps.courses import WrittenCourse, WrittenModule, WrittenQuestion
from tests.browser.steps.sessions import Newcomer, Slip
from tests.browser.visitor import PHONE, House, Pair, Visitor
from tests.house import ROOT

LIST = ROOT / "tests" / "data" / "gao-2014-03-forces.csv"
IN_THE_LIST, TRAINED_OF_THE_LIST = 46, 35
"""As many came to all three days; three quarters of the days are asked for."""

ARMY: Pair = ("Forces armées maliennes", "Malian armed forces")
CIVIL_SOCIETY: Pair = ("Société civile", "Civil society")
SUBGROUP: Pair = ("Sous-groupe Protection de l", "Child Protection sub-group")

TRAINER = Colleague("Yacouba Arby", "trainer@example.org", "Trainer", ("Gao",))
HEAD = Colleague("Salimata Berthé", "head@example.org", "Unit head")
BINTOU = Newcomer("SANOGO", "Bintou", "Female", ARMY, "Sgt")
COURSE = WrittenCourse(
    code="FDS-2J",
    title=("Les enfants dans le conflit armé", "Children in armed conflict"),
    first_day="2013-07-01",
    modules=(
        WrittenModule(
            ("Qui est un enfant ?", "Who is a child?"),
            180,
            ("## La règle\n\n**Moins de 18 ans.**", "## The rule\n\n**Under 18.**"),
        ),
        WrittenModule(
            ("Les six violations", "The six violations"),
            540,
            ("- recrutement\n- enlèvement", "- recruitment\n- abduction"),
        ),
    ),
    questions=(
        WrittenQuestion(
            ("À quel âge finit l’enfance ?", "At what age does childhood end?"),
            (("À 15 ans", "At 15"), ("À 18 ans", "At 18")),
            (1,),
        ),
        WrittenQuestion(
            ("Lesquelles sont des violations graves ?", "Which are grave violations?"),
            (
                ("L’enlèvement", "Abduction"),
                ("Le recrutement", "Recruitment"),
                ("La chasse", "Hunting"),
            ),
            (0, 1),
        ),
    ),
)


def test_a_mission_goes_from_an_empty_database_to_proven_figures(
    new_house: House, tmp_path: Path
) -> None:
    administrator = member(new_house, ADMINISTRATOR)
    for colleague in (TRAINER, HEAD):
        accounts.open_account(administrator, colleague)
    trainer, head = member(new_house, TRAINER.email), member(new_house, HEAD.email)
    courses.draft(trainer, COURSE)
    courses.publish(head, COURSE)
    session = sessions.plan(
        trainer, course=_title(trainer), first="2014-03-12", last="2014-03-15", with_=HEAD.name
    )
    _bring_people_in(trainer, session)
    slip = sessions.slip_of(trainer, session, "SANOGO Bintou", tmp_path / "code.png")
    _call_the_roll(new_house, session)
    sessions.count_heads(trainer, session, category=CIVIL_SOCIETY, men=12, women=8)
    _take_the_quiz(new_house, slip)
    _close(trainer, session)
    certificates.issue(trainer, session, TRAINED_OF_THE_LIST + 1)
    certificates.take_along(trainer, session, "SANOGO Bintou", tmp_path / "paper.pdf")
    _verify(new_house, tmp_path / "paper.pdf")
    _train_one_of_them_elsewhere(trainer, tmp_path / "again.csv")
    _read_the_figures(head)


def _title(visitor: Visitor) -> str:
    return visitor.words.said(COURSE.title)


def _bring_people_in(trainer: Visitor, session: str) -> None:
    """Add one by hand, the others by their list, in which the last day does not stand."""
    sessions.add(trainer, session, BINTOU)
    sessions.read_list(trainer, session, LIST, category=ARMY)
    trainer.reads("Say which column belongs to which slot.")
    sessions.say_columns(trainer, {1: "J1", 2: "J2", 3: "J3"})
    sessions.record_list(trainer, IN_THE_LIST)


def _call_the_roll(house: House, session: str) -> None:
    """Mark the one who stands in no list: each touch kept by a script, then by the form alone."""
    name, everyone = "SANOGO Bintou", IN_THE_LIST + 1
    with_script = member(house, TRAINER.email, size=PHONE)
    for day in (1, 2):
        attendance.call_roll(with_script, session, day)
        attendance.touch(with_script, name)
        # The list leaves one blank on each of these days.
        attendance.called(with_script, everyone - 1, everyone)
    without = member(house, TRAINER.email, size=PHONE, scripts=False)
    attendance.call_roll(without, session, 3)
    attendance.touch(without, name)
    without.press("End the roll call")
    without.sees(without.words.count("%(num)s mark saved.", "%(num)s marks saved.", 1))
    attendance.call_roll(without, session, 1)
    assert attendance.is_present(without, name)


def _take_the_quiz(house: House, slip: Slip) -> None:
    """Answer on a small phone without scripts, go back, correct, and hand in."""
    first, second = COURSE.questions
    participant = house.visitor(size=PHONE, scripts=False)
    quiz.enter(participant, slip)
    quiz.begin(participant)
    quiz.stands_at(participant, 1, 2)
    quiz.answer(participant, participant.words.said(first.choices[0]))
    quiz.stands_at(participant, 2, 2)
    quiz.answer(participant, then="Previous")
    quiz.answer(participant, participant.words.said(first.choices[1]))
    right = [participant.words.said(second.choices[it]) for it in second.right]
    quiz.answer(participant, *right, then="Review my answers")
    participant.reads("Every question has an answer.")
    quiz.hand_in(participant, 2)
    participant.reads("Passed", "of a woman")
    quiz.give_back(participant)


def _close(trainer: Visitor, session: str) -> None:
    """Be told of the day nobody was marked on, say it was not held, and close."""
    trainer.open(session)
    trainer.press("Close the session…")
    day = trainer.words("Day %(number)s", number=4)
    trainer.reads(
        "%(slot)s has no mark at all. Mark who was there, or say that it was not held.", slot=day
    )
    expect(
        trainer.page.get_by_role("button", name=trainer.words("Close the session"))
    ).to_have_count(0)
    trainer.press("Say it was not held")
    sessions.close(trainer, session)


def _verify(house: House, file: Path) -> None:
    """Read the paper, follow its code as a stranger, and find that it holds."""
    stranger = house.visitor()
    text = certificates.text_of(file)
    for title in COURSE.title:
        assert title in text
    address = certificates.address_on(file)
    assert address.startswith(f"{house.address}/verify/")
    stranger.open(address.removeprefix(house.address))
    stranger.reads("Valid certificate")
    stranger.sees("Bintou SANOGO")


def _train_one_of_them_elsewhere(trainer: Visitor, file: Path) -> None:
    """Train one of the soldiers once more as a member of the sub-group, with a newcomer."""
    file.write_text(
        "Nom;Prénom;Matricule;Sexe;J1\nAG MOHAMED;Amadou;51/7740;M;P\nMAÏGA;Fanta;;F;P\n",
        encoding="utf-8",
    )
    session = sessions.plan(trainer, course=_title(trainer), first="2014-04-01", last="2014-04-01")
    sessions.read_list(trainer, session, file, category=SUBGROUP)
    sessions.record_list(trainer, 2)
    sessions.close(trainer, session)


def _read_the_figures(head: Visitor) -> None:
    """Find every number as it was recorded, and all of them again in the files."""
    overlap, total = head.words("Overlap between categories"), head.words("Distinct persons")
    figures.open_figures(head)
    lines = figures.lines(head)
    assert lines[0][1] == [27, 9, 0, 0, 0, 36]
    assert lines[-3:] == [
        (lines[-3][0], [1, 1, 0, 0, 0, 2]),
        (overlap, [-1, 0, 0, 0, 0, -1]),
        (total, [27, 10, 0, 0, 0, 37]),
    ]
    assert figures.headcounts(head)[0][1] == [12, 8, 0, 0, 0, 20]
    figures.open_exports(head)
    assert figures.lines_of_workbook(head) == lines
    assert figures.lines_of_csv(head) == lines
    _follow_one_number(head, overlap)
    _read_it_in_the_other_language(head)


def _follow_one_number(head: Visitor, overlap: str) -> None:
    """Go from the overlap to the one person in it, and to the two sessions he came to."""
    figures.follow_figure(head, overlap)
    head.sees("AG MOHAMED Amadou")
    rows = head.page.get_by_role("row").filter(has_text="AG MOHAMED Amadou")
    expect(rows).to_have_count(2)
    rows.first.get_by_role("cell").get_by_role("link").click()
    head.reads("Closed", "state of a session")


def _read_it_in_the_other_language(head: Visitor) -> None:
    """Change the language of a period that was chosen, and stay at it."""
    head.open("/figures/?from=2014-03-01&to=2014-03-31")
    accounts.read_in(head, "en" if head.words.locale == "fr" else "fr")
    head.sees("2014")
