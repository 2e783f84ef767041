"""A field for a whole number, with one sentence for whatever else is typed."""

from typing import Any

from wtforms import Form, IntegerField
from wtforms.validators import InputRequired, NumberRange, Optional


class WholeNumberField(IntegerField):
    """A number from ``lowest`` to ``highest``; may stay empty if it is ``optional``.

    Letters, nothing at all and a number out of range are told by the same ``sentence``, once.
    """

    def __init__(
        self,
        label: str,
        lowest: int,
        highest: int,
        sentence: str,
        *,
        optional: bool = False,
        **more: Any,  # noqa: ANN401 - what any field takes
    ) -> None:
        first = Optional() if optional else InputRequired(sentence)
        super().__init__(label, [first, NumberRange(lowest, highest, sentence)], **more)
        self.sentence = sentence

    def post_validate(self, form: Form, validation_stopped: bool) -> None:  # noqa: FBT001 - theirs
        """Leave one sentence of several."""
        del form, validation_stopped
        if self.errors:
            self.errors: list[str] = [self.sentence]
