import { $, el } from "./exam-dom.js";
import { text } from "./exam-texts.js";
import { hourAndMinute } from "./exam-time.js";

/* Who sits which exam until when, and by which rules it is marked. */
export function showHead({ examTitle, officerName, unitName }, endsAt) {
  document.title = text("documentTitle", examTitle);
  $("title").textContent = examTitle;
  $("who").textContent = text("who", officerName || "", unitName || "", hourAndMinute(endsAt));
}

export function showRules({ markingRules, maxMark, passMark }) {
  const rules = markingRules && markingRules.length ? markingRules : [text("rules.none")];
  $("rules-list").replaceChildren(...rules.map(rule => el("li", { textContent: rule })));
  const marks = [["marks.max", maxMark], ["marks.pass", passMark]].filter(([, mark]) => mark != null);
  $("rules-marks").replaceChildren(...marks.map(([key, mark]) =>
    el("div", {}, el("dt", { textContent: text(key) }), el("dd", { textContent: text("receipt.marks", mark) }))));
  $("rules-marks").hidden = !marks.length;
}
