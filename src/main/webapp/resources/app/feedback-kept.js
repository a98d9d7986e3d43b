/* Whoever took a ticket in this browser and did not use it yet can go on. */
for (const link of document.querySelectorAll("[data-feedback-kept]")) {
  let ticket = null;
  try { ticket = localStorage.getItem("feedback-" + link.dataset.feedbackKept); } catch { /* this browser keeps nothing */ }
  if (!ticket) continue;
  link.href += "#" + ticket;
  link.hidden = false;
}
