/** Who sits at this page. Local mode has no login: the browser remembers a made-up id and the name its person gave. */
export interface Identity {
  readonly user_id: string;
  readonly name: string;
}

const IDENTITY_KEY = "backlot.identity";
const TOKEN_KEY = "backlot.token";

/** The kept identity, or a new one, kept from now on. */
export function loadIdentity(): Identity {
  const kept = parseIdentity(read(localStorage, IDENTITY_KEY));
  if (kept !== undefined) return kept;
  const made = { user_id: `web-${randomId()}`, name: "" };
  saveIdentity(made);
  return made;
}

export function saveIdentity(identity: Identity): void {
  write(localStorage, IDENTITY_KEY, JSON.stringify(identity));
}

/** A bearer token is forgotten with the tab. */
export const loadToken = (): string | undefined => read(sessionStorage, TOKEN_KEY);
export const saveToken = (token: string): void => write(sessionStorage, TOKEN_KEY, token);

/** crypto.randomUUID exists only on secure origins; a page on a LAN address is none. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(36).padStart(2, "0")).join("");
}

function parseIdentity(text: string | undefined): Identity | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || !("user_id" in value)) return undefined;
    if (typeof value.user_id !== "string" || value.user_id === "") return undefined;
    const name = "name" in value && typeof value.name === "string" ? value.name : "";
    return { user_id: value.user_id, name };
  } catch {
    return undefined;
  }
}

/** Storage may be closed to the page; then nothing is kept, and everything still works until the tab closes. */
function read(storage: Storage, key: string): string | undefined {
  try {
    return storage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function write(storage: Storage, key: string, value: string): void {
  try {
    storage.setItem(key, value);
  } catch {
    // See read().
  }
}
