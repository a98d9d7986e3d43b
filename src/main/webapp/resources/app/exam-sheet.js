import { $, el } from "./exam-dom.js";
import { has, text } from "./exam-texts.js";
import { closeDialogs } from "./exam-dialogs.js";

/* The answer sheet: beside the question on a desktop, a drawer on a phone. */
const many = 40;

export function openSheet({ answers, go }) {
  const cells = new Map();
  const headings = [];

  for (const [type, questions] of byType(answers.questions)) {
    const name = text("kind." + (has("kind." + type) ? type : "other"));
    const heading = el("h3");
    const box = el("div", { className: "cells" + (answers.questions.length > many ? " is-dense" : "") });
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", name);
    for (const q of questions) {
      cells.set(q.no, cell(q.no));
      box.append(cells.get(q.no));
    }
    headings.push(() => { heading.textContent = text("group", name, questions.filter(q => answers.isAnswered(q.no)).length, questions.length); });
    $("cells").append(heading, box);
  }

  function cell(no) {
    const button = el("button", { type: "button", textContent: no });
    button.addEventListener("click", () => { closeDialogs(); toggle(false); go(no); });
    paint(button, no);
    return button;
  }

  function paint(button, no) {
    const answered = answers.isAnswered(no), flagged = answers.isFlagged(no);
    button.className = "cell" + (answered ? " is-done" : "") + (flagged ? " is-flag" : "");
    button.setAttribute("aria-label", text(flagged ? "cellFlagged" : "cell", no, text(answered ? "answered" : "open")));
  }

  function refresh(current) {
    const done = answers.answered().length, all = answers.questions.length;
    for (const [no, button] of cells) {
      paint(button, no);
      if (no === current) button.setAttribute("aria-current", "true"); else button.removeAttribute("aria-current");
    }
    for (const heading of headings) heading();
    $("done").textContent = text("count", done, all);
    $("dock-done").textContent = text("sheet", done, all);
  }

  function toggle(open) {
    if (document.body.classList.contains("sheet-open") === open) return;
    document.body.classList.toggle("sheet-open", open);
    $("dock-sheet").setAttribute("aria-expanded", String(open));
    (open ? $("sheet-close") : $("dock-sheet")).focus();
  }

  $("dock-sheet").addEventListener("click", () => toggle(true));
  $("sheet-close").addEventListener("click", () => toggle(false));
  // The scrim is drawn by .exam itself.
  document.querySelector(".exam").addEventListener("click", e => { if (e.target === e.currentTarget) toggle(false); });
  addEventListener("keydown", e => { if (e.key === "Escape") toggle(false); });

  return { refresh, cell, close: () => toggle(false) };
}

function byType(questions) {
  const groups = new Map();
  for (const q of questions) {
    const type = q.caseFrom ? "CASE" : q.type;
    groups.set(type, [...(groups.get(type) || []), q]);
  }
  return groups;
}
