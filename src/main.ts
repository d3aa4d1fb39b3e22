import { enableCompileCache } from "node:module";

// Before anything else is loaded: most of a later start is compiling what an earlier one has compiled.
enableCompileCache();
const { run } = await import("./app/run.ts");
await run();
