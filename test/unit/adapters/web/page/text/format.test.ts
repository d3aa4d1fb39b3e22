import { describe, expect, it } from "vitest";
import {
  counted,
  fieldLabel,
  fieldText,
  fileSize,
  shortAgo,
  timeLeft,
} from "../../../../../../src/adapters/web/page/text/format.ts";

const NOW = Date.parse("2026-03-12T12:00:00Z");
const ago = (ms: number): string => new Date(NOW - ms).toISOString();

describe("format", () => {
  it.each([
    [0, "0 bytes"],
    [1023, "1023 bytes"],
    [1536, "1.5 KB"],
    [182_044, "178 KB"],
    [50 * 1024 * 1024, "50 MB"],
  ])("says %i bytes as %s", (bytes, said) => {
    expect(fileSize(bytes)).toBe(said);
  });

  it("tells how long ago in as few words as will do", () => {
    expect(shortAgo(ago(20_000), NOW, "en")).toBe("now");
    expect(shortAgo(ago(5 * 60_000), NOW, "en")).toBe("5 min");
    expect(shortAgo(ago(3 * 3_600_000), NOW, "en")).toBe("3 h");
    expect(shortAgo(ago(40 * 86_400_000), NOW, "en")).toBe("Jan 31");
    expect(shortAgo("no time", NOW, "en")).toBe("");
  });

  it("says what is left in seconds, then minutes", () => {
    expect(timeLeft(0.2)).toBe("about 1 s left");
    expect(timeLeft(89)).toBe("about 89 s left");
    expect(timeLeft(170)).toBe("about 3 min left");
  });

  it("reads field names and values as words", () => {
    expect(fieldLabel("time_of_day")).toBe("Time of day");
    expect(fieldText(["Sarah", "John"])).toBe("Sarah, John");
    expect(fieldText(false)).toBe("no");
    expect(fieldText(undefined)).toBe("");
  });

  it("counts in the singular and the plural", () => {
    expect(counted(1, "character")).toBe("1 character");
    expect(counted(1200, "character")).toBe("1,200 characters");
  });
});
