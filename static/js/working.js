"use strict";
// Says that a form which was sent is still being worked on, such as a publication or a text from the web. It changes
// nothing of the form: what was pressed is sent as it is.

(() => {
  const LONG = 1000;
  const words = document.currentScript.dataset.working;
  const place = Object.assign(document.createElement("p"), { className: "waiting" });
  place.setAttribute("role", "status");
  let timer = 0;

  function end() {
    clearTimeout(timer);
    place.remove();
    place.replaceChildren();
  }

  document.addEventListener("submit", (event) => {
    const form = /** @type {Element} */ (event.target);
    if (event.defaultPrevented || form.getAttribute("target")) return;
    end();
    document.body.append(place); // there before its words, so that they are read aloud
    timer = setTimeout(() => {
      const bar = document.createElement("progress");
      bar.setAttribute("aria-label", words);
      place.append(Object.assign(document.createElement("span"), { textContent: words }), bar);
    }, LONG);
  });
  // A page that the browser kept comes back as it was left.
  window.addEventListener("pageshow", end);
})();
