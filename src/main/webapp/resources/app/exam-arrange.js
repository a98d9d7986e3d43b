import { el } from "./exam-dom.js";
import { text } from "./exam-texts.js";
import { say } from "./exam-notes.js";
import { show as showRich } from "./exam-rich.js";

/* Questions that are answered by arranging: putting options in order, and pairing two columns. Each gives back what reads
   its answer; `changed` tells that there is a new one. */

/** By dragging, and by a button up and a button down for each: those work on a phone and by keyboard. */
export function drawOrder(box, question, { order = [] }, changed) {
  const list = el("ol", { className: "arrange" });
  const given = new Map((question.options || []).map(option => [option.key, option]));
  let dragged = null;

  for (const key of order.length ? order : given.keys()) list.append(row(given.get(key)));
  const confirm = el("button", { type: "button", className: "btn", textContent: text("asItIs") });
  confirm.addEventListener("click", changed);
  box.append(list, el("div", { className: "arrange-open while-open" }, el("p", { className: "q-hint", textContent: text("notOrdered") }), confirm));
  limits();

  function row({ key, text: words, blocks }) {
    const up = button("up", key), down = button("down", key);
    const made = el("li", { className: "arrange-row", draggable: true }, el("span", { className: "opt-key", textContent: key }), showRich(el("span", { className: "opt-text" }), words, blocks), el("span", { className: "arrange-move" }, up, down));
    made.dataset.key = key;
    up.addEventListener("click", () => move(made, made.previousElementSibling, up));
    down.addEventListener("click", () => move(made, made.nextElementSibling?.nextElementSibling, down));
    made.addEventListener("dragstart", e => {
      if (made.matches("fieldset:disabled *")) return e.preventDefault();
      dragged = made;
      e.dataTransfer.effectAllowed = "move";
      e.dataTransfer.setData("text/plain", key);
      made.classList.add("is-dragged");
    });
    made.addEventListener("dragend", () => { dragged = null; made.classList.remove("is-dragged"); });
    return made;
  }

  function button(way, key) {
    const made = el("button", { type: "button", className: "btn btn-s", textContent: text(way) });
    made.setAttribute("aria-label", text(way + "Of", key));
    return made;
  }

  /* insertBefore takes the focus from a button that moves along. */
  function move(made, before, focused) {
    list.insertBefore(made, before || null);
    limits();
    if (focused) (focused.disabled ? made.querySelector("button:not(:disabled)") : focused).focus();
    say(text("moved", made.dataset.key, [...list.children].indexOf(made) + 1));
    changed();
  }

  function limits() {
    for (const made of list.children) {
      const [up, down] = made.querySelectorAll("button");
      up.disabled = made === list.firstElementChild;
      down.disabled = made === list.lastElementChild;
    }
  }

  list.addEventListener("dragover", e => { if (dragged) e.preventDefault(); });
  list.addEventListener("drop", e => {
    const over = e.target.closest(".arrange-row");
    if (!dragged || !over) return;
    e.preventDefault();
    if (over === dragged) return;
    const { top, height } = over.getBoundingClientRect();
    move(dragged, e.clientY < top + height / 2 ? over : over.nextElementSibling);
  });
  return () => ({ order: [...list.children].map(made => made.dataset.key) });
}

export function drawMatch(box, question, { pairs = [] }) {
  const options = question.options || [];
  const selects = (question.left || []).map(({ key, text: words, blocks }, i) => {
    const select = el("select", { className: "input", id: "pair-" + key }, el("option", { value: "", textContent: text("pairNone") }), ...options.map(option => el("option", { value: option.key, textContent: option.key + "　" + option.text })));
    select.value = pairs[i] || "";
    select.setAttribute("aria-label", text("pairOf", words));
    box.append(el("div", { className: "pair-row" }, el("span", { className: "opt-key", textContent: key }), showRich(el("span", { className: "opt-text" }), words, blocks), select));
    return select;
  });
  box.append(el("ul", { className: "pair-options" }, ...options.map(({ key, text: words, blocks }) => el("li", {}, el("b", { textContent: key }), showRich(el("span", { className: "opt-text" }), words, blocks)))));
  return () => ({ pairs: selects.map(select => select.value) });
}
