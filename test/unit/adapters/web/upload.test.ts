import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { UploadAnswer } from "../../../../src/adapters/web/schemas/turn.ts";
import { type Answer, call, type ErrorAnswer, newSession } from "./caller.ts";
import { openRoom, type Room } from "./room.ts";

type Uploaded = z.infer<typeof UploadAnswer>;
type Part = readonly [name: string, content: string | Buffer];

const PNG = Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), Buffer.alloc(200, 7)]);
const MAX_BYTES = 256 * 1024;

let room: Room;
let session_id: string;
beforeAll(async () => {
  room = await openRoom({ maxFileBytes: MAX_BYTES, maxFiles: 3 });
  ({ session_id } = await newSession(room));
});
afterAll(() => room.close());

async function upload(
  files: readonly Part[],
  fields: Record<string, string> = {},
): Promise<Answer<Uploaded & ErrorAnswer>> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ user_id: "ada", session_id, ...fields }))
    form.append(name, value);
  for (const [name, content] of files)
    form.append("files", new Blob([new Uint8Array(Buffer.from(content))]), name);
  const response = await fetch(`${room.url}/api/v1/chat/upload`, { method: "POST", body: form });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Uploaded & ErrorAnswer,
  };
}

describe("an upload", () => {
  test("is a message with files, which can be had back", async () => {
    const text = Buffer.from("INT. DINER - NIGHT\n\nSarah waits. é");
    const { status, body } = await upload(
      [
        ["Scene.fountain", text],
        ["face.png", PNG],
      ],
      { message: "two files" },
    );
    expect(status).toBe(200);
    expect(UploadAnswer.parse(body)).toEqual(body);
    expect(body.reply.text).toBe("You said: two files");
    expect(body.files).toMatchObject([
      { name: "Scene.fountain", media_type: "text/plain", size: text.length },
      { name: "face.png", media_type: "image/png", size: PNG.length },
    ]);
    expect(await room.stores.messages.get(body.message_id)).toMatchObject({
      text: "two files",
      files: body.files,
    });
    const back = await fetch(room.url + body.files[0]?.url);
    expect(Buffer.from(await back.arrayBuffer())).toEqual(text);
  });

  test("needs no words, and takes a file of any size up to the limit", async () => {
    const whole = Buffer.alloc(MAX_BYTES, "a");
    const { status, body } = await upload([["long.txt", whole]]);
    expect([status, body.files[0]?.size]).toEqual([200, MAX_BYTES]);
  });

  test("sent twice under one id is kept once", async () => {
    const fields = { message: "once", message_id: "up-1" };
    const first = await upload([["a.txt", "same"]], fields);
    const before = await room.blobKeys();
    const second = await upload([["a.txt", "same"]], fields);
    expect(second.body).toEqual(first.body);
    expect(await room.blobKeys()).toEqual(before);
  });
});

describe("a file", () => {
  test.each([
    ["face.png", "image/png", "inline"],
    ["notes.txt", "text/plain; charset=utf-8", "inline"],
    ["script.fdx", "application/xml", "attachment"],
    ["sheet.csv", "text/csv; charset=utf-8", "attachment"],
  ])("%s is served as %s, %s", async (name, type, how) => {
    const { body } = await upload([[name, name.endsWith(".png") ? PNG : "<a>words</a>"]]);
    const { headers } = await fetch(room.url + body.files[0]?.url);
    expect(headers.get("content-type")).toBe(type);
    expect(headers.get("content-disposition")).toBe(`${how}; filename="${name}"; filename*=UTF-8''${name}`);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toContain("sandbox");
    expect(Number(headers.get("content-length"))).toBe(body.files[0]?.size);
  });

  test.each([
    ["../../etc/passwd.txt", "passwd.txt"],
    ["C:\\films\\scene.txt", "scene.txt"],
    ['quote".txt', /quote/],
    ["Zoë 🎬.txt", "Zoë 🎬.txt"],
  ])("named %j is kept under a harmless name", async (sent, name) => {
    const { status, body } = await upload([[sent, "words"]]);
    expect(status).toBe(200);
    expect(body.files[0]?.name).toEqual(typeof name === "string" ? name : expect.stringMatching(name));
    const served = await fetch(room.url + body.files[0]?.url);
    expect(served.headers.get("content-disposition")).not.toMatch(/[\r\n]/);
  });
});

describe("what is refused leaves nothing behind:", () => {
  test.each<[string, Part[], Record<string, string>, number, string]>([
    [
      "a file too large",
      [
        ["ok.txt", "fine"],
        ["big.txt", Buffer.alloc(MAX_BYTES + 1, "a")],
      ],
      {},
      413,
      "too_large",
    ],
    ["a file far too large", [["big.txt", Buffer.alloc(MAX_BYTES * 40, "a")]], {}, 413, "too_large"],
    [
      "too many files",
      [
        ["1.txt", "1"],
        ["2.txt", "2"],
        ["3.txt", "3"],
        ["4.txt", "4"],
      ],
      {},
      413,
      "too_large",
    ],
    [
      "a program",
      [
        ["ok.txt", "fine"],
        ["run.exe", "MZ\u0000\u0001"],
      ],
      {},
      415,
      "unsupported_type",
    ],
    ["a page", [["page.html", "<script>alert(1)</script>"]], {}, 415, "unsupported_type"],
    ["a drawing with scripts", [["draw.svg", "<svg/>"]], {}, 415, "unsupported_type"],
    ["text that calls itself a picture", [["face.png", "no picture"]], {}, 415, "unsupported_type"],
    [
      "bytes that call themselves text",
      [["notes.txt", Buffer.from([1, 2, 0, 255])]],
      {},
      415,
      "unsupported_type",
    ],
    ["a zip that is no document", [["all.zip", "PK\u0003\u0004"]], {}, 415, "unsupported_type"],
    ["an empty file", [["empty.txt", ""]], {}, 422, "invalid"],
    ["no file", [], {}, 422, "invalid"],
    ["a session that is not there", [["a.txt", "a"]], { session_id: "ses_none" }, 404, "not_found"],
    ["nobody", [["a.txt", "a"]], { user_id: " " }, 422, "invalid"],
    ["words too long", [["a.txt", "a"]], { message: "x".repeat(40_001) }, 413, "too_large"],
    ["words too long for a field", [["a.txt", "a"]], { message: "x".repeat(300_000) }, 413, "too_large"],
    ["words that are none", [["a.txt", "a"]], { message: "\u0000" }, 422, "invalid"],
    ["a field with a trap", [["a.txt", "a"]], { __proto__x: "a", constructor: "b" }, 422, "invalid"],
  ])("%s", async (_name, files, fields, status, code) => {
    const before = await room.blobKeys();
    const answer = await upload(files, fields);
    expect([answer.status, answer.body.error?.code]).toEqual([status, code]);
    expect(answer.body.error.hint).toMatch(/\w/);
    expect(await room.blobKeys()).toEqual(before);
  });

  test("JSON in place of files", async () => {
    const { status, body } = await call(room, "POST", "/api/v1/chat/upload", { user_id: "ada", session_id });
    expect([status, body.error.code]).toEqual([415, "unsupported_type"]);
  });

  test("an upload that breaks off", async () => {
    const before = await room.blobKeys();
    const { port } = room.platform.address();
    const head = `POST /api/v1/chat/upload HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: 100000\r\n\r\n`;
    const part = '--x\r\ncontent-disposition: form-data; name="files"; filename="a.txt"\r\n\r\n';
    const socket = connect(port, "127.0.0.1");
    socket.write(head + part + "a".repeat(20_000));
    await expect.poll(() => room.blobKeys(".unfinished")).toHaveLength(1);
    socket.destroy();
    await expect.poll(() => room.blobKeys(".unfinished")).toEqual([]);
    expect(await room.blobKeys()).toEqual(before);
    expect(room.logged.filter(({ level }) => level === "error")).toEqual([]);
  });
});

test("a broken disk is an error with a reference, and not the caller's fault", async () => {
  const broken = await openRoom(
    {},
    { blobs: { ...room.blobs, put: () => Promise.reject(new Error("ENOSPC")) } },
  );
  try {
    const form = new FormData();
    form.append("user_id", "ada");
    form.append("files", new Blob(["words"]), "a.txt");
    const response = await fetch(`${broken.url}/api/v1/chat/upload`, { method: "POST", body: form });
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({
      error: { code: "internal", reference: expect.any(String) },
    });
  } finally {
    await broken.close();
  }
});
