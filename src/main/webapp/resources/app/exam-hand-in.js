import { $ } from "./exam-dom.js";
import { questionList, text } from "./exam-texts.js";
import { isPassing } from "./exam-api.js";

/* The hand-in dialog: what is still open, what is flagged, and whether handing in is possible now. */
export function offerHandIn({ answers, sheet, link, handIn, beforeAsking }) {
  let sending = false;
  let failure = "";

  function ask() {
    beforeAsking();
    failure = "";
    const open = answers.open();
    $("hand-title").textContent = open.length ? text("hand.open", open.length) : text("hand.full");
    $("hand-yes").className = "btn " + (open.length ? "btn-danger" : "btn-main");
    fill("open", open);
    fill("flag", answers.flagged());
    refresh();
    if (!$("hand-in").open) $("hand-in").showModal();
  }

  function fill(which, questions) {
    $("hand-" + which).replaceChildren(...questions.map(q => sheet.cell(q.no)));
    $("hand-" + which + "-box").hidden = !questions.length;
  }

  function refresh() {
    const why = obstacle();
    $("hand-off").hidden = !why;
    $("hand-off-text").textContent = why;
    $("hand-yes").textContent = text(sending ? "hand.sending" : "hand.yes");
    $("hand-yes").disabled = sending || link.trouble !== null;
  }

  function obstacle() {
    if (link.trouble === "offline") return text("hand.offline");
    if (link.trouble) return text("hand.busy");
    if (failure) return failure;
    return answers.refused().length ? text("hand.unsaved", questionList(answers.refused())) : "";
  }

  $("hand-yes").addEventListener("click", async () => {
    if (sending) return;
    sending = true;
    failure = "";
    refresh();
    try {
      await handIn();
    } catch (e) {
      failure = isPassing(e) ? text("hand.busy") : text("hand.refused", e.detail || "");
    }
    sending = false;
    refresh();
  });
  for (const b of document.querySelectorAll("[data-hand-in]")) b.addEventListener("click", ask);
  link.onChange(now => { if (!now) failure = ""; refresh(); });
}
