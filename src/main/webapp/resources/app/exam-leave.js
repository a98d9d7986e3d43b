import { isPassing } from "./exam-api.js";
import { note } from "./exam-notes.js";
import { text } from "./exam-texts.js";

/* Tells the invigilator when the page was out of sight or without network. It only counts; nothing is taken from anybody
   here. A glance under three seconds (a notification, a mistaken click) is not a leave, losing the focus is none either. */
const glance = 3000;
const kept = 50;

export function watchLeaves({ api, link, clock }) {
  const unsent = [];
  let known = null;
  let hiddenAt = null;
  let offlineAt = link.trouble === "offline" ? performance.now() : null;
  let sending = false;
  let stopped = false;

  function record(kind, since) {
    const now = performance.now();
    const at = when => new Date(clock.now() === null ? Date.now() : clock.now() - (now - when)).toISOString();
    if (kind === "PAGE") unsent.push({ kind: "PAGE_HIDDEN", at: at(since) }, { kind: "PAGE_VISIBLE", at: at(now), millis: Math.round(now - since) });
    else unsent.push({ kind: "OFFLINE", at: at(since) }, { kind: "ONLINE", at: at(now), millis: Math.round(now - since) });
    unsent.splice(0, unsent.length - kept);
  }

  async function send() {
    if (sending || stopped || link.trouble || !unsent.length) return;
    sending = true;
    const batch = [...unsent];
    try {
      told(await api.events(batch));
      unsent.splice(0, batch.length);
    } catch (e) {
      // What the server will never take is not sent again; the rest goes with the next.
      if (!isPassing(e)) unsent.splice(0, batch.length);
    }
    sending = false;
  }

  function told({ leavesUsed, leavesAllowed }) {
    if (typeof leavesUsed !== "number") return;
    if (known !== null && leavesUsed > known) {
      const key = leavesAllowed == null ? "counted" : leavesUsed > leavesAllowed ? "over" : "limited";
      note("leave", text("leave." + key, leavesUsed, leavesAllowed), "warn");
    }
    known = leavesUsed;
  }

  document.addEventListener("visibilitychange", () => {
    if (stopped) return;
    if (document.hidden) { hiddenAt = performance.now(); return; }
    if (hiddenAt !== null && performance.now() - hiddenAt >= glance) record("PAGE", hiddenAt);
    hiddenAt = null;
    send();
    stayAwake();
  });

  link.onChange((now, before) => {
    if (now === "offline") offlineAt ??= performance.now();
    if (!now && offlineAt !== null) { record("LINK", offlineAt); offlineAt = null; }
    if (!now) send();
  });

  stayAwake();
  return { told, send, stop() { stopped = true; } };
}

/* A phone that dims by itself would be counted as a leave. */
async function stayAwake() {
  try { await navigator.wakeLock.request("screen"); } catch { /* not offered, or no battery to spare */ }
}
