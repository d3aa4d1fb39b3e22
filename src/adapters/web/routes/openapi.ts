import swagger from "@fastify/swagger";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import { z } from "zod";
import type { WebApp } from "../app.ts";
import { refusals } from "../schemas/error.ts";
import { tidyOpenapi } from "../tidy-openapi.ts";

const DESCRIPTION = `Everything Backlot's page does. Bodies are JSON, names are snake_case.
On a loopback address no login is needed: \`user_id\` says who speaks. On any other, every call carries a bearer token.
What happens in a session is told live at the WebSocket \`/chat\`.`;

/** Collects the description of every route that is registered after it. */
export async function collectOpenapi(
  app: WebApp,
  { version, local }: { version: string; local: boolean },
): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "Backlot", description: DESCRIPTION, version },
      ...(local
        ? {}
        : {
            components: {
              securitySchemes: { token: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
            },
            security: [{ token: [] }],
          }),
    },
    transform: jsonSchemaTransform,
    transformObject: (document) => tidyOpenapi(jsonSchemaTransformObject(document)),
  });
}

export function openapiRoute(app: WebApp): void {
  let document: unknown;
  app.get(
    "/api/openapi.json",
    {
      schema: {
        tags: ["health"],
        summary: "This description",
        response: { ...refusals(), 200: z.record(z.string(), z.unknown()) },
      },
    },
    async (_request, reply) => {
      document ??= app.swagger();
      return reply.code(200).send(document as Record<string, unknown>);
    },
  );
}
