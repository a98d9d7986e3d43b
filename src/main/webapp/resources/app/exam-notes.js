import { $ } from "./exam-dom.js";

/* Notes above the question: one a subject, the newest words, until it is taken away. */
export function note(subject, words, tone = "") {
  let box = $("notes").querySelector('[data-subject="' + subject + '"]');
  if (!box) {
    box = $("note").content.firstElementChild.cloneNode(true);
    box.dataset.subject = subject;
    box.querySelector("button").addEventListener("click", () => {
      box.remove();
      $("no").focus({ preventScroll: true });
    });
    $("notes").append(box);
  }
  box.className = "note" + (tone && " note-" + tone);
  box.querySelector("p").textContent = words;
}

export function unnote(subject) {
  const box = $("notes").querySelector('[data-subject="' + subject + '"]');
  if (box) box.remove();
}

/** Spoken, not shown. */
export function say(words) { $("say").textContent = words; }
