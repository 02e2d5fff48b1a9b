import type { SqlExecutor } from "settled";
import { type Answer, jsonAnswer, type Route } from "settled/http";
import { z } from "zod";
import type { BaselineVersion } from "../../baseline/baseline.ts";
import { type PinAnswer, pinEntry } from "../../baseline/pin-entry.ts";
import type { Pin } from "../../baseline/pin.ts";
import type { Platform } from "../../platform.ts";
import { findBaselineVersion } from "../../store/baseline-store.ts";
import { listPins, removePin } from "../../store/pin-store.ts";
import { type EnvironmentScope, notFound } from "../in-environment.ts";
import { type Asked, apiRoutes } from "./api-route.ts";
import { PIN_JSON } from "./baseline-schemas.ts";
import { nameOf } from "./given-text.ts";
import { recordAction } from "./record-action.ts";
import { wrongMember } from "./refusals.ts";

const PINS = "/baselines/:baseline/pins";
const PINS_JSON = z.strictObject({ pins: z.array(PIN_JSON) });
const TEXT_MAX = 300;

/** Which policy of an environment an entry of a baseline means, whatever it is called there. */
export function pinApi(platform: Platform): readonly Route[] {
  const route = apiRoutes(platform);
  const tag = "Baselines";
  const answers = { 200: { description: "The pins that stand.", schema: PINS_JSON } };
  return [
    route.readEnvironment(
      {
        id: "listPins",
        method: "GET",
        path: PINS,
        summary: "The pins of a baseline in an environment",
        tag,
        capability: "environments.view",
        answers,
      },
      async (asked, on) => {
        const baseline = await baselineOf(asked, on);
        return baseline === null ? notFound() : pinsAnswer(asked.place, on, baseline);
      },
    ),
    route.writeEnvironment(
      {
        id: "putPin",
        method: "PUT",
        path: PINS,
        summary: "Says which policy of the environment an entry means",
        tag,
        capability: "baselines.manage",
        body: z.strictObject({
          policy: nameOf("A policy", TEXT_MAX).describe("As the baseline calls it."),
          type: nameOf("A type", TEXT_MAX).optional(),
          provider_id: nameOf("A provider's id", TEXT_MAX),
        }),
        answers,
      },
      async (asked, tx) => {
        const { place, body, exchange } = asked;
        const baseline = await baselineOf(asked, tx);
        if (baseline === null) return notFound();
        const answer = await pinEntry(tx, place, {
          baseline,
          policy: body.policy,
          type: body.type,
          providerId: body.provider_id,
          pinnedBy: exchange.actor.name,
        });
        if (answer.kind !== "pinned") return refusalOf(answer);
        const { type, matchKey } = answer.entry;
        const done = {
          scope: place,
          action: "baseline.pin",
          target: targetOf(baseline),
          detail: { type, match_key: matchKey, provider_id: body.provider_id },
        };
        await recordAction(platform, tx, { exchange, done });
        return pinsAnswer(place, tx, baseline);
      },
    ),
    route.writeEnvironment(
      {
        id: "removePin",
        method: "DELETE",
        path: PINS,
        summary: "Takes a pin away",
        tag,
        capability: "baselines.manage",
        query: z.strictObject({
          type: z.string().min(1).max(TEXT_MAX).describe("the type of the entry"),
          match_key: z.string().min(1).max(TEXT_MAX).describe("the key of the entry"),
        }),
        answers,
      },
      async (asked, tx) => {
        const { place, query, exchange } = asked;
        const baseline = await baselineOf(asked, tx);
        if (baseline === null) return notFound();
        const { type, match_key: matchKey } = query;
        const { baselineId } = baseline;
        const removed = await removePin(tx, place, { baselineId, type, matchKey });
        if (!removed) return notFound();
        const done = {
          scope: place,
          action: "baseline.unpin",
          target: targetOf(baseline),
          detail: { type, match_key: matchKey },
        };
        await recordAction(platform, tx, { exchange, done });
        return pinsAnswer(place, tx, baseline);
      },
    ),
  ];
}

function baselineOf(
  { place, exchange }: Asked<EnvironmentScope, unknown, unknown>,
  on: SqlExecutor,
): Promise<BaselineVersion | null> {
  const id = exchange.pathPart("baseline");
  return findBaselineVersion(on, place.workspaceId, id, "newest");
}

async function pinsAnswer(
  place: EnvironmentScope,
  on: SqlExecutor,
  { baselineId }: BaselineVersion,
): Promise<Answer> {
  const pins = await listPins(on, place, baselineId);
  return jsonAnswer({ pins: pins.map(pinJson) });
}

function pinJson(pin: Pin): z.output<typeof PIN_JSON> {
  return {
    type: pin.type,
    match_key: pin.matchKey,
    provider_id: pin.providerId,
    pinned_by: pin.pinnedBy,
    pinned_at: pin.pinnedAt.toISOString(),
  };
}

function targetOf({ baselineId, name }: BaselineVersion) {
  return { type: "baseline", id: baselineId, name };
}

function refusalOf(answer: Exclude<PinAnswer, { kind: "pinned" }>): Answer {
  switch (answer.kind) {
    case "no_such_entry":
      return wrongMember("/policy", "The baseline expects no policy of this name.");
    case "several_types":
      return wrongMember("/type", `Several types have it: ${answer.types.join(", ")}.`);
    case "not_seen":
      return wrongMember("/provider_id", "The newest snapshot has no policy of this id and type.");
    case "seen_twice":
      return wrongMember("/provider_id", "The newest snapshot has more than one policy of it.");
  }
}
