from lms.accounts.tokens.errors import OutOfScope
from lms.accounts.tokens.kinds import Scope


def test_the_error_says_which_scope_is_missing() -> None:
    assert OutOfScope(Scope.FACTS).scope is Scope.FACTS
