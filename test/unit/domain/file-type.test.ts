import { describe, expect, test } from "vitest";
import { fileTypeOf } from "../../../src/domain/file-type.ts";

const bytes = (latin: string) => Buffer.from(latin, "latin1");
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

describe("a file is what its bytes say", () => {
  test.each([
    ["a.png", "\x89PNG\r\n\x1a\n…", "image/png"],
    ["photo.jpg", "\x89PNG\r\n\x1a\n…", "image/png"],
    ["a.jpeg", "\xff\xd8\xff\xe0", "image/jpeg"],
    ["a.webp", "RIFF\x10\0\0\0WEBPVP8 ", "image/webp"],
    ["a.gif", "GIF89a", "image/gif"],
    ["a.pdf", "%PDF-1.7", "application/pdf"],
    ["a.pdf", "\r\n%PDF-1.4", "application/pdf"],
    ["a.wav", "RIFF\x10\0\0\0WAVEfmt ", "audio/wav"],
    ["a.ogg", "OggS\0", "audio/ogg"],
    ["a.mp3", "ID3\x04\0", "audio/mpeg"],
    ["a.mp3", "\xff\xfb\x90\0", "audio/mpeg"],
    ["a.m4a", "\0\0\0\x20ftypM4A ", "audio/mp4"],
    ["a.webm", "\x1a\x45\xdf\xa3\x01", "audio/webm"],
    ["a.docx", "PK\x03\x04\x14\0", DOCX],
    ["A.XLSX", "PK\x03\x04\x14\0", XLSX],
  ])("%s with %j is %s", (name, head, type) => {
    expect(fileTypeOf(bytes(head), name)).toBe(type);
  });

  test.each([
    ["a.txt", "text/plain"],
    ["a.md", "text/markdown"],
    ["a.fountain", "text/plain"],
    ["a.FDX", "application/xml"],
    ["a.csv", "text/csv"],
    ["a.json", "application/json"],
    ["a.xml", "application/xml"],
    ["a.yaml", "application/yaml"],
    ["a.YML", "application/yaml"],
  ])("%s with words is %s", (name, type) => {
    expect(fileTypeOf(bytes("INT. DINER - NIGHT\r\n\tcaf\xe9"), name)).toBe(type);
  });

  test("text may be UTF-16 with its mark", () => {
    expect(fileTypeOf(Buffer.from("\ufeffINT. DINER", "utf16le"), "a.txt")).toBe("text/plain");
  });

  test.each([
    ["a.html", "<html>"],
    ["a.svg", "<svg>"],
    ["a.js", "alert(1)"],
    ["a", "words"],
    ["txt", "words"],
    ["a.zip", "PK\x03\x04"],
    ["a.mp4", "\0\0\0\x20ftypisom"],
    ["a.mkv", "\x1a\x45\xdf\xa3"],
    ["a.exe", "MZ\x90\0"],
    ["a.txt", "a\0b"],
    ["a.wav", "\xff\xfb\x90\0"],
    ["a.png", "words"],
    ["a.docx", "words"],
  ])("%s with %j is not taken", (name, head) => {
    expect(fileTypeOf(bytes(head), name)).toBeUndefined();
  });
});
