"""Does dev.py do its own work, and explain itself where it cannot?"""

from __future__ import annotations

import ast
import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from citecheck.problems import HINTS

import dev

ROOT = Path(__file__).resolve().parent.parent
ON_POSIX = pytest.mark.skipif(os.name == "nt", reason="stands in for programs with shell scripts")


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder of its own, with requirements, and with nothing installed."""
    for name in ("requirements.txt", "requirements-test.txt"):
        (tmp_path / name).write_text(f"# {name}\n", encoding="utf-8")
    monkeypatch.setattr(dev, "ROOT", str(tmp_path))
    monkeypatch.setattr(dev, "VENV", str(tmp_path / ".venv"))
    return tmp_path


def script(path: Path, *lines: str) -> Path:
    """A program that stands in for another."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(("#!/bin/sh", *lines, "")), encoding="utf-8")
    path.chmod(0o755)
    return path


def install_nothing(house: Path) -> Path:
    """A .venv that is up to date, whose Python writes down how it was called."""
    calls = house / "calls"
    script(house / ".venv/bin/python", f'echo "$NO_MKDOCS_2_WARNING $PYTHONUTF8 $PYTHONPATH | $*" >> {calls}')
    for name in dev.SETS:
        Path(dev.stamp(name)).write_text(dev.digest(name), encoding="utf-8")
    calls.touch()
    return calls


# ---------------------------------------------------------------- what it runs on


def test_an_old_python_can_read_the_file_and_is_told_which_is_needed() -> None:
    ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 6))
    pretend = "import sys; sys.version_info = (3, 9, 1); import dev; sys.exit(dev.main(['build']))"
    done = subprocess.run([sys.executable, "-c", pretend], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert "it needs Python 3.11.2 or later" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_version_it_asks_for_is_the_one_that_the_project_asks_for() -> None:
    needed = ".".join(map(str, dev.NEEDED))
    assert f'requires-python = ">={needed}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_it_uses_the_standard_library_only() -> None:
    tree = ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"))
    names = {
        name.name.partition(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names
    }
    assert names <= sys.stdlib_module_names
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt"])
def test_requirements_are_pinned_with_hashes_and_name_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = [entry for entry in re.split(r"\n(?=\S)", text) if not entry.startswith("#")]
    assert entries
    for entry in entries:
        assert re.match(r"[\w.\[\]-]+==\S+", entry), entry
        assert "--hash=sha256:" in entry, entry
    assert "://" not in text


# ---------------------------------------------------------------- commands


@pytest.mark.parametrize(("arguments", "status"), [([], 2), (["--help"], 0), (["bild"], 2)])
def test_it_says_what_it_can_do(arguments: list[str], status: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(arguments) == status
    said = "".join(capsys.readouterr())
    assert all(command in said for command in dev.COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ([], False),
        (["--format", "json"], False),
        (["--format=json", "--today", "2026-12-01"], False),
        (["site"], True),
        (["--format", "json", "site"], True),
        (["--format=json", "site/index.html"], True),
    ],
)
def test_check_tells_a_path_from_an_options_value(arguments: list[str], named: bool) -> None:
    assert dev.names_a_path(arguments) is named


@ON_POSIX
def test_check_builds_first_when_no_path_is_given(house: Path) -> None:
    calls = install_nothing(house)
    assert dev.main(["check", "--format", "json"]) == 0
    built, checked = calls.read_text(encoding="utf-8").splitlines()
    assert re.fullmatch(r"1 1 .*\| -m mkdocs build --strict", built)
    assert checked == f"1 1 {house}/hooks | -m citecheck check --format json {house}/site"


@ON_POSIX
def test_check_takes_a_path_from_where_the_person_is(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = install_nothing(house)
    (house / "elsewhere/finished").mkdir(parents=True)
    monkeypatch.chdir(house / "elsewhere")
    assert dev.main(["check", "finished"]) == 0
    assert calls.read_text(encoding="utf-8").endswith(f"-m citecheck check {house}/elsewhere/finished\n")


@ON_POSIX
def test_the_first_failure_ends_the_tests_with_its_status(house: Path) -> None:
    calls = install_nothing(house)
    script(house / ".venv/bin/python", f'echo "$*" >> {calls}', 'case "$*" in *format*) exit 7;; esac')
    assert dev.main(["test"]) == 7
    assert calls.read_text(encoding="utf-8").splitlines() == ["-m ruff check", "-m ruff format --check"]


@ON_POSIX
def test_tests_get_the_browser_and_the_arguments(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = install_nothing(house)
    script(house / ".venv/bin/python", f'echo "$CHROMIUM $*" >> {calls}')
    browser = script(house / "my browser")
    monkeypatch.setenv("CHROMIUM", str(browser))
    assert dev.main(["test", "-k", "words"]) == 0
    assert calls.read_text(encoding="utf-8").splitlines()[-1] == f"{browser} -m pytest -k words"


def test_serve_explains_a_port_in_use(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert dev.main(["serve", "--port", str(port)]) == 1
    said = capsys.readouterr().err
    assert f"port {port} cannot be used" in said
    assert "python3 dev.py serve --port 8000" in said


@ON_POSIX
def test_ctrl_c_ends_serve_quietly(house: Path) -> None:
    install_nothing(house)
    script(house / ".venv/bin/python", "echo serving", "exec sleep 60")
    pretend = (
        f"import dev, sys; dev.ROOT = {str(house)!r}; dev.VENV = dev.ROOT + '/.venv'; sys.exit(dev.main(sys.argv[1:]))"
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    running = subprocess.Popen(
        [sys.executable, "-c", pretend, "serve", "--port", port],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    assert running.stdout is not None
    assert running.stdout.readline() == "serving\n"
    os.killpg(running.pid, signal.SIGINT)  # as a terminal does: to all that run in it
    _, said = running.communicate(timeout=30)
    assert running.returncode == 0
    assert "Traceback" not in said


# ---------------------------------------------------------------- .venv


@ON_POSIX
def test_the_test_set_includes_the_site_set_and_nothing_is_installed_twice(house: Path) -> None:
    calls = install_nothing(house)
    for name in dev.SETS:
        Path(dev.stamp(name)).unlink()
    (house / ".venv/pyvenv.cfg").write_text(f"version = {sys.version.split()[0]}\n", encoding="utf-8")
    dev.install("test")
    dev.install("site")
    dev.install("test")
    installed = [line for line in calls.read_text(encoding="utf-8").splitlines() if "pip install" in line]
    assert len(installed) == 1
    assert installed[0].endswith("--require-hashes -r requirements-test.txt")


@pytest.mark.parametrize(
    ("changed", "site", "test"), [("requirements.txt", False, False), ("requirements-test.txt", True, False)]
)
@ON_POSIX
def test_a_changed_requirements_file_is_installed_again(house: Path, changed: str, site: bool, test: bool) -> None:
    install_nothing(house)
    assert dev.is_installed("site") and dev.is_installed("test")
    (house / changed).write_text("# another\n", encoding="utf-8")
    assert (dev.is_installed("site"), dev.is_installed("test")) == (site, test)


@pytest.mark.parametrize("made_by", ["version = 3.2.1", "version_info = 2.7.18", "", None])
def test_a_venv_of_another_python_is_not_sound(house: Path, made_by: str | None) -> None:
    if made_by is not None:
        (house / ".venv").mkdir()
        (house / ".venv/pyvenv.cfg").write_text(made_by, encoding="utf-8")
    assert not dev.venv_is_sound()


def test_it_names_the_debian_package_where_python_has_no_venv(
    house: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda name: None if name == "ensurepip" else object())
    assert dev.main(["build"]) == 1
    assert "sudo apt install python3-venv" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "said"),
    [
        ("Failed to establish a new connection: NewConnectionError", "the first run needs a network"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "pip could not install the packages"),
    ],
)
@ON_POSIX
def test_it_tells_a_missing_network_from_other_trouble(
    error: str, said: str, house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script(house / ".venv/bin/python", 'case "$*" in *install*)', f'echo "{error}" >&2; exit 3;;', "esac")
    (house / ".venv/pyvenv.cfg").write_text(f"version = {sys.version.split()[0]}\n", encoding="utf-8")
    assert dev.main(["build"]) == 3
    printed = capsys.readouterr().err
    assert error in printed
    assert said in printed.lower()
    assert not dev.is_installed("site")


# ---------------------------------------------------------------- a browser


@ON_POSIX
def test_a_browser_that_does_not_start_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script(tmp_path / "chromium", "exit 1")
    good = script(tmp_path / "google-chrome", "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(dev.sys, "platform", "linux")
    assert dev.installed_chromium() == str(good)


def test_a_browser_that_is_named_must_be_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/no/such/browser")
    with pytest.raises(dev.Stop, match="/no/such/browser"):
        dev.chromium()


@ON_POSIX
def test_it_says_how_to_get_a_browser(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = install_nothing(house)
    script(house / ".venv/bin/python", f'echo "$*" >> {calls}')
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(dev, "installed_chromium", lambda: "")
    monkeypatch.setattr(dev, "is_debian_root", lambda: False)
    with pytest.raises(dev.Stop, match="apt install chromium"):
        dev.chromium()
    assert "-m playwright install chromium" in calls.read_text(encoding="utf-8")


# ---------------------------------------------------------------- README


def test_the_readme_explains_every_rule_and_no_other() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    table = readme.partition("## What the check says")[2].partition("\n## ")[0]
    assert sorted(re.findall(r"^\| `([a-z-]+)` \|", table, re.MULTILINE)) == sorted(HINTS)
