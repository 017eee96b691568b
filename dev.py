#!/usr/bin/env python3
"""One command for everything: it installs what it needs into .venv beside it, then does the job.

    python3 dev.py serve [--port 8000]   show the site at http://127.0.0.1:8000/ and rebuild it at each save
    python3 dev.py build                 build the site into site/; stop at the first page that is not right
    python3 dev.py check [PATH...]       check the statistics of a finished site (none named: build, then check site/)
    python3 dev.py test [PYTEST...]      everything that must pass: ruff, mypy, and all tests, in a real browser too
    python3 dev.py bench                 what the check costs: a table of ratios, in a few minutes
    python3 dev.py lock [--upgrade]      write requirements*.txt anew from pyproject.toml

It needs Python 3.11.2 or later and nothing else. The first run downloads packages; later runs need no network.
"""
# Standard library only. The whole file must parse on Python 3.6, or an old Python would show a syntax error
# where it should show which version is needed: no newer syntax, not even in functions that it never reaches.

import argparse
import contextlib
import hashlib
import importlib.util
import os
import platform
import re
import shutil
import signal
import socket
import subprocess
import sys

NEEDED = (3, 11, 2)
"""The Python of Debian 12. requirements*.txt are resolved for every version from here up."""

ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
SETS = {"site": ["requirements.txt"], "test": ["requirements.txt", "requirements-test.txt"]}
"""What each set is made from. The last file of a list holds all of the set; `test` includes `site`."""

UV = "uv==0.13.9"
"""Resolves versions for `lock`. Pinned, for another version may order or word the files anew."""

NO_NETWORK = re.compile(r"NewConnectionError|NameResolutionError|name resolution|getaddrinfo|Network is unreachable"
                        r"|ConnectTimeout|ProxyError|No matching distribution found")  # fmt: skip


class Stop(Exception):
    """The job cannot go on: a message for the person, and the exit status."""

    def __init__(self, message: str, status: int = 1) -> None:
        super().__init__(message)
        self.status = status


def say(text: str) -> None:
    """Tell what is going on. On standard error: standard output belongs to the tool that is run."""
    print("dev.py: " + text, file=sys.stderr, flush=True)


# ---------------------------------------------------------------- running things


def surroundings(**extra: str) -> "dict[str, str]":
    """The environment of every tool: UTF-8 everywhere, and without the theme's notice about MkDocs 2."""
    return {**os.environ, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", **extra}


def run(command: "list[str]", **extra: str) -> int:
    """Run a tool in the project's folder and give its exit status. After Ctrl-C the tool ends in its own time."""
    process = subprocess.Popen(command, cwd=ROOT, env=surroundings(**extra))
    interrupted = False
    try:
        while True:
            try:
                status = process.wait()
                break
            except KeyboardInterrupt:
                interrupted = True
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait()
    if interrupted:
        raise KeyboardInterrupt
    return status if status >= 0 else 128 - status


def must(command: "list[str]", **extra: str) -> None:
    """Run a tool that has to succeed. It has said itself what is wrong."""
    status = run(command, **extra)
    if status:
        raise Stop("", status)


# ---------------------------------------------------------------- .venv


def venv_python() -> str:
    """The Python inside .venv."""
    return os.path.join(VENV, "Scripts", "python.exe") if os.name == "nt" else os.path.join(VENV, "bin", "python")


def venv_is_sound() -> bool:
    """Whether .venv is whole and made by this version of Python."""
    try:
        with open(os.path.join(VENV, "pyvenv.cfg"), encoding="utf-8") as file:
            made_by = re.search(r"^version(?:_info)?\s*=\s*(\d+)\.(\d+)", file.read(), re.MULTILINE)
        has_pip = subprocess.run([venv_python(), "-c", "import pip"], stderr=subprocess.DEVNULL, check=False)
    except OSError:
        return False
    same_python = made_by is not None and made_by.groups() == platform.python_version_tuple()[:2]
    return same_python and not has_pip.returncode


def make_venv() -> None:
    """Make .venv, or say which part of Python is missing."""
    for module in ("venv", "ensurepip"):
        if importlib.util.find_spec(module) is None:
            raise Stop(f"this Python has no {module} module. On Debian and Ubuntu: sudo apt install python3-venv")
    say("making .venv")
    if run([sys.executable, "-m", "venv", "--clear", VENV]):
        raise Stop("could not make .venv. On Debian and Ubuntu: sudo apt install python3-venv")


def digest(name: str) -> str:
    """What a set of packages is made from: the Python and the bytes of its requirements files."""
    sum_ = hashlib.sha256(platform.python_version().encode())
    for file_name in SETS[name]:
        with open(os.path.join(ROOT, file_name), "rb") as file:
            sum_.update(file.read())
    return sum_.hexdigest()


def stamp(name: str) -> str:
    """The file that tells that a set of packages is installed."""
    return os.path.join(VENV, "installed-" + name)


def is_installed(name: str) -> bool:
    """Whether .venv holds the packages as the requirements files say today."""
    try:
        with open(stamp(name), encoding="utf-8") as file:
            return file.read() == digest(name)
    except OSError:
        return False


def pip(arguments: "list[str]") -> None:
    """Install into .venv, and tell a missing network from other trouble."""
    command = [venv_python(), "-m", "pip", "install", "--quiet", "--no-input", "--retries", "2", *arguments]
    # PIP_USER: a person's own setting to install beside the system's Python makes no sense in .venv, and fails there.
    environment = surroundings(PIP_USER="0", PIP_DISABLE_PIP_VERSION_CHECK="1")
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, encoding="utf-8", errors="replace", check=False
    )
    if done.returncode:
        sys.stderr.write(done.stderr)
        if NO_NETWORK.search(done.stderr):
            raise Stop(
                "the packages could not be downloaded. The first run needs a network (and pip's proxy or index "
                "settings, if yours is behind one); run this again once there is one",
                done.returncode,
            )
        raise Stop("pip could not install the packages: see above", done.returncode)


def install(name: str) -> None:
    """Have the packages of a set in .venv, each of exactly the version and bytes that its hash says."""
    if is_installed(name) and os.path.exists(venv_python()):
        return
    if not venv_is_sound():
        make_venv()
    file_name = SETS[name][-1]
    say(f"installing {file_name} into .venv (only when it has changed)")
    pip(["--require-hashes", "-r", file_name])
    for included, files in SETS.items():
        if set(files) <= set(SETS[name]):
            with open(stamp(included), "w", encoding="utf-8") as file:
                file.write(digest(included))


# ---------------------------------------------------------------- serve, build, check


def serve(arguments: "list[str]") -> None:
    """Show the site while it is written."""
    parser = argparse.ArgumentParser(prog="dev.py serve", description="Show the site and rebuild it at each save.")
    parser.add_argument("--port", type=int, default=8000, help="port of 127.0.0.1 (8000)")
    port = parser.parse_args(arguments).port
    with socket.socket() as probe:
        if os.name != "nt":  # As the server does: a port that was left a moment ago is free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError) as error:
            raise Stop(
                f"port {port} cannot be used ({error}): end the program that uses it, or choose another port: "
                f"python3 dev.py serve --port {8001 if port == 8000 else 8000}"
            ) from None
    install("site")
    say(f"serving on http://127.0.0.1:{port}/ (Ctrl-C ends it)")
    # --livereload: with newer versions of click, the default of this option is lost and nothing is rebuilt.
    command = [venv_python(), "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    with contextlib.suppress(KeyboardInterrupt):
        must(command)


def build(arguments: "list[str]") -> None:
    """Build the site into site/."""
    if arguments:
        raise Stop("build takes no arguments", 2)
    install("site")
    say("building the site into site/")
    must([venv_python(), "-m", "mkdocs", "build", "--strict"])


def names_a_path(arguments: "list[str]") -> bool:
    """Whether the arguments of `check` name something to check: one that is no option and no option's value."""
    before = ""
    for argument in arguments:
        is_a_value = before.startswith("--") and "=" not in before
        if not argument.startswith("-") and not is_a_value:
            return True
        before = argument
    return False


def check(arguments: "list[str]") -> None:
    """Check the statistics of a finished site, whatever built it."""
    if {"-h", "--help"} & set(arguments):
        install("site")
    elif not names_a_path(arguments):
        build([])
        arguments = [*arguments, os.path.join(ROOT, "site")]
    else:
        install("site")
        # The check runs in the project's folder; a path is meant from where the person is.
        if os.getcwd() != ROOT:
            arguments = [os.path.abspath(word) if os.path.exists(word) else word for word in arguments]
    say("checking the statistics")
    must([venv_python(), "-m", "citecheck", "check", *arguments], PYTHONPATH=os.path.join(ROOT, "hooks"))


# ---------------------------------------------------------------- test


def works(browser: str) -> bool:
    """Whether a file is a browser that starts: Ubuntu's chromium-browser may be a note that says where to get one."""
    if not os.path.isfile(browser):
        return False
    if not sys.platform.startswith("linux"):  # Elsewhere, asking for the version can open a window.
        return True
    try:
        asked = subprocess.run(
            [browser, "--version"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0


def installed_chromium() -> str:
    """A Chromium, or a browser made from it, that is on this computer; "" if there is none."""
    names = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "chrome", "microsoft-edge")
    found = [shutil.which(name) or "" for name in names]
    if sys.platform == "darwin":
        for place in ("/Applications", os.path.expanduser("~/Applications")):
            for name in ("Google Chrome", "Chromium", "Microsoft Edge"):
                found.append(f"{place}/{name}.app/Contents/MacOS/{name}")
    if os.name == "nt":
        for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
            for name in (r"Google\Chrome\Application\chrome.exe", r"Chromium\Application\chrome.exe",
                         r"Microsoft\Edge\Application\msedge.exe"):  # fmt: skip
                found.append(os.path.join(os.environ.get(variable, ""), name))
    return next((path for path in found if path and works(path)), "")


def playwrights_chromium() -> str:
    """The Chromium that Playwright keeps for itself; "" if it has none."""
    ask = "from playwright.sync_api import sync_playwright as p\nwith p() as play: print(play.chromium.executable_path)"
    done = subprocess.run(
        [venv_python(), "-c", ask], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8", check=False
    )
    path = done.stdout.strip()
    return path if not done.returncode and works(path) else ""


def is_debian_root() -> bool:
    """Whether this is Debian or one of its kin, with the right to install programs (a container, mostly)."""
    return os.path.exists("/etc/debian_version") and hasattr(os, "geteuid") and os.geteuid() == 0


def chromium() -> str:
    """A Chromium for the browser tests: the one named, one that is here, or one fetched now."""
    named = os.environ.get("CHROMIUM", "")
    if named:
        path = shutil.which(named)
        if path is None:
            raise Stop(f"CHROMIUM is {named}, but there is no such program")
        return path
    path = installed_chromium() or playwrights_chromium()
    if not path and is_debian_root():
        say("no Chromium here: installing Debian's with apt-get")
        if not run(["apt-get", "update", "-qq"]):
            run(
                ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
                DEBIAN_FRONTEND="noninteractive",
            )
        path = installed_chromium()
    if not path:
        say("no Chromium here: fetching Playwright's own")
        run([venv_python(), "-m", "playwright", "install", "chromium"])
        path = playwrights_chromium()
    if not path:
        raise Stop(
            "the browser tests need Chromium. Install it (Debian: apt install chromium), or Chrome, "
            "or name one in the variable CHROMIUM: CHROMIUM=/path/to/chrome python3 dev.py test"
        )
    return path


def test(arguments: "list[str]") -> None:
    """Everything that must pass before a change is good."""
    install("test")
    python = venv_python()
    for title, command in (
        ("lint", [python, "-m", "ruff", "check"]),
        ("format", [python, "-m", "ruff", "format", "--check"]),
        ("types", [python, "-m", "mypy"]),
    ):
        say(f"---------------- {title}: " + " ".join(command[2:]))
        must(command)
    browser = chromium()
    say("---------------- tests: " + " ".join(["pytest", *arguments]) + f" (with {browser})")
    must([python, "-m", "pytest", *arguments], CHROMIUM=browser)


def bench(arguments: "list[str]") -> None:
    """What the check costs, measured on this machine."""
    install("test")
    must([venv_python(), os.path.join("bench", "bench.py"), *arguments])


# ---------------------------------------------------------------- lock


def lock(arguments: "list[str]") -> None:
    """Write the requirements files anew. Versions that still fit are kept, unless --upgrade is given."""
    install("site")
    if subprocess.run([venv_python(), "-m", "uv", "--version"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                      encoding="utf-8", check=False).stdout.split()[1:2] != [UV.partition("==")[2]]:  # fmt: skip
        say(f"installing {UV} into .venv")
        pip([UV])
    # For every system and every Python from 3.11.2. No header and no settings of this computer: the address of a
    # package index must not get into the files.
    command = [venv_python(), "-m", "uv", "pip", "compile", "pyproject.toml", "--quiet", "--universal", "--no-config",
               "--generate-hashes", "--python-version", ".".join(str(part) for part in NEEDED), "--no-header",
               "--no-emit-index-url", "--no-emit-find-links"]  # fmt: skip
    for file_name, more in (
        ("requirements.txt", []),
        ("requirements-test.txt", ["--group", "test", "-c", "requirements.txt"]),
    ):
        say("writing " + file_name)
        must([*command, *more, *arguments, "-o", file_name])


# ---------------------------------------------------------------- command line

COMMANDS = {"serve": serve, "build": build, "check": check, "test": test, "bench": bench, "lock": lock}


def main(arguments: "list[str]") -> int:
    """Do one command; give the exit status."""
    if sys.version_info < NEEDED:
        needed = ".".join(str(part) for part in NEEDED)
        say(f"this is Python {platform.python_version()}; it needs Python {needed} or later. "
            "Run it with a newer one, such as: python3.13 dev.py")  # fmt: skip
        return 1
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(__doc__.strip())
        return 0 if arguments else 2
    if arguments[0] not in COMMANDS:
        say(f'"{arguments[0]}" is no command. The commands: ' + " ".join(COMMANDS))
        return 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # So that no tool outlives this.
    try:
        COMMANDS[arguments[0]](arguments[1:])
    except Stop as stop:
        if str(stop):
            say(str(stop))
        return stop.status
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        say(f"could not go on: {error}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
