"""Build step of the wheel: what lives beside the package in the sources goes into it."""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

BESIDE = ("migrations", "translations")


class BuildWhole(build_py):
    """Compile the catalogues, then build the package with its catalogues and migrations."""

    def run(self) -> None:
        """Build."""
        self.run_command("compile_catalog")
        super().run()
        for name in BESIDE:
            target = Path(self.build_lib) / "lms" / name
            unwanted = shutil.ignore_patterns("__pycache__", "*.po")
            shutil.copytree(name, target, dirs_exist_ok=True, ignore=unwanted)


setup(cmdclass={"build_py": BuildWhole})
