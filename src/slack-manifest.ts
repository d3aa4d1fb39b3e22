import { printSlackManifest } from "./app/print-slack-manifest.ts";

printSlackManifest(process.argv.slice(2));
