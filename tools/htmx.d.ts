/** What the scripts use of htmx 2 (static/django_htmx). */
declare const htmx: {
  ajax(
    verb: "GET" | "POST",
    path: string,
    context: { source: Element; target: string; swap: "outerHTML"; values: Record<string, string | number> },
  ): Promise<void>;
};

/** The details of its events. */
interface HtmxDetail {
  xhr: XMLHttpRequest;
  target: HTMLElement;
  path: string;
  failed: boolean;
  pathInfo: { finalRequestPath: string };
}

interface DocumentEventMap {
  "htmx:beforeSend": CustomEvent<HtmxDetail>;
  "htmx:beforeRequest": CustomEvent<HtmxDetail>;
  "htmx:afterRequest": CustomEvent<HtmxDetail>;
  "htmx:afterSwap": CustomEvent<HtmxDetail>;
  "htmx:afterSettle": CustomEvent<HtmxDetail>;
  "htmx:historyRestore": CustomEvent<HtmxDetail>;
  "htmx:responseError": CustomEvent<HtmxDetail>;
  "htmx:sendError": CustomEvent<HtmxDetail>;
  "htmx:timeout": CustomEvent<HtmxDetail>;
}
