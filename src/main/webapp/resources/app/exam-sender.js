import { isPassing, Problem, Unreachable } from "./exam-api.js";

/* Brings queued answers to the server: one request a question at a time, four in all. An entry leaves only when the server
   has said that it is durable, or that it will never take it. */
const together = 4;

export function openSender({ api, queue, link, onChange, onSaved, onNewer, onRefused, onClosed, onSignedOut }) {
  const waiting = new Map();
  const flying = new Set();
  let stopped = false;

  function add(entry) {
    if (stopped && !waiting.has(entry.no)) { waiting.set(entry.no, entry); return onChange(); }
    const there = waiting.get(entry.no);
    if (!there || there.seq < entry.seq) waiting.set(entry.no, entry);
    pump();
  }

  function pump() {
    for (const entry of waiting.values()) {
      if (stopped || link.trouble || flying.size >= together) break;
      if (!flying.has(entry.no)) fly(entry);
    }
    onChange();
  }

  async function fly(entry) {
    flying.add(entry.no);
    try {
      await delivered(entry, await api.save(entry.no, { ...entry.body, seq: entry.seq }));
    } catch (e) {
      await failed(entry, e);
    }
    flying.delete(entry.no);
    pump();
  }

  async function delivered(entry, reply) {
    if (typeof reply.seq !== "number") throw new Unreachable("not an acknowledgement");
    queue.saw(reply.seq);
    leave(entry);
    const newer = reply.seq > entry.seq || reply.stale === true;
    await (newer ? queue.drop(entry.no, entry.seq) : queue.ack(entry.no, entry.seq));
    onSaved(entry, reply);
    if (newer) onNewer(entry.no);
  }

  async function failed(entry, e) {
    if (stopped) return;
    if (isPassing(e)) {
      // To the end of the line: one answer the server chokes on must not hold up the others.
      if (waiting.get(entry.no) === entry) { waiting.delete(entry.no); waiting.set(entry.no, entry); }
    } else if (!(e instanceof Problem)) {
      throw e;
    } else if (e.code === "attempt-closed") {
      onClosed();
    } else if (e.status === 401 || e.status === 403 || e.status === 404) {
      onSignedOut(e);
    } else {
      leave(entry);
      await queue.drop(entry.no, entry.seq);
      onRefused(entry, e);
    }
  }

  function leave(entry) {
    if (waiting.get(entry.no) && waiting.get(entry.no).seq <= entry.seq) waiting.delete(entry.no);
  }

  return {
    add,
    pump,
    entries: () => [...waiting.values()],
    has: no => waiting.has(no),
    get busy() { return waiting.size > 0; },
    stop() { stopped = true; },
    resume() { stopped = false; pump(); },
    /** One entry as a probe of a connection that is down; false where there is none. */
    async probe() {
      const entry = stopped ? null : [...waiting.values()].find(e => !flying.has(e.no));
      if (!entry) return false;
      await fly(entry);
      return true;
    },
    /** Waits until all is sent, the connection is down, or the time is over. */
    async drained(patience) {
      const until = performance.now() + patience;
      while (waiting.size && !link.trouble && !stopped && performance.now() < until) await new Promise(r => setTimeout(r, 50));
    },
  };
}
