/* The Numbers page: choose a page or a source, sort a table by a column, open all boxes. Without this script every
   number is there all the same, box by box. */
{
  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" })

  const filters = root => {
    const tools = root.querySelector(".app-ledger__tools")
    const [page, source] = ["page", "source"].map(name => tools.querySelector(`#app-ledger-${name}`))
    const open = tools.querySelector(".app-ledger__open")
    const all = tools.querySelector(".app-ledger__all")
    const status = tools.querySelector(".app-ledger__status")
    const boxes = [...root.querySelectorAll(".app-ledger__box")]
    const shown = () => boxes.filter(box => !box.hidden)

    const name = () => {
      const next = shown().every(box => box.open) ? "Close all boxes" : "Open all boxes"
      if (open.textContent !== next) open.textContent = next
    }
    const choose = () => {
      let total = 0
      for (const box of boxes) {
        let count = 0
        for (const row of box.querySelectorAll("tbody > tr")) {
          row.hidden = source.value !== "" && row.dataset.source !== source.value
          if (!row.hidden) count += Number(row.dataset.statistics)
        }
        box.hidden = count === 0 || (page.value !== "" && box.dataset.page !== page.value)
        box.querySelector(".app-ledger__number").textContent = count.toLocaleString("en")
        if (!box.hidden) total += count
      }
      const number = shown().length
      status.textContent = total
        ? `${total.toLocaleString("en")} ${total === 1 ? "number" : "numbers"} shown, in ${number} ${number === 1 ? "box" : "boxes"}.`
        : "No number on this page comes from this source."
      all.disabled = page.value === "" && source.value === ""
      name()
    }

    page.addEventListener("change", choose)
    source.addEventListener("change", choose)
    all.addEventListener("click", () => {
      page.value = source.value = ""
      choose()
      // A button that can no longer be pressed would lose the focus to nowhere.
      page.focus()
    })
    open.addEventListener("click", () => {
      const close = shown().every(box => box.open)
      for (const box of shown()) box.open = !close
    })
    for (const box of boxes) box.addEventListener("toggle", name)
    choose()
    tools.hidden = false
  }

  const sorting = table => {
    const heads = [...table.tHead.rows[0].cells]
    const body = table.tBodies[0]
    const written = [...body.rows]
    const key = (row, column) => row.cells[column].dataset.sort ?? row.cells[column].textContent
    heads.forEach((head, column) => {
      const button = document.createElement("button")
      button.type = "button"
      button.className = "app-ledger__sort"
      button.textContent = head.textContent
      head.replaceChildren(button)
      button.addEventListener("click", () => {
        // Up, down, and back to the order in which they stand on the page.
        const next = { ascending: "descending", descending: "" }[head.getAttribute("aria-sort")] ?? "ascending"
        for (const other of heads) other.removeAttribute("aria-sort")
        if (next) head.setAttribute("aria-sort", next)
        const turn = next === "descending" ? -1 : 1
        const rows = !next ? written : [...written].sort((one, other) => {
          const [a, b] = [key(one, column), key(other, column)]
          // What has no value stands last, whichever way.
          if (!a || !b) return (a ? 0 : 1) - (b ? 0 : 1)
          return turn * collator.compare(a, b)
        })
        body.append(...rows)
      })
    })
  }

  document$.subscribe(() => {
    for (const root of document.querySelectorAll(".app-ledger")) {
      if (root.querySelector(".app-ledger__tools[hidden]")) filters(root)
      for (const table of root.querySelectorAll(".app-ledger__table")) {
        if (!table.querySelector(".app-ledger__sort")) sorting(table)
      }
    }
  })
}
