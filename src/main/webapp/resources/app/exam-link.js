/* One judgement of the connection for the whole page, so that eighty unsent answers do not each knock at a server that is
   just getting up: while it is down everybody waits, and one probe goes out at a time. */
const longest = 10_000;

export function openLink(probe) {
  const listeners = [];
  let trouble = navigator.onLine ? null : "offline";
  let tries = 0;
  let timer = 0;
  let notBefore = 0;

  function set(next) {
    if (next === trouble) return;
    const before = trouble;
    trouble = next;
    for (const listener of listeners) listener(next, before);
  }

  function up() {
    tries = notBefore = 0;
    clearTimeout(timer);
    timer = 0;
    set(null);
  }

  function down(kind, retryAfter = 0) {
    if (retryAfter) notBefore = performance.now() + retryAfter * 1000;
    set(kind);
    if (!timer) wait(Math.min(longest, 1000 * 2 ** tries++));
  }

  /* Jitter: a whole hall loses and regains the network in the same second. */
  function wait(backoff) {
    const delay = Math.max(backoff * (0.5 + Math.random() / 2), notBefore - performance.now());
    timer = setTimeout(async () => {
      timer = 0;
      await probe();
      if (trouble && !timer) wait(Math.min(longest, 1000 * 2 ** tries++));
    }, delay);
  }

  addEventListener("offline", () => down("offline"));
  addEventListener("online", () => {
    if (!trouble) return;
    tries = 0;
    clearTimeout(timer);
    wait(1000);
  });

  return {
    up,
    down,
    /** null, "offline" or "busy" */
    get trouble() { return trouble; },
    onChange(listener) { listeners.push(listener); },
    /** Resolves once the server has answered again; at once where it is not known to be away. */
    whenUp: () => new Promise(resolve => {
      if (!trouble) return resolve();
      if (!timer) wait(1000);
      listeners.push(now => { if (!now) resolve(); });
    }),
  };
}
