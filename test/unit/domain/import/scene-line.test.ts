import { expect, test } from "vitest";
import { isSceneLine, readSceneLine } from "../../../../src/domain/import/scene-line.ts";

test.each([
  ["INT. DINER - NIGHT – Sarah meets John", "INT. DINER - NIGHT", "NIGHT", "Sarah meets John"],
  ["ext. street - day: they run", "EXT. STREET - DAY", "DAY", "they run"],
  ["INT. DINER - BACK ROOM - LATE NIGHT", "INT. DINER - BACK ROOM - LATE NIGHT", "LATE NIGHT", undefined],
  ["INT. DINER - BACK ROOM", "INT. DINER - BACK ROOM", undefined, undefined],
  ["INT. CAR - He drives off", "INT. CAR", undefined, "He drives off"],
  ["12A. INT/EXT. CAR - DUSK. Rain.", "INT/EXT. CAR - DUSK", "DUSK", "Rain."],
  ["DINER - NIGHT", "DINER - NIGHT", undefined, undefined],
])("“%s” is the heading “%s” at %s, then “%s”", (line, heading, time, rest) => {
  const read = readSceneLine(line);
  expect([read.heading, read.time_of_day, read.rest?.text]).toEqual([heading, time, rest]);
  if (read.rest) expect(line.slice(read.rest.start, read.rest.end)).toBe(rest);
});

test("a set keeps what a dash tells of it", () => {
  expect(readSceneLine("INT. DINER - BACK ROOM").set).toBe("DINER - BACK ROOM");
  expect(readSceneLine("7) INT. BAR - DAY").number).toBe("7");
});

test.each(["INT. BAR", "3. ext. pier", "I/E CAR", "est. CITY"])("“%s” is a scene line", (line) => {
  expect(isSceneLine(line)).toBe(true);
});
test.each(["International", "exit the bar", "Sarah, 28", "interior design is his job"])(
  "“%s” is none",
  (line) => {
    expect(isSceneLine(line)).toBe(false);
  },
);
