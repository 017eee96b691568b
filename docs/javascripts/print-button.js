/* The button "Print this page": shown only where it works. */
document$.subscribe(() => {
  for (const button of document.querySelectorAll(".app-print")) {
    button.hidden = false
    button.addEventListener("click", () => window.print())
  }
})
