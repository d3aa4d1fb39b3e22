import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { findCycles } from "./architecture/cycles.ts";
import { longFunctions } from "./architecture/functions.ts";
import {
  MAX_FILE_LINES,
  MAX_FUNCTION_LINES,
  MAX_MEDIAN_LINES,
  ROOMS,
  VENDORS,
} from "./architecture/rules.ts";
import { listFiles, ROOT, readIfThere, readSources } from "./architecture/source-files.ts";

const sources = readSources();
const own = sources.filter(
  (file) => /^(src|commands)\//.test(file.path) && !file.path.startsWith("src/adapters/web/page/"),
);

describe("who may import whom", () => {
  test("every source file lives in a room", () => {
    expect(
      own.filter((file) => !ROOMS.some((room) => room.holds.test(file.path))).map((file) => file.path),
    ).toEqual([]);
  });

  test("imports stay inside the table", () => {
    const wrong = own.flatMap((file) => {
      const room = ROOMS.find((candidate) => candidate.holds.test(file.path));
      if (!room) return [];
      const group = room.holds.exec(file.path)?.[1] ?? "";
      const files = room.files.map((rule) => new RegExp(rule.replace("$1", group)));
      const allowed = (specifier: string) =>
        /^(src|commands|test|bench)\//.test(specifier)
          ? files.some((rule) => rule.test(specifier))
          : room.packages.some((rule) => rule.test(specifier));
      return file.imports
        .filter((specifier) => !allowed(specifier))
        .map((specifier) => `${file.path} imports ${specifier}`);
    });
    expect(wrong).toEqual([]);
  });

  test("one vendor lives in one adapter", () => {
    const wrong = sources
      .filter((file) => /^(src|commands)\//.test(file.path))
      .flatMap((file) =>
        file.imports.flatMap((specifier) => {
          const vendor = Object.keys(VENDORS).find(
            (name) => specifier === name || specifier.startsWith(`${name}/`),
          );
          const home = vendor && `src/adapters/${VENDORS[vendor]}/`;
          return home && !file.path.startsWith(home) ? [`${file.path} imports ${specifier}`] : [];
        }),
      );
    expect(wrong).toEqual([]);
  });

  test("no cycles", () => {
    expect(findCycles(sources)).toEqual([]);
  });

  test("only env.ts reads the environment", () => {
    const readers = own.filter((file) => /process\.env\b/.test(file.text)).map((file) => file.path);
    expect(readers).toEqual(["src/app/env.ts"]);
  });
});

describe("size", () => {
  test(`no file is longer than ${MAX_FILE_LINES} lines`, () => {
    expect(
      sources.filter((file) => file.lines > MAX_FILE_LINES).map((file) => `${file.path}: ${file.lines}`),
    ).toEqual([]);
  });

  test(`the median file has at most ${MAX_MEDIAN_LINES} lines`, () => {
    const sorted = own.map((file) => file.lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(MAX_MEDIAN_LINES);
  });

  test(`no function is longer than ${MAX_FUNCTION_LINES} lines`, () => {
    expect(own.flatMap((file) => longFunctions(file, MAX_FUNCTION_LINES))).toEqual([]);
  });
});

describe("documents", () => {
  const documents = listFiles().filter((file) =>
    /^(README|CONTRIBUTING|CHANGELOG)\.md$|^docs\/.*\.md$/.test(file),
  );

  test("name only paths that exist", () => {
    const missing = documents.flatMap((document) => {
      const text = readIfThere(document) ?? "";
      const beside = path.dirname(document);
      const named = [
        ...[...text.matchAll(/`((?:src|commands|test|bench|docs)\/[\w./-]+)`/g)].map(
          (match) => match[1] ?? "",
        ),
        ...[...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) =>
          path.join(beside, match[1] ?? ""),
        ),
      ];
      return named
        .filter((file) => !existsSync(path.join(ROOT, file)))
        .map((file) => `${document} names ${file}`);
    });
    expect(missing).toEqual([]);
  });

  test(".env.example lists what env.ts knows, in the same order", () => {
    const known = [...(readIfThere("src/app/env.ts") ?? "").matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map(
      (match) => match[1],
    );
    const listed = [...(readIfThere(".env.example") ?? "").matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map(
      (match) => match[1],
    );
    expect(known.length).toBeGreaterThan(5);
    expect(listed).toEqual(known);
  });

  test("npm scripts named in documents exist", () => {
    const { scripts } = JSON.parse(readIfThere("package.json") ?? "{}") as {
      scripts: Record<string, string>;
    };
    const named = documents.flatMap((document) =>
      [...(readIfThere(document) ?? "").matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(
        (match) => match[1] ?? "",
      ),
    );
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });
});
