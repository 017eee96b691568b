/* The theme turns the page at a single letter, which happens to people who dictate or whose hand shakes. Its single
   keys are kept from it, unless the search is open and the letters are meant for that. */
{
  const keys = new Set(["f", "s", "/", "n", ".", "p", ","])

  addEventListener("keydown", event => {
    const searching = document.getElementById("__search")?.checked
    const writing = event.target instanceof Element && event.target.closest("input, select, textarea, [contenteditable]")
    if (keys.has(event.key) && !searching && !writing) event.stopImmediatePropagation()
  }, { capture: true })
}
