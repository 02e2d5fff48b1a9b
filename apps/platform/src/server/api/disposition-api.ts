import { type Answer, jsonAnswer, type Route } from "settled/http";
import { z } from "zod";
import { type DecisionAnswer, decideFinding } from "../../drift/decide-finding.ts";
import { DISPOSITIONS } from "../../drift/disposition.ts";
import type { Platform } from "../../platform.ts";
import { pageDispositionsOf } from "../../store/disposition-store.ts";
import { notFound } from "../in-environment.ts";
import { apiRoutes } from "./api-route.ts";
import { findingKeyOf } from "./finding-key.ts";
import { DECISION_JSON, DISPOSITION_RECORD_JSON } from "./finding-schemas.ts";
import { REASON } from "./given-text.ts";
import { listAnswer, pageOf, NEWEST_PAGE, newestTexts, orderOf } from "./list-answer.ts";
import { recordAction } from "./record-action.ts";
import { wrongMember } from "./refusals.ts";

const DISPOSITIONS_PATH = "/findings/:finding/dispositions";
const TAG = "Findings";

const BODY = z.strictObject({
  disposition: z.enum(DISPOSITIONS),
  reason: REASON.describe("Others will ask why."),
  expires_at: z.iso
    .datetime({ offset: true, error: "A moment such as 2026-12-31T23:59:59Z." })
    .transform((text) => new Date(text))
    .optional()
    .describe("Until it is changed unless said."),
  baseline_id: z.uuid().optional().describe("That the finding was found against."),
  snapshot_id: z.uuid().optional().describe("A sealed one; the newest unless said."),
});

/** What people decided about a finding. Decisions are only ever added: the newest one counts while it lasts. */
export function dispositionApi(platform: Platform): readonly Route[] {
  const route = apiRoutes(platform);
  return [
    route.readEnvironment(
      {
        id: "listDispositions",
        method: "GET",
        path: DISPOSITIONS_PATH,
        summary: "Every decision about a finding, newest first",
        tag: TAG,
        capability: "environments.view",
        query: z.strictObject(NEWEST_PAGE),
        answers: {
          200: pageOf("dispositions", DISPOSITION_RECORD_JSON),
        },
      },
      async ({ place, query, exchange }, on) => {
        const findingKey = findingKeyOf(exchange);
        const page = await pageDispositionsOf(on, place, { findingKey, ...orderOf(query) });
        const asJson = (one: unknown) => one;
        return listAnswer(exchange, "dispositions", { ...page, asJson, textsOf: newestTexts });
      },
    ),
    route.writeEnvironment(
      {
        id: "decideFinding",
        method: "POST",
        path: DISPOSITIONS_PATH,
        summary: "Records what was decided about a finding that is there now",
        tag: TAG,
        capability: "findings.decide",
        takesIdempotencyKey: true,
        body: BODY,
        answers: { 201: { description: "The decision.", schema: DECISION_JSON } },
      },
      async ({ place, body, exchange }, tx) => {
        const expiresAt = body.expires_at ?? null;
        if (expiresAt !== null && expiresAt <= exchange.desk.now()) {
          return wrongMember("/expires_at", "The decision would have expired already.");
        }
        const answer = await decideFinding(tx, place, {
          findingKey: findingKeyOf(exchange),
          baselineId: body.baseline_id ?? null,
          snapshotId: body.snapshot_id ?? null,
          disposition: body.disposition,
          actor: exchange.actor.name,
          reason: body.reason,
          expiresAt,
        });
        if (answer.kind === "refused") return refusalOf(answer.because);
        const { finding, decision, before } = answer;
        const done = {
          scope: place,
          action: "finding.decide",
          target: { type: "finding", id: finding.finding_key, name: finding.policy },
          reason: body.reason,
          detail: {
            disposition: decision.disposition,
            before: before?.disposition ?? "new",
            expires_at: decision.expires_at,
            baseline_id: body.baseline_id ?? null,
          },
        };
        await recordAction(platform, tx, { exchange, done });
        return jsonAnswer(decision, { status: 201 });
      },
    ),
  ];
}

function refusalOf(because: Extract<DecisionAnswer, { kind: "refused" }>["because"]): Answer {
  switch (because) {
    case "no_such_finding":
      return notFound();
    case "no_such_baseline":
      return wrongMember("/baseline_id", "The workspace has no such baseline.");
    case "no_such_snapshot":
      return wrongMember("/snapshot_id", "The environment has no such sealed snapshot.");
  }
}
