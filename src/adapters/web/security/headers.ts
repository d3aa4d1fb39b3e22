const PLAIN_HOST = /^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/i;

const EVERYWHERE = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
} as const;

const API_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** Headers of answers that are data: never shown as a page, never kept by a cache. */
export const API_HEADERS: Readonly<Record<string, string>> = {
  ...EVERYWHERE,
  "content-security-policy": API_POLICY,
  "cache-control": "no-store",
};

/**
 * Headers of the page and its files. Styles may be inline because the component kit sets them on elements; scripts may not.
 * Older Safari does not count a WebSocket to the same host as 'self', so the host is named.
 */
export function pageHeaders(host: string | undefined): Readonly<Record<string, string>> {
  const live = host !== undefined && PLAIN_HOST.test(host) ? ` ws://${host} wss://${host}` : "";
  const policy = [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self' data:",
    `connect-src 'self'${live}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return { ...EVERYWHERE, "content-security-policy": policy.join("; ") };
}
