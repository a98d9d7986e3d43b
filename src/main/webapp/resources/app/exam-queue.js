import { inStore } from "./exam-db.js";

/* What this device answered, one record a question, the newest only. A record stays after the server has acknowledged it
   (`acked`), because the kept paper is as old as the last load and a reload offline needs both. Record 0 holds the counter
   `seq`: two tabs of one browser draw from it in one transaction and never give the same number twice. */
const counterNo = 0;

export function openQueue(db, attempt) {
  const all = IDBKeyRange.bound([attempt, counterNo], [attempt, Infinity]);
  let known = 0;
  let durable = db !== null;

  async function using(mode, work, otherwise) {
    if (!durable) return otherwise;
    try {
      return await inStore(db, "answers", mode, work);
    } catch {
      durable = false;
      return otherwise;
    }
  }

  const records = async () => (await using("readonly", s => s.getAll(all), [])) || [];

  return {
    get durable() { return durable; },
    get known() { return known; },
    /** Somebody has used this number: ours go on above it. */
    saw(seq) { known = Math.max(known, seq || 0); },

    /** Stores an answer under the next number and returns the entry. */
    async put(no, body) {
      const entry = { attempt, no, body, seq: 0, acked: false };
      await using("readwrite", store => {
        const counter = store.get([attempt, counterNo]);
        counter.onsuccess = () => {
          entry.seq = known = Math.max(known, counter.result ? counter.result.seq : 0) + 1;
          store.put({ attempt, no: counterNo, seq: entry.seq, acked: true });
          store.put(entry);
        };
      });
      if (!entry.seq) entry.seq = ++known;
      return entry;
    },

    ack: (no, seq) => ifStill(no, seq, (store, record) => store.put({ ...record, acked: true })),
    drop: (no, seq) => ifStill(no, seq, store => store.delete([attempt, no])),

    async load() {
      const found = await records();
      for (const record of found) known = Math.max(known, record.seq);
      return found.filter(record => record.no !== counterNo);
    },

    /** A fresh paper holds what was acknowledged up to these numbers. */
    async forgetAcked(seqs) {
      const old = (await records()).filter(r => r.acked && r.no !== counterNo && r.seq <= seqs.get(r.no));
      await Promise.all(old.map(r => this.drop(r.no, r.seq)));
    },

    async forgetAll() { await using("readwrite", store => { store.delete(all); }); },
  };

  /* Only the record that was sent: a newer change of the same question may lie there by now. */
  async function ifStill(no, seq, change) {
    await using("readwrite", store => {
      const found = store.get([attempt, no]);
      found.onsuccess = () => { if (found.result && found.result.seq === seq) change(store, found.result); };
    });
  }
}
