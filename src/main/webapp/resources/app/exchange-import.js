/* While the server reads a file, the page that sent it stands still: this asks how far it is. */
const shown = document.getElementById("import-progress");
const bar = shown.querySelector("progress");
const words = shown.querySelector("output");

async function ask() {
  try {
    const answer = await fetch(shown.dataset.url, { cache: "no-store", redirect: "error" });
    if (!answer.ok) return;
    const now = await answer.json();
    if (now.all > 0) {
      bar.max = now.all;
      bar.value = now.done;
    } else bar.removeAttribute("value");
    words.textContent = shown.dataset[now.step.toLowerCase()].replace("{done}", now.done).replace("{all}", now.all);
  } catch { /* the answer to the form is on its way */ }
}

document.getElementById("upload").addEventListener("submit", () => {
  shown.hidden = false;
  bar.removeAttribute("value");
  words.textContent = shown.dataset.reading;
  setInterval(ask, 700);
});
