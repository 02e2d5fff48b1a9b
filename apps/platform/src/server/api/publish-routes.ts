import type { SqlExecutor } from "settled";
import { type ActorExchange, type Answer, jsonAnswer, type Route } from "settled/http";
import { z } from "zod";
import type { Capability } from "../../access/capabilities.ts";
import type { Platform } from "../../platform.ts";
import {
  findPublication,
  publish,
  type Publication,
  type Published,
  withdrawPublication,
} from "../../store/publication-store.ts";
import { type EnvironmentScope, notFound } from "../in-environment.ts";
import { apiRoutes } from "./api-route.ts";
import { refuseStale, tagHeader } from "./entity-tag.ts";
import { REASON } from "./given-text.ts";
import { recordAction } from "./record-action.ts";
import { conflict } from "./refusals.ts";
import { PUBLICATION_JSON, publicationJson } from "./review-schemas.ts";

/** Something that can be given to a customer, held so until the end of the transaction. */
export interface Publishable {
  readonly published: Published;
  /** What it is called in the audit log. */
  readonly name: string;
  /** Why it must not leave the house as it stands; null = it may. */
  readonly refusal: Answer | null;
  tagWith(publication: Publication | null): string;
}

/** One kind of thing that is published. */
export interface PublishableKind {
  readonly noun: "review" | "pack";
  readonly targetType: string;
  readonly tag: string;
  /** Below the environment, without the verb. */
  readonly path: string;
  readonly capability: Capability;
  hold(
    tx: SqlExecutor,
    place: EnvironmentScope,
    exchange: ActorExchange,
  ): Promise<Publishable | null>;
}

const ANSWER = z.strictObject({ id: z.uuid(), publication: PUBLICATION_JSON.nullable() });

/** `:publish` gives a thing to the customer of its environment, `:unpublish` takes it back from there alone. */
export function publishRoutes(platform: Platform, kind: PublishableKind): readonly Route[] {
  const route = apiRoutes(platform);
  const { noun, tag, capability } = kind;
  const called = noun === "review" ? "Review" : "Pack";
  const acting = {
    method: "POST",
    tag,
    capability,
    takesIdempotencyKey: true,
    takesIfMatch: true,
    answers: {
      200: {
        description: "What the customer sees of it now.",
        schema: ANSWER,
        headers: { ETag: "always" },
      },
    },
  } as const;
  return [
    route.writeEnvironment(
      {
        ...acting,
        id: `publish${called}`,
        path: `${kind.path}:publish`,
        summary: `Gives a ${noun} to the customer of the environment`,
        body: z.strictObject({ reason: REASON.optional() }),
      },
      async ({ place, body, exchange }, tx) => {
        const held = await kind.hold(tx, place, exchange);
        if (held === null) return notFound();
        const { published } = held;
        const before = await findPublication(tx, place, published);
        const stale = refuseStale(exchange.request, held.tagWith(before));
        if (stale !== null) return stale;
        if (held.refusal !== null) return held.refusal;
        const after = await publish(tx, place, { published, by: exchange.actor.name });
        if (after === null) return alreadyPublished(noun);
        const done = {
          scope: place,
          action: `${noun}.publish`,
          target: { type: kind.targetType, id: idOf(published), name: held.name },
          reason: body.reason,
        };
        await recordAction(platform, tx, { exchange, done });
        return answerOf(held, after);
      },
    ),
    route.writeEnvironment(
      {
        ...acting,
        id: `unpublish${called}`,
        path: `${kind.path}:unpublish`,
        summary: `Takes a ${noun} back from the customer; for others it stands as before`,
        body: z.strictObject({ reason: REASON }),
      },
      async ({ place, body, exchange }, tx) => {
        const held = await kind.hold(tx, place, exchange);
        if (held === null) return notFound();
        const { published } = held;
        const before = await findPublication(tx, place, published);
        const stale = refuseStale(exchange.request, held.tagWith(before));
        if (stale !== null) return stale;
        const { reason } = body;
        const by = exchange.actor.name;
        const withdrawn = await withdrawPublication(tx, place, { published, by, reason });
        if (withdrawn === null) return notPublished(noun);
        const done = {
          scope: place,
          action: `${noun}.unpublish`,
          target: { type: kind.targetType, id: idOf(published), name: held.name },
          reason,
        };
        await recordAction(platform, tx, { exchange, done });
        return answerOf(held, null);
      },
    ),
  ];
}

function answerOf(held: Publishable, publication: Publication | null): Answer {
  const body = { id: idOf(held.published), publication: publicationJson(publication) };
  return jsonAnswer(body, { headers: tagHeader(held.tagWith(publication)) });
}

function idOf(published: Published): string {
  return published.kind === "review" ? published.reviewId : published.packId;
}

function alreadyPublished(noun: string): Answer {
  return conflict(
    "already_published",
    `The ${noun} is published already. Nothing was done.`,
    "Nothing to do: the customer sees it.",
  );
}

function notPublished(noun: string): Answer {
  return conflict(
    "not_published",
    `The ${noun} is not published. Nothing was done.`,
    "Nothing to do: the customer does not see it.",
  );
}
