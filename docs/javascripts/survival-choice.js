/* Survival figures that the reader left closed stay out of the print.

   The theme opens every box when printing begins. What the reader chose is noted before that (listeners for the capture
   phase run first) and the style for paper goes by the note. */
{
  const numbers = () => document.querySelectorAll("details.numbers")

  addEventListener("beforeprint", () => {
    for (const box of numbers()) box.classList.toggle("app-closed", !box.open)
  }, { capture: true })

  addEventListener("afterprint", () => {
    for (const box of numbers()) box.classList.remove("app-closed")
  })
}
