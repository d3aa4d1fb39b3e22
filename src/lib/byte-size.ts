const STEP = 1_000;
const UNITS = ["bytes", "KB", "MB", "GB"];

/** "1 byte", "9 bytes", "12 KB", "1.4 MB": a size as file managers show it. */
export function byteSize(bytes: number): string {
  if (bytes === 1) return "1 byte";
  let size = bytes;
  let unit = 0;
  while (size >= STEP && unit < UNITS.length - 1) {
    size /= STEP;
    unit += 1;
  }
  const shown = unit > 1 && size < 10 ? size.toFixed(1) : Math.round(size);
  return `${shown} ${UNITS[unit]}`;
}
