// For pages for people in need. Everything works without this file; it keeps nothing and asks nobody.
(() => {
  "use strict";
  const exits = document.querySelectorAll("[data-exit]");
  if (exits.length) {
    const status = document.querySelector("[data-exit-status]");
    let presses = 0;
    let timer = 0;
    let overlay = null;
    const leave = () => {
      // Blank first: on a slow connection the old page would stay in sight until the next one comes.
      overlay = document.createElement("div");
      overlay.className = "leaving";
      document.body.append(overlay);
      document.title = "…";
      status.textContent = status.dataset.leaving;
      location.href = exits[0].href;
    };
    const title = document.title;
    for (const exit of exits) {
      exit.addEventListener("click", (event) => {
        event.preventDefault();
        leave();
      });
    }
    // Shift three times within five seconds; not Esc, which browsers and screen readers use themselves.
    document.addEventListener("keyup", (event) => {
      if (event.key !== "Shift") {
        if (event.key !== "Tab") presses = 0;
        return;
      }
      presses += 1;
      clearTimeout(timer);
      timer = setTimeout(() => { presses = 0; status.textContent = ""; }, 5000);
      if (presses >= 3) leave();
      else status.textContent = status.dataset.more;
    });
    // Back from the other page must not show a blank one.
    addEventListener("pageshow", () => {
      if (overlay) overlay.remove();
      overlay = null;
      presses = 0;
      document.title = title;
      status.textContent = "";
    });
  }
  // "Answers now": only for hours confirmed within their limit; in the line's own time zone; never the opposite.
  for (const line of document.querySelectorAll("[data-hours]")) {
    const parts = new Intl.DateTimeFormat("en-GB", { timeZone: line.dataset.zone, weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).formatToParts(new Date());
    const part = (type) => parts.find((entry) => entry.type === type).value;
    const day = part("weekday").toLowerCase().slice(0, 3);
    const time = `${part("hour")}:${part("minute")}`;
    const open = line.dataset.hours.split(";").some((entry) => {
      const [days, opens, closes] = entry.split(" ");
      return days.split(",").includes(day) && opens <= time && (time < closes || closes === "00:00");
    });
    if (open) line.hidden = false;
  }
})();
