// Holds pages against Lighthouse, one after the other, in one Chromium.
// Takes JSON from its input: {chromium, flags, categories, times, pages: [{address, form}]}. Gives, for each page, its
// scores, what falls short of 100, and what it weighs: requests, bytes and layout shift; medians where it is asked for
// several times.
import { text } from "node:stream/consumers";
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

const { chromium, flags, categories, times, pages } = JSON.parse(await text(process.stdin));
const chrome = await launch({ chromePath: chromium, chromeFlags: ["--headless=new", ...flags], logLevel: "silent" });
const options = {
  port: chrome.port,
  output: "json",
  logLevel: "silent",
  onlyCategories: categories,
  onlyAudits: ["network-requests", "cumulative-layout-shift"],
  disableFullPageScreenshot: true,
};
// A page stands when it has loaded, fonts included. Where it is timed, Lighthouse waits as it always does.
const untimed = {
  maxWaitForLoad: 10_000,
  pauseAfterFcpMs: 0,
  pauseAfterLoadMs: 250,
  networkQuietThresholdMs: 0,
  cpuQuietThresholdMs: 0,
};
process.on("SIGTERM", () => {
  chrome.kill();
  process.exit(1);
});

/** @param {number[]} numbers */
const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];

/** What is short of 100, and in which places of the page. */
function faultsOf(lhr) {
  return Object.values(lhr.categories).flatMap((category) =>
    category.auditRefs
      .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
      .map(({ id }) => {
        const { title, details } = lhr.audits[id];
        const items = (details?.items ?? []).map((item) => item.node?.snippet ?? JSON.stringify(item));
        return `${id}: ${title} ${items.join(" ")}`;
      }),
  );
}

/** What came over the network. The service worker fetches what it keeps by itself, when the page has loaded. */
function weightOf(lhr) {
  const requests = (lhr.audits["network-requests"].details?.items ?? []).filter(
    ({ url, sessionTargetType }) => url.startsWith("http") && sessionTargetType !== "service_worker",
  );
  const bytes = (list) => list.reduce((sum, { transferSize }) => sum + transferSize, 0);
  return {
    requests: requests.map(({ url, transferSize }) => `${url} ${transferSize}`),
    bytes: bytes(requests.filter(({ resourceType }) => resourceType !== "Font")),
    fonts: bytes(requests.filter(({ resourceType }) => resourceType === "Font")),
    shift: lhr.audits["cumulative-layout-shift"].numericValue ?? -1, // where there was an error
  };
}

/**
 * One visit. A machine that is busy may miss when the page was painted: then it is visited again.
 * @param {string} address
 * @param {string} form
 */
async function visit(address, form, attempts = 3) {
  const settings = categories.includes("performance") ? options : { ...options, ...untimed };
  const { lhr } = await lighthouse(address, settings, form === "desktop" ? desktopConfig : undefined);
  const missed = lhr.audits["cumulative-layout-shift"].numericValue === undefined;
  return missed && attempts > 1 ? visit(address, form, attempts - 1) : lhr;
}

const results = [];
for (const { address, form } of pages) {
  const runs = [];
  for (let run = 0; run < times; run++) {
    runs.push(await visit(address, form));
  }
  const scores = Object.fromEntries(
    categories.map((name) => [name, median(runs.map((lhr) => lhr.categories[name].score))]),
  );
  const error = runs.map((lhr) => lhr.runtimeError?.message ?? "").find(Boolean) ?? "";
  const shift = median(runs.map((lhr) => weightOf(lhr).shift));
  results.push({ address, form, scores, faults: faultsOf(runs[0]), ...weightOf(runs[0]), shift, error });
}
chrome.kill();
process.stdout.write(JSON.stringify(results));
