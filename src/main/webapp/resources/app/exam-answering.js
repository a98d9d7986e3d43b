import { bodyOf, isWritten, sameAnswer } from "./exam-answers.js";

/* Keeps three places in step: what is shown, what this device has queued, what the server holds. `seqs` remembers under
   which number the shown answer stands, so that a snapshot of the server older than the last change never undoes it. */
export function openAnswering({ answers, queue, sender, keep }) {
  const seqs = new Map();
  const accepted = new Map();
  const storing = new Map();
  let savedAt = null;

  const saved = time => { if (time && (!savedAt || Date.parse(time) > Date.parse(savedAt))) savedAt = time; };
  const isOurs = no => storing.has(no) || sender.has(no);

  /** First into this browser's store, then to the server. */
  async function save(no, body) {
    storing.set(no, (storing.get(no) || 0) + 1);
    const entry = await queue.put(no, body);
    seqs.set(no, Math.max(entry.seq, seqs.get(no) || 0));
    storing.set(no, storing.get(no) - 1);
    if (!storing.get(no)) storing.delete(no);
    sender.add(entry);
  }

  /** Takes over the server's answers where nothing of ours is on its way; returns the questions that changed. */
  function adopt(paper, leaveAlone = () => false) {
    const changed = [];
    for (const { no, response } of paper.questions) {
      if (!response) continue;
      queue.saw(response.seq);
      saved(response.savedAt);
      if (response.seq <= (seqs.get(no) || 0)) continue;
      accepted.set(no, bodyOf(response) || {});
      if (isOurs(no) || leaveAlone(no)) continue;
      seqs.set(no, response.seq);
      if (!sameAnswer(bodyOf(response), answers.get(no))) changed.push(no);
      answers.set(no, bodyOf(response) || {});
    }
    return changed;
  }

  /** Keeps a fresh paper for a reload without network, instead of the acknowledged answers it contains. */
  async function keepPaper(paper) {
    await keep.paper(paper);
    await queue.forgetAcked(new Map(paper.questions.map(q => [q.no, q.response ? q.response.seq : 0])));
  }

  /** What this browser had stored before it was loaded again. An offline load has an old paper: then it knows better. */
  function restore(entries, paperIsOld) {
    for (const entry of entries) {
      if (entry.acked && !paperIsOld) continue;
      seqs.set(entry.no, Math.max(entry.seq, seqs.get(entry.no) || 0));
      answers.set(entry.no, entry.body);
      if (!entry.acked) sender.add(entry);
    }
  }

  function acknowledged(entry, reply) {
    saved(reply.savedAt);
    accepted.set(entry.no, entry.body);
  }

  /** The number of an answer that lost against a newer one is no reason to ignore the newer one. */
  function lost(no) { if (!isOurs(no)) seqs.delete(no); }

  function refused(entry, why) {
    if (isOurs(entry.no)) return;
    // A choice goes back to what the server holds; words somebody wrote stay where they are, to be mended.
    if (!isWritten(entry.body)) answers.set(entry.no, accepted.get(entry.no) || {});
    answers.refuse(entry.no, why);
  }

  return {
    save, adopt, keepPaper, restore, acknowledged, lost, refused,
    get savedAt() { return savedAt; },
    get unsent() { return storing.size > 0 || sender.busy; },
  };
}
