import { $ } from "./exam-dom.js";
import { text } from "./exam-texts.js";
import { openPaper } from "./exam-paper.js";
import { openSheet } from "./exam-sheet.js";
import { listenToKeys } from "./exam-keys.js";
import { recall, remember } from "./exam-memory.js";

/* The question in front of the examinee with the sheet beside it: turning, flagging, showing what changed. */
export function openDesk({ attempt, answers, onAnswer, onTyping }) {
  const placeKey = "exam-at:" + attempt;
  const paper = openPaper({ answers, onAnswer: (no, body) => { sheet.refresh(no); onAnswer(no, body); }, onTyping });
  const sheet = openSheet({ answers, go });
  const neighbour = by => answers.questions[answers.questions.findIndex(q => q.no === paper.shown) + by];

  function go(no, focus = true) {
    paper.show(no);
    remember(placeKey, no);
    for (const b of turners) b.disabled = !neighbour(Number(b.dataset.go));
    refresh();
    if (!focus) return;
    $("no").focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  function step(by) {
    const next = neighbour(by);
    if (next) go(next.no);
  }

  function flag() {
    answers.flag(paper.shown);
    refresh();
  }

  function refresh() {
    const flagged = answers.isFlagged(paper.shown);
    for (const b of flaggers) {
      b.setAttribute("aria-pressed", String(flagged));
      b.lastElementChild.textContent = text(flagged ? "flagged" : "flag");
    }
    sheet.refresh(paper.shown);
  }

  const turners = document.querySelectorAll("[data-go]");
  const flaggers = document.querySelectorAll("[data-flag]");
  for (const b of turners) b.addEventListener("click", () => step(Number(b.dataset.go)));
  for (const b of flaggers) b.addEventListener("click", flag);
  listenToKeys({ step, flag });

  $("wait").hidden = true;
  for (const part of ["clock-box", "save", "tools", "question", "sheet", "dock"]) $(part).hidden = false;
  const place = answers.questions.find(q => q.no === recall(placeKey)) || answers.open()[0] || answers.questions[0];
  go(place.no, false);

  return {
    paper,
    sheet,
    isTypingAt: no => paper.typing && no === paper.shown,
    /** These answers were changed by somebody or something else. */
    changed(nos) {
      if (nos.includes(paper.shown)) paper.refresh();
      refresh();
    },
  };
}
