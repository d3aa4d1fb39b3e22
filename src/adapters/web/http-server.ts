import { isUtf8 } from "node:buffer";
import Fastify from "fastify";
import { validatorCompiler } from "fastify-type-provider-zod";
import { UserError } from "../../domain/errors.ts";
import type { WebApp } from "./app.ts";
import type { WebDeps } from "./deps.ts";
import { createErrorHandler, notFoundAnswer } from "./errors/error-handler.ts";
import { limitCalls } from "./limit-calls.ts";
import { bibleRoutes } from "./routes/bible.ts";
import { changeRoutes } from "./routes/changes.ts";
import { EXPORT_ROUTE, exportRoutes } from "./routes/export.ts";
import { FILE_ROUTE, fileRoutes } from "./routes/files.ts";
import { healthRoutes } from "./routes/health.ts";
import { liveRoute } from "./routes/live.ts";
import { lookupRoutes } from "./routes/lookups.ts";
import { newOperationRoute } from "./routes/new-operation.ts";
import { collectOpenapi, openapiRoute } from "./routes/openapi.ts";
import { operationRoutes } from "./routes/operations.ts";
import { PAGE_MISSING, pageRoutes } from "./routes/page.ts";
import { pointRoutes } from "./routes/points.ts";
import { projectRoutes } from "./routes/projects.ts";
import { schemaRoutes } from "./routes/schema.ts";
import { sessionListRoutes } from "./routes/session-list.ts";
import { sessionRoutes } from "./routes/sessions.ts";
import { staleRoutes } from "./routes/stale.ts";
import { talkRoutes } from "./routes/talk.ts";
import { uploadRoutes } from "./routes/upload.ts";
import { API_HEADERS } from "./security/headers.ts";

const BODY_BYTES = 1024 * 1024;
/** Long enough for ten large files over a slow line, short enough for those who never finish. */
const REQUEST_MS = 15 * 60_000;

/** The HTTP side, ready to listen: every route of the contract, the page, and one error handler for all. */
export async function createHttpServer(deps: WebDeps): Promise<WebApp> {
  const handleError = createErrorHandler(deps);
  const app: WebApp = Fastify({
    logger: false,
    bodyLimit: BODY_BYTES,
    requestTimeout: REQUEST_MS,
    forceCloseConnections: "idle",
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
    frameworkErrors: (error, request, reply) => void handleError(error, request, reply),
  });
  app.setValidatorCompiler(validatorCompiler);
  // Answers are built to their schemas by type; checking each again would only cost time.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  app.setErrorHandler(handleError);
  acceptOnlyJson(app);
  app.decorateRequest("caller");
  app.addHook("onRequest", async (request, reply) => {
    reply.headers(API_HEADERS);
    deps.access.checkSource(request.headers);
  });
  app.setNotFoundHandler((request, reply) => {
    if (request.method === "GET" && request.url === "/")
      return reply.type("text/html; charset=utf-8").send(PAGE_MISSING);
    const { status, body } = notFoundAnswer(request.method, request.url);
    return reply.code(status).send(body);
  });
  await collectOpenapi(app, { version: deps.version, local: deps.access.local });
  await app.register(async (api: WebApp) => apiRoutes(api, deps));
  liveRoute(app);
  await app.register(async (page: WebApp) => pageRoutes(page, deps.config.pageDir));
  await app.ready();
  return app;
}

/** Everything below /api: whoever calls is known before a handler runs. */
async function apiRoutes(api: WebApp, deps: WebDeps): Promise<void> {
  api.addHook("onRequest", async (request) => {
    request.caller = await deps.access.callerOf(request.headers, queryToken(request));
  });
  if (!deps.access.local) await limitCalls(api, deps.config.callsPerMinute);
  const groups = [
    healthRoutes,
    sessionRoutes,
    sessionListRoutes,
    talkRoutes,
    projectRoutes,
    bibleRoutes,
    schemaRoutes,
    exportRoutes,
    changeRoutes,
    staleRoutes,
    operationRoutes,
    newOperationRoute,
    pointRoutes,
    lookupRoutes,
    fileRoutes,
  ];
  for (const routes of groups) routes(api, deps);
  openapiRoute(api);
  await api.register(async (upload: WebApp) => uploadRoutes(upload, deps));
}

const LINKED_ROUTES: readonly (string | undefined)[] = [FILE_ROUTE, EXPORT_ROUTE];

/** Only files are asked for by things that cannot send a header. */
function queryToken({
  routeOptions,
  query,
}: {
  routeOptions: { url?: string | undefined };
  query: unknown;
}): string | undefined {
  if (!LINKED_ROUTES.includes(routeOptions.url) || typeof query !== "object" || query === null)
    return undefined;
  return "access_token" in query && typeof query.access_token === "string" ? query.access_token : undefined;
}

/** No other type is read, which also keeps out what a foreign page's form can send. Broken UTF-8 is told, not mended. */
function acceptOnlyJson(app: WebApp): void {
  app.removeAllContentTypeParsers();
  const parse = app.getDefaultJsonParser("error", "error");
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body, done) => {
    if (!Buffer.isBuffer(body) || isUtf8(body)) return void parse(request, body.toString(), done);
    done(new UserError("bad_request", "The body is not valid UTF-8.", "Send JSON in UTF-8."));
  });
}
