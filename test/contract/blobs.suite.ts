import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Blobs } from "../../src/ports/blobs.ts";

export type OpenBlobs = () => Promise<{ readonly blobs: Blobs; close(): Promise<void> }>;

/** Files of any size are kept under a key, whole or not at all. */
export function blobsSuite(name: string, open: OpenBlobs): void {
  describe(`${name}: blobs`, () => {
    let opened: Awaited<ReturnType<OpenBlobs>>;
    const blobs = () => opened.blobs;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(async () => {
      await opened.close();
    });
    const put = (key: string, ...chunks: (string | Uint8Array)[]) =>
      blobs().put(key, Readable.from(chunks.map((chunk) => Buffer.from(chunk))));
    const read = async (key: string) => {
      const stream = await blobs().open(key);
      return stream && (await buffer(stream));
    };

    test("keeps bytes as they are and answers how many", async () => {
      const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
      expect(await put("prj_1/fil_1", bytes, bytes)).toBe(512);
      expect(await read("prj_1/fil_1")).toEqual(Buffer.concat([bytes, bytes]));
      expect(await put("fil_empty")).toBe(0);
      expect(await read("fil_empty")).toEqual(Buffer.alloc(0));
    });

    test("a later blob takes the place of an earlier one", async () => {
      await put("fil_1", "a longer first version");
      await put("fil_1", "second");
      expect(String(await read("fil_1"))).toBe("second");
    });

    test("knows nothing of other keys", async () => {
      await put("prj_1/fil_1", "x");
      for (const key of ["fil_1", "prj_1", "prj_1/fil_1/more"]) expect(await read(key)).toBeUndefined();
    });

    test("removes a blob, and does not mind one that is gone", async () => {
      await put("prj_1/fil_1", "x");
      await blobs().remove("prj_1/fil_1");
      await blobs().remove("prj_1/fil_1");
      expect(await read("prj_1/fil_1")).toBeUndefined();
    });

    test("an upload that breaks off leaves what was there", async () => {
      await put("fil_1", "whole");
      const broken = Readable.from(
        (async function* () {
          yield Buffer.from("half");
          throw new Error("the line is cut");
        })(),
      );
      await expect(blobs().put("fil_1", broken)).rejects.toThrow("the line is cut");
      expect(String(await read("fil_1"))).toBe("whole");
    });

    test("whoever reads while it is replaced reads one version whole", async () => {
      const versions = ["a", "b"].map((letter) => letter.repeat(200_000));
      await put("fil_1", versions[0] ?? "");
      const [, text] = await Promise.all([put("fil_1", versions[1] ?? ""), read("fil_1")]);
      expect(versions).toContain(String(text));
    });

    test.each([
      "",
      ".",
      "..",
      "../x",
      "a/../../x",
      "/etc/passwd",
      "a//b",
      "a/",
      "a\\..\\b",
      "C:x",
      ".hidden",
      "a\0b",
      "a b",
      "x".repeat(401),
    ])("refuses %j as a key", async (key) => {
      await expect(put(key, "x")).rejects.toMatchObject({ code: "bad_request" });
      await expect(read(key)).rejects.toMatchObject({ code: "bad_request" });
      await expect(blobs().remove(key)).rejects.toMatchObject({ code: "bad_request" });
    });

    test("answers a ping", async () => {
      await blobs().ping();
    });
  });
}
