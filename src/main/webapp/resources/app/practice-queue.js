/* Answers that are not on the server yet. They lie in localStorage, each with an id of its own, so that sending one twice is
   nothing and closing the page loses nothing. */
const most = 50;
const pause = 5000;

export function openQueue({ officer, api, token, onChange }) {
  const name = "practice-queue:" + officer;
  let kept = read();
  let sending = false;
  let state = "saved";
  let refused = 0;

  function read() {
    try { return JSON.parse(localStorage.getItem(name)) || []; } catch { return []; }
  }

  /* Another tab of the same officer may have added or sent some. */
  function change(work) {
    const now = read();
    kept = work(now.length || !kept.length ? now : kept);
    try { localStorage.setItem(name, JSON.stringify(kept)); } catch { /* private mode: kept in the page alone */ }
    tell();
  }

  function tell() { onChange({ state, waiting: kept.length, refused }); }

  function add(entry) {
    change(all => [...all, entry]);
    send();
  }

  async function send() {
    if (sending || !kept.length) return tell();
    sending = true;
    state = "sending";
    tell();
    const batch = kept.slice(0, most);
    const ids = new Set(batch.map(one => one.clientId));
    try {
      const reply = await post(batch);
      if (reply.status === 401 || reply.status === 403) { state = "signedOut"; return; }
      if (reply.status === 422 || reply.status === 400) {
        // One that does not fit must not hold up the others.
        if (batch.length > 1) await oneByOne(batch);
        else { refused++; change(all => all.filter(one => !ids.has(one.clientId))); }
      } else if (!reply.ok) throw new Error(String(reply.status));
      else change(all => all.filter(one => !ids.has(one.clientId)));
      state = "saved";
    } catch {
      state = "waiting";
      setTimeout(send, pause);
    } finally {
      sending = false;
      tell();
    }
    if (state === "saved" && kept.length) send();
  }

  async function oneByOne(batch) {
    for (const entry of batch) {
      const reply = await post([entry]);
      if (reply.status === 422 || reply.status === 400) refused++;
      else if (!reply.ok) throw new Error(String(reply.status));
      change(all => all.filter(one => one.clientId !== entry.clientId));
    }
  }

  function post(answers) {
    return fetch(api + "/practice/answers", { method: "POST", headers: { "Content-Type": "application/json", Authorization: "Bearer " + token }, body: JSON.stringify({ answers }) });
  }

  addEventListener("online", send);
  return { add, send };
}

export function newId() {
  return crypto.randomUUID ? crypto.randomUUID() : Array.from(crypto.getRandomValues(new Uint8Array(16)), b => b.toString(16).padStart(2, "0")).join("");
}
