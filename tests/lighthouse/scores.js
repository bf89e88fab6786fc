// Holds pages against Lighthouse, one after the other, in one Chromium.
// Takes JSON from its input: {chromium, flags, pages: [{address, form}]}; gives, for each page, what falls short of 100.
import { text } from "node:stream/consumers";
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

const { chromium, flags, pages } = JSON.parse(await text(process.stdin));
const chrome = await launch({ chromePath: chromium, chromeFlags: ["--headless=new", ...flags], logLevel: "silent" });
const options = {
  port: chrome.port,
  output: "json",
  logLevel: "silent",
  onlyCategories: ["accessibility", "best-practices"],
  disableFullPageScreenshot: true,
  // A page stands when it has loaded: nothing here comes later, and nothing is timed.
  maxWaitForLoad: 10_000,
  pauseAfterFcpMs: 0,
  pauseAfterLoadMs: 0,
  networkQuietThresholdMs: 0,
  cpuQuietThresholdMs: 0,
};
process.on("SIGTERM", () => {
  chrome.kill();
  process.exit(1);
});
const results = [];
for (const { address, form } of pages) {
  const { lhr } = await lighthouse(address, options, form === "desktop" ? desktopConfig : undefined);
  const scores = Object.fromEntries(Object.values(lhr.categories).map((one) => [one.id, one.score]));
  const faults = Object.values(lhr.categories).flatMap((category) =>
    category.auditRefs
      .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
      .map(({ id }) => {
        const { title, details } = lhr.audits[id];
        const items = (details?.items ?? []).map((item) => item.node?.snippet ?? JSON.stringify(item));
        return `${id}: ${title} ${items.join(" ")}`;
      }),
  );
  results.push({ address, form, scores, faults, error: lhr.runtimeError?.message ?? "" });
}
chrome.kill();
process.stdout.write(JSON.stringify(results));
