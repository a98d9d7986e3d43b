import { isPassing } from "./exam-api.js";

/* A light question every twenty seconds while the page is seen: is the attempt still open, has the time changed, has
   another device answered. */
const every = 20_000;

export function openPulse({ api, link, onPulse, onRefused }) {
  let timer = 0;
  let stopped = false;

  /** Also the probe of a broken connection, even when the pulse has stopped: then nobody is told, the link still hears. */
  async function beat() {
    try {
      const pulse = await api.heartbeat();
      if (!stopped) onPulse(pulse);
    } catch (e) {
      if (!isPassing(e) && !stopped) onRefused(e);
    }
  }

  /* Jitter: a hall that started together must not ask together. */
  function again() {
    timer = setTimeout(async () => {
      // While the link is down its own probes ask.
      if (!document.hidden && !link.trouble) await beat();
      if (!stopped) again();
    }, every * (0.9 + Math.random() / 5));
  }

  return {
    beat,
    start: again,
    stop() { stopped = true; clearTimeout(timer); },
  };
}
