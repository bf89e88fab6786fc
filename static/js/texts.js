"use strict";
// Follows a claim through the texts without leaving them. What is done here is done by plain links as well.

(() => {
  let left = ""; // the words from which the reader went to a claim

  const followed = () => document.getElementById("followed");

  /** The passages of the claim that is followed stand out, as they would on a page of its own. */
  function mark() {
    const number = followed().dataset.number;
    for (const passage of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".passage"))) {
      const isChosen = number && passage.dataset.claims.split(" ").includes(number);
      if (isChosen) passage.setAttribute("aria-current", "true");
      else passage.removeAttribute("aria-current");
    }
  }

  /**
   * Focus without a leap: what sticks to the edge of the window is in sight already.
   * @param {HTMLElement} element
   */
  function goTo(element) {
    if (!element) return;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest" });
  }

  /** Whether the claim shown is the one of the address; else the page is loaded anew, as one step back overtook another. */
  function isCurrent() {
    const asked = new URLSearchParams(window.location.search).get("claim") || "";
    const agrees = followed()?.dataset.claim === asked;
    if (!agrees) window.location.reload();
    return agrees;
  }

  document.addEventListener("htmx:beforeRequest", (event) => {
    const words = /** @type {Element} */ (event.target).closest(".words a");
    if (words) left = words.id || words.previousElementSibling?.id || "";
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target?.id !== "followed") return;
    mark();
    goTo(followed().dataset.number ? followed() : document.getElementById(left));
  });
  document.addEventListener("htmx:historyRestore", () => {
    if (!isCurrent()) return;
    const named = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
    goTo(named || (followed()?.dataset.number ? followed() : document.getElementById(left)));
  });
  // A step that htmx did not make, such as one to a passage, is not restored by it.
  window.addEventListener("popstate", (event) => {
    if (!event.state?.htmx) isCurrent();
  });
})();
