/* Answering with a ticket. The ticket stands behind the # of the address and goes to the server in a request's body alone; no cookie
   is sent along, so that the request says nothing about who is signed in in this browser. */
const root = document.getElementById("feedback");
const $ = id => document.getElementById("fb-" + id);
const ticket = location.hash.slice(1);
let kept = null;

/* A ticket cannot be had twice: until it is used, this browser remembers it for its session. */
function remember(sessionId) {
  kept = "feedback-" + sessionId;
  try { localStorage.setItem(kept, ticket); } catch { /* the address still has it */ }
}

function forget() {
  try { if (kept) localStorage.removeItem(kept); } catch { /* nothing was kept */ }
  history.replaceState(null, "", location.pathname);
}

function show(name) {
  for (const part of ["loading", "form", "thanks"]) $(part).hidden = part !== name;
}

function refuse(text) {
  $("loading").hidden = true;
  $("refused").querySelector(".note-body").textContent = text;
  $("refused").hidden = false;
  $("refused").focus();
}

async function send(path, body) {
  let answer;
  try {
    answer = await fetch(root.dataset.api + path, { method: "POST", credentials: "omit", cache: "no-store", referrerPolicy: "no-referrer", headers: { "Content-Type": "application/json", "Accept-Language": document.documentElement.lang }, body: JSON.stringify(body) });
  } catch {
    return { trouble: root.dataset.unreachable, again: true };
  }
  if (answer.status === 204) return {};
  const said = await answer.json().catch(() => ({}));
  return answer.ok ? { said } : { trouble: said.detail || said.title || root.dataset.unreachable, again: answer.status >= 500 || answer.status === 422 };
}

function ask(form) {
  $("session").textContent = form.title;
  $("until").textContent = root.dataset.until.replace("{0}", new Date(form.closesAt).toLocaleString(document.documentElement.lang, { timeZone: "Asia/Shanghai", year: "numeric", month: "long", day: "numeric", hour: "2-digit", minute: "2-digit", hour12: false }));
  form.questions.forEach((question, i) => {
    const set = document.getElementById("fb-question").content.cloneNode(true);
    set.querySelector("legend").textContent = `${i + 1}．${question.text}`;
    for (const input of set.querySelectorAll("input")) input.name = "s" + (i + 1);
    $("questions").append(set);
  });
  show("form");
}

$("questions").addEventListener("change", () => { $("missing").hidden = true; });

$("form").addEventListener("submit", async e => {
  e.preventDefault();
  const sets = [...$("questions").querySelectorAll("fieldset")];
  const open = sets.find(set => !set.querySelector("input:checked"));
  $("missing").hidden = !open;
  if (open) {
    $("missing").textContent = root.dataset.missing;
    open.querySelector("input").focus();
    return;
  }
  const button = $("form").querySelector("[type=submit]");
  button.disabled = true;
  $("refused").hidden = true;
  const scores = sets.map(set => Number(set.querySelector("input:checked").value));
  const { trouble, again } = await send("", { ticket, scores, remark: document.getElementById("remark").value });
  button.disabled = false;
  if (trouble) {
    if (!again) $("form").hidden = true;
    return refuse(trouble);
  }
  forget();
  show("thanks");
  $("thanks").focus();
});

for (const link of document.querySelectorAll("a[hreflang]")) if (ticket) link.href += "#" + ticket;

addEventListener("hashchange", () => location.reload()); // another slip in the same window

if (!ticket) refuse(root.dataset.noTicket);
else {
  const { said, trouble } = await send("/form", { ticket });
  if (trouble) refuse(trouble);
  else {
    remember(said.sessionId);
    ask(said);
  }
}
