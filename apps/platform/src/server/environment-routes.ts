import type { SqlExecutor } from "settled";
import { type ActorExchange, type Answer, pageAnswer, type Route } from "settled/http";
import { environmentPage } from "../pages/environment-page.ts";
import { environmentsPage } from "../pages/environments-page.ts";
import { reviewPage } from "../pages/review-page.ts";
import { snapshotPage } from "../pages/snapshot-page.ts";
import type { Platform } from "../platform.ts";
import { baselineNames } from "../store/baseline-store.ts";
import { listAreaFigures } from "../store/area-figures.ts";
import { countCoverage } from "../store/coverage-count.ts";
import { listEnvironmentOverviews } from "../store/environment-overview.ts";
import { listReviews } from "../store/review-store.ts";
import { listRecentSnapshots } from "../store/snapshot-store.ts";
import { gatherRestores } from "./gather-restore.ts";
import { gatherReview } from "./gather-review.ts";
import { gatherSnapshot } from "./gather-snapshot.ts";
import {
  type EnvironmentScope,
  inEnvironment,
  inWorkspace,
  notFound,
  VIEW_ENVIRONMENTS,
} from "./in-environment.ts";

const WORKSPACE = "/workspaces/:workspace";
const ENVIRONMENT = `${WORKSPACE}/environments/:environment`;

type ActorAnswer = (exchange: ActorExchange) => Promise<Answer>;

/** The pages of a workspace, its environments, their snapshots and their reviews. */
export function environmentRoutes(platform: Platform): readonly Route[] {
  const { settled } = platform;
  const sources = (on: SqlExecutor) => ({ on, settled });
  const within =
    (
      answer: (
        scope: EnvironmentScope,
        on: SqlExecutor,
        exchange: ActorExchange,
      ) => Promise<Answer>,
    ): ActorAnswer =>
    (exchange) =>
      inEnvironment(platform, exchange, (scope, on) => answer(scope, on, exchange));

  return [
    page(WORKSPACE, (exchange) =>
      inWorkspace(platform, exchange, async (workspace, on, sees) => {
        const all = await listEnvironmentOverviews(on, workspace.workspaceId);
        const environments = all.filter(sees);
        const reviews = environments.flatMap(({ environmentId, review }) =>
          review === null ? [] : [{ environmentId, reviewId: review.reviewId }],
        );
        const areas = await listAreaFigures(on, workspace.workspaceId, reviews);
        return pageAnswer(environmentsPage(exchange, { workspace, environments, areas }));
      }),
    ),
    page(
      ENVIRONMENT,
      within(async (scope, on, exchange) => {
        const snapshots = await listRecentSnapshots(on, scope);
        const ids = snapshots.map(({ snapshotId }) => snapshotId);
        const coverage = await countCoverage(on, scope, ids);
        const reviews = await listReviews(on, scope);
        const restores = await gatherRestores(platform, on, scope);
        const baselines = await baselineNames(on, scope.workspaceId);
        const input = { scope, snapshots, coverage, reviews, restores, baselines };
        return pageAnswer(environmentPage(exchange, input));
      }),
    ),
    page(
      `${ENVIRONMENT}/snapshots/:snapshot`,
      within(async (scope, on, exchange) => {
        const found = await gatherSnapshot(on, scope, exchange.pathPart("snapshot"));
        return found === null ? notFound() : pageAnswer(snapshotPage(exchange, scope, found));
      }),
    ),
    page(
      `${ENVIRONMENT}/reviews/:review`,
      within(async (scope, on, exchange) => {
        const found = await gatherReview(sources(on), scope, exchange.pathPart("review"));
        return found === null ? notFound() : pageAnswer(reviewPage(exchange, scope, found));
      }),
    ),
  ];
}

const ROUTE = { method: "GET", access: "actor", capability: VIEW_ENVIRONMENTS } as const;

function page(path: string, answer: ActorAnswer): Route {
  return { ...ROUTE, path, surface: "page", answer };
}
