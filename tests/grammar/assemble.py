"""Assembles LanguageTool from Maven Central, once: `python tests/grammar/assemble.py` prints the folder of its jars.

The project's own download server is not needed, nor are the 20 languages that no test speaks. The server's language
identifier needs Spanish, Catalan and Portuguese, and dies without them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

VERSION = "6.8"
LANGUAGES = ("en", "zh", "es", "ca", "pt")
PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"
PROJECT = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>replyctl</groupId><artifactId>languagetool-for-tests</artifactId><version>1</version>
  <packaging>pom</packaging>
  <dependencies>{dependencies}
  </dependencies>
</project>
"""
DEPENDENCY = """
    <dependency>
      <groupId>org.languagetool</groupId><artifactId>{name}</artifactId><version>{version}</version>
      <exclusions><exclusion><groupId>org.languagetool</groupId><artifactId>language-all</artifactId></exclusion></exclusions>
    </dependency>"""
MINUTES = 10


class Missing(Exception):
    """What this machine lacks."""


def folder() -> Path:
    """Where the jars are kept from one run to the next."""
    base = os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser()
    return Path(base, "replyctl-tests", f"languagetool-{VERSION}")


def assemble() -> Path:
    """The folder of the jars, filled if it is not there yet. Missing tells why it cannot be."""
    for program in ("java", "mvn"):
        if not shutil.which(program) and (program == "java" or not folder().is_dir()):
            raise Missing(f"LanguageTool needs {program}")
    jars = folder()
    if not jars.is_dir():
        jars.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=jars.parent) as place:
            _download(Path(place))
            if not jars.is_dir():  # another run may have been quicker
                (Path(place) / "jars").rename(jars)
    return jars


def needed() -> Path:
    """The folder, for a test: skipped without one, failed where REPLYCTL_REQUIRE names languagetool."""
    import pytest

    try:
        return assemble()
    except Missing as missing:
        if "languagetool" in os.environ.get("REPLYCTL_REQUIRE", ""):
            pytest.fail(str(missing))
        pytest.skip(str(missing))


def _download(place: Path) -> None:
    names = ("languagetool-server", *(f"language-{code}" for code in LANGUAGES))
    dependencies = "".join(DEPENDENCY.format(name=name, version=VERSION) for name in names)
    (place / "pom.xml").write_text(PROJECT.format(dependencies=dependencies), "utf-8")
    options = ["-DincludeScope=runtime", f"-DoutputDirectory={place / 'jars'}"]
    command = ["mvn", "-B", "-q", "-C", "-f", str(place / "pom.xml"), PLUGIN, *options]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=MINUTES * 60, check=False)
    except subprocess.TimeoutExpired:
        raise Missing("Maven Central does not answer") from None
    if done.returncode:
        raise Missing(f"LanguageTool could not be had from Maven Central: {(done.stdout + done.stderr)[-500:]}")


if __name__ == "__main__":
    print(assemble())
