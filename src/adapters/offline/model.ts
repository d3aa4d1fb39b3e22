import type { ItemFields } from "../../domain/operation.ts";
import type { DraftRequest, Model } from "../../ports/model.ts";
import { readOffline } from "./read.ts";
import { loadTagger } from "./reader/text/tagger.ts";
import { reviseOffline } from "./revise.ts";
import { talkOffline } from "./talk.ts";
import { draftCharacter } from "./writer/character.ts";
import { draftLocation } from "./writer/location.ts";
import { draftScene } from "./writer/scene.ts";
import { summariseScene } from "./writer/summarise.ts";
import { draftTie } from "./writer/tie.ts";
import { writeDocument } from "./writer/write.ts";

const DRAFTERS: Readonly<Record<DraftRequest["kind"], (request: DraftRequest) => ItemFields>> = {
  character: draftCharacter,
  location: draftLocation,
  scene: draftScene,
  relationship: draftTie,
};

/** Rules, tables and templates: needs no network, answers at once, and the same request gives the same answer. */
export function createOfflineModel(): Model {
  return {
    info: { name: "offline", offline: true },
    read: async (request, { signal }) => {
      signal.throwIfAborted();
      return readOffline(request);
    },
    draft: async (request, { signal }) => {
      signal.throwIfAborted();
      return DRAFTERS[request.kind](request);
    },
    write: async (request, { signal, onText }) => {
      signal.throwIfAborted();
      const text = writeDocument(request);
      onText?.(text);
      return text;
    },
    revise: async (request, { signal }) => {
      signal.throwIfAborted();
      return reviseOffline(request);
    },
    talk: async (request, { signal, onText }) => {
      signal.throwIfAborted();
      const talk = talkOffline(request);
      onText?.(talk.text);
      return talk;
    },
    summarise: async (request, { signal }) => {
      signal.throwIfAborted();
      return summariseScene(request);
    },
    ping: async (signal) => {
      signal.throwIfAborted();
      loadTagger();
    },
  };
}
