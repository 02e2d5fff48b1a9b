import { isRunId } from "settled";
import { type ActorExchange, type Answer, jsonAnswer, pageAnswer, type Route } from "settled/http";
import { environmentPage } from "../pages/environment-page.ts";
import { environmentsPage } from "../pages/environments-page.ts";
import { reviewPage } from "../pages/review-page.ts";
import { snapshotPage } from "../pages/snapshot-page.ts";
import { workspacesPage } from "../pages/workspaces-page.ts";
import type { Platform } from "../platform.ts";
import { readDocument } from "../review/stored-document.ts";
import { listEnvironments } from "../store/environment.ts";
import { listConfirmations, listReviews, listReviewsBy } from "../store/review-store.ts";
import {
  findLatestSnapshot,
  findSnapshot,
  listIgnoredFiles,
  listRecentSnapshots,
  readSnapshotContent,
} from "../store/snapshot-store.ts";
import { listWorkspaces } from "../store/workspace.ts";
import { type EnvironmentScope, inEnvironment, inWorkspace, notFound } from "./in-environment.ts";
import { reviewJson, reviewLineJson, snapshotJson } from "./platform-json.ts";

const ENVIRONMENT = "/workspaces/:workspace/environments/:environment";

type ActorAnswer = (exchange: ActorExchange) => Promise<Answer>;

/** The platform's own addresses: workspaces, environments, snapshots and reviews, for people and programs. */
export function environmentRoutes(platform: Platform): readonly Route[] {
  const { database } = platform;
  const within =
    (answer: (scope: EnvironmentScope, exchange: ActorExchange) => Promise<Answer>): ActorAnswer =>
    (exchange) =>
      inEnvironment(platform, exchange, (scope) => answer(scope, exchange));

  const showEnvironments: ActorAnswer = (exchange) =>
    inWorkspace(exchange, async (workspaceId) => {
      const environments = await listEnvironments(database, workspaceId);
      const rows = await Promise.all(
        environments.map(async (environment) => ({
          environment,
          snapshot: await findLatestSnapshot(database, environment),
          review: (await listReviews(database, environment))[0] ?? null,
        })),
      );
      return pageAnswer(environmentsPage(exchange, { workspaceId, rows }));
    });

  return [
    page("/workspaces", async (exchange) =>
      pageAnswer(workspacesPage(exchange, await listWorkspaces(database))),
    ),
    page("/workspaces/:workspace", showEnvironments),
    page(
      ENVIRONMENT,
      within(async (scope, exchange) =>
        pageAnswer(
          environmentPage(exchange, {
            scope,
            snapshots: await listRecentSnapshots(database, scope),
            reviews: await listReviews(database, scope),
          }),
        ),
      ),
    ),
    page(
      `${ENVIRONMENT}/snapshots/:snapshot`,
      within(async (scope, exchange) => {
        const found = await snapshotOf(scope, exchange);
        return found === null
          ? notFound()
          : pageAnswer(snapshotPage(exchange, { scope, ...found }));
      }),
    ),
    page(
      `${ENVIRONMENT}/reviews/:review`,
      within(async (scope, exchange) => {
        const found = await reviewOf(scope, exchange);
        return found === null ? notFound() : pageAnswer(reviewPage(exchange, { scope, ...found }));
      }),
    ),
    api("/workspaces", async () => {
      const workspaces = await listWorkspaces(database);
      return jsonAnswer({
        workspaces: workspaces.map(({ workspaceId: id, name }) => ({ id, name })),
      });
    }),
    api("/workspaces/:workspace/environments", (exchange) =>
      inWorkspace(exchange, async (workspaceId) => {
        const environments = await listEnvironments(database, workspaceId);
        return jsonAnswer({
          environments: environments.map(({ environmentId: id, name, state }) => ({
            id,
            name,
            state,
          })),
        });
      }),
    ),
    api(
      `${ENVIRONMENT}/reviews`,
      within(async (scope) => {
        const reviews = await listReviews(database, scope);
        return jsonAnswer({ reviews: reviews.map((review) => reviewLineJson(review)) });
      }),
    ),
    api(
      `${ENVIRONMENT}/reviews/:review`,
      within(async (scope, exchange) => {
        const found = await reviewOf(scope, exchange);
        return found === null ? notFound() : jsonAnswer(reviewJson(found));
      }),
    ),
    api(
      `${ENVIRONMENT}/snapshots/:snapshot`,
      within(async (scope, exchange) => {
        const found = await snapshotOf(scope, exchange);
        return found === null ? notFound() : jsonAnswer(snapshotJson(found));
      }),
    ),
  ];

  async function snapshotOf(scope: EnvironmentScope, exchange: ActorExchange) {
    const id = exchange.pathPart("snapshot");
    const snapshot = isRunId(id) ? await findSnapshot(database, scope, id) : null;
    if (snapshot === null) return null;
    return {
      snapshot,
      content: await readSnapshotContent(database, scope, id),
      ignored: await listIgnoredFiles(database, scope, id),
    };
  }

  async function reviewOf(scope: EnvironmentScope, exchange: ActorExchange) {
    const id = exchange.pathPart("review");
    const { workspaceId, environmentId } = scope;
    if (!isRunId(id)) return null;
    const reviews = await listReviews(database, scope);
    const review = reviews.find(({ reviewId }) => reviewId === id);
    if (review === undefined) return null;
    return {
      review,
      document: await readDocument(database, workspaceId, review),
      lineage: await listReviewsBy(database, "list-lineage", {
        workspaceId,
        environmentId,
        value: review.lineageKey,
      }),
      confirmations: await listConfirmations(database, scope, id),
    };
  }
}

function page(path: string, answer: ActorAnswer): Route {
  return { method: "GET", path, surface: "page", access: "actor", answer };
}

function api(path: string, answer: ActorAnswer): Route {
  return { method: "GET", path: `/api/v1${path}`, surface: "api", access: "actor", answer };
}
