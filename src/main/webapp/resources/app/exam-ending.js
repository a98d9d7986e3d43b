import { isPassing, Problem } from "./exam-api.js";
import { isAnswer, bodyOf } from "./exam-answers.js";
import { showReceipt } from "./exam-receipt.js";
import { note, unnote } from "./exam-notes.js";
import { text } from "./exam-texts.js";

/* The ways an attempt ends: handed in by hand, at the deadline, or closed by the server meanwhile. All of them end in one
   receipt that counts only what the server confirms. */
const spread = 3000;
const patience = 8000;

const pause = millis => new Promise(resolve => setTimeout(resolve, millis));

export function openEnding({ api, link, sender, answers, passMark, lock, stop, forget, onSignedOut }) {
  let over = false;
  let sending = null;
  let round = 0;

  /** Sends what is queued, then hands in with whatever could not be sent; twice pressed is once sent. */
  function handIn(withAnswers = true) {
    sending ??= submit(withAnswers).finally(() => { sending = null; });
    return sending;
  }

  async function submit(withAnswers) {
    await sender.drained(patience);
    if (over) return;
    const late = sender.entries();
    try {
      const outcome = await api.handIn(withAnswers ? late.map(e => ({ no: e.no, ...e.body, seq: e.seq })) : []);
      await finish(outcome, late.length ? await confirmed() : null);
    } catch (e) {
      if (e instanceof Problem && e.code === "attempt-closed") await closed();
      else throw e;
    }
  }

  /* A submission that came late answers 200 like the first one, whatever it brought along: only the stored answers tell. */
  async function confirmed() {
    for (let tries = 0; tries < 3; tries++) {
      try { return await api.attempt(); } catch (e) { if (!isPassing(e)) break; }
      await Promise.race([link.whenUp(), pause(5000)]);
    }
    return {};
  }

  /** The server says that the attempt is not open any more. */
  async function closed() {
    if (over) return;
    over = true;
    stop();
    note("ending", text("ending"));
    for (;;) {
      try {
        const attempt = await api.attempt();
        return await end({ ...attempt, ...await receiptOf(attempt) }, attempt);
      } catch (e) {
        if (!isPassing(e)) return onSignedOut(e);
        await link.whenUp();
        await pause(500 + Math.random() * 1000);
      }
    }
  }

  /* Handing in again answers the same and brings the receipt, where the attempt itself does not tell it. */
  async function receiptOf(attempt) {
    if (attempt.receipt || attempt.state === "VOIDED" || attempt.state === "OPEN") return {};
    try {
      return await api.handIn([]);
    } catch (e) {
      if (isPassing(e)) throw e;
      return {};
    }
  }

  async function finish(outcome, attempt) {
    if (over) return;
    over = true;
    stop();
    await end(outcome, attempt);
  }

  async function end(outcome, attempt) {
    const stored = new Map(attempt && attempt.questions ? attempt.questions.map(q => [q.no, q.response]) : []);
    const lost = sender.entries().filter(e => !(stored.get(e.no) && stored.get(e.no).seq >= e.seq)).map(e => e.no);
    const answered = stored.size ? [...stored.values()].filter(r => isAnswer(bodyOf(r))).length : answers.answered().length - lost.length;
    unnote("ending");
    showReceipt(outcome, { passMark, answered, total: answers.questions.length, lost });
    await forget(lost);
  }

  /** Hands in by itself. The random wait keeps a hall of examinees from arriving in one millisecond; the server's grace is longer. */
  async function timeUp() {
    const mine = ++round;
    let withAnswers = true;
    lock(true);
    note("time", text("timeUp"), "warn");
    await pause(Math.random() * spread);
    while (!over && mine === round) {
      try {
        return await handIn(withAnswers);
      } catch (e) {
        if (e instanceof Problem && [401, 403, 404].includes(e.status)) return onSignedOut(e);
        // One answer the server will not take must not keep the paper from being handed in.
        if (!isPassing(e)) withAnswers = false;
        if (link.trouble) note("time", text("timeUpOffline"), "warn");
        await link.whenUp();
        await pause(500 + Math.random() * 1000);
      }
    }
  }

  function moreTime() {
    round++;
    unnote("time");
    lock(false);
  }

  return { handIn, closed, timeUp, moreTime, get over() { return over; } };
}
