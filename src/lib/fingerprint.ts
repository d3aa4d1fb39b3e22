/** A short, stable fingerprint of a text (FNV-1a, twice with different bases, base 36). For telling states apart, not for secrets. */
export function fingerprint(text: string): string {
  return half(text, 0x811c9dc5) + half(text, 0x9747b28c);
}

function half(text: string, basis: number): string {
  let hash = basis;
  for (let index = 0; index < text.length; index += 1) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
