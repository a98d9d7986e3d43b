import { $ } from "./exam-dom.js";
import { text } from "./exam-texts.js";

/* In place of the question: what did not work, that nothing was lost, and what to do. */
export function showTrouble(kind, { retry, detail = "", link } = {}) {
  $("wait").hidden = $("question").hidden = $("sheet").hidden = $("dock").hidden = true;
  $("trouble-title").textContent = text(kind + ".title");
  $("trouble-text").textContent = text(kind + ".text", detail);
  $("trouble-retry").hidden = !retry;
  $("trouble-retry").onclick = retry || null;
  if (link) {
    $("trouble-link").href = link.href;
    $("trouble-link").textContent = link.words;
  }
  const focus = $("trouble").hidden;
  $("trouble").hidden = false;
  if (focus) $("trouble-title").focus();
}

export function hideTrouble() { $("trouble").hidden = true; }
