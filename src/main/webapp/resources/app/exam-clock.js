/* The server's clock. performance.now() only counts on between two of its replies; the device's own date is never asked,
   so setting it changes nothing. */
const spokenMinutes = [15, 5, 1];
const surprise = 20_000;

export function openClock({ onTick, onSpeak, onUp, onMore }) {
  let endsAt = null;
  let serverMinusPage = null;
  let shownBefore = null;
  let up = false;
  let timer = 0;
  let running = false;

  const left = () => (endsAt === null ? null : Math.max(0, endsAt - performance.now()));

  /* halfTrip: the reply was already that old when it came. */
  function hear({ remainingMillis, serverTime }, halfTrip = 0) {
    if (serverTime) serverMinusPage = Date.parse(serverTime) + halfTrip - performance.now();
    if (typeof remainingMillis !== "number") return;
    const before = left();
    endsAt = performance.now() + remainingMillis - halfTrip;
    if (!running) return;
    if (before !== null && (left() - before > surprise || (up && left() > 2000))) {
      up = false;
      shownBefore = left();
      onMore(left());
    }
    tick();
  }

  function tick() {
    clearTimeout(timer);
    if (!running || endsAt === null) return;
    const now = left();
    onTick(now);
    for (const minutes of spokenMinutes) {
      if (shownBefore > minutes * 60_000 && now <= minutes * 60_000) onSpeak(minutes);
    }
    shownBefore = now;
    if (now === 0 && !up) {
      up = true;
      onUp();
    }
    if (now > 0) timer = setTimeout(tick, now % 1000 + 5);
  }

  return {
    hear,
    left,
    start() { running = true; shownBefore = left(); tick(); },
    stop() { running = false; clearTimeout(timer); },
    /** The server's time now in milliseconds, or null before it has told it. */
    now: () => (serverMinusPage === null ? null : serverMinusPage + performance.now()),
  };
}

export function minutesAndSeconds(millis) {
  const seconds = Math.ceil(millis / 1000);
  return String(Math.floor(seconds / 60)).padStart(2, "0") + ":" + String(seconds % 60).padStart(2, "0");
}
