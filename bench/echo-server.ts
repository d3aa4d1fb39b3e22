import { spawn } from "node:child_process";
import { once } from "node:events";

/** The web server without Backlot behind it, in a process of its own: what a round trip costs at the least. */
const SOURCE = `
import fastify from "fastify";
const app = fastify();
app.post("/echo", async (request) => request.body);
await app.listen({ port: 0, host: "127.0.0.1" });
process.stdout.write(String(app.server.address().port) + "\\n");
`;

export async function echoServer(): Promise<{ url: string; stop: () => void }> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", SOURCE], {
    cwd: import.meta.dirname,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [chunk] = (await once(child.stdout, "data")) as [Buffer];
  return { url: `http://127.0.0.1:${chunk.toString().trim()}`, stop: () => child.kill() };
}
