import { enableCompileCache } from "node:module";

// A process that works on the queue and nothing else, on stores that other processes share.
enableCompileCache();
const { run } = await import("./app/run.ts");
await run("worker");
