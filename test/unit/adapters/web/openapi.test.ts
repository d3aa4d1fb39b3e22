import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { call } from "./caller.ts";
import { openRoom, type Room } from "./room.ts";

interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
  }[];
  readonly requestBody?: { readonly content: Record<string, unknown> };
  readonly responses: Record<
    string,
    { readonly description: string; readonly content?: Record<string, { readonly schema: unknown }> }
  >;
}
interface Document {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, unknown> };
}

const CONTRACT = [
  "GET /api/v1/chat/health",
  "POST /api/v1/chat/sessions",
  "GET /api/v1/chat/sessions",
  "GET /api/v1/chat/session/{id}",
  "GET /api/v1/chat/commands",
  "POST /api/v1/chat/complete",
  "POST /api/v1/chat/message",
  "POST /api/v1/chat/choice",
  "POST /api/v1/chat/form",
  "POST /api/v1/chat/upload",
  "GET /api/v1/messages/{id}",
  "GET /api/v1/projects",
  "GET /api/v1/projects/{id}",
  "GET /api/v1/projects/{id}/bible",
  "POST /api/v1/projects/{id}/operations",
  "GET /api/v1/projects/{id}/schema",
  "PUT /api/v1/projects/{id}/schema",
  "GET /api/v1/projects/{id}/export",
  "GET /api/v1/projects/{id}/history",
  "GET /api/v1/projects/{id}/workflow",
  "GET /api/v1/projects/{id}/stale",
  "GET /api/v1/entries/{id}",
  "GET /api/v1/entries/{id}/versions",
  "POST /api/v1/changes/{id}/undo",
  "GET /api/v1/operations/{id}",
  "GET /api/v1/operations/{id}/items",
  "POST /api/v1/operations/{id}/cancel",
  "POST /api/v1/operations/{id}/pause",
  "POST /api/v1/operations/{id}/resume",
  "POST /api/v1/operations/{id}/retry",
  "GET /api/v1/files/{id}",
  "GET /api/v1/projects/{id}/points",
  "POST /api/v1/points/{id}/answer",
  "GET /api/openapi.json",
  "GET /chat",
];

let room: Room;
let document: Document;
beforeAll(async () => {
  room = await openRoom();
  document = (await call<Document>(room, "GET", "/api/openapi.json")).body;
});
afterAll(() => room.close());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      operation,
    })),
  );

describe("the description", () => {
  test("is OpenAPI 3.1 of this version", () => {
    expect(document.openapi).toBe("3.1.0");
    expect(document.info).toMatchObject({ title: "Backlot", version: "1.2.3" });
  });

  test("lists every call of the contract, and no other", () => {
    expect(
      operations()
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...CONTRACT].sort());
  });

  test("says of each what it does, takes and answers", () => {
    for (const { name, operation } of operations()) {
      expect([name, operation.summary]).toEqual([name, expect.stringMatching(/\w{3}/)]);
      const named = [...name.matchAll(/\{(\w+)\}/g)].map(([, id]) => id);
      const inPath = (operation.parameters ?? []).filter((parameter) => parameter.in === "path");
      expect(inPath.map((parameter) => parameter.name)).toEqual(named);
      if (name.startsWith("POST")) expect(Object.keys(operation.requestBody?.content ?? {})).toHaveLength(1);
      if (name.includes("/api/"))
        expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(["401", "403", "429"]));
      const described = Object.values(operation.responses).map(({ description }) => description);
      expect(described).toEqual(described.map(() => expect.stringMatching(/^(?!Default)\w.{3}/)));
    }
  });

  test("names the frames of the WebSocket and every noun of the contract", () => {
    const names = [
      "Turn",
      "Entry",
      "Project",
      "Session",
      "Choice",
      "Workflow",
      "Operation",
      "Error",
      "Health",
      "Command",
      "ServerFrame",
      "ClientFrame",
    ];
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(names));
    expect(Object.keys(document.components.schemas).filter((name) => name.endsWith("Input"))).toEqual([]);
  });

  test("refers to nothing that is not in it", () => {
    const text = JSON.stringify(document);
    const refs = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref ?? "");
    expect(refs.length).toBeGreaterThan(20);
    for (const ref of new Set(refs)) {
      const name = ref.replace("#/components/schemas/", "");
      expect([ref, name in document.components.schemas]).toEqual([ref, true]);
    }
  });

  test("describes limits that are checked", () => {
    const body = document.paths["/api/v1/chat/message"]?.post?.requestBody?.content["application/json"];
    expect(body).toMatchObject({
      schema: {
        required: ["message"],
        properties: { message: { type: "string", maxLength: 40_000 }, message_id: { maxLength: 200 } },
      },
    });
    const upload = document.paths["/api/v1/chat/upload"]?.post?.requestBody?.content["multipart/form-data"];
    expect(upload).toMatchObject({ schema: { properties: { files: { items: { format: "binary" } } } } });
  });
});

describe("commands", () => {
  test("are told with their options in order, and what may be chosen", async () => {
    const { body } = await call<{ commands: { name: string }[] }>(room, "GET", "/api/v1/chat/commands");
    expect(body.commands.find(({ name }) => name === "hello")).toEqual({
      name: "hello",
      summary: "Does hello",
      usage: "/hello",
      examples: [],
      permission: "writer",
      options: [
        { name: "name", required: true, type: "string", description: "Whom to greet" },
        { name: "mood", required: false, type: "string", description: "", choices: ["warm", "cold"] },
      ],
    });
  });
});
