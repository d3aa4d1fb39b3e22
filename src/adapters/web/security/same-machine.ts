import type { IncomingHttpHeaders } from "node:http";
import { UserError } from "../../../domain/errors.ts";
import { urlHost } from "./loopback.ts";

const LOCAL_NAMES = ["localhost", "127.0.0.1", "[::1]"];
const HTTP_PORT = 80;

/**
 * Local mode has no login, so a web page of somebody else must not be able to use it through the person's browser.
 * `Host` must be one of our own names (a page that rebinds its name to 127.0.0.1 sends its own), and `Origin`,
 * which browsers send with every call that can change something and with every WebSocket, must be our page.
 * Throws UserError("forbidden").
 */
export function checkSameMachine(
  headers: IncomingHttpHeaders,
  bound: { host: string; ports: readonly number[] },
): void {
  const allowed = allowedHosts(bound);
  const host = headers.host?.toLowerCase();
  if (host === undefined || !allowed.has(host)) {
    throw refusal("This Backlot answers only under its own local address.", bound);
  }
  const { origin } = headers;
  if (origin === undefined) return;
  const [scheme, rest] = origin.toLowerCase().split("://");
  if (scheme !== "http" || rest === undefined || !allowed.has(rest)) {
    throw refusal("Another web page tried to use this Backlot.", bound);
  }
}

function allowedHosts({ host, ports }: { host: string; ports: readonly number[] }): Set<string> {
  const names = new Set([...LOCAL_NAMES, urlHost(host.toLowerCase())]);
  const all = [...names].flatMap((name) => ports.map((port) => `${name}:${port}`));
  return new Set(ports.includes(HTTP_PORT) ? [...all, ...names] : all);
}

function refusal(message: string, { host, ports }: { host: string; ports: readonly number[] }): UserError {
  return new UserError("forbidden", message, `Open http://${urlHost(host)}:${ports[0] ?? ""} itself.`);
}
