/* IndexedDB with promises. `null` where the browser refuses it (private windows, full disks): the exam then lives in memory
   only, and the save line says so. */
export function openDb() {
  return new Promise(resolve => {
    let request;
    try { request = indexedDB.open("lianbing-exam", 1); } catch { return resolve(null); }
    request.onupgradeneeded = () => {
      request.result.createObjectStore("answers", { keyPath: ["attempt", "no"] });
      request.result.createObjectStore("papers", { keyPath: "attempt" });
    };
    request.onsuccess = () => {
      // Another tab with a newer page must be able to upgrade.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = request.onblocked = () => resolve(null);
  });
}

/** Runs `work(store)` in one transaction; resolves, with what its request found, once the transaction is complete. */
export function inStore(db, store, mode, work) {
  return new Promise((resolve, reject) => {
    const tx = db.transaction(store, mode);
    const request = work(tx.objectStore(store));
    tx.oncomplete = () => resolve(request && request.result);
    tx.onerror = tx.onabort = () => reject(tx.error);
  });
}
