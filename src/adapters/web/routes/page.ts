import { resolve } from "node:path";
import fastifyStatic from "@fastify/static";
import type { WebApp } from "../app.ts";
import { pageHeaders } from "../security/headers.ts";

const BUILT_ONCE = /[\\/]assets[\\/]/;

/** The built page at `/`. It may be missing or appear later: files are looked for at each call. */
export async function pageRoutes(app: WebApp, pageDir: string): Promise<void> {
  app.addHook("onRequest", async (request, reply) => {
    reply.headers(pageHeaders(request.headers.host));
  });
  await app.register(fastifyStatic, {
    root: resolve(pageDir),
    suppressWarning: true,
    dotfiles: "ignore",
    cacheControl: false,
    setHeaders: (reply, path) => {
      const kept = BUILT_ONCE.test(path) ? "public, max-age=31536000, immutable" : "no-cache";
      reply.header("cache-control", kept);
    },
  });
}

/** Shown in place of the page when it has not been built. */
export const PAGE_MISSING = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Backlot</title>
<body style="font: 1rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 4rem auto; padding: 0 1rem">
<h1>Backlot is running</h1>
<p>Its page has not been built. Stop the program and start it with <code>npm start</code>, which builds the page first.</p>
<p>Everything the page does can be done over HTTP as well: see <a href="/api/openapi.json">/api/openapi.json</a>.
Whether all parts work is told at <a href="/api/v1/chat/health">/api/v1/chat/health</a>.</p>
</body>
</html>
`;
