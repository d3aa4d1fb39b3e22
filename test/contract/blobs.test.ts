import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openFolderBlobs } from "../../src/adapters/folder/blobs.ts";
import { blobsSuite } from "./blobs.suite.ts";

blobsSuite("folder", async () => {
  const root = await mkdtemp(join(tmpdir(), "backlot-blobs-"));
  return {
    blobs: await openFolderBlobs(root),
    close: () => rm(root, { recursive: true }),
  };
});
