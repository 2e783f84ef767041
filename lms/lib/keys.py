"""Signing what must be proved later to come from here: Ed25519, one private key in a file."""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

READ_BY_OWNER = 0o600


@dataclass(frozen=True, slots=True)
class Key:
    """A private key; its public half is told to whoever wants to verify."""

    private: Ed25519PrivateKey

    @classmethod
    def kept_at(cls, path: Path) -> Self:
        """Return the key kept at ``path``, made by whichever process asks first.

        A reader sees the whole file or none. Raises ``ValueError`` for a file that holds no key.
        """
        if not path.exists():
            _make(path)
        return cls(Ed25519PrivateKey.from_private_bytes(bytes.fromhex(path.read_text().strip())))

    @property
    def public(self) -> str:
        """The public half, in hexadecimal."""
        return self.private.public_key().public_bytes_raw().hex()

    def sign(self, content: bytes) -> str:
        """Return the signature of ``content``, in hexadecimal; the same each time."""
        return self.private.sign(content).hex()


def verifies(content: bytes, *, signature: str, public: str) -> bool:
    """Tell whether the private half of ``public`` signed ``content``; nonsense did not."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
        key.verify(bytes.fromhex(signature), content)
    except (InvalidSignature, ValueError):
        return False
    return True


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("w", dir=path.parent) as made:  # readable by its owner alone
        made.write(Ed25519PrivateKey.generate().private_bytes_raw().hex())
        made.flush()
        os.fchmod(made.fileno(), READ_BY_OWNER)
        with suppress(FileExistsError):  # another process was first: its key stands
            path.hardlink_to(made.name)
