import { $ } from "./exam-dom.js";

/* A Faces response writer may wrap a script's content in comment or CDATA marks: only what stands in the braces is ours. */
const printed = $("texts").textContent;
const texts = JSON.parse(printed.slice(printed.indexOf("{"), printed.lastIndexOf("}") + 1));

export function has(key) { return key in texts; }

export function text(key, ...values) {
  return (texts[key] ?? key).replace(/\{(\d)\}/g, (_, i) => String(values[i] ?? ""));
}

/* 第 3 题、第 7 题 */
export function questionList(nos) {
  return [...nos].sort((a, b) => a - b).map(no => text("nos", no)).join(text("comma"));
}
