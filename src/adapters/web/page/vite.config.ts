import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const PAGE = fileURLToPath(new URL(".", import.meta.url));
const OUT = fileURLToPath(new URL("../../../../dist/page", import.meta.url));
/** Where `page:dev` finds the running program. It checks Origin, so the proxy speaks in its own name. */
const SERVER = "http://127.0.0.1:5058";
const proxied = { target: SERVER, changeOrigin: true, headers: { origin: SERVER } };
/** Exact, because the page's own sources have folders of these names. */
const proxy = { "^/api/(v1/|openapi)": proxied, "^/chat([?]|$)": { ...proxied, ws: true } };

export default defineConfig({
  root: PAGE,
  base: "/",
  plugins: [react()],
  clearScreen: false,
  build: { outDir: OUT, emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 700 },
  server: { port: 5173, proxy },
});
