import path from "node:path";
import type { WebPlatformOptions } from "../adapters/web/options.ts";
import { createWebPlatform, type WebPlatform } from "../adapters/web/platform.ts";
import type { Config } from "./config.ts";
import { PRESSES } from "./presses.ts";
import type { Secrets } from "./secrets.ts";
import type { Storage } from "./storage.ts";
import { VERSION } from "./version.ts";

/** The interface's contract: at most so many files of MAX_FILE_MB each. */
const MAX_FILES = 10;

interface WebParts
  extends Pick<
    WebPlatformOptions,
    "commands" | "workflowOf" | "health" | "bus" | "clock" | "ids" | "logger"
  > {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly storage: Storage;
  /** The program's own folder, which holds the built page. */
  readonly root: string;
}

export function createWeb({ config, secrets, storage, root, ...shared }: WebParts): WebPlatform {
  return createWebPlatform({
    ...shared,
    config: {
      ...config.web,
      pageDir: path.join(root, "dist", "page"),
      authSecret: secrets.auth,
      maxFileBytes: config.hearing.maxFileBytes,
      maxFiles: MAX_FILES,
    },
    version: VERSION,
    stores: storage.stores,
    blobs: storage.blobs,
    choicePrefixes: PRESSES.map((press) => press.prefix),
  });
}
