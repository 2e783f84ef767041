"""What may be done with accounts, by subject."""

from lms.accounts.services.passwords import change_password
from lms.accounts.services.signing_in import sign_in
from lms.accounts.services.users import (
    Profile,
    create_user,
    edit_user,
    set_active,
    set_password,
)

__all__ = [
    "Profile",
    "change_password",
    "create_user",
    "edit_user",
    "set_active",
    "set_password",
    "sign_in",
]
