"""Keep the catalogues of messages in step with the sources.

    python -m tools.messages update            extract, update each catalogue, compile
    python -m tools.messages check             say what is not in step; change nothing
    python -m tools.messages compile FILE.po…  write FILE.mo beside each

Messages are English. The English catalogue holds the plurals, which are filled in from their
messages, and the few terms that read better otherwise; new French ones are left empty and
listed, so that a translator sees what to do and `check` fails until it is done.
"""

import io
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
LOCALES = ("fr", "en")
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    **dict.fromkeys(("_", "gettext", "_l", "lazy_gettext")),
    **dict.fromkeys(("ngettext", "lazy_ngettext"), (1, 2)),
    "npgettext": ((1, "c"), 2, 3),
    **dict.fromkeys(("pgettext", "lazy_pgettext", "_lp"), ((1, "c"), 2)),
}
# A catalogue changes when its messages do, not when it was last written.
WHEN = datetime(2026, 1, 1, tzinfo=UTC)


def extract(root: Path = ROOT) -> Catalog:
    """Return what the sources under lms/ say, in the order of files."""
    with (root / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file, "babel.cfg")  # type: ignore[no-untyped-call]  # Babel left it untyped
    found = extract_from_dir(
        root,
        methods,
        options,
        keywords=KEYWORDS,
        comment_tags=["L10N:"],
        strip_comment_tags=False,
        directory_filter=lambda folder: not Path(folder).name.startswith("."),
    )
    catalog = Catalog(domain="messages")
    for file_name, _line, message, comments, context in sorted(found, key=lambda it: it[:2]):
        catalog.add(message, None, [(file_name, 0)], auto_comments=comments, context=context)
    return catalog


def read(locale: str, root: Path = ROOT) -> Catalog:
    """Return the catalogue of a locale, empty if there is none yet."""
    path = root / "translations" / locale / "LC_MESSAGES" / "messages.po"
    if not path.exists():
        return Catalog(locale=locale, domain="messages")
    with path.open("rb") as file:
        return read_po(file, locale=locale, domain="messages")


def texts(message: Message) -> tuple[str, ...]:
    """Return the forms of a message in its language; one of them unless it counts something."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def filled(locale: str, old: Message | None, new: Message) -> str | tuple[str, ...] | None:
    """Return the text of a message in a locale: the old one if any; None leaves the entry out."""
    if old is not None and any(texts(old)):
        return texts(old) if new.pluralizable else texts(old)[0]
    if locale != "en":
        return ("", "") if new.pluralizable else ""
    return tuple(new.id) if new.pluralizable else None


def renew(locale: str, old: Catalog, sources: Catalog) -> Catalog:
    """Return the catalogue with exactly the messages of the sources, texts kept."""
    new = Catalog(
        locale=locale,
        domain="messages",
        project="Kalanso",
        version="1",
        header_comment=f"# Messages of Kalanso: {locale}.",
        creation_date=WHEN,
        revision_date=WHEN,
        last_translator="Kalanso",
        language_team=locale,
        msgid_bugs_address="kalanso@example.org",
        fuzzy=False,
    )
    for message in sources:
        before = old.get(message.id, message.context)
        text = filled(locale, before, message) if message.id else None
        if text is not None:
            places, notes = list(dict.fromkeys(message.locations)), message.auto_comments
            doubts = before.flags & {"fuzzy"} if before else set()
            flags = message.flags | doubts
            new.add(message.id, text, places, flags, notes, context=message.context)
    return new


def as_text(catalog: Catalog) -> bytes:
    """Return the catalogue as it stands in its file."""
    file = io.BytesIO()
    write_po(file, catalog, width=0, ignore_obsolete=True, include_lineno=False)
    return file.getvalue().rstrip(b"\n") + b"\n"


def compile_to(path: Path) -> None:
    """Write the compiled catalogue beside a .po file, whole or not at all."""
    with path.open("rb") as file:
        catalog = read_po(file, locale=path.parents[1].name)
    unfinished = path.with_suffix(".mo.new")
    with unfinished.open("wb") as file:
        write_mo(file, catalog, use_fuzzy=False)
    unfinished.replace(path.with_suffix(".mo"))


def faults(locale: str, catalog: Catalog, renewed: Catalog) -> list[str]:
    """Return a sentence for everything that is not in step or not translated."""
    found = [] if as_text(catalog) == as_text(renewed) else [f"{locale}: run make messages"]
    for message in renewed:
        if message.id and not all(texts(message)):
            found.append(f"{locale}: no text for {message.id!r}")
        if message.id and message.fuzzy:
            found.append(f"{locale}: fuzzy: {message.id!r}")
    return found


def update(root: Path = ROOT) -> list[str]:
    """Write and compile every catalogue; return what is left to translate."""
    sources, left = extract(root), []
    for locale in LOCALES:
        renewed = renew(locale, read(locale, root), sources)
        path = root / "translations" / locale / "LC_MESSAGES" / "messages.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(as_text(renewed))
        compile_to(path)
        left += faults(locale, renewed, renewed)
    return left


def check(root: Path = ROOT) -> list[str]:
    """Return what is not in step or not translated; change nothing."""
    sources, found = extract(root), []
    for locale in LOCALES:
        catalog = read(locale, root)
        found += faults(locale, catalog, renew(locale, catalog, sources))
    return found


ACTS: dict[str, Callable[[], list[str]]] = {"update": update, "check": check}


def compile_all(paths: Iterable[str]) -> None:
    """Write the compiled catalogue beside each .po file."""
    for path in paths:
        compile_to(Path(path))


def main(arguments: Sequence[str]) -> int:
    """Run the command; return its exit status, 1 when something is left to do."""
    act, *paths = arguments or [""]
    if act == "compile" and paths:
        compile_all(paths)
        return 0
    if act not in ACTS:
        print(__doc__, file=sys.stderr)
        return 2
    left = ACTS[act]()
    print("\n".join(left) if left else "The catalogues are complete.")
    return 1 if left and act == "check" else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
