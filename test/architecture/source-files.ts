import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { parseSync } from "oxc-parser";

export const ROOT = path.resolve(import.meta.dirname, "../..");

export interface SourceFile {
  /** Path from the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  readonly imports: readonly string[];
}

/** Files that git knows or would add, so that ignored output is never judged. */
export function listFiles(): string[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return listed.split("\n").filter(Boolean);
}

export function readSources(): SourceFile[] {
  return listFiles()
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"))
    .flatMap((file) => {
      const text = readIfThere(file);
      return text === undefined
        ? []
        : [{ path: file, text, lines: text.split("\n").length - 1, imports: importsOf(file, text) }];
    });
}

export function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(path.join(ROOT, file), "utf8");
  } catch {
    return undefined;
  }
}

/** Module specifiers of static and dynamic imports and re-exports; files of this project as paths from the root. */
function importsOf(file: string, text: string): string[] {
  const { module } = parseSync(file, text);
  const literal = (start: number, end: number) => text.slice(start, end).replace(/^['"`]|['"`]$/g, "");
  const specifiers = [
    ...module.staticImports.map((entry) => entry.moduleRequest.value),
    ...module.staticExports.flatMap((entry) =>
      entry.entries.flatMap((part) => (part.moduleRequest ? [part.moduleRequest.value] : [])),
    ),
    ...module.dynamicImports.map((entry) => literal(entry.moduleRequest.start, entry.moduleRequest.end)),
  ];
  return specifiers.map((specifier) =>
    specifier.startsWith(".")
      ? path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier))
      : specifier,
  );
}
