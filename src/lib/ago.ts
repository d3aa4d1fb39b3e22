const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** "just now", "5 minutes ago", "3 hours ago", "yesterday", "12 days ago", with the date in UTC: "yesterday, 21 Nov 2026". */
export function ago(then: Date, now: Date): string {
  const day = `${then.getUTCDate()} ${MONTHS[then.getUTCMonth()]} ${then.getUTCFullYear()}`;
  return `${ageWords(now.getTime() - then.getTime())}, ${day}`;
}

function ageWords(age: number): string {
  if (age < MINUTE_MS) return "just now";
  if (age < HOUR_MS) return counted(age / MINUTE_MS, "minute");
  if (age < DAY_MS) return counted(age / HOUR_MS, "hour");
  if (age < 2 * DAY_MS) return "yesterday";
  if (age < 60 * DAY_MS) return counted(age / DAY_MS, "day");
  return age < 730 * DAY_MS ? counted(age / (30 * DAY_MS), "month") : counted(age / (365 * DAY_MS), "year");
}

function counted(amount: number, unit: string): string {
  const whole = Math.floor(amount);
  return `${whole} ${unit}${whole === 1 ? "" : "s"} ago`;
}
