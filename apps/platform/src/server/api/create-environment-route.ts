import {
  type Answer,
  checkAccess,
  jsonAnswer,
  problemAnswer,
  problemOfAccess,
  type Route,
} from "settled/http";
import { z } from "zod";
import type { Platform } from "../../platform.ts";
import { folderIdentities } from "../../provider/target/folder-identity.ts";
import { pinIdentity } from "../../store/environment-identity.ts";
import { findEnvironmentOverview } from "../../store/environment-overview.ts";
import { type EnvironmentProvider, insertEnvironment } from "../../store/environment.ts";
import { notFound } from "../in-environment.ts";
import { apiRoutes } from "./api-route.ts";
import { tagHeader } from "./entity-tag.ts";
import { ENVIRONMENT_ID } from "./environment-id.ts";
import { ENVIRONMENT_JSON, environmentJson, environmentTag } from "./environment-json.ts";
import { nameOf, REASON } from "./given-text.ts";
import { findImportFolder } from "./import-folder.ts";
import { recordAction } from "./record-action.ts";
import { conflict, wrongMember } from "./refusals.ts";

const FOLDER_CHARS_MAX = 1_000;

const BODY = z.strictObject({
  id: ENVIRONMENT_ID,
  name: nameOf("A name", 120),
  folder: nameOf("A folder", FOLDER_CHARS_MAX)
    .optional()
    .describe("Of its export, below the import root of the server. For owners."),
  reason: REASON.optional(),
});

/**
 * POST …/environments. Without a folder it is made without a provider. A folder is a right of its own, lies below the
 * import root that the server was started with, and pins the environment to the tenant that it shows.
 */
export function createEnvironmentRoute(
  platform: Platform,
  { importRoot }: { readonly importRoot: string | null },
): Route {
  const capability = "environments.manage";
  return apiRoutes(platform).writeWorkspace(
    {
      id: "createEnvironment",
      method: "POST",
      path: "/environments",
      summary: "Makes an environment",
      tag: "Environments",
      capability,
      takesIdempotencyKey: true,
      body: BODY,
      answers: {
        201: {
          description: "The new environment.",
          schema: ENVIRONMENT_JSON,
          headers: { ETag: "always", Location: "always" },
        },
      },
    },
    async ({ place, body, exchange }, tx) => {
      const { workspaceId } = place;
      const scope = { workspaceId, environmentId: body.id };
      let provider: EnvironmentProvider = { kind: "none" };
      let identity: string | undefined;
      if (body.folder !== undefined) {
        const whole = { workspaceId, environmentId: null };
        const access = await checkAccess(exchange, "environments.connect", whole);
        if (access.kind !== "allowed") return problemAnswer(problemOfAccess(access));
        const root = await findImportFolder(importRoot, body.folder);
        if (root === null) return wrongMember("/folder", "There is no such folder to import from.");
        provider = { kind: "folder", root };
        [identity] = await folderIdentities(root);
      }
      const made = await insertEnvironment(tx, { ...scope, name: body.name, provider });
      if (made === null) return taken();
      if (identity !== undefined) await pinIdentity(tx, scope, identity);
      const done = {
        scope,
        action: "environment.create",
        target: { type: "environment", id: body.id, name: body.name },
        reason: body.reason,
        detail: { provider: provider.kind, is_pinned: identity !== undefined },
      };
      await recordAction(platform, tx, { exchange, done });
      const found = await findEnvironmentOverview(tx, scope);
      if (found === null) return notFound();
      const location = `${exchange.url.pathname}/${encodeURIComponent(body.id)}`;
      const headers = { location, ...tagHeader(environmentTag(made)) };
      return jsonAnswer(environmentJson(found, []), { status: 201, headers });
    },
  );
}

function taken(): Answer {
  return conflict(
    "environment_exists",
    "The workspace has an environment of this id already.",
    "Choose another id, or change the one that is there.",
  );
}
