// 框架的几件小事：深浅色、手机菜单、账号菜单、标签页与展开行、显示密码、把拒绝的理由带到眼前。考试页不用它。
const root = document.documentElement;
const $ = selector => document.querySelector(selector);
const all = selector => [...document.querySelectorAll(selector)];

// 深浅色：auto 跟随系统
const dark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;

function setTheme(theme) {
  if (theme === "auto") delete root.dataset.theme;
  else root.dataset.theme = theme;
  try {
    if (theme === "auto") localStorage.removeItem("theme");
    else localStorage.setItem("theme", theme);
  } catch { /* 无痕窗口不记 */ }
  showTheme();
}

function showTheme() {
  for (const button of all("[data-theme-set]"))
    button.setAttribute("aria-pressed", String(button.dataset.themeSet === (root.dataset.theme || "auto")));
}

// 手机上的侧栏
const navOpen = () => root.classList.contains("nav-open");

function setMenu(open, focus = true) {
  const button = $("[data-menu]");
  root.classList.toggle("nav-open", open);
  button.setAttribute("aria-expanded", String(open));
  button.setAttribute("aria-label", open ? button.dataset.close : button.dataset.open);
  if (focus) (open ? $(".sidenav a") : button).focus();
}

// 标签页（.tabs 是本系统自己的；PrimeFaces 的由它自己管）
function choose(tab) {
  for (const t of tab.parentElement.querySelectorAll("[role=tab]")) {
    const on = t === tab;
    t.setAttribute("aria-selected", String(on));
    t.tabIndex = on ? 0 : -1;
    document.getElementById(t.getAttribute("aria-controls")).hidden = !on;
  }
  tab.focus();
}

document.addEventListener("click", e => {
  const hit = selector => e.target.closest(selector);
  if (hit("[data-theme-toggle]")) setTheme(dark() ? "light" : "dark");
  if (hit("[data-theme-set]")) setTheme(hit("[data-theme-set]").dataset.themeSet);
  if (hit("[data-menu]")) setMenu(!navOpen());
  else if (navOpen() && !hit(".sidenav")) setMenu(false);
  for (const popup of all("details.popup[open]")) if (!popup.contains(e.target)) popup.open = false;
  if (hit("[data-reload]")) location.reload();
  if (hit("[data-print]")) print();

  const reveal = hit("[data-reveal]");
  if (reveal) {
    const input = reveal.parentElement.querySelector("input");
    const shown = input.type === "text";
    input.type = shown ? "password" : "text";
    reveal.textContent = shown ? reveal.dataset.show : reveal.dataset.hide;
    reveal.setAttribute("aria-pressed", String(!shown));
  }
  const expander = hit(".expander[aria-controls]");
  if (expander) {
    const open = expander.getAttribute("aria-expanded") === "true";
    expander.setAttribute("aria-expanded", String(!open));
    document.getElementById(expander.getAttribute("aria-controls")).hidden = open;
  }
  const tab = hit(".tabs [role=tab]");
  if (tab) choose(tab);
});

document.addEventListener("keydown", e => {
  if (e.key === "Escape") {
    if (navOpen()) setMenu(false);
    for (const popup of all("details.popup[open]")) { popup.open = false; popup.querySelector("summary").focus(); }
  }
  const tab = e.target.closest && e.target.closest(".tabs [role=tab]");
  const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
  if (!tab || !step) return;
  const tabs = [...tab.parentElement.querySelectorAll("[role=tab]")];
  choose(tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length]);
});

document.addEventListener("focusin", e => {
  if (navOpen() && !e.target.closest(".sidenav, [data-menu]")) setMenu(false, false);
  for (const popup of all("details.popup[open]")) if (!popup.contains(e.target)) popup.open = false;
});

// 字段下面的说明和错误，读屏时跟着输入框一起念
function describe() {
  for (const help of all(".field > .help[id]")) {
    const input = help.parentElement.querySelector("input:not([type=hidden]), select, textarea");
    if (!input) continue;
    const ids = new Set((input.getAttribute("aria-describedby") || "").split(" ").filter(Boolean)).add(help.id);
    input.setAttribute("aria-describedby", [...ids].join(" "));
  }
  for (const error of all(".field > .ui-message-error")) {
    const input = error.parentElement.querySelector("input:not([type=hidden]), select, textarea");
    if (input) input.setAttribute("aria-invalid", "true");
  }
}

// 拒绝的理由留在页面里；新来的不在眼前就带到眼前，看过的和正在填别处的不打扰
const seen = new WeakSet();
const fresh = element => element && !seen.has(element) && seen.add(element);
const typing = () => document.activeElement.matches("input, select, textarea");

function showRefusal() {
  // PrimeFaces 给 li 加 role="alert"，读屏就不再当它是列表；这里改为整块取得焦点
  for (const item of all(".ui-messages li[role]")) item.removeAttribute("role");
  const refusal = $("main .ui-messages > div");
  if (refusal) refusal.tabIndex = -1;
  const wrong = $("main [aria-invalid=true], main .ui-state-error input");
  if (fresh(refusal)) refusal.focus();
  else if (fresh(wrong) && !typing()) wrong.focus();
}

function arrange() {
  describe();
  for (const region of all(".ui-datatable-tablewrapper, .table-wrap"))
    if (region.scrollWidth > region.clientWidth) region.tabIndex = 0;
  if (!$("[data-request-failed]:not([hidden])")) showRefusal();
}

showTheme();
setTimeout(arrange, 60); // 等 PrimeFaces 的部件先初始化

// 登录页开着过夜，会话就过期了；没有填写时悄悄换一张新的
const stale = $("[data-renew-minutes]");
if (stale) setInterval(() => {
  if (all("main input:not([type=hidden])").every(input => !input.value)) location.reload();
}, stale.dataset.renewMinutes * 60000);

// 没有办成的 Ajax 请求：断网、会话过期、服务器出错，都在页面上方说明
function failed(kind) {
  for (const note of all("[data-request-failed]")) note.hidden = note.dataset.requestFailed !== kind;
  const note = $("[data-request-failed]:not([hidden])");
  if (note) note.focus();
}

document.addEventListener("lianbing:failed", () => setTimeout(failed, 80, "server"));
if (window.jQuery) window.jQuery(document)
  .on("pfAjaxSend", () => failed(null))
  .on("pfAjaxComplete", () => setTimeout(arrange, 60))
  .on("pfAjaxError", (e, xhr) => failed(xhr && xhr.status ? "server" : "network"));
