"use strict";
// Follows a claim through the texts without leaving them. What is done here is done by plain links as well.

(() => {
  let left = ""; // the words from which the reader went to a claim

  const followed = () => document.getElementById("followed");

  /** The passages of the claim that is followed stand out, as they would on a page of its own. */
  function mark() {
    const number = followed().dataset.number;
    for (const passage of document.querySelectorAll(".passage")) {
      const isChosen = number && passage.dataset.claims.split(" ").includes(number);
      passage.toggleAttribute("aria-current", false);
      if (isChosen) passage.setAttribute("aria-current", "true");
    }
  }

  /** Focus without a leap: what sticks to the edge of the window is in sight already. */
  function goTo(element) {
    if (!element) return;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest" });
  }

  document.addEventListener("htmx:beforeRequest", (event) => {
    const words = event.target.closest(".words a");
    if (words) left = words.id || words.previousElementSibling?.id || "";
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.requestConfig?.target?.id !== "followed" && event.detail.target?.id !== "followed") return;
    mark();
    goTo(followed().dataset.number ? followed() : document.getElementById(left));
  });
  document.addEventListener("htmx:historyRestore", () => {
    const named = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
    goTo(named || (followed()?.dataset.number ? followed() : document.getElementById(left)));
  });
})();
