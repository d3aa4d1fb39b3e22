import { printToken } from "./app/print-token.ts";

await printToken(process.argv.slice(2));
