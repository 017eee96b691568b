"""A real browser on the real site. The site is served as a plain web host would serve it."""

from __future__ import annotations

import http.server
import os
import threading
from collections.abc import Iterator
from functools import partial
from http import HTTPStatus
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

# The browser itself must be silent, or its own requests would stand beside those of the pages.
QUIET = (
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class _Host(http.server.SimpleHTTPRequestHandler):
    """Files of a folder; for an unknown address, the site's own page for it."""

    def log_message(self, format: str, *args: object) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            return super().send_error(code, message, explain)
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that leaves a page hangs up on what it had asked for: no matter."""


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served, without a slash at the end."""
    with _Server(("127.0.0.1", 0), partial(_Host, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    program = os.environ.get("CHROMIUM")
    if not program:
        pytest.fail("no browser: run `python3 dev.py test`, which finds one, or set CHROMIUM", pytrace=False)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def _contexts(chromium: Browser, address: str) -> Iterator[dict[str, BrowserContext]]:
    contexts = {
        "light": chromium.new_context(base_url=address, color_scheme="light", reduced_motion="reduce"),
        "dark": chromium.new_context(base_url=address, color_scheme="dark", reduced_motion="reduce"),
        "no script": chromium.new_context(base_url=address, java_script_enabled=False),
    }
    yield contexts
    for context in contexts.values():
        context.close()


@pytest.fixture(scope="session")
def readers(_contexts: dict[str, BrowserContext]) -> dict[str, Page]:
    """Long-lived pages: in light colors, in dark colors, and without scripts. For tests that only look."""
    return {name: context.new_page() for name, context in _contexts.items()}


@pytest.fixture
def newcomer(chromium: Browser, address: str) -> Iterator[Page]:
    """A page of somebody who has never been here. For tests that press and choose."""
    with chromium.new_context(base_url=address, reduced_motion="reduce") as context:
        context.set_default_timeout(15_000)
        yield context.new_page()
