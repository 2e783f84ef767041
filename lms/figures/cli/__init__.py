"""The command that prints totals."""

from lms.figures.cli.command import figures

__all__ = ["figures"]
