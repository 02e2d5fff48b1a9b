import { jsonAnswer, type Route } from "settled/http";
import { z } from "zod";
import type { Platform } from "../../platform.ts";
import { changeEnvironment, ENVIRONMENT_STATES, holdEnvironment } from "../../store/environment.ts";
import { findEnvironmentOverview, pageEnvironments } from "../../store/environment-overview.ts";
import { overviewAreas } from "../../store/overview-areas.ts";
import { notFound } from "../in-environment.ts";
import { apiRoutes } from "./api-route.ts";
import { createEnvironmentRoute } from "./create-environment-route.ts";
import { refuseStale, tagHeader } from "./entity-tag.ts";
import { ENVIRONMENT_JSON, environmentJson, environmentTag } from "./environment-json.ts";
import { nameOf, REASON } from "./given-text.ts";
import { listAnswer, pageOf, orderOf, pageByTexts } from "./list-answer.ts";
import { recordAction } from "./record-action.ts";

const TAG = "Environments";
export const ENVIRONMENT_NAME = nameOf("A name", 120);

/** The environments of a workspace: which there are, how each stands, and whether it is looked after. */
export function environmentApi(
  platform: Platform,
  options: { readonly importRoot: string | null },
): readonly Route[] {
  const route = apiRoutes(platform);
  return [
    route.readWorkspace(
      {
        id: "listEnvironments",
        method: "GET",
        path: "/environments",
        summary: "The environments by name, each with its newest snapshot and review",
        tag: TAG,
        capability: "environments.view",
        query: z.strictObject({ ...pageByTexts(2) }),
        answers: {
          200: pageOf("environments", ENVIRONMENT_JSON),
        },
      },
      async ({ place, query, exchange }, on) => {
        const [name = "", id = ""] = query.cursor ?? [];
        const after = query.cursor === undefined ? null : { name, id };
        const { limit } = orderOf(query);
        const { reach } = place;
        const environmentIds = reach.kind === "workspace" ? null : reach.environmentIds;
        const order = { after, limit, environmentIds };
        const page = await pageEnvironments(on, place.workspaceId, order);
        const areasOf = await overviewAreas(on, place.workspaceId, page.entries);
        return listAnswer(exchange, "environments", {
          ...page,
          asJson: (one) => environmentJson(one, areasOf(one)),
          textsOf: (at) => [at.name, at.id],
        });
      },
    ),
    createEnvironmentRoute(platform, options),
    route.readEnvironment(
      {
        id: "showEnvironment",
        method: "GET",
        path: "",
        summary: "One environment at a glance",
        tag: TAG,
        capability: "environments.view",
        answers: {
          200: {
            description: "The environment.",
            schema: ENVIRONMENT_JSON,
            headers: { ETag: "always" },
          },
        },
      },
      async ({ place }, on) => {
        const found = await findEnvironmentOverview(on, place);
        if (found === null) return notFound();
        const areasOf = await overviewAreas(on, place.workspaceId, [found]);
        return jsonAnswer(environmentJson(found, areasOf(found)), {
          headers: tagHeader(environmentTag(found)),
        });
      },
    ),
    route.writeEnvironment(
      {
        id: "changeEnvironment",
        method: "PATCH",
        path: "",
        summary: "Says what an environment is called, and whether it is looked after",
        tag: TAG,
        capability: "environments.manage",
        takesIfMatch: true,
        body: z
          .strictObject({
            name: ENVIRONMENT_NAME.optional(),
            state: z.enum(ENVIRONMENT_STATES).optional(),
            reason: REASON.optional(),
          })
          .refine(({ name, state }) => name !== undefined || state !== undefined, {
            error: "Give a name or a state.",
          })
          .meta({
            examples: [
              { name: "Contoso", reason: "It was renamed." },
              { state: "suspended" },
              { name: "Contoso", state: "active" },
            ],
          }),
        answers: {
          200: {
            description: "As it stands now.",
            schema: ENVIRONMENT_JSON,
            headers: { ETag: "always" },
          },
        },
      },
      async ({ place, body, exchange }, tx) => {
        const before = await holdEnvironment(tx, place);
        if (before === null) return notFound();
        const stale = refuseStale(exchange.request, environmentTag(before));
        if (stale !== null) return stale;
        const { name = before.name, state = before.state } = body;
        const after = await changeEnvironment(tx, place, { name, state });
        const found = await findEnvironmentOverview(tx, place);
        if (after === null || found === null) return notFound();
        const done = {
          scope: place,
          action: "environment.change",
          target: { type: "environment", id: place.environmentId, name },
          reason: body.reason,
          detail: {
            from: { name: before.name, state: before.state },
            to: { name, state },
          },
        };
        await recordAction(platform, tx, { exchange, done });
        const areasOf = await overviewAreas(tx, place.workspaceId, [found]);
        return jsonAnswer(environmentJson(found, areasOf(found)), {
          headers: tagHeader(environmentTag(after)),
        });
      },
    ),
  ];
}
