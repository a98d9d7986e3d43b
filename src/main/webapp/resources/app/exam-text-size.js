import { recall, remember } from "./exam-memory.js";

/* Question text in four sizes; the choice holds for every exam on this device. */
export function offerTextSizes() {
  const buttons = [...document.querySelectorAll("[data-size]")];
  const set = size => {
    document.querySelector(".exam").dataset.fs = size;
    for (const b of buttons) b.setAttribute("aria-pressed", String(b.dataset.size === size));
  };
  for (const b of buttons) b.addEventListener("click", () => { set(b.dataset.size); remember("q-size", b.dataset.size); });
  set(recall("q-size", "m"));
}
