/* The large picture: a dialog with a name, which keeps the focus while it is open and gives it back when it closes. */
document$.subscribe(() => {
  // The lightbox is made by the script of its plugin, on pages with a picture only.
  if (typeof lightbox === "undefined") return
  let opener = null

  document.addEventListener("click", event => {
    const link = event.target instanceof Element && event.target.closest("a.glightbox")
    if (link) opener = link
  }, { capture: true })

  lightbox.on("open", () => {
    const dialog = document.querySelector(".glightbox-container")
    if (!dialog) return
    dialog.setAttribute("aria-label", "Large picture")
    dialog.setAttribute("aria-modal", "true")
    for (const part of document.body.children) if (part !== dialog) part.inert = true
    dialog.querySelector(".gclose")?.focus()
  })

  lightbox.on("close", () => {
    for (const part of document.body.children) part.inert = false
    opener?.focus()
    opener = null
  })
})
