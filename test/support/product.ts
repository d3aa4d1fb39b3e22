import { createModels } from "../../src/app/model.ts";
import { createProduct } from "../../src/app/product.ts";
import type { Product, ProductParts } from "../../src/app/product-parts.ts";
import type { Person } from "../../src/chat/inbound-event.ts";
import type { TurnView } from "../../src/chat/turn-record.ts";
import type { StoredFile } from "../../src/domain/message.ts";
import type { Session } from "../../src/domain/session.ts";
import type { Blobs } from "../../src/ports/blobs.ts";
import type { Pictures } from "../../src/ports/pictures.ts";
import type { Webhook } from "../../src/ports/webhook.ts";
import { HandQueue } from "./hand-queue.ts";
import { type Stage, silent } from "./stage.ts";

const ADA: Person = { id: "ada", name: "Ada", role: "producer" };

/** A studio that does not ask for pictures is answered in words. */
const noPictures: Pictures = {
  render: () => Promise.reject(new Error("this studio draws no pictures")),
  close: async () => {},
};

/** A studio that does not ask for webhooks calls nobody. */
const noWebhook: Webhook = {
  call: () => Promise.reject(new Error("this studio calls no webhooks")),
};

/** The whole product over real stores and the offline engine, with a queue that is run by hand and no platform. */
export class Studio {
  readonly product: Product;
  readonly queue = new HandQueue();
  readonly #stage: Stage;
  #events = 0;

  constructor(
    stage: Stage,
    blobs?: Blobs,
    pictures: Pictures = noPictures,
    over: Partial<ProductParts> = {},
  ) {
    this.#stage = stage;
    const storage = {
      stores: stage.stores,
      queue: this.queue,
      blobs: blobs ?? (undefined as never),
      ping: async () => {},
      close: async () => {},
    };
    const { bus, leases, clock, ids } = stage;
    this.product = createProduct({
      storage,
      bus,
      leases,
      models: createModels({ kind: "offline" }, {}, silent),
      pictures,
      webhook: noWebhook,
      clock,
      ids,
      logger: silent,
      platform: () => undefined,
      ...over,
    });
  }

  say(session: Session, text: string, person = ADA): Promise<TurnView> {
    const { id, ...event } = this.#stage.said(session, text);
    return this.#answer({ ...event, id, person });
  }

  /** Says something with files. */
  upload(session: Session, text: string, files: StoredFile[]): Promise<TurnView> {
    return this.#answer({ ...this.#stage.said(session, text), person: ADA, files });
  }

  press(session: Session, choiceId: string, person = ADA): Promise<TurnView> {
    const base = { place: session.place, person, at: this.#stage.clock.now().toISOString() };
    return this.#answer({
      ...base,
      type: "choice",
      id: `choice:${session.id}:${choiceId}`,
      choice_id: choiceId,
    });
  }

  fill(session: Session, formId: string, values: Record<string, string>): Promise<TurnView> {
    this.#events += 1;
    const base = { place: session.place, person: ADA, at: this.#stage.clock.now().toISOString() };
    return this.#answer({
      ...base,
      type: "form",
      id: `form:${formId}:${this.#events}`,
      form_id: formId,
      values,
    });
  }

  async #answer(event: Parameters<Product["receiver"]["receive"]>[0]): Promise<TurnView> {
    await this.product.receiver.receive(event);
    const view = await this.product.receiver.finished(event.id, 10_000);
    if (!view) throw new Error("no answer");
    return view;
  }
}
