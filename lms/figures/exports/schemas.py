"""Where the forms of our JSON documents are published, for whoever reads one."""

from flask import current_app

KEY = "$schema"
"""The key by which a document names its form."""
FIGURES, REPORT = "figures", "report"


def address(name: str) -> str:
    """Return where the form of that name is read; a file made by a command says it too."""
    return f"{current_app.config['BASE_URL']}/api/v1/schemas/{name}.json"
