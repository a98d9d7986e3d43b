/* The REST contract of an attempt. Every reply also tells the link whether the server is there, and the clock what time it is. */

/** Nothing, or nothing of ours, answered. */
export class Unreachable extends Error {}

/** The server answered, and refused (RFC 9457). */
export class Problem extends Error {
  constructor(status, body, retryAfter) {
    super(body.detail || body.title || String(status));
    this.status = status;
    this.code = body.code || "";
    this.detail = body.detail || body.title || "";
    this.retryAfter = retryAfter;
  }
  /** True where the same request may succeed later. */
  get passing() { return this.status >= 500 || this.status === 429 || this.status === 408; }
}

export function isPassing(e) { return e instanceof Unreachable || (e instanceof Problem && e.passing); }

export function openApi({ base, attempt, token, link, heard }) {
  const root = base + "/attempts/" + encodeURIComponent(attempt);
  let renewing = null;

  async function reach(url, options, patience) {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), patience);
    const started = performance.now();
    try {
      const answer = await fetch(url, { cache: "no-store", ...options, signal: abort.signal });
      return { answer, halfTrip: (performance.now() - started) / 2, body: await answer.text() };
    } catch (e) {
      throw new Unreachable(String(e));
    } finally {
      clearTimeout(timer);
    }
  }

  /* The token lives shorter than some exams, and the copy of this page kept for offline reloads has none: the page
     itself, asked with the session's cookie, prints a new one. A sign-in page has no such attribute. */
  function renew() {
    renewing ??= (async () => {
      const { answer, body } = await reach(location.href, { credentials: "same-origin" }, 10_000);
      if (answer.status >= 500) throw new Problem(answer.status, {}, 0);
      if (!answer.ok && !answer.headers.has("Content-Security-Policy")) throw new Unreachable("not our page");
      const page = new DOMParser().parseFromString(body, "text/html").body.dataset;
      if (!answer.ok || page.attempt !== attempt || !page.token) return false;
      token = page.token;
      return true;
    })().finally(() => { renewing = null; });
    return renewing;
  }

  function send(method, path, body, { patience = 10_000, keepalive = false } = {}) {
    const headers = { Accept: "application/json, application/problem+json", Authorization: "Bearer " + token };
    if (body !== undefined) headers["Content-Type"] = "application/json";
    return reach(root + path, { method, headers, keepalive, credentials: "omit", body: body && JSON.stringify(body) }, patience);
  }

  async function exchange(method, path, body, options) {
    const used = token;
    let got = used ? await send(method, path, body, options) : null;
    if ((!got || got.answer.status === 401) && (token !== used || await renew())) got = await send(method, path, body, options);
    if (!got) throw new Problem(401, {}, 0);
    const json = parse(got);
    // While the program starts, the server below it answers 404 and 403 with pages of its own: not our refusal, so it passes.
    if (!json && got.answer.status >= 400 && got.answer.status < 500) throw new Unreachable("not our refusal");
    if (!got.answer.ok) throw new Problem(got.answer.status, json || {}, Number(got.answer.headers.get("Retry-After")) || 0);
    // A portal's log-in page or a proxy's greeting also answers 200: that is not our server.
    if (!json) throw new Unreachable("no JSON");
    heard(json, got.halfTrip);
    return json;
  }

  async function call(...what) {
    try {
      const json = await exchange(...what);
      link.up();
      return json;
    } catch (e) {
      if (e instanceof Unreachable) link.down("offline");
      else if (isPassing(e)) link.down("busy", e.retryAfter);
      else link.up();
      throw e;
    }
  }

  return {
    attempt: () => call("GET", "", undefined, { patience: 20_000 }),
    save: (no, body) => call("PUT", "/responses/" + no, body),
    heartbeat: () => call("POST", "/heartbeat", undefined, { patience: 8_000 }),
    handIn: responses => call("POST", "/submission", { responses }, { patience: 20_000 }),
    events: events => call("POST", "/events", events, { keepalive: true }),
  };
}

function parse({ answer, body }) {
  if (body === "") return {};
  if (!/[/+]json/.test(answer.headers.get("Content-Type") || "")) return null;
  try { return JSON.parse(body); } catch { return null; }
}
