import { NOT_TAKEN, type Scene } from "./scene.ts";
import type { Corner } from "./stage.ts";

type File = Parameters<Corner["upload"]>[0];

const posting = (what: string, file: File, says: RegExp): Scene => ({
  what,
  ready: async ({ thread }) => ({ go: async () => void (await thread.upload(file)) as undefined }),
  says,
  logs: NOT_TAKEN,
});

const BINARY = "MZ\u0090\u0000\u0003\u0000";

/** Files that are not what they seem, or not there. */
export const ofFiles: readonly Scene[] = [
  posting(
    "a file is larger than is taken",
    { name: "film.mp4", type: "video/mp4", content: "film", size: 900 * 2 ** 20 },
    /^film\.mp4 is larger than the 50 MB I take\. Make it smaller or split it, and post it again\.$/,
  ),
  posting(
    "a file is of a type that is not taken",
    { name: "run.exe", type: "application/x-msdownload", content: BINARY },
    /^run\.exe is of a type I do not take\. Post images/,
  ),
  posting(
    "a program calls itself a table",
    { name: "cast.csv", type: "text/csv", content: BINARY },
    /^cast\.csv does not hold what its name says\. Save it as what it is, under a name that fits, and post it/,
  ),
  posting(
    "a table calls itself a picture",
    { name: "cast.png", type: "image/png", content: "name,age\nTom,3\n" },
    /^cast\.png does not hold what its name says\. Save it as what it is/,
  ),
  posting(
    "an empty file claims to have something in it",
    { name: "cast.csv", type: "text/csv", content: "", size: 4_000 },
    /^cast\.csv is empty\. Post one with something in it\.$/,
  ),
  posting(
    "a file is deleted before it is read",
    { name: "gone.csv", type: "text/csv", content: "name\nTom\n", lost: true },
    /^I cannot get gone\.csv from (Discord|Slack) any more\. Post it once more\.$/,
  ),
];
