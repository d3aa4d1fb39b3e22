import type { IQueueBackend, Queue } from "bullmq";
import type { Envelope } from "./job-codec.ts";

/** BullMQ's queue as it is used here: jobs carry an envelope and answer their name. */
export type Bull = Queue<Envelope, string, string, Envelope, string, string, IQueueBackend, unknown>;
