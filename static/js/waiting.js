"use strict";
// Says that an answer of htmx takes long, and why none came. Without this the links and forms lead to pages.

(() => {
  const LONG = 1000;
  const place = document.getElementById("waiting");
  const said = document.getElementById("announcement");
  if (!place || !said) return;
  const { loading, unreachable, refused, again } = place.dataset;
  const underWay = new Map(); // request -> what is going to be replaced, and the timer that tells of it

  let told = "";

  function clear() {
    if (said.textContent === told) said.textContent = ""; // else it has been put to another use
    place.replaceChildren();
  }

  /**
   * The words for the eye, and for the ear in the place that a page has for them.
   * @param {string} words
   * @param {Element[]} more
   */
  function tell(words, ...more) {
    place.replaceChildren(Object.assign(document.createElement("span"), { textContent: words }), ...more);
    said.textContent = told = words;
  }

  /** @param {CustomEvent<HtmxDetail>} event */
  function begin(event) {
    const { xhr, target } = event.detail;
    clear();
    target.setAttribute("aria-busy", "true");
    const timer = setTimeout(() => {
      const bar = document.createElement("progress");
      bar.setAttribute("aria-label", loading);
      tell(loading, bar);
    }, LONG);
    underWay.set(xhr, { target, timer });
  }

  /** @param {CustomEvent<HtmxDetail>} event */
  function end(event) {
    const held = underWay.get(event.detail.xhr);
    if (!held) return;
    clearTimeout(held.timer);
    held.target.removeAttribute("aria-busy");
    underWay.delete(event.detail.xhr);
    if (!event.detail.failed && !underWay.size) clear();
  }

  /**
   * What is shown stays as it was. The link leads to the page that was asked for, by the browser's own way.
   * @param {string} words
   * @param {CustomEvent<HtmxDetail>} event
   */
  function fail(words, event) {
    const asked = event.detail.pathInfo.finalRequestPath;
    const link = Object.assign(document.createElement("a"), { href: asked, textContent: again });
    tell(words, link);
  }

  document.addEventListener("htmx:beforeSend", begin);
  document.addEventListener("htmx:afterRequest", end);
  document.addEventListener("htmx:responseError", (event) => fail(refused, event));
  for (const name of /** @type {const} */ (["htmx:sendError", "htmx:timeout"])) {
    document.addEventListener(name, (event) => fail(unreachable, event));
  }
})();
