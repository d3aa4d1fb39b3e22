import { describe, expect, test } from "vitest";
import { Tempo } from "../../../../src/features/bulk/tempo.ts";

describe("the tempo of bulk work", () => {
  const marked = (marks: readonly (readonly [second: number, done: number])[]) => {
    const tempo = new Tempo();
    for (const [second, done] of marks) tempo.note(done, second * 1_000);
    return tempo;
  };

  test("says nothing before it knows", () => {
    expect(marked([]).secondsLeft(0, 10, 5_000)).toBeUndefined();
    expect(marked([[0, 1]]).secondsLeft(1, 9, 60_000)).toBeUndefined();
    expect(
      marked([
        [0, 1],
        [1, 4],
      ]).secondsLeft(4, 6, 1_000),
    ).toBeUndefined();
    expect(marked([[0, 10]]).secondsLeft(10, 0, 9_000)).toBeUndefined();
  });

  test("goes by the last items, not by the whole run", () => {
    const marks: [number, number][] = [];
    for (let second = 0; second < 100; second += 1) marks.push([second, second]);
    for (let second = 100; second < 400; second += 10) marks.push([second, 90 + second / 10]);
    // One a second at first, one in ten seconds lately.
    expect(marked(marks).secondsLeft(129, 10, 390_000)).toBe(100);
  });

  test("grows while nothing ends", () => {
    const tempo = marked([
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
    ]);
    expect(tempo.secondsLeft(4, 10, 4_000)).toBe(10);
    expect(tempo.secondsLeft(4, 10, 40_000)).toBe(100);
  });

  test("begins anew when failed items are tried again, and after a pause", () => {
    const tempo = marked([
      [0, 0],
      [5, 10],
      [60, 4],
    ]);
    expect(tempo.secondsLeft(4, 6, 60_000)).toBeUndefined();
    tempo.note(8, 64_000);
    expect(tempo.secondsLeft(8, 2, 64_000)).toBe(2);
    tempo.reset();
    expect(tempo.secondsLeft(8, 2, 64_000)).toBeUndefined();
  });
});
