import { $, el } from "./exam-dom.js";
import { has, text } from "./exam-texts.js";
import { isAnswer, sameAnswer } from "./exam-answers.js";

/* Draws one question and reads its answer. Writing is taken up when it pauses or the field is left. */
const pause = 600;
const drawers = { SINGLE: drawChoice, MULTIPLE: drawChoice, TRUE_FALSE: drawChoice, FILL: drawBlanks, SHORT_TEXT: drawText };

export function openPaper({ answers, onAnswer, onTyping }) {
  let shown = null;
  let read = null;
  let timer = 0;

  function show(no) {
    flush();
    shown = answers.questions.find(q => q.no === no);
    const known = shown.type in drawers;
    $("kind").textContent = text("kind." + (has("kind." + shown.type) ? shown.type : "other"));
    $("no").textContent = text("no", no);
    $("of").textContent = text("of", answers.questions.length, shown.marks);
    $("stem").textContent = shown.stem;
    $("hint").textContent = text("hint." + (known ? shown.type : "other"));
    $("material-box").hidden = !shown.material;
    $("material").textContent = shown.material || "";
    $("field").setAttribute("role", shown.type === "SINGLE" || shown.type === "TRUE_FALSE" ? "radiogroup" : "group");
    redraw();
  }

  function redraw() {
    const draw = drawers[shown.type] || (() => null);
    $("opts").className = "opts";
    $("opts").replaceChildren();
    read = draw($("opts"), shown, answers.get(shown.no));
    showState();
  }

  function showState() {
    const body = answers.get(shown.no);
    for (const row of $("opts").querySelectorAll(".opt-row")) row.classList.toggle("is-on", row.firstChild.checked);
    // Written answers are cleared by deleting; a radio cannot be taken back otherwise.
    $("clear").hidden = !(body.choice && isAnswer(body));
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

  $("opts").addEventListener("change", e => { if (e.target.matches("[type=radio], [type=checkbox]")) take(read()); });
  // While an input method composes, the field holds letters that are not yet an answer.
  $("opts").addEventListener("input", e => { if (e.target.matches(".input") && !e.isComposing) typed(); });
  $("opts").addEventListener("compositionend", typed);
  $("opts").addEventListener("focusout", flush);
  $("clear").addEventListener("click", () => {
    take({ choice: [] });
    redraw();
    $("opts").querySelector("input").focus();
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
      const inputs = () => [...$("opts").querySelectorAll("input, textarea")];
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
  const inputs = (question.options || []).map(({ key, text: words }) => {
    const input = el("input", { type: several ? "checkbox" : "radio", name: "q" + question.no, value: key, checked: choice.includes(key) });
    box.append(el("label", { className: "opt-row" }, input, el("span", { className: "opt-key", textContent: key }), el("span", { className: "opt-text", textContent: words })));
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
  const area = el("textarea", { className: "input q-input", id: "answer-text", value: words, rows: 6, spellcheck: false });
  box.append(el("label", { htmlFor: area.id, className: "sr", textContent: text("text") }), area);
  return () => ({ text: area.value });
}
