"""What a feature tells or asks the features above it, which it may not import.

A fact is in the past tense; a question ends in ``_asked`` and gathers what its receivers
return. A receiver runs inside the sender's transaction: it may flush, never commit.
"""

from blinker import Signal

training_session_closing_asked = Signal(
    doc="Sender: the ``TrainingSession`` about to close. Receivers return a sequence of"
    " ``lms.sessions.closing.Hint``-like reasons, or nothing."
)
training_session_closed = Signal(
    doc="Sender: the flushed, closed ``TrainingSession``. Keywords ``actor``: the ``Actor``,"
    " ``now``: the instant of closing."
)
training_session_ending = Signal(
    doc="Sender: the ``TrainingSession`` about to close, all questions answered; what is still"
    " open in it is now brought to an end. Keywords ``actor``: the ``Actor``, ``now``: the"
    " instant of closing. Sent before ``training_session_closed``."
)
list_undoing_asked = Signal(
    doc="Sender: the ``ImportedList`` to be taken back. Receivers return a sequence of"
    " ``lms.lists.values.Hold``: what depends on it."
)
course_version_publishing_asked = Signal(
    doc="Sender: the ``CourseVersion`` to be published. Receivers return a list of"
    " ``lms.courses.parity.Gap``: what is still missing."
)
course_version_revised = Signal(
    doc="Sender: the flushed draft ``CourseVersion``. Keywords ``origin``: the published version"
    " it was copied from, ``actor``: the ``Actor``."
)
persons_merging_asked = Signal(
    doc="Sender: the ``Person`` to be merged. Keyword ``survivor``: the record to stand for both."
    " Receivers return a sequence of ``lms.people.values.Objection`` and ``Contradiction``."
)
persons_merged = Signal(
    doc="Sender: the flushed ``Merge``. Keywords ``actor``: the ``Actor``, ``now``: the instant."
)
merge_undone = Signal(
    doc="Sender: the flushed ``Merge`` that no longer holds. Keywords ``actor``: the ``Actor``,"
    " ``now``: the instant."
)
participations_withdrawn = Signal(
    doc="Sender: a closed ``TrainingSession`` from which a list was taken back: participations"
    " withdrawn, marks undone and outcomes judged again, headcounts reduced; all flushed."
    " Keywords ``actor``: the ``Actor``, ``now``: the instant."
)
person_erasing_asked = Signal(
    doc="Sender: the ``Person`` about to be erased. Receivers return a sequence of"
    " ``lms.people.values.Objection``."
)
person_erased = Signal(
    doc="Sender: the flushed ``Person`` of whom nothing is left but a number; sent for each of"
    " their records. Keywords ``actor``: the ``Actor``, ``now``: the instant."
)
