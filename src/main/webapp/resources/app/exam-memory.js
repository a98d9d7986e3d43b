/* Small things a reader has chosen (text size, flags). A private window may refuse; then they last as long as the page. */
export function recall(key, otherwise) {
  try { return JSON.parse(localStorage.getItem(key)) ?? otherwise; } catch { return otherwise; }
}

export function remember(key, value) {
  try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* not kept */ }
}

/** Keys of one attempt end with its id. */
export function forgetAllOf(attempt) {
  try {
    for (const key of Object.keys(localStorage)) if (key.endsWith(":" + attempt)) localStorage.removeItem(key);
  } catch { /* nothing kept */ }
}
