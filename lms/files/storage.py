"""Files on disk, each under the digest of its content; no database."""

import hashlib
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

PREFIX = 2
"""Letters of the digest that name the folder, so that none grows too large."""


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of the content, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def put(folder: Path, content: bytes) -> str:
    """Write the content under ``folder`` and return its digest; twice leaves one file.

    A reader sees the whole file or none, whatever stops the writing.
    """
    digest = digest_of(content)
    path = path_of(folder, digest)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent) as made:
            made.write(content)
            made.flush()
            with suppress(FileExistsError):  # another process was first, with the same bytes
                path.hardlink_to(made.name)
    return digest


def path_of(folder: Path, digest: str) -> Path:
    """Return where the content of that digest stands."""
    return folder / digest[:PREFIX] / digest
