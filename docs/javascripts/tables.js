/* A table that fits is no stop for the keyboard; one that scrolls is. */
document$.subscribe(() => {
  const boxes = document.querySelectorAll(".app-table")
  const judge = box => {
    if (box.scrollWidth > box.clientWidth) box.setAttribute("tabindex", "0")
    else box.removeAttribute("tabindex")
  }
  const watcher = new ResizeObserver(entries => entries.forEach(entry => judge(entry.target)))
  boxes.forEach(box => watcher.observe(box))
})
