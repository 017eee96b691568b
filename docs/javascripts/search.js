/* The search by keyboard on a narrow screen: a real button opens it and gets the focus back. */
document$.subscribe(() => {
  const toggle = document.getElementById("__search")
  const button = document.querySelector(".app-search-button")
  const field = document.querySelector(".md-search__input")
  if (!toggle || !button || !field) return
  const narrow = matchMedia("(max-width: 59.984375em)")
  button.hidden = false
  button.addEventListener("click", () => {
    if (!toggle.checked) toggle.click()
    field.focus()
  })
  toggle.addEventListener("change", () => {
    button.setAttribute("aria-expanded", String(toggle.checked))
    // Not while a result is being followed: then the focus goes with the reader.
    if (!toggle.checked && narrow.matches && !document.activeElement?.closest(".md-search-result a")) button.focus()
  })
})
