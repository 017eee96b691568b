/* The Numbers page: choose a page or a source, sort a table by a column, open all boxes. Without this script every
   number is there all the same, box by box. */
{
  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" })

  const make = (tag, properties = {}, ...parts) => {
    const element = Object.assign(document.createElement(tag), properties)
    element.append(...parts)
    return element
  }

  /* A choice among values, each with its name. */
  const choice = (name, values) => {
    const label = `${name[0].toUpperCase()}${name.slice(1)}`
    const select = make("select", { id: `app-ledger-${name}` }, new Option(`Every ${name}`, ""))
    for (const [value, text] of values) select.append(new Option(text, value))
    return [select, make("p", {}, make("label", { htmlFor: select.id }, label), select)]
  }

  const filters = root => {
    const boxes = [...root.querySelectorAll(".app-ledger__box")]
    const sources = new Map(
      [...root.querySelectorAll(".app-ledger__table tbody > tr")].map(row => [row.dataset.source, row.cells[3].dataset.sort])
    )
    sources.delete("")
    const [page, pages] = choice("page", boxes.map(box => [box.dataset.page, box.dataset.title]))
    const [source, origins] = choice("source", [...sources].sort((one, other) => collator.compare(one[1], other[1])))
    const open = make("button", { type: "button", className: "app-ledger__open" })
    const all = make("button", { type: "button", className: "app-ledger__all" }, "Show all numbers")
    const status = make("p", { className: "app-ledger__status" })
    status.setAttribute("role", "status")
    const tools = make("div", { className: "app-ledger__tools" }, pages, origins, make("p", {}, open, all), status)
    tools.setAttribute("role", "group")
    tools.setAttribute("aria-label", "Choose which numbers to see")
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
    root.querySelector(".app-ledger__boxes").before(tools)
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
      if (root.querySelector(".app-ledger__table") && !root.querySelector(".app-ledger__tools")) filters(root)
      for (const table of root.querySelectorAll(".app-ledger__table")) {
        if (!table.querySelector(".app-ledger__sort")) sorting(table)
      }
    }
  })
}
