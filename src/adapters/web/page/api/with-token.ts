/** A link or an image cannot send a header: the token goes into the address, and only to this server. */
export function withToken(url: string, token: string | undefined): string {
  if (token === undefined || !url.startsWith("/")) return url;
  return `${url}${url.includes("?") ? "&" : "?"}access_token=${encodeURIComponent(token)}`;
}

/** Whether an address is the server's own or http(s): others are shown, never followed. */
export const isSafeAddress = (url: string): boolean => /^(https?:\/\/|\/(?!\/))/.test(url);
