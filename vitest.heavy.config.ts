import { defineConfig } from "vitest/config";

/** What takes minutes: chaos, soak, bulk by the thousand. Run by .ci/run, not by `npm test`. */
export default defineConfig({
  test: {
    include: ["test/**/*.heavy.ts"],
    testTimeout: 600_000,
    hookTimeout: 60_000,
    // Real processes, browsers and clocks on machines of any speed. What needed it says "retry x1": look into it.
    retry: 1,
    fileParallelism: false,
    pool: "forks",
  },
});
