"""Does the site keep to itself? And does all of it arrive?"""

from __future__ import annotations

from playwright.sync_api import Page, Request, Response


def test_a_page_asks_nobody_else_for_anything(any_path: str, readers: dict[str, Page], address: str) -> None:
    reader = readers["light"]
    asked: list[str] = []
    broken: list[str] = []

    def on_request(request: Request) -> None:
        asked.append(request.url)

    def on_response(response: Response) -> None:
        if response.status >= 400:
            broken.append(f"{response.status} {response.url}")

    def on_error(error: Exception) -> None:
        broken.append(str(error))

    reader.on("request", on_request)
    reader.on("response", on_response)
    reader.on("pageerror", on_error)
    try:
        reader.goto(any_path, wait_until="networkidle")
        # Pictures in closed boxes too, and those that wait until they are near.
        reader.evaluate("for (const box of document.querySelectorAll('details')) box.open = true")
        reader.evaluate("for (const image of document.images) image.loading = 'eager'")
        reader.wait_for_function("[...document.images].every(image => image.complete)")
        broken += reader.evaluate("[...document.images].filter(image => !image.naturalWidth).map(image => image.src)")
        cookies = reader.context.cookies()
    finally:
        reader.remove_listener("request", on_request)
        reader.remove_listener("response", on_response)
        reader.remove_listener("pageerror", on_error)
    foreign = [url for url in asked if not url.startswith((address + "/", "data:", "blob:" + address))]
    assert not foreign
    assert not broken
    assert not cookies


def test_an_unknown_address_gets_the_sites_own_page(readers: dict[str, Page]) -> None:
    response = readers["light"].goto("/outlook/no-such-page/")
    assert response is not None and response.status == 404
    assert readers["light"].locator("a[href='/get-help-now/']").count() > 0
