import { $ } from "./exam-dom.js";
import { recall, remember } from "./exam-memory.js";

/* Single keys act only in the question (or where nothing has the focus), never while something is being written, and can
   be switched off (WCAG 2.1.4). */
export function listenToKeys({ step, flag }) {
  $("keys-on").checked = recall("q-keys", true);
  $("keys-on").addEventListener("change", e => remember("q-keys", e.target.checked));

  addEventListener("keydown", e => {
    if (!$("keys-on").checked || e.ctrlKey || e.altKey || e.metaKey || e.isComposing) return;
    if (document.querySelector("dialog[open]") || $("question").hidden || !e.target.closest("#q, body:not(:focus-within)")) return;
    if (e.target.matches("textarea, select")) return;
    if (e.key === "PageDown") step(1);
    else if (e.key === "PageUp") step(-1);
    else if (e.target.matches(".input")) return;
    else if (e.key.toLowerCase() === "m") flag();
    else if (!choose(e.key.toUpperCase())) return;
    e.preventDefault();
  });
}

function choose(key) {
  const input = [...$("opts").querySelectorAll(".opt-row input")].find(i => i.value === key);
  if (!input || input.matches(":disabled")) return false;
  input.focus();
  input.click();
  return true;
}
