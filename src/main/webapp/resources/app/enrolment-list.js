// 现场名单：点一下存一个人。断网时排队，留在这台手机里，连上再传；没存好的，页面上一直写着。
const list = document.querySelector("[data-attendance]");
const RETRY = 5000;

function begin(root) {
  const key = "lianbing.attendance." + root.dataset.attendance;
  const line = root.querySelector("[data-save-line]");
  const why = root.querySelector("[data-reason]");
  const held = root.dataset.held === "true";
  const rows = new Map([...root.querySelectorAll("li[data-officer]")].map(row => [row.dataset.officer, row]));
  const queue = new Map(load());
  let running = null;
  let timer = null;

  function load() {
    try { return JSON.parse(localStorage.getItem(key)) || []; } catch { return []; }
  }

  function keep() {
    try {
      if (queue.size) localStorage.setItem(key, JSON.stringify([...queue])); else localStorage.removeItem(key);
    } catch { /* 存不下就只在内存里 */ }
  }

  function say(kind, text) {
    line.className = "att-save" + (kind ? " is-" + kind : "");
    line.textContent = text;
  }

  function count() {
    for (const cell of root.querySelectorAll("[data-count]")) cell.textContent = [...rows.values()].filter(row => row.dataset.state === cell.dataset.count).length;
  }

  function show(row, state, minutes) {
    row.dataset.state = state || "";
    row.classList.toggle("is-open", !state);
    for (const button of row.querySelectorAll("[data-mark]")) button.setAttribute("aria-pressed", String(button.dataset.mark === state));
    const part = row.querySelector(".att-minutes");
    part.hidden = state !== "PARTIAL";
    if (minutes) part.querySelector("input").value = minutes;
    count();
  }

  function error(row, text) {
    const place = row.querySelector(".att-error");
    place.textContent = text || "";
    place.hidden = !text;
  }

  function put(officer, mark) {
    queue.delete(officer);
    queue.set(officer, mark);
    keep();
    next();
  }

  function next() {
    clearTimeout(timer);
    if (running || !queue.size) return;
    const [officer, mark] = queue.entries().next().value;
    running = {officer, mark};
    say("", root.dataset.saving);
    window.saveMark([{name: "officer", value: officer}, {name: "mark", value: mark.state}, {name: "minutes", value: mark.minutes || ""}, {name: "reason", value: mark.reason || ""}]);
  }

  document.addEventListener("lianbing:marked", event => {
    if (!running) return;
    const {officer, mark} = running;
    const row = rows.get(officer);
    const answer = event.detail || {};
    running = null;
    if (answer.marked === undefined) return later();
    // 等着的时候又点了别的，后点的还要传
    if (queue.get(officer) === mark) queue.delete(officer);
    keep();
    if (row && answer.marked) { row.dataset.sure = mark.state; row.dataset.sureMinutes = mark.minutes || ""; error(row, ""); }
    else if (row && !queue.has(officer)) { show(row, row.dataset.sure, row.dataset.sureMinutes); error(row, answer.refusal); }
    if (queue.size) next();
    else say(answer.marked ? "" : "refused", answer.marked ? root.dataset.saved.replace("{0}", new Date().toLocaleTimeString("zh-CN", {hour12: false})) : root.dataset.refused);
  });

  function later() {
    say("waiting", root.dataset.waiting.replace("{0}", queue.size));
    clearTimeout(timer);
    timer = setTimeout(next, RETRY);
  }

  root.addEventListener("click", event => {
    const button = event.target.closest("[data-mark]");
    if (!button) return;
    const row = button.closest("li");
    const state = button.dataset.mark;
    if (held && !why.value.trim()) { say("refused", root.dataset.needReason); why.focus(); return; }
    const part = row.querySelector(".att-minutes");
    if (state !== "PARTIAL") { show(row, state); put(row.dataset.officer, {state, reason: why && why.value.trim()}); return; }
    part.hidden = false;
    part.querySelector("input").focus();
  });

  root.addEventListener("change", event => {
    const part = event.target.closest(".att-minutes");
    if (!part || !event.target.value) return;
    const row = part.closest("li");
    show(row, "PARTIAL", event.target.value);
    put(row.dataset.officer, {state: "PARTIAL", minutes: event.target.value, reason: why && why.value.trim()});
  });

  root.querySelector("[data-seek]").addEventListener("input", event => {
    const text = event.target.value.trim();
    for (const row of rows.values()) row.hidden = !!text && !row.dataset.name.includes(text);
  });

  window.addEventListener("online", () => { if (!running) next(); });
  window.addEventListener("beforeunload", event => { if (queue.size && !navigator.onLine) event.preventDefault(); });

  for (const row of rows.values()) {
    row.dataset.sure = row.dataset.state || "";
    row.dataset.sureMinutes = row.dataset.minutes || "";
    show(row, row.dataset.state, row.dataset.state === "PARTIAL" ? row.dataset.minutes : "");
  }
  for (const [officer, mark] of queue) if (rows.has(officer)) show(rows.get(officer), mark.state, mark.minutes); else queue.delete(officer);
  // PrimeFaces 的脚本要先就绪
  if (queue.size) setTimeout(next, 300);
}

if (list) begin(list);
