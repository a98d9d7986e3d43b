import { $ } from "./exam-dom.js";

export function wireDialogs() {
  for (const b of document.querySelectorAll("[data-close]")) b.addEventListener("click", () => b.closest("dialog").close());
  for (const b of document.querySelectorAll("[data-opens]")) b.addEventListener("click", () => $(b.dataset.opens).showModal());
}

export function closeDialogs() {
  for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
}
