/* The menu by keyboard: a real button opens it, the focus goes into it, stays there, and comes back. */
document$.subscribe(() => {
  const toggle = document.getElementById("__drawer")
  const button = document.querySelector(".app-menu-button")
  const menu = document.getElementById("app-menu")
  if (!toggle || !button || !menu) return
  const close = menu.querySelector(".app-menu-close")
  const covered = document.querySelectorAll(".md-header, .md-content, .md-sidebar--secondary, .md-footer, .md-banner, .md-skip, .md-top")
  const wide = matchMedia("(min-width: 76.25em)")

  const show = () => {
    const open = toggle.checked && !wide.matches
    button.setAttribute("aria-expanded", String(open))
    for (const part of covered) part.inert = open
    return open
  }
  const shut = () => {
    if (toggle.checked) toggle.click()
  }
  button.hidden = close.hidden = false
  button.addEventListener("click", () => toggle.click())
  close.addEventListener("click", shut)
  toggle.addEventListener("change", () => {
    if (show()) close.focus()
    else if (!wide.matches) button.focus()
  })
  menu.addEventListener("keydown", event => {
    if (event.key === "Escape" && !wide.matches) shut()
  })
  wide.addEventListener("change", show)
  show()

  // The parts of the menu open by a label in the theme: give each the button that keyboards and screen readers expect.
  for (const label of menu.querySelectorAll("label.md-nav__link[for]:not([for=__toc])")) {
    const part = document.getElementById(label.htmlFor)
    const name = label.querySelector(".md-ellipsis")
    const list = part?.parentElement.querySelector(":scope > .md-nav")
    if (!part || !name || !list || label.querySelector("button")) continue
    const opener = document.createElement("button")
    opener.type = "button"
    opener.className = "app-menu-part"
    opener.append(...name.childNodes)
    name.append(opener)
    label.removeAttribute("tabindex")
    list.removeAttribute("aria-expanded")
    list.id ||= `${part.id}_list`
    opener.setAttribute("aria-controls", list.id)
    const say = () => opener.setAttribute("aria-expanded", String(part.checked))
    opener.addEventListener("click", () => part.click())
    part.addEventListener("change", say)
    say()
  }
})
