import { $, el } from "./exam-dom.js";
import { has, text } from "./exam-texts.js";
import { isAnswer, isWritten, sameAnswer } from "./exam-answers.js";
import { drawMatch, drawOrder } from "./exam-arrange.js";
import { show as showRich } from "./exam-rich.js";

/* Draws one question and reads its answer. Writing is taken up when it pauses or the field is left. */
const pause = 600;
const drawers = { SINGLE: drawChoice, MULTIPLE: drawChoice, TRUE_FALSE: drawChoice, FILL: drawBlanks, ORDER: drawOrder, MATCH: drawMatch, SHORT_TEXT: drawText };
const longest = 2000;

export function openPaper({ answers, onAnswer, onTyping }) {
  let shown = null;
  let read = null;
  let timer = 0;

  function show(no) {
    flush();
    shown = answers.questions.find(q => q.no === no);
    const known = shown.type in drawers;
    const kind = text("kind." + (has("kind." + shown.type) ? shown.type : "other"));
    $("kind").textContent = shown.caseFrom ? text("kindOfCase", kind) : kind;
    $("no").textContent = text("no", no);
    $("of").textContent = text("of", answers.questions.length, shown.marks);
    showRich($("stem"), shown.stem, shown.stemBlocks);
    $("hint").textContent = text("hint." + (known ? shown.type : "other"));
    showMaterial();
    $("field").setAttribute("role", shown.type === "SINGLE" || shown.type === "TRUE_FALSE" ? "radiogroup" : "group");
    redraw();
  }

  /* The questions of a case share what its first one carries; whoever folded it away finds it so at the next one. */
  let materialOf = null;
  function showMaterial() {
    const from = shown.caseFrom ? answers.questions.find(q => q.no === shown.caseFrom) : shown;
    $("material-box").hidden = !from.material;
    $("question").classList.toggle("has-case", Boolean(shown.caseFrom && from.material));
    if (materialOf === from) return;
    materialOf = from;
    $("material-box").open = true;
    showRich($("material"), from.material || "", from.materialBlocks);
  }

  function redraw() {
    const draw = drawers[shown.type] || (() => null);
    $("opts").className = "opts";
    $("opts").replaceChildren();
    read = draw($("opts"), shown, answers.get(shown.no), () => take(read()));
    showState();
  }

  function showState() {
    const body = answers.get(shown.no);
    for (const row of $("opts").querySelectorAll(".opt-row")) row.classList.toggle("is-on", row.firstChild.checked);
    for (const open of $("opts").querySelectorAll(".while-open")) open.hidden = isAnswer(body);
    // Written answers are cleared by deleting; a radio cannot be taken back otherwise.
    $("clear").hidden = !isAnswer(body) || isWritten(body);
    $("refusal").lastElementChild.textContent = answers.refusal(shown.no);
    $("refusal").hidden = !answers.refusal(shown.no);
  }

  function take(body) {
    if (sameAnswer(body, answers.get(shown.no)) && !answers.refusal(shown.no)) return;
    answers.set(shown.no, body);
    showState();
    onAnswer(shown.no, body);
  }

  /** Takes up what is being written, now. */
  function flush() {
    if (!timer) return;
    clearTimeout(timer);
    timer = 0;
    take(read());
    onTyping();
  }

  function typed() {
    clearTimeout(timer);
    timer = setTimeout(flush, pause);
    onTyping();
  }

  $("opts").addEventListener("change", e => { if (e.target.matches("[type=radio], [type=checkbox], select")) take(read()); });
  // While an input method composes, the field holds letters that are not yet an answer.
  $("opts").addEventListener("input", e => { if (e.target.matches(".input") && !e.isComposing) typed(); });
  $("opts").addEventListener("compositionend", typed);
  $("opts").addEventListener("focusout", flush);
  $("clear").addEventListener("click", () => {
    take({ [shown.type === "ORDER" ? "order" : shown.type === "MATCH" ? "pairs" : "choice"]: [] });
    redraw();
    $("opts").querySelector("input, select, button:not(:disabled)").focus();
  });

  return {
    show,
    flush,
    showState,
    get typing() { return timer !== 0; },
    get shown() { return shown && shown.no; },
    /** The answer came from elsewhere: drawn anew with the focus where it was, unless somebody is writing there. */
    refresh() {
      if (!shown || timer) return;
      const inputs = () => [...$("opts").querySelectorAll("input, textarea, select, button")];
      const at = inputs().indexOf(document.activeElement);
      redraw();
      if (at >= 0 && inputs()[at]) inputs()[at].focus();
    },
    lock(locked) { $("field").disabled = $("clear").disabled = locked; },
  };
}

function drawChoice(box, question, { choice = [] }) {
  const several = question.type === "MULTIPLE";
  box.classList.toggle("is-multi", several);
  box.classList.toggle("is-judge", question.type === "TRUE_FALSE");
  const inputs = (question.options || []).map(({ key, text: words, blocks }) => {
    const input = el("input", { type: several ? "checkbox" : "radio", name: "q" + question.no, value: key, checked: choice.includes(key) });
    box.append(el("label", { className: "opt-row" }, input, el("span", { className: "opt-key", textContent: key }), showRich(el("span", { className: "opt-text" }), words, blocks)));
    return input;
  });
  return () => ({ choice: inputs.filter(i => i.checked).map(i => i.value) });
}

function drawBlanks(box, question, { blanks = [] }) {
  const count = question.blankCount || (question.stem.match(/_{2,}/g) || [""]).length;
  const inputs = Array.from({ length: count }, (_, i) => {
    const input = el("input", { type: "text", className: "input q-input", id: "blank-" + i, value: blanks[i] || "", autocomplete: "off", spellcheck: false });
    box.append(el("div", { className: "q-blank" }, el("label", { htmlFor: input.id, textContent: text("blank", i + 1) }), input));
    return input;
  });
  return () => ({ blanks: inputs.map(i => i.value) });
}

function drawText(box, question, { text: words = "" }) {
  const area = el("textarea", { className: "input q-input q-area", id: "answer-text", value: words, rows: 8, maxLength: longest, spellcheck: false });
  const count = el("p", { className: "q-hint", id: "answer-count" });
  const show = () => { count.textContent = text("written", area.value.replace(/\s/g, "").length, longest); };
  area.setAttribute("aria-describedby", count.id);
  area.addEventListener("input", show);
  box.append(el("label", { htmlFor: area.id, className: "sr", textContent: text("text") }), area, count);
  show();
  return () => ({ text: area.value });
}
