// 月历上拖动场次：放到哪一天，就交给服务器去判断；不行就原样不动，原因显示在页面上。手机上不拖，用“移到”那一栏。
const field = name => document.getElementById(`calendar:${name}`);
let moving = null;

const squareAt = event => document.elementFromPoint(event.clientX, event.clientY)?.closest("td[data-day]");

function mark(square) {
  for (const old of document.querySelectorAll(".is-target")) old.classList.remove("is-target");
  square?.classList.add("is-target");
}

function stop() {
  moving?.event.classList.remove("is-moving");
  mark(null);
  moving = null;
}

document.addEventListener("pointerdown", event => {
  const one = event.target.closest(".ev[data-session]");
  if (!one?.dataset.session || event.button !== 0 || event.pointerType === "touch") return;
  moving = { event: one, from: one.closest("td"), x: event.clientX, y: event.clientY, dragged: false };
});

document.addEventListener("pointermove", event => {
  if (!moving) return;
  if (!moving.dragged && Math.hypot(event.clientX - moving.x, event.clientY - moving.y) < 6) return;
  moving.dragged = true;
  moving.event.classList.add("is-moving");
  mark(squareAt(event));
  event.preventDefault();
});

document.addEventListener("pointerup", event => {
  if (!moving) return;
  const { dragged, from, event: one } = moving;
  const square = squareAt(event);
  stop();
  if (!dragged) return;
  // 拖完松手不算点击
  one.addEventListener("click", click => click.preventDefault(), { once: true });
  if (!square || square === from) return;
  field("movingId").value = one.dataset.session;
  field("movingDay").value = square.dataset.day;
  field("drop").click();
});

document.addEventListener("pointercancel", stop);
document.addEventListener("keydown", event => { if (event.key === "Escape") stop(); });
