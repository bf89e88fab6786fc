"use strict";
// Copies a link or a text with one press, and hands a link to the device's own ways of sharing. Without this the links
// are links, and the texts can be selected.

(() => {
  const SHOWN_FOR = 2000;
  const said = document.getElementById("announcement") || announcement();
  document.documentElement.classList.add("can-copy");
  if (navigator.share) document.documentElement.classList.add("can-share");

  /** What is read aloud; a page has one such place. */
  function announcement() {
    const place = Object.assign(document.createElement("p"), { className: "visually-hidden", id: "announcement" });
    place.setAttribute("role", "status");
    return document.body.appendChild(place);
  }

  /**
   * What a button is for: the text that it names, else the link or the text that it stands beside.
   * @param {HTMLElement} button
   * @returns {any} an anchor, a field or a text
   */
  const meant = (button) =>
    document.getElementById(button.dataset.copies) || button.parentElement.querySelector("a, pre, textarea, input");
  /** @param {any} element */
  const held = (element) => element.href || element.value || element.textContent;

  /**
   * The clipboard is closed to a page without HTTPS; there the words are selected and copied as by hand.
   * @param {string} text
   */
  async function copy(text) {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const area = Object.assign(document.createElement("textarea"), { value: text, className: "visually-hidden" });
    const focused = /** @type {HTMLElement} */ (document.activeElement);
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    focused.focus({ preventScroll: true });
    if (!done) throw new Error("The browser does not let this page copy.");
  }

  /** @param {HTMLElement} button */
  async function copied(button) {
    await copy(button.dataset.text ?? held(meant(button)));
    const word = button.firstElementChild;
    said.textContent = `${button.dataset.done}${button.lastElementChild.textContent}`;
    if (button.dataset.word) return;
    button.dataset.word = word.textContent;
    word.textContent = button.dataset.done;
    setTimeout(() => {
      word.textContent = button.dataset.word;
      delete button.dataset.word;
      said.textContent = "";
    }, SHOWN_FOR);
  }

  document.addEventListener("click", (event) => {
    const pressed = /** @type {Element} */ (event.target);
    const button = /** @type {HTMLElement} */ (pressed.closest("button.copy, button.send"));
    if (!button) return;
    if (button.matches(".copy")) {
      copied(button).catch(() => {
        // Not allowed: the text is selected, to be copied by hand. That of a field is not among its children.
        const text = meant(button);
        const folded = text.closest("details");
        if (folded) folded.open = true;
        if (text.select) text.select();
        else window.getSelection().selectAllChildren(text);
      });
    } else {
      // Rejected where the reader thinks better of it.
      navigator.share({ title: document.title, url: held(meant(button)) }).catch(() => {});
    }
  });
})();
