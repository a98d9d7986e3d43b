// 起草：停笔一会儿就存；没有改动不发请求，所以空着的页面不会让登录一直有效。
const QUIET = 1500;
const form = document.getElementById("edit");
const status = document.getElementById("edit:status");
let waiting = null;

function save() {
  waiting = null;
  document.getElementById("edit:save")?.click();
}

function changed(event) {
  if (!event.target.closest("#edit") || event.target.closest("[data-not-saved]")) return;
  if (waiting) clearTimeout(waiting);
  else document.getElementById("edit:status")?.setAttribute("data-dirty", "");
  waiting = setTimeout(save, QUIET);
}

if (form && status) {
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  addEventListener("beforeunload", event => {
    if (waiting) event.preventDefault();
  });
}
