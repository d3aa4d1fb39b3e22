import type { ChatMessage } from "../../chat/chat-message.ts";
import type { BoundCommand } from "../../chat/command.ts";
import type { InboundEvent } from "../../chat/inbound-event.ts";
import type { Outcome } from "../../chat/outcome.ts";
import type { ReadyReply } from "../../chat/ready-reply.ts";
import type { Skill } from "../../chat/skill.ts";
import type { Turn } from "../../chat/turn.ts";
import type { TurnView } from "../../chat/turn-record.ts";
import type { ChoiceAction, Offer } from "../../domain/choice.ts";
import type { UserError } from "../../domain/errors.ts";
import type { StoredFile } from "../../domain/message.ts";
import type { Project } from "../../domain/project.ts";
import type { Place } from "../../domain/session.ts";
import type { WorkflowDefinition } from "../../domain/workflow/definition.ts";
import type { BibleStore } from "../../ports/bible-store.ts";
import type { Bus } from "../../ports/bus.ts";
import type { ChoiceStore } from "../../ports/choice-store.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Inbox, StoredEvent } from "../../ports/inbox.ts";
import type { Leases } from "../../ports/leases.ts";
import type { Logger } from "../../ports/logger.ts";
import type { MessageStore } from "../../ports/message-store.ts";
import type { Model } from "../../ports/model.ts";
import type { PointStore } from "../../ports/point-store.ts";
import type { SessionStore } from "../../ports/session-store.ts";
import type { StaleStore } from "../../ports/stale-store.ts";
import type { TurnStore } from "../../ports/turn-store.ts";
import type { Stops } from "./stops.ts";

/** Turns a computed choice's id into what it does now. Undefined: the id is not one of its own. "expired": it was, once. */
export interface PressResolver {
  readonly prefix: string;
  resolve(turn: Turn, choiceId: string): ChoiceAction | "expired" | undefined;
  /** What is said to whoever presses one that has expired, where that is more than that things moved on. */
  late?(turn: Turn): string;
  /** The message that shows it, to be drawn anew once it was pressed. */
  shownIn?(choiceId: string): string | undefined;
  /** How such a choice is shown, where the project may want to vote on it. */
  offer?(turn: Turn, choiceId: string): Offer | undefined;
}

/** What a conversation is made of. */
export interface ConverseParts {
  readonly inbox: Inbox;
  readonly turns: TurnStore;
  readonly sessions: SessionStore;
  readonly messages: MessageStore;
  readonly bible: BibleStore;
  readonly stale: StaleStore;
  readonly points: PointStore;
  readonly choices: ChoiceStore;
  readonly leases: Leases;
  readonly bus: Bus;
  readonly model: Model;
  /** The rules' reader: what it parses wins over what a model says. */
  readonly offline: Model;
  readonly skills: readonly Skill[];
  readonly commands: readonly BoundCommand[];
  /** The turns that are taken now, and who asked to stop them. */
  readonly stops: Stops;
  /** Choices that are computed rather than stored, by the prefix of their id. */
  readonly presses: readonly PressResolver[];
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  /** Platforms whose replies must be sent; the others read the feed. */
  readonly sends: (platform: string) => boolean;
  /** The workflow a project follows. At hand at once, but for the first time a project's own is asked for. */
  readonly workflowOf: (project: Project) => WorkflowDefinition | Promise<WorkflowDefinition>;
  /** Adds to an outcome what the steps trigger that it completes. */
  readonly follow?: (turn: Turn, outcome: Outcome, at: string) => Outcome;
  /** What is offered when somebody changed or took back what was answered already, and the message as it is kept then. */
  readonly amended?: (
    turn: Turn,
    event: InboundEvent & { type: "amended" },
  ) => Promise<{ readonly outcome: Outcome; readonly message?: ChatMessage }>;
  /** Shows a draft no more whose reply will not come. */
  readonly unwrite?: (messageId: string) => void;
  /** Where places wait that work on no film yet. */
  readonly lobby?: {
    waits(turn: Pick<Turn, "project">, event: InboundEvent): boolean;
    ask(turn: Turn): Promise<void>;
    /** What stands for a film there. */
    of(workspaceId: string): Promise<Project>;
  };
  /** Tells what was set up for a place by itself, or opened again. */
  readonly welcome?: (turn: Turn, outcome: Outcome) => Outcome;
  /** Shows a reply while it is written, where its platform does not read the feed. Never throws. */
  readonly write?: (writing: {
    readonly place: Place;
    readonly person_id: string;
    readonly message: ChatMessage;
    /** Nothing of the reply is there yet. */
    readonly standsIn?: boolean;
  }) => void;
  /** A turn begins; it has ended, or broken off, when what this answers is called. Never throws. */
  readonly working?: (stored: StoredEvent) => () => void;
  /** What the running turn begins with is read. Never throws. */
  readonly opened?: (sessionId: string, project: Project) => void;
  /** Gets the files of a message here, or says of each why it cannot be had or is not taken. */
  readonly collect?: (turn: Turn) => Promise<{
    readonly turn: Turn;
    readonly refused: readonly Pick<UserError, "code" | "message" | "hint">[];
  }>;
  /** What files without words lead to; undefined when nothing in them is understood. */
  readonly readFiles?: (turn: Turn, files: readonly StoredFile[]) => Promise<Outcome | undefined>;
  /** Another process answers in a session that has something new: it may as well answer that. */
  readonly busyElsewhere?: (sessionId: string) => void;
  /** This process stops; another one may go on with the session. */
  readonly leaves?: (sessionId: string) => void;
  readonly onTurn: (eventId: string, view: TurnView, due: Due) => void;
}

/** What a turn leaves to be sent. */
export interface Due {
  /** Something is. */
  readonly any: boolean;
  /** The reply, where it may be sent as it is. */
  readonly reply?: ReadyReply;
}
