import type { Route } from "settled/http";
import { z } from "zod";
import type { Platform } from "../../platform.ts";
import { pagePublishedEnvironments } from "../../store/published-environment.ts";
import { apiRoutes } from "./api-route.ts";
import { listAnswer, orderOf, pageByTexts, pageOf } from "./list-answer.ts";
import { PUBLISHED_ENVIRONMENT_JSON } from "./published-schemas.ts";

/** GET …/published: which environments a customer has, without anything that is told of them inside. */
export function publishedEnvironmentsRoute(platform: Platform): Route {
  return apiRoutes(platform).readWorkspace(
    {
      id: "listPublishedEnvironments",
      method: "GET",
      path: "/published",
      summary: "The environments of a customer by name, each with how much was published of it",
      tag: "Published",
      capability: "published.view",
      query: z.strictObject({ ...pageByTexts(2) }),
      answers: { 200: pageOf("environments", PUBLISHED_ENVIRONMENT_JSON) },
    },
    async ({ place, query, exchange }, on) => {
      const [name = "", id = ""] = query.cursor ?? [];
      const after = query.cursor === undefined ? null : { name, id };
      const { limit } = orderOf(query);
      const { reach, workspaceId } = place;
      const environmentIds = reach.kind === "workspace" ? null : reach.environmentIds;
      const order = { after, limit, environmentIds };
      return listAnswer(exchange, "environments", {
        ...(await pagePublishedEnvironments(on, workspaceId, order)),
        asJson: (one): z.output<typeof PUBLISHED_ENVIRONMENT_JSON> => ({
          id: one.environmentId,
          name: one.name,
          published: one.count,
          newest_published_at: one.newestAt?.toISOString() ?? null,
        }),
        textsOf: (at) => [at.name, at.id],
      });
    },
  );
}
