import { inStore } from "./exam-db.js";
import { forgetAllOf } from "./exam-memory.js";

/* What a reload without network needs: the frozen paper (IndexedDB), this page's own markup and its files (Cache Storage,
   served by officer/exam/sw.js). The token is in neither; see renew() in exam-api.js. */
export const cacheName = "lianbing-exam";

/* Nothing a stored copy is served with may be looser than what the server sends. */
const policy = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** To be called before the script changes the page. */
export function copyOfPage() {
  const copy = document.documentElement.cloneNode(true);
  copy.querySelector("body").dataset.token = "";
  return "<!DOCTYPE html>\n" + copy.outerHTML;
}

export function openKeep(db, attempt, page) {
  const here = location.href.split("#")[0];

  /* Absent on plain http in a LAN, in some private windows and behind some policies: then there is no offline reload,
     which nobody has to be told; an open page still queues. */
  async function offlineReload() {
    try {
      await navigator.serviceWorker.register("sw.js");
      const cache = await caches.open(cacheName);
      await cache.put(here, new Response(page, { headers: { "Content-Type": "text/html; charset=UTF-8", "Content-Security-Policy": policy } }));
      const files = performance.getEntriesByType("resource").map(r => r.name).filter(name => name.includes("/resources/app/"));
      // The first visit fetched them before the worker was there.
      await Promise.all(files.map(async file => { if (!await cache.match(file)) await cache.add(file); }));
    } catch { /* no offline reload */ }
  }

  const safely = async work => { try { return db && await work(); } catch { return null; } };

  return {
    offlineReload,
    paper: paper => safely(() => inStore(db, "papers", "readwrite", store => { store.put({ attempt, paper }); })),
    async lastPaper() {
      const found = await safely(() => inStore(db, "papers", "readonly", store => store.get(attempt)));
      return found ? found.paper : null;
    },
    /** An office PC is shared: once the attempt is over, its paper goes. */
    async forget() {
      await safely(() => inStore(db, "papers", "readwrite", store => { store.delete(attempt); }));
      try { await (await caches.open(cacheName)).delete(here); } catch { /* none kept */ }
      forgetAllOf(attempt);
    },
  };
}
