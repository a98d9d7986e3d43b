import { $, el } from "./exam-dom.js";
import { has, questionList, text } from "./exam-texts.js";
import { dateAndTime } from "./exam-time.js";

/* The end of an attempt, as the server tells it, and what of this device it does not contain. */
export function showReceipt(outcome, { passMark, answered, total, lost }) {
  const { state, submittedAt, receipt, receiptCode, score, maxMark, passed, voidReason } = outcome;
  const voided = state === "VOIDED";
  const scored = typeof score === "number" && !voided;
  $("receipt-title").textContent = text("receipt." + (has("receipt." + state) ? state : "SUBMITTED"));
  $("receipt-facts").replaceChildren(...rows([
    ["at", !voided && submittedAt && dateAndTime(submittedAt)],
    ["no", receipt],
    ["code", receiptCode],
    ["answers", !voided && total && (lost.length ? text("receipt.answersSome", answered, total, lost.length) : text("receipt.answersAll", answered, total))],
    ["score", scored && text("receipt.scoreOf", score, maxMark)],
    ["passMark", scored && passMark != null && text("receipt.marks", passMark)],
    ["result", scored && typeof passed === "boolean" && text(passed ? "receipt.passed" : "receipt.notPassed")],
    ["reason", voided && voidReason],
  ]));
  $("receipt-proof").hidden = !receiptCode || voided;
  if (receiptCode) {
    const asked = "?" + new URLSearchParams({ no: receipt, code: receiptCode });
    const root = document.body.dataset.api.replace(/\/api\/v1$/, "") + "/public/exam/receipt";
    $("receipt-qr").src = root + ".svg" + asked;
    $("receipt-link").href = root + ".xhtml" + asked;
  }
  $("receipt-lost").hidden = !lost.length;
  $("receipt-lost").lastElementChild.textContent = lost.length ? text(voided ? "receipt.lostVoided" : "receipt.lost", lost.length, questionList(lost)) : "";
  $("receipt-next").textContent = text("receipt." + (voided ? "voided" : scored ? "now" : "later"));
  for (const part of ["q", "dock", "clock-box", "save", "tools"]) $(part).hidden = true;
  $("receipt").hidden = false;
  $("receipt-title").focus();
  scrollTo(0, 0);
}

function rows(facts) {
  return facts.filter(([, value]) => value).flatMap(([key, value]) => [el("dt", { textContent: text("receipt." + key) }), el("dd", { textContent: value })]);
}
