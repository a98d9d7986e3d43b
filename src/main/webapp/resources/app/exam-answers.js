import { recall, remember } from "./exam-memory.js";

/* What the paper shows: per question the answer body ({choice} | {blanks} | {order} | {pairs} | {text}), a flag, a refusal. */
export function openAnswers(attempt, questions) {
  const flagKey = "exam-flags:" + attempt;
  const shown = new Map();
  const refusals = new Map();
  const flags = new Set(recall(flagKey, []));

  return {
    questions,
    get: no => shown.get(no) || {},
    set(no, body) { shown.set(no, body); refusals.delete(no); },
    isAnswered: no => isAnswer(shown.get(no)),
    open: () => questions.filter(q => !isAnswer(shown.get(q.no))),
    answered: () => questions.filter(q => isAnswer(shown.get(q.no))),

    refuse: (no, why) => refusals.set(no, why),
    refusal: no => refusals.get(no) || "",
    refused: () => [...refusals.keys()],

    isFlagged: no => flags.has(no),
    flagged: () => questions.filter(q => flags.has(q.no)),
    flag(no) {
      if (!flags.delete(no)) flags.add(no);
      remember(flagKey, [...flags]);
    },
  };
}

export function isAnswer(body) {
  if (!body) return false;
  if (body.choice) return body.choice.length > 0;
  if (body.blanks) return body.blanks.some(blank => blank.trim());
  if (body.order) return body.order.length > 0;
  if (body.pairs) return body.pairs.some(Boolean);
  return Boolean(body.text && body.text.trim());
}

/** Somebody's words, which nobody else may throw away. */
export function isWritten(body) { return body.blanks != null || body.text != null; }

/** The server's `response` without its seq and savedAt. */
export function bodyOf(response) {
  if (!response) return null;
  for (const kind of ["choice", "blanks", "order", "pairs", "text"]) if (response[kind] != null) return { [kind]: response[kind] };
  return null;
}

export function sameAnswer(a, b) {
  const plain = body => (isAnswer(body) ? JSON.stringify(bodyOf(body)) : "");
  return plain(a) === plain(b);
}
