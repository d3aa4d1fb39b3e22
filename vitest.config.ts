import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: "forks",
    // Two cores run two files: most of a test waits for a process, a socket or the database.
    maxWorkers: 2,
    coverage: { provider: "v8", include: ["src/domain/**", "src/lib/**"] },
  },
});
