const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** "2.4 MB": one decimal below ten, none above. Powers of 1024, as the server counts its limit. */
export function fileSize(bytes: number): string {
  const units = ["bytes", "KB", "MB", "GB"] as const;
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = unit > 0 && value < 10 ? 1 : 0;
  return `${value.toFixed(digits)} ${units[unit]}`;
}

/** "now", "5 min", "3 h", "Mon", "12 Mar": as short as still tells. */
export function shortAgo(at: string, now: number, locale?: string): string {
  const then = Date.parse(at);
  const age = now - then;
  if (Number.isNaN(age)) return "";
  if (age < MINUTE_MS) return "now";
  if (age < HOUR_MS) return `${Math.floor(age / MINUTE_MS)} min`;
  if (age < DAY_MS) return `${Math.floor(age / HOUR_MS)} h`;
  const options: Intl.DateTimeFormatOptions =
    age < 6 * DAY_MS ? { weekday: "short" } : { day: "numeric", month: "short" };
  return new Date(then).toLocaleDateString(locale, options);
}

/** The time of day, with the day when it is not today. */
export function clockTime(at: string, now: number, locale?: string): string {
  const then = new Date(at);
  if (Number.isNaN(then.getTime())) return "";
  const time = then.toLocaleTimeString(locale, { hour: "2-digit", minute: "2-digit" });
  const sameDay = then.toDateString() === new Date(now).toDateString();
  return sameDay ? time : `${then.toLocaleDateString(locale, { day: "numeric", month: "short" })}, ${time}`;
}

/** "about 40 s left", "about 3 min left". */
export function timeLeft(seconds: number): string {
  return seconds < 90
    ? `about ${Math.max(1, Math.round(seconds))} s left`
    : `about ${Math.round(seconds / 60)} min left`;
}

/** `time_of_day` → "Time of day". */
export function fieldLabel(name: string): string {
  const words = name.replaceAll("_", " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function fieldText(value: unknown): string {
  if (Array.isArray(value)) return value.map(fieldText).join(", ");
  if (value === true) return "yes";
  if (value === false) return "no";
  return value === undefined || value === null ? "" : String(value);
}

/** "1 character", "3 characters". */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? noun : `${noun}s`}`;
}
