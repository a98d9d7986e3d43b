import { $, el } from "./exam-dom.js";
import { text } from "./exam-texts.js";
import { isAnswer, openAnswers } from "./exam-answers.js";
import { openPaper } from "./exam-paper.js";
import { newId, openQueue } from "./practice-queue.js";

/* The drill: fetched whole, so that it goes on without a network. Questions are drawn by the exam page's own parts. */
const { token, officer, query, api, article } = document.body.dataset;
const queue = openQueue({ officer, api, token, onChange: showSaved });
let questions = [];
let answers, paper, at, right, wrong, checked;

$("retry").addEventListener("click", load);
$("again").addEventListener("click", load);
$("check").addEventListener("click", check);
$("next").addEventListener("click", next);
$("favourite").addEventListener("click", favourite);
$("note-save").addEventListener("click", keepNote);

async function load() {
  show("wait");
  let reply;
  try {
    reply = await fetch(api + "/practice/drills?" + query, { headers: { Authorization: "Bearer " + token, "Accept-Language": document.body.dataset.lang } });
  } catch {
    return trouble("failed");
  }
  if (reply.status === 401) return location.reload();
  if (reply.status === 409) return trouble("exam");
  if (!reply.ok) return trouble("failed");
  // marks are an exam's: the drawing part prints them, this page hides them
  questions = (await reply.json()).questions.map(q => ({ ...q, marks: "" }));
  if (!questions.length) return trouble("none");
  at = right = wrong = 0;
  answers = openAnswers("practice", questions);
  paper ??= openPaper({ answers: { get questions() { return questions; }, get: no => answers.get(no), set: (no, body) => answers.set(no, body), refusal: no => answers.refusal(no) }, onAnswer: () => complain(false), onTyping() {} });
  ask();
  queue.send();
}

function show(part) {
  for (const id of ["wait", "trouble", "question", "done"]) $(id).hidden = id !== part;
}

function trouble(kind) {
  $("trouble-title").textContent = text(kind + ".title");
  $("trouble-text").textContent = text(kind + ".text");
  show("trouble");
  $("trouble-title").focus();
}

function ask() {
  const q = questions[at];
  checked = false;
  show("question");
  paper.lock(false);
  paper.show(q.no);
  $("of").hidden = true;
  $("progress").textContent = text("progress", q.no, questions.length);
  $("answer").hidden = true;
  $("check").hidden = false;
  $("next").hidden = true;
  $("favourite").setAttribute("aria-pressed", String(q.favourite));
  complain(false);
  $("no").focus({ preventScroll: true });
  scrollTo(0, 0);
}

function complain(yes) {
  $("refusal").lastElementChild.textContent = yes ? text("empty") : "";
  $("refusal").hidden = !yes;
}

function check() {
  if (checked) return;
  paper.flush();
  const q = questions[at], body = answers.get(q.no);
  if (!isAnswer(body)) return complain(true);
  checked = true;
  const good = isRight(q, body);
  good ? right++ : wrong++;
  queue.add({ clientId: newId(), itemVersionId: q.itemVersionId, order: q.order, choice: body.choice, blanks: body.blanks, sequence: body.order, pairs: body.pairs, at: new Date().toISOString() });
  paper.lock(true);
  reveal(q, body, good);
}

function reveal(q, body, good) {
  $("verdict").textContent = text(good ? "right" : "wrong");
  $("verdict").className = good ? "badge badge-ok" : "badge badge-danger";
  $("key").textContent = text("key", keyText(q));
  for (const row of $("opts").querySelectorAll(".opt-row")) {
    const letter = row.firstChild.value;
    row.classList.toggle("is-key", (q.key.choice || []).includes(letter));
    row.classList.toggle("is-miss", (body.choice || []).includes(letter) && !(q.key.choice || []).includes(letter));
  }
  $("rationale").textContent = q.rationale;
  $("articles").replaceChildren(...q.articles.map(articleOf));
  showShares(q);
  $("note").value = q.note || "";
  $("note-state").textContent = "";
  $("answer").hidden = false;
  $("check").hidden = true;
  $("next").hidden = false;
  $("say").textContent = text(good ? "right" : "wrong") + " " + text("key", keyText(q));
  $("next").focus({ preventScroll: true });
  $("answer").scrollIntoView({ block: "nearest" });
}

function articleOf(one) {
  const link = el("a", { href: article + "?" + new URLSearchParams({ law: one.law, version: one.version, article: one.article }), target: "_blank", rel: "noopener", textContent: one.citation });
  return el("div", {}, el("p", {}, link), el("p", { textContent: one.text || text("quote", one.quote || "") }));
}

function showShares(q) {
  const choice = Boolean(q.key.choice);
  $("shares-box").hidden = !choice;
  if (!choice) return;
  const shares = q.shares;
  $("shares").replaceChildren(...(shares ? Object.entries(shares.percent).map(([letter, percent]) => {
    const bar = el("progress", { max: 100, value: percent });
    bar.setAttribute("aria-hidden", "true");
    return el("li", {}, el("span", { textContent: text("share", letter, percent) }), bar);
  }) : []));
  $("shares-of").textContent = shares ? text("shareOf", shares.people) : text("fewShares");
}

function keyText(q) {
  if (q.key.blanks) return q.key.blanks.map((variants, i) => text("blankKey", i + 1, variants.join(text("or")))).join("　");
  if (q.key.order) return q.key.order.join(" → ");
  if (q.key.pairs) return q.key.pairs.map((letter, i) => i + 1 + "—" + letter).join("　");
  return q.key.choice.join("、");
}

/* For what is shown at once; the server marks again, and its word is what counts. */
function isRight(q, body) {
  const same = (a, b) => a && a.length === b.length && a.every((one, i) => one === b[i]);
  if (q.key.blanks) return q.key.blanks.every((variants, i) => variants.some(one => plain(one) === plain((body.blanks || [])[i] || "")));
  if (q.key.order) return same(body.order, q.key.order);
  if (q.key.pairs) return same(body.pairs, q.key.pairs);
  return same([...(body.choice || [])].sort(), q.key.choice);
}

function plain(words) { return words.normalize("NFKC").replace(/\s+/g, "").toLowerCase(); }

function next() {
  if (!checked) return;
  if (++at < questions.length) return ask();
  $("progress").textContent = "";
  $("done-text").textContent = text("done", questions.length, right);
  $("done-book").textContent = wrong ? text("doneBook", wrong) : "";
  show("done");
  $("done-title").focus();
}

async function keep(q, body) {
  const reply = await fetch(api + "/practice/items/" + q.itemId, { method: "PUT", headers: { "Content-Type": "application/json", Authorization: "Bearer " + token }, body: JSON.stringify(body) });
  if (!reply.ok) throw new Error(String(reply.status));
}

async function favourite() {
  const q = questions[at];
  try {
    await keep(q, { favourite: !q.favourite });
    q.favourite = !q.favourite;
    if (questions[at] === q) $("favourite").setAttribute("aria-pressed", String(q.favourite));
  } catch { /* stays as it was, and shows so */ }
}

async function keepNote() {
  const q = questions[at], note = $("note").value;
  try {
    await keep(q, { note });
    q.note = note;
    $("note-state").textContent = text("noteSaved");
  } catch {
    $("note-state").textContent = text("noteFailed");
  }
}

function showSaved({ state, waiting, refused }) {
  $("save-text").textContent = refused ? text("refused", refused) : waiting && (state === "waiting" || state === "signedOut") ? text(state, waiting) : text(waiting ? "sending" : "saved");
}

/* A letter chooses; Enter shows the key, and then goes on. */
addEventListener("keydown", e => {
  if ($("question").hidden || e.ctrlKey || e.altKey || e.metaKey || e.isComposing || e.target.matches("textarea, select, button, a, summary")) return;
  if (e.key === "Enter") { e.preventDefault(); return checked ? next() : check(); }
  if (e.target.matches(".input")) return;
  const input = [...$("opts").querySelectorAll(".opt-row input")].find(i => i.value === e.key.toUpperCase());
  if (!input || input.matches(":disabled")) return;
  input.focus();
  input.click();
  e.preventDefault();
});

await load();
