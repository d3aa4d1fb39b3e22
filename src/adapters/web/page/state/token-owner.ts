export interface TokenOwner {
  readonly user_id: string;
  readonly name?: string;
}

/**
 * Whom a bearer token says it belongs to, for display only: the server alone decides whether that holds.
 * Undefined for a token that is no JWT.
 */
export function tokenOwner(token: string): TokenOwner | undefined {
  try {
    const claims: unknown = JSON.parse(decodePart(token.split(".")[1] ?? ""));
    if (typeof claims !== "object" || claims === null || !("sub" in claims)) return undefined;
    if (typeof claims.sub !== "string") return undefined;
    const name = "name" in claims && typeof claims.name === "string" ? { name: claims.name } : {};
    return { user_id: claims.sub, ...name };
  } catch {
    return undefined;
  }
}

/** A JWT's parts are base64url of UTF-8. */
function decodePart(part: string): string {
  const binary = atob(part.replaceAll("-", "+").replaceAll("_", "/"));
  return new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
}
