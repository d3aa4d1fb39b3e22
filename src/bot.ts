import { enableCompileCache } from "node:module";

// A process that hears and answers people, on stores that other processes share.
enableCompileCache();
const { run } = await import("./app/run.ts");
await run("bot");
