/* Times are the server's and are shown as China reads them, wherever the device believes to be. */
const zone = "Asia/Shanghai";
const clock = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hourCycle: "h23", hour: "2-digit", minute: "2-digit", second: "2-digit" });
const lang = document.body.dataset.lang || "zh-CN";
const day = new Intl.DateTimeFormat(lang.startsWith("zh") ? "zh-CN" : "en-GB", { timeZone: zone, year: "numeric", month: "long", day: "numeric" });

export const timeOfDay = time => clock.format(new Date(time));
export const hourAndMinute = time => timeOfDay(time).slice(0, 5);
export const dateAndTime = time => day.format(new Date(time)) + " " + timeOfDay(time);
