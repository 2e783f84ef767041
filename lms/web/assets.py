"""Static files, under an address that changes with their content, so that browsers keep them."""

from hashlib import sha256
from pathlib import Path

from flask import Flask
from whitenoise import WhiteNoise

from lms.web.compression import Compressed

FOLDER = Path(__file__).parent / "static"
YEAR = 365 * 24 * 60 * 60


def address(folder: Path = FOLDER) -> str:
    """Return where ``folder`` is served: one changed byte of one file, another address."""
    digest = sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(path.read_bytes())
    return f"/static/{digest.hexdigest()[:12]}"


def serve(app: Flask) -> None:
    """Serve the static files before Flask is asked, and compress whatever either answers."""
    files = WhiteNoise(
        app.wsgi_app,
        root=FOLDER,
        prefix=app.static_url_path,
        max_age=YEAR,
        allow_all_origins=False,
        immutable_file_test=lambda _path, _url: True,
    )
    app.wsgi_app = Compressed(files)  # type: ignore[method-assign]  # how WSGI is wrapped
