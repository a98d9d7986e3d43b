/* Lets an examinee reload the exam page without network. The page puts its own copy and its files into the cache (see
   exam-keep.js); this worker only hands them out when the server does not. Answers of /api are never touched. */
const cacheName = "lianbing-exam";
const patience = 8000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", e => e.waitUntil(self.clients.claim()));

self.addEventListener("fetch", e => {
  const { request } = e;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate") {
    if (url.pathname.endsWith("/sitting.xhtml")) e.respondWith(page(request));
  } else if (url.pathname.includes("/resources/app/")) {
    e.respondWith(url.searchParams.has("v") ? versioned(request) : current(request));
  }
});

/* A redirect to the sign-in page is an answer like any other. */
async function page(request) {
  const asked = fetch(request);
  try {
    const answer = await within(patience, asked);
    return answer.status < 500 ? answer : (await kept(request)) || answer;
  } catch (e) {
    return (await kept(request)) || asked;
  }
}

/* An address with a hash never changes its content. */
async function versioned(request) {
  return (await kept(request)) || keep(request, await fetch(request));
}

/* Modules are imported without a hash. Serving the old one first would mix two releases in one page after an upgrade, so
   the network comes first here too. */
async function current(request) {
  const asked = fetch(request);
  try {
    const answer = await within(patience, asked);
    return answer.ok ? keep(request, answer) : (await kept(request)) || answer;
  } catch (e) {
    return (await kept(request)) || asked;
  }
}

async function kept(request) {
  return (await caches.open(cacheName)).match(request);
}

async function keep(request, answer) {
  if (!answer.ok) return answer;
  const cache = await caches.open(cacheName);
  // Releases before this one are not needed any more.
  await cache.delete(request, { ignoreSearch: true });
  await cache.put(request, answer.clone());
  return answer;
}

function within(millis, promise) {
  return Promise.race([promise, new Promise((_, reject) => setTimeout(() => reject(new Error("slow")), millis))]);
}
