"use strict";
// The desk by mouse and by keyboard. Whatever is done here can be done by plain links and forms as well.

(() => {
  const desk = /** @type {HTMLElement} */ (document.querySelector(".desk[data-panel]"));
  if (!desk) return;

  /** @type {Record<string, string>} */
  const POSITIONS = { a: "affirms", p: "affirms_in_part", d: "denies", x: "declines", i: "inconsistent" };
  const status = document.getElementById("desk-status");
  let lastCell = "";
  let lastClaim = ""; // the claim that was last read, for which the next words often speak as well
  /** @type {{source?: string, exact?: string, start?: number}} */
  let words = {}; // those selected for the panel that is open

  // The server counts code points, the browser UTF-16 units.
  /** @param {string} text */
  const codePoints = (text) => Array.from(text).length;

  /** The words selected in one text, without white space at the edges, and which text it is; null where none are. */
  function selected() {
    const selection = window.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const holder = range.commonAncestorContainer;
    const within = holder instanceof Element ? holder : holder.parentElement;
    const text = /** @type {HTMLElement} */ (within.closest(".text"));
    if (!text || !desk.contains(text)) return null;
    const before = range.cloneRange();
    before.selectNodeContents(text);
    before.setEnd(range.startContainer, range.startOffset);
    const raw = range.toString();
    const exact = raw.trim();
    if (!exact) return null;
    const lead = raw.slice(0, raw.length - raw.trimStart().length);
    const start = codePoints(before.toString()) + codePoints(lead);
    return { place: text.dataset, words: { source: text.dataset.account, exact, start } };
  }

  const panel = () => document.getElementById("panel");

  /** @param {EventTarget} target */
  const cellOf = (target) => /** @type {HTMLElement} */ (/** @type {Element} */ (target).closest("a.cell"));

  /** @returns {NodeListOf<HTMLOptionElement>} */
  const knownClaims = () => document.querySelectorAll("#claims-known option");
  /** @param {string} words */
  const isKnown = (words) => Array.from(knownClaims()).some((option) => option.value === words);

  /** @param {Record<string, string | number>} values */
  function open(values) {
    return htmx.ajax("GET", desk.dataset.panel, { source: desk, target: "#panel", swap: "outerHTML", values });
  }

  /**
   * One request for a stance that needs no panel: a silence, or one that is taken back.
   * @param {HTMLElement} cell
   * @param {string} position
   */
  function save(cell, position) {
    const { account, claim, version } = cell.dataset;
    const noQuotes = { "quotes-TOTAL_FORMS": 0, "quotes-INITIAL_FORMS": 0 };
    const values = { account, claim, version, position, cell: cell.id.replace("cell-", ""), ...noQuotes };
    lastCell = cell.id;
    // Each from its own cell: of requests from one element htmx drops all but the last that waits.
    return htmx.ajax("POST", desk.dataset.panel, { source: cell, target: "#panel", swap: "outerHTML", values });
  }

  function close() {
    const closed = document.createElement("div");
    closed.id = "panel";
    closed.className = "panel closed";
    panel().replaceWith(closed);
    const cell = lastCell && document.getElementById(lastCell);
    if (cell) cell.focus();
  }

  /**
   * @param {HTMLElement} cell
   * @param {string} key
   */
  function step(cell, key) {
    const row = cell.closest("tr");
    const place = Array.from(row.querySelectorAll("a.cell")).indexOf(cell);
    const rows = Array.from(row.parentElement.children);
    const line = rows.indexOf(row);
    /** @type {Record<string, number[]>} */
    const ways = {
      ArrowLeft: [line, place - 1],
      ArrowRight: [line, place + 1],
      ArrowUp: [line - 1, place],
      ArrowDown: [line + 1, place],
    };
    const target = ways[key];
    const next = /** @type {HTMLElement} */ (rows[target[0]]?.querySelectorAll("a.cell")[target[1]]);
    if (next) next.focus();
  }

  /**
   * Words are marked without a mouse: an arrow goes to the next word, Shift marks on to it.
   * @param {Element} text
   * @param {KeyboardEvent} event
   */
  function mark(text, event) {
    const selection = window.getSelection();
    const way = ["ArrowLeft", "ArrowUp"].includes(event.key) ? "backward" : "forward";
    const unit = ["ArrowUp", "ArrowDown"].includes(event.key) ? "line" : "word";
    if (unit === "line" && !event.shiftKey) return; // up and down scroll
    event.preventDefault();
    if (!selection.rangeCount || !text.contains(selection.focusNode)) selection.collapse(text, 0);
    const before = selection.getRangeAt(0).cloneRange();
    if (event.shiftKey) selection.modify("extend", way, unit);
    else if (way === "forward") {
      selection.collapseToEnd();
      selection.modify("extend", "forward", "word");
    } else {
      selection.collapseToStart();
      selection.modify("move", "backward", "word");
      selection.modify("extend", "forward", "word");
    }
    if (!text.contains(selection.anchorNode) || !text.contains(selection.focusNode)) {
      selection.removeAllRanges();
      selection.addRange(before);
    }
    const frame = text.closest(".pair") || text;
    const [words, seen] = [selection.getRangeAt(0), frame].map((one) => one.getBoundingClientRect());
    if (words.bottom > seen.bottom) frame.scrollTop += words.bottom - seen.bottom + 40;
    if (words.top < seen.top) frame.scrollTop -= seen.top - words.top + 40;
  }

  /** The words that were selected, for another account or claim: what is held of that is shown. */
  function reopen() {
    const form = /** @type {any} */ (panel().querySelector("form").elements);
    const typed = ["account", "claim", "topic", "question", "unit", "position"].map((name) => [name, form[name].value]);
    open({ ...words, ...Object.fromEntries(typed) });
  }

  /**
   * The same words in another language, for the panel that is open: true where there was room for them.
   * @param {DOMStringMap} place
   * @param {{exact: string, start: number}} chosen
   */
  function addBeside(place, chosen) {
    const form = panel().querySelector("form");
    const fields = /** @type {any} */ (form?.elements);
    const account = form && desk.querySelector(`.text[data-account="${fields.account.value}"]`);
    const held = /** @type {HTMLElement} */ (account)?.dataset;
    if (!held || place.account === held.account || place.original !== held.original) return false;
    const quotes = Array.from(form.querySelectorAll("fieldset.quote"));
    /** @type {(quote: Element, name: string) => HTMLInputElement} */
    const field = (quote, name) => quote.querySelector(`[name$="-${name}"]`);
    // What was selected there before gives way.
    const quote =
      quotes.find((one) => field(one, "account").value === place.key && !field(one, "cell").value) ||
      quotes.find((one) => !field(one, "exact").value);
    if (!quote) return false;
    const { exact, start } = chosen;
    const values = { exact, was: exact, start, revision: place.revision, account: place.key };
    for (const [name, value] of Object.entries(values)) field(quote, name).value = String(value);
    quote.querySelector("details").open = true;
    status.textContent = desk.dataset.added;
    fields.claim.focus();
    return true;
  }

  /** @param {Event} event */
  function onText(event) {
    if (/** @type {Element} */ (event.target).closest?.("#panel")) return;
    const chosen = selected();
    if (!chosen || addBeside(chosen.place, chosen.words)) return;
    words = chosen.words;
    open({ account: words.source, claim: lastClaim, ...words });
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && panel()?.classList.contains("open")) {
      event.preventDefault();
      close();
      return;
    }
    const focused = /** @type {Element} */ (event.target);
    const typing = focused.closest("input, textarea, select");
    if (typing) return;
    const key = event.key.toLowerCase();
    if (key === "u") {
      const button = document.getElementById("undo");
      if (button) {
        event.preventDefault();
        button.click();
      }
      return;
    }
    const cell = cellOf(focused);
    if (!cell) {
      const text = focused.closest(".text");
      if (text && event.key === "Enter") onText(event);
      if (text && event.key.startsWith("Arrow")) mark(text, event);
      return;
    }
    if (event.key.startsWith("Arrow")) {
      event.preventDefault();
      step(cell, event.key);
    } else if (key === "s" && cell.dataset.position === "not_reviewed") {
      event.preventDefault();
      save(cell, "silent");
    } else if ((event.key === "Delete" || event.key === "Backspace") && cell.dataset.position !== "not_reviewed") {
      event.preventDefault();
      save(cell, "");
    } else if (POSITIONS[key] || key === "s") {
      event.preventDefault();
      lastCell = cell.id;
      words = selected()?.words || {};
      const { account, claim } = cell.dataset;
      open({ account, claim, position: POSITIONS[key] || "silent", ...words });
    }
  }

  // A selection by mouse ends with the button; one by keyboard ends with Enter in the text.
  desk.addEventListener("mouseup", (event) => {
    if (/** @type {Element} */ (event.target).closest(".text")) onText(event);
  });
  document.addEventListener("keydown", onKey);
  desk.addEventListener("input", (event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    if (field.matches("#panel [name=claim]")) {
      /** @type {HTMLDetailsElement} */ (panel().querySelector(".new-claim")).open = !isKnown(field.value);
    }
  });
  desk.addEventListener("change", (event) => {
    // A claim that is new has nothing to show; what was typed for it stays.
    const field = /** @type {HTMLInputElement} */ (event.target);
    if (field.matches("#panel [name=account]")) reopen();
    if (field.matches("#panel [name=claim]") && isKnown(field.value)) reopen();
  });
  desk.addEventListener("click", (event) => {
    const cell = cellOf(event.target);
    if (cell) {
      lastCell = cell.id;
      words = {};
    }
    if (/** @type {Element} */ (event.target).closest("[data-close]")) {
      event.preventDefault();
      close();
    }
  });

  document.addEventListener("htmx:afterSettle", () => {
    const opened = panel();
    if (opened?.classList.contains("open") && !opened.contains(document.activeElement)) {
      /** @type {(selector: string) => HTMLInputElement} */
      const field = (selector) => opened.querySelector(selector);
      const claim = field("[name=claim]");
      const position = field("[name=position]:checked") || field("[name=position]");
      const next = field("[aria-invalid=true]") || (words.exact || !claim.value ? claim : position);
      next.focus();
      if (next === claim) claim.select();
    } else if (opened?.dataset.saved && opened.dataset.seen === undefined) {
      opened.dataset.seen = "";
      const cell = document.getElementById(opened.dataset.saved);
      lastClaim = cell?.dataset.claim || "";
      // Who has moved on is not called back, and the eye stays where it was, often on a text.
      if (cell && document.activeElement === document.body) {
        cell.focus({ preventScroll: true });
        lastCell = cell.id;
      }
    }
  });
  const failed = () => {
    status.textContent = "";
    const note = document.createElement("p");
    note.className = "errornote";
    note.textContent = desk.dataset.failed;
    panel()?.prepend(note);
    status.textContent = desk.dataset.failed;
  };
  document.addEventListener("htmx:responseError", failed);
  document.addEventListener("htmx:sendError", failed);
})();
