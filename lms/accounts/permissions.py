"""What every service asks first: whether this actor may."""

from lms.accounts.actors import Actor, ActorKind, Role
from lms.errors import NotAllowed

TOKEN_MAKERS = (Role.UNIT_HEAD, Role.ADMINISTRATOR)
"""Who may let a program read in their name; a token never may more than its owner."""


def require(actor: Actor, act: str, *roles: Role, system: bool = False) -> None:
    """Raise ``NotAllowed``, naming ``act``, unless the actor has one of ``roles``.

    ``system`` opens the act to commands and to the sample mission as well.
    """
    if actor.kind is ActorKind.SYSTEM:
        if system:
            return
    elif actor.role in roles:
        return
    raise NotAllowed(act)
