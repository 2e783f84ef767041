"""Writing the modules of a draft; their positions count from 1 without a hole."""

from dataclasses import asdict

from lms.accounts import audit
from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.courses import queries
from lms.courses.models import CourseVersion, Module
from lms.courses.values import ModuleText
from lms.errors import NotFound, StaleEdit
from lms.extensions import db


def save_module(
    *,
    course_version: CourseVersion,
    text: ModuleText,
    module_id: int | None = None,
    revision: int | None = None,
    actor: Actor,
) -> Module:
    """Add a module at the end of a draft, or replace the text of the one named.

    ``revision`` is the one at which the named module was read. Raises ``NotADraft`` once the
    version is published, ``StaleEdit`` when somebody saved the module meanwhile, and
    ``NotFound`` when somebody removed it.
    """
    require(actor, "module:save", Role.TRAINER, Role.UNIT_HEAD, system=True)
    draft = queries.locked_draft(course_version.id)
    if module_id is None:
        module = Module(position=len(draft.modules) + 1, **asdict(text))
        draft.modules.append(module)
    else:
        module = _module(draft, module_id)
        if module.revision != revision:
            raise StaleEdit(f"module:{module_id}")
        for name, value in asdict(text).items():
            setattr(module, name, value)
        module.revision += 1
    db.session.flush()  # the trail needs the id
    audit.record("module:save", f"module:{module.id}", actor=actor)
    return module


def move_module(*, module: Module, up: bool, actor: Actor) -> None:
    """Let a module of a draft change places with the one before it, or after it.

    The first cannot go up nor the last down: nothing happens then. Raises ``NotADraft``, and
    ``NotFound`` when somebody removed the module meanwhile.
    """
    require(actor, "module:move", Role.TRAINER, Role.UNIT_HEAD, system=True)
    draft = queries.locked_draft(module.course_version_id)
    module = _module(draft, module.id)
    neighbours = {other.position: other for other in draft.modules}
    other = neighbours.get(module.position + (-1 if up else 1))
    if other is None:
        return
    module.position, other.position = other.position, module.position
    db.session.flush()  # the list is read again in its new order
    db.session.expire(draft, ["modules"])
    audit.record("module:move", f"module:{module.id}", actor=actor)


def remove_module(*, module: Module, actor: Actor) -> None:
    """Take a module out of a draft and close the gap.

    Raises ``NotADraft``, and ``NotFound`` when somebody removed it first.
    """
    require(actor, "module:remove", Role.TRAINER, Role.UNIT_HEAD, system=True)
    draft = queries.locked_draft(module.course_version_id)
    module = _module(draft, module.id)
    audit.record("module:remove", f"module:{module.id}", actor=actor)
    for other in draft.modules:
        if other.position > module.position:
            other.position -= 1
    db.session.delete(module)
    db.session.flush()  # the list is read again without it
    db.session.expire(draft, ["modules"])


def _module(draft: CourseVersion, module_id: int) -> Module:
    for module in draft.modules:
        if module.id == module_id:
            return module
    raise NotFound(f"module:{module_id}")
