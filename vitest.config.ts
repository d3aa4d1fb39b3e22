import { defineConfig } from "vitest/config";

/** Tests of pure code leave nothing behind, so that their files need no process each. */
const PURE = ["domain", "lib", "chat", "commands", "adapters/offline/reader"].map(
  (folder) => `test/unit/${folder}/**/*.test.ts`,
);

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: "forks",
    // Two cores run two files: most of a test waits for a process, a socket or the database.
    maxWorkers: 2,
    coverage: { provider: "v8", include: ["src/domain/**", "src/lib/**"] },
    projects: [
      { extends: true, test: { name: "pure", include: PURE, isolate: false } },
      { extends: true, test: { name: "rooms", include: ["test/**/*.test.ts"], exclude: PURE } },
    ],
  },
});
