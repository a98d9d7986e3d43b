import { el } from "./exam-dom.js";

/* Tables and pictures in what people wrote. The server has told them from the text; here they become elements one by one,
   and every word in them a text node. */
const images = document.body.dataset.images;

/** @param blocks undefined where there is nothing but text */
export function show(box, words, blocks) {
  if (blocks) box.replaceChildren(...blocks.map(block));
  else box.textContent = words;
  return box;
}

function block({ text, table, image, alt }) {
  if (table) return el("div", { className: "rich-table" }, tableOf(table));
  if (image) return el("img", { className: "rich-image", src: images + image + "?attempt=" + document.body.dataset.attempt, alt, loading: "lazy" });
  return document.createTextNode(text);
}

function tableOf([head, ...rows]) {
  const cells = (row, kind) => el("tr", {}, ...row.map(words => el(kind, { textContent: words, ...(kind === "th" ? { scope: "col" } : {}) })));
  return el("table", {}, el("thead", {}, cells(head, "th")), el("tbody", {}, ...rows.map(row => cells(row, "td"))));
}
