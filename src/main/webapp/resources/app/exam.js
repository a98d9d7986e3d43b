import { copyOfPage, openKeep } from "./exam-keep.js";
import { $ } from "./exam-dom.js";
import { questionList, text } from "./exam-texts.js";
import { hourAndMinute } from "./exam-time.js";
import { recall, remember } from "./exam-memory.js";
import { openDb } from "./exam-db.js";
import { openQueue } from "./exam-queue.js";
import { openLink } from "./exam-link.js";
import { isPassing, openApi } from "./exam-api.js";
import { minutesAndSeconds, openClock } from "./exam-clock.js";
import { openSender } from "./exam-sender.js";
import { openPulse } from "./exam-pulse.js";
import { isWritten, openAnswers } from "./exam-answers.js";
import { openAnswering } from "./exam-answering.js";
import { openDesk } from "./exam-desk.js";
import { openEnding } from "./exam-ending.js";
import { offerHandIn } from "./exam-hand-in.js";
import { watchLeaves } from "./exam-leave.js";
import { showHead, showRules } from "./exam-head.js";
import { showSaveLine } from "./exam-save-line.js";
import { hideTrouble, showTrouble } from "./exam-trouble.js";
import { closeDialogs, wireDialogs } from "./exam-dialogs.js";
import { offerTextSizes } from "./exam-text-size.js";
import { note, say, unnote } from "./exam-notes.js";

/* The exam page: makes the parts and tells each what the others have found. What happens to an answer, in order:
   exam-paper reads it, exam-answering stores it (exam-queue), exam-sender brings it to the server (exam-api), and only
   that reply lets exam-save-line say so. */
const page = copyOfPage();
const { attempt: id, token, api: base } = document.body.dataset;
const leftKey = "exam-left:" + id;

const db = await openDb();
const keep = openKeep(db, id, page);
const queue = openQueue(db, id);
const link = openLink(probe);
const clock = openClock({ onTick: showClock, onSpeak: minutes => say(text("minutesLeft", minutes)), onUp: timeUp, onMore: moreTime });
const api = openApi({ base, attempt: id, token, link, heard: clock.hear });
const pulse = openPulse({ api, link, onPulse, onRefused: onSignedOut });
const sender = openSender({ api, queue, link, onChange: showSaved, onSaved, onNewer, onRefused, onClosed: () => ending.closed(), onSignedOut });

/* Made once the paper is here. */
let exam, answers, answering, desk, ending, leaves;
let signedOut = false;
let leaving = false;

wireDialogs();
offerTextSizes();

/* ── Loading ── */

async function load() {
  const kept = await keep.lastPaper();
  let fresh = null;
  try {
    fresh = await api.attempt();
  } catch (e) {
    if (!isPassing(e)) return cannotLoad(e);
    if (!kept) return loadLater();
  }
  await begin(fresh || kept, !fresh);
}

async function loadLater() {
  showTrouble("unreachable", { retry: () => location.reload() });
  await link.whenUp();
  await new Promise(resolve => setTimeout(resolve, 1000 + Math.random() * 2000));
  hideTrouble();
  await load();
}

function cannotLoad(e) {
  if (e.status === 401 || e.status === 403) showTrouble("signedOut", { link: signInLink() });
  else if (e.status === 404) showTrouble("missing");
  else showTrouble("failed", { detail: e.detail, retry: () => location.reload() });
}

async function begin(paper, isOld) {
  exam = paper;
  answers = openAnswers(id, exam.questions || []);
  answering = openAnswering({ answers, queue, sender, keep });
  ending = openEnding({ api, link, sender, answers, passMark: exam.passMark, lock: locked => desk.paper.lock(locked), stop, forget, onSignedOut });
  const entries = await queue.load();
  if (exam.state !== "OPEN") {
    sender.stop();
    answering.restore(entries);
    return ending.closed();
  }
  await answering.adopt(exam);
  answering.restore(entries, isOld);
  leaves = watchLeaves({ api, link, clock });
  leaves.told(exam);
  showDesk();
  if (isOld) showsOldPaper(); else { await answering.keepPaper(exam); keep.offlineReload(); }
  link.onChange(showSaved);
  clock.start();
  pulse.start();
}

function showDesk() {
  showHead(exam, endsAt());
  showRules(exam);
  desk = openDesk({ attempt: id, answers, onAnswer, onTyping: showSaved });
  offerHandIn({ answers, sheet: desk.sheet, link, handIn: () => ending.handIn(), beforeAsking: () => { desk.paper.flush(); desk.sheet.close(); } });
  showSaved();
}

function showsOldPaper() {
  clock.hear({ remainingMillis: recall(leftKey, exam.remainingMillis) });
  note("old", text("offlineStart"), "warn");
  link.whenUp().then(() => { unnote("old"); catchUp(); });
}

/* ── Answering ── */

function onAnswer(no, body) {
  answering.save(no, body);
  showSaved();
}

function onSaved(entry, reply) {
  answering.acknowledged(entry, reply);
  showSaved();
}

function onNewer(no) {
  answering.lost(no);
  catchUp();
}

function onRefused(entry, problem) {
  answering.refused(entry, text("refused", problem.detail || text("refusedPlain")));
  if (!isWritten(entry.body)) desk.changed([entry.no]); else desk.paper.showState();
  showSaved();
}

/* Another device or window was here: show what the server holds now. */
let catching = null;
function catchUp() {
  catching ??= (async () => {
    try {
      const fresh = await api.attempt();
      if (fresh.state !== "OPEN") return ending.closed();
      const changed = answering.adopt(fresh, desk.isTypingAt);
      await answering.keepPaper(fresh);
      desk.changed(changed);
      if (changed.length) note("device", text("otherDevice", questionList(changed)));
    } catch (e) {
      if (!isPassing(e)) onSignedOut(e);
    } finally {
      catching = null;
      showSaved();
    }
  })();
}

function isUnsent() { return Boolean(desk && (answering.unsent || desk.paper.typing)); }

function showSaved() {
  if (!desk) return;
  showSaveLine({ signedOut, trouble: link.trouble, unsent: isUnsent(), refused: answers.refused(), durable: queue.durable, savedAt: answering.savedAt });
}

/* ── Time and the connection ── */

function endsAt() { return clock.now() === null ? Date.parse(exam.deadline) : clock.now() + clock.left(); }

function showClock(left) {
  const words = minutesAndSeconds(left);
  $("clock").textContent = words;
  $("clock-box").classList.toggle("is-low", left <= 300_000);
  // For a reload without network: the time that was left, not a date that a device could change.
  if (/[05]$/.test(words)) remember(leftKey, left);
}

function timeUp() {
  desk.paper.flush();
  closeDialogs();
  desk.sheet.close();
  ending.timeUp();
}

function moreTime(left) {
  ending.moreTime();
  showHead(exam, endsAt());
  note("time", text("extraTime", Math.round(left / 60_000), hourAndMinute(endsAt())));
}

/* A waiting answer is the best probe of a connection; where none waits, or none may be sent, a heartbeat. */
async function probe() {
  if (!await sender.probe()) await pulse.beat();
}

function onPulse(told) {
  if (!ending || ending.over) return;
  if (told.state && told.state !== "OPEN") return ending.closed();
  if (leaves) { leaves.told(told); leaves.send(); }
  if (desk && told.lastSeq > queue.known) catchUp();
}

/* ── Signed out, leaving, ending ── */

function signInLink() { return { href: location.href, words: text("signedOut.link") }; }

function onSignedOut(problem) {
  if (signedOut || !ending) return;
  signedOut = true;
  sender.stop();
  if (desk) desk.paper.flush();
  closeDialogs();
  if (problem.status === 404) showTrouble("missing", { retry: signedInAgain });
  else showTrouble("signedOut", { retry: signedInAgain, link: signInLink() });
  showSaved();
}

/* Signed in again in another tab: this one goes on where it was. */
async function signedInAgain() {
  try { await api.heartbeat(); } catch { return; }
  if (!desk || ending.over) return location.reload();
  signedOut = false;
  hideTrouble();
  for (const part of ["question", "sheet", "dock"]) $(part).hidden = false;
  sender.resume();
  pulse.beat();
}

function stop() {
  sender.stop();
  clock.stop();
  pulse.stop();
  if (leaves) leaves.stop();
  closeDialogs();
  if (desk) desk.paper.lock(true);
}

/* What did not arrive stays, as the officer's evidence; the paper does not. */
async function forget(lost) {
  leaving = true;
  await keep.forget();
  if (!lost.length) await queue.forgetAll();
}

document.addEventListener("visibilitychange", () => {
  if (!desk || ending.over) return;
  if (document.hidden) desk.paper.flush();
  else if (signedOut) signedInAgain();
  else pulse.beat();
});
addEventListener("pagehide", () => { if (desk) desk.paper.flush(); });
$("trouble-link").addEventListener("click", () => { leaving = true; });
addEventListener("beforeunload", e => {
  if (leaving || !isUnsent()) return;
  desk.paper.flush();
  e.preventDefault();
  e.returnValue = "";
});

await load();
