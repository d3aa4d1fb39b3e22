import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { AppError } from "../../domain/errors.ts";
import type { Vault } from "../../ports/vault.ts";

const VERSION = "v1";
const CIPHER = "aes-256-gcm";
const KEY_BYTES = 32;
// NIST SP 800-38D: 96-bit nonces, drawn anew for each sealing, and the whole tag.
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const ID_CHARS = 12;

/**
 * Seals with AES-256-GCM under a key derived from `secret` by HKDF-SHA-256. Each sealed text names its key, so that words
 * sealed with one of the `former` secrets open for as long as that is given. A secret has 32 characters or more.
 */
export function createVault(secret: string, former: readonly string[] = []): Vault {
  const current = keyOf(secret);
  const keys = new Map([...former.map(keyOf), current].map((key) => [key.id, key.bytes]));
  return {
    seal: (words, about) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, current.bytes, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(bound(current.id, about));
      const sealed = Buffer.concat([
        nonce,
        cipher.update(words, "utf8"),
        cipher.final(),
        cipher.getAuthTag(),
      ]);
      return [VERSION, current.id, sealed.toString("base64url")].join(".");
    },
    open: (sealed, about) => {
      const [version, id = "", text = ""] = sealed.split(".");
      const key = version === VERSION ? keys.get(id) : undefined;
      if (!key)
        throw new AppError("internal", "sealed words cannot be opened: their key is not among those given");
      return {
        words: decipher(key, Buffer.from(text, "base64url"), bound(id, about)),
        current: id === current.id,
      };
    },
  };
}

function decipher(key: Buffer, bytes: Buffer, about: Buffer): string {
  try {
    const end = bytes.length - TAG_BYTES;
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(about);
    decipher.setAuthTag(bytes.subarray(end));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, end)), decipher.final()]).toString(
      "utf8",
    );
  } catch (error) {
    throw new AppError("internal", "sealed words cannot be opened: they were changed", { cause: error });
  }
}

const bound = (keyId: string, about: string) => Buffer.from(JSON.stringify([VERSION, keyId, about]));

function keyOf(secret: string): { readonly id: string; readonly bytes: Buffer } {
  const bytes = Buffer.from(hkdfSync("sha256", secret, "backlot", "vault", KEY_BYTES));
  const id = createHash("sha256").update("backlot key id").update(bytes).digest("hex").slice(0, ID_CHARS);
  return { id, bytes };
}
