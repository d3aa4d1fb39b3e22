import { defineConfig } from "vitest/config";

/** Tests that close what they open and leave nothing behind: their files need no process each, which saves a third of the time. */
const SHARING = [
  ...["domain", "lib", "chat", "commands", "features", "adapters/offline/reader", "adapters/web"].map(
    (folder) => `test/unit/${folder}/**/*.test.ts`,
  ),
  ...["discord", "slack", "offline", "openai"].map(
    (vendor) => `test/unit/adapters/${vendor}/**/!(platform).test.ts`,
  ),
  "test/unit/fakes/**/*.test.ts",
  "test/contract/*-store.test.ts",
];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: "forks",
    // Two cores run two files: most of a test waits for a process, a socket or the database.
    maxWorkers: 2,
    coverage: { provider: "v8", include: ["src/domain/**", "src/lib/**"] },
    projects: [
      { extends: true, test: { name: "sharing", include: SHARING, isolate: false } },
      { extends: true, test: { name: "apart", include: ["test/**/*.test.ts"], exclude: SHARING } },
    ],
  },
});
