import type { DraftRequest, WriteRequest } from "../../../../../src/ports/model.ts";

export const FILM = { title: "Salt", documents: {} };

export const aDraft = (more: Partial<DraftRequest> = {}): DraftRequest => ({
  kind: "character",
  brief: "",
  film: FILM,
  taken: [],
  cast: [],
  places: [],
  seed: 7,
  index: 0,
  attempt: 0,
  ...more,
});

export const aWrite = (more: Partial<WriteRequest> = {}): WriteRequest => ({
  document: "logline",
  brief: "",
  film: FILM,
  bible: [],
  seed: 3,
  ...more,
});

/** What no sentence of ours contains: open templates, doubled spaces or marks, the wrong article. */
export const BLEMISH =
  / {2}|[{}]|undefined|\bNaN\b|(?<!\.)\.\.(?!\.)| [,.;]|,\.|(?<!\p{L})(?:the|a) the\b|(?<!\p{L})[Aa] (?:[aeio][a-z]|un[^i])|(?<!\p{L})[Aa]n (?:[bcdfgjklmnpqrstvwxyz][a-z])/u;

export const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
