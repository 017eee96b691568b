"""The pages of the guide as rendered by the real command, for tests that read or spoil them one by one."""

from __future__ import annotations

import contextlib
import dataclasses
from collections.abc import Sequence
from pathlib import Path

from citecheck.frontmatter import body_start
from citecheck.site import Document
from citecheck.snippets import Piece, Written, pieces
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, event_priority

ROOT = Path(__file__).resolve().parent.parent


@dataclasses.dataclass(frozen=True)
class RealPage:
    """A page of the guide: its file, and its text as rendered."""

    path: Path
    html: str

    def document(self, html: str | None = None) -> Document:
        """The page, or the page with another text, to be judged."""
        written = Written(self.path.relative_to(ROOT).as_posix(), self.path.read_text("utf-8"))

        def in_pieces() -> Sequence[Piece]:
            return pieces(written, ROOT / "docs", ROOT, body_start(written.text))

        return Document(written.path, lambda: self.html if html is None else html, in_pieces)


class _Capture(BasePlugin):  # type: ignore[type-arg]
    def __init__(self) -> None:
        super().__init__()
        self.pages: list[RealPage] = []

    # Right before the check, which takes the writer's comments out.
    @event_priority(-90)
    def on_page_content(self, html, page, config, files):  # type: ignore[no-untyped-def]
        self.pages.append(RealPage(Path(page.file.abs_src_path), html))


def rendered(site: Path, docs: Path | None = None, may_fail: bool = False) -> list[RealPage]:
    """Build the real site into a folder, with its own pages or those of another folder."""
    settings = {"docs_dir": str(docs)} if docs else {}
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(site), **settings)
    capture = _Capture()
    config.plugins["capture"] = capture
    with contextlib.suppress(Abort) if may_fail else contextlib.nullcontext():
        build(config)
    return capture.pages
