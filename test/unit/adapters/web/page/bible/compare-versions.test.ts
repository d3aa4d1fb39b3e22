import { describe, expect, it } from "vitest";
import type { Version } from "../../../../../../src/adapters/web/page/api/wire.ts";
import {
  compareVersions,
  differsFromNow,
} from "../../../../../../src/adapters/web/page/bible/compare-versions.ts";

const version = (number: number, values: Version["values"]): Version => ({
  version: number,
  at: "2026-01-01T00:00:00.000Z",
  by: "u_ada",
  change_id: `chg_${number}`,
  values,
});

describe("compareVersions", () => {
  const versions = [
    version(3, { name: "Sarah", traits: ["brave", "quick"], age: 29 }),
    version(2, { name: "Sarah", age: 29, traits: ["brave"] }),
    version(1, { name: "Sarah", age: 28, wound: "her father" }),
  ];

  it("tells each field that differs anywhere, against the newest", () => {
    expect(compareVersions(versions).changed).toEqual([
      {
        field: "traits",
        cells: [
          { text: "brave, quick", differs: false },
          { text: "brave", differs: true },
          { text: "", differs: true },
        ],
      },
      {
        field: "age",
        cells: [
          { text: "29", differs: false },
          { text: "29", differs: false },
          { text: "28", differs: true },
        ],
      },
      {
        field: "wound",
        cells: [
          { text: "", differs: false },
          { text: "", differs: false },
          { text: "her father", differs: true },
        ],
      },
    ]);
  });

  it("keeps apart what stayed the same", () => {
    expect(compareVersions(versions).same.map(({ field }) => field)).toEqual(["name"]);
  });

  it("knows which versions there is anything to bring back of", () => {
    const later = [
      version(4, { name: "Sarah" }),
      version(3, { name: "Sarah" }),
      version(1, { name: "Sara" }),
    ];
    const { changed } = compareVersions(later);
    expect(later.map((_, index) => differsFromNow(changed, index))).toEqual([false, false, true]);
  });
});
