/* A link to something that is not shown, in a tab or in a closed box, opens what hides it: the way back from a source to
   the text, a number on the page of all numbers. */
{
  const reveal = () => {
    let id = ""
    try {
      // A browser that knows no text fragments leaves them in the address.
      id = decodeURIComponent(location.hash.slice(1).split(":~:")[0])
    } catch {
      return
    }
    const target = id && document.getElementById(id)
    if (!target) return
    let hidden = false
    for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) {
      if (!box.open) {
        box.open = true
        hidden = true
      }
    }
    for (let panel = target.closest(".tabbed-block"); panel; panel = panel.parentElement.closest(".tabbed-block")) {
      const tabs = panel.closest(".tabbed-set")
      const input = tabs.querySelectorAll(":scope > input")[[...panel.parentElement.children].indexOf(panel)]
      if (input && !input.checked) {
        input.click()
        hidden = true
      }
    }
    // The theme brings the tab itself into view after the click; what was asked for comes after that.
    if (hidden) setTimeout(() => {
      target.scrollIntoView()
      target.querySelector("a")?.focus({ preventScroll: true })
    }, 50)
  }

  addEventListener("hashchange", reveal)
  document$.subscribe(() => setTimeout(reveal))
  // A second press on the same link changes no address.
  document.addEventListener("click", event => {
    const link = event.target instanceof Element && event.target.closest("a[href^='#']")
    if (link && link.hash === location.hash) setTimeout(reveal)
  })
}
