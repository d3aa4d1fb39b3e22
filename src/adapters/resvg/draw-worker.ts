import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parentPort } from "node:worker_threads";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

export interface DrawingJob {
  readonly id: number;
  readonly svg: string;
}

export type DrawnJob =
  | { readonly id: number; readonly png: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly error: string };

/** About 32 MB as raw pixels; the timeline of 200 steps has six and a half million. */
const MAX_PIXELS = 8_000_000;
/** Discord and Slack draw no preview of a picture that is longer. */
const MAX_SIDE = 8_192;

const read = (url: string) => readFileSync(fileURLToPath(url));

await initWasm(read(import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm")));
const fontBuffers = [
  read(import.meta.resolve("@expo-google-fonts/archivo/500Medium/Archivo_500Medium.ttf")),
  read(import.meta.resolve("@expo-google-fonts/archivo/600SemiBold/Archivo_600SemiBold.ttf")),
  read(import.meta.resolve("@expo-google-fonts/archivo/700Bold/Archivo_700Bold.ttf")),
  read(import.meta.resolve("@expo-google-fonts/archivo/800ExtraBold/Archivo_800ExtraBold.ttf")),
];

parentPort?.on("message", ({ id, svg }: DrawingJob) => {
  try {
    const png = draw(svg);
    parentPort?.postMessage({ id, png } satisfies DrawnJob, [png.buffer]);
  } catch (error) {
    // A module that broke off midway draws nothing right any more: the thread goes down with it.
    if (error instanceof Error && error.name === "RuntimeError") throw error;
    // The module answers with plain strings.
    parentPort?.postMessage({ id, error: String(error) } satisfies DrawnJob);
  }
});

function draw(svg: string): Uint8Array<ArrayBuffer> {
  const options = { fontBuffers, defaultFontFamily: "Archivo", sansSerifFamily: "Archivo" };
  const sized = new Resvg(svg, { font: options });
  const { width, height } = sized;
  const zoom = Math.min(1, Math.sqrt(MAX_PIXELS / (width * height)), MAX_SIDE / Math.max(width, height));
  if (zoom === 1) return toPng(sized);
  sized.free();
  return toPng(new Resvg(svg, { font: options, fitTo: { mode: "zoom", value: zoom } }));
}

function toPng(drawing: InstanceType<typeof Resvg>): Uint8Array<ArrayBuffer> {
  const image = drawing.render();
  try {
    return new Uint8Array(image.asPng());
  } finally {
    image.free();
    drawing.free();
  }
}
