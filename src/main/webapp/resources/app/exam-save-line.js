import { $ } from "./exam-dom.js";
import { questionList, text } from "./exam-texts.js";
import { timeOfDay } from "./exam-time.js";

/* One honest line. "Saved" is said only where nothing is left to say against it. */
export function showSaveLine(facts) {
  const [state, words] = lineFor(facts);
  $("save").dataset.state = state;
  // A status region speaks whenever it is written to.
  if ($("save-text").textContent !== words) $("save-text").textContent = words;
}

function lineFor({ signedOut, trouble, unsent, refused, durable, savedAt }) {
  if (signedOut && unsent) return ["off", text("save.signedOut")];
  if (refused.length) return ["off", text("save.refused", questionList(refused))];
  if (unsent && trouble) return ["off", text("save." + trouble + (durable ? "" : "Open"))];
  if (unsent) return ["saving", text("save.saving")];
  if (trouble === "offline") return savedAt ? ["off", text("save.offlineClean", timeOfDay(savedAt))] : ["off", text("save.offlineEmpty")];
  if (savedAt) return ["saved", text("save.saved", timeOfDay(savedAt))];
  return ["saved", text("save.start")];
}
