import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  asEnvironmentId,
  asRunId,
  asWorkspaceId,
  type OperationRun,
  type RunId,
  type RunScope,
  type WorkspaceId,
} from "settled";
import type { HttpHandler } from "settled/http";
import { startTestDatabase } from "../../../../packages/settled/src/testing/test-database.ts";
import { migratePlatform, openPlatform, type Platform } from "../platform.ts";
import type { EnvironmentReview } from "../review/review.ts";
import type { Role } from "../access/roles.ts";
import { ensureEnvironment } from "../store/environment.ts";
import { listReviews } from "../store/review-store.ts";
import { listRecentSnapshots } from "../store/snapshot-store.ts";
import { openAsServer } from "./as-server.test-kit.ts";
import { handlerAs, sending, type SentRequest } from "./guest-handler.test-kit.ts";
import { createPlatformHandler } from "./platform-handler.ts";

export const HOST = "https://platform.example";
export const TOKEN = "owner-token-of-the-tests";
const XSS = `<script>alert(1)</script><img src=x onerror=alert(2)>"'>`;

/** A database with two workspaces whose environments were captured and reviewed, and the handler that serves it. */
export interface ServedWorld {
  readonly url: string;
  /** With the account of the owner: it sees everything, and is what workers and migrations have. */
  readonly platform: Platform;
  /** With the role of a server, as it is served: it sees what lies in the workspace that is named. */
  readonly served: Platform;
  readonly handle: HttpHandler;
  /** Newest first. */
  reviewsOf(scope: RunScope): Promise<readonly EnvironmentReview[]>;
  newestSnapshot(scope: RunScope): Promise<string>;
  /** The answer to a GET by the owner. */
  get(path: string): Promise<Response>;
  /** The answer to anything else by the owner. */
  send(method: string, path: string, sent?: SentRequest): Promise<Response>;
  /** The same server for somebody of a role, everywhere in the workspace north or in some of its environments. */
  as(role: Role, environments?: readonly string[]): HttpHandler;
  /** Waits until the run of an accepted start has ended. */
  settle(answer: Response): Promise<OperationRun>;
  /** A folder on the machine of the server, below which exports may be named. */
  readonly importRoot: string;
  close(): Promise<void>;
}

export const CONTOSO = scopeOf("north", "contoso");
export const FABRIKAM = scopeOf("north", "fabrikam");
/** The same name in another workspace. */
export const FOREIGN = scopeOf("south", "contoso");

export async function openServedWorld(): Promise<ServedWorld> {
  const database = await startTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), "platform-served-"));
  await migratePlatform(database.url);
  const platform = openPlatform({ connectionString: database.url });
  await platform.settled.prepare();
  await fill(platform, folder);
  const served = openAsServer(platform);
  const handle = createPlatformHandler({ platform: served, token: TOKEN, importRoot: folder });
  return {
    url: database.url,
    platform,
    served,
    handle,
    reviewsOf: (scope) => listReviews(platform.database, scope),
    async newestSnapshot(scope) {
      const [newest] = await listRecentSnapshots(platform.database, scope);
      if (newest === undefined) throw new Error("There is no snapshot.");
      return newest.snapshotId;
    },
    importRoot: folder,
    get: (path) => handle(request(path, OWNER)),
    send: (method, path, sent) =>
      handle(sending(method, path, { ...sent, headers: { ...OWNER, ...sent?.headers } })),
    as: (role, environments) =>
      handlerAs(served, { role, environments: environments ?? null, importRoot: folder }),
    async settle(answer) {
      const { id, workspace_id: workspace } = (await answer.json()) as Record<string, string>;
      const workspaceId = asWorkspaceId(workspace ?? "");
      const worker = await platform.settled.work({ concurrency: 1 });
      try {
        return await ended(platform, workspaceId, asRunId(id ?? ""));
      } finally {
        await worker.stop();
      }
    },
    async close() {
      await served.close();
      await platform.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export function request(path: string, headers: Record<string, string> = {}): Request {
  return new Request(`${HOST}${path}`, { headers });
}

const OWNER = { authorization: `Bearer ${TOKEN}` };

export function pathOf({ workspaceId, environmentId }: RunScope): string {
  return `/workspaces/${workspaceId}/environments/${environmentId}`;
}

/** What two answers are compared by: everything but the id of the request. */
export async function sightOf(answer: Response) {
  const headers = [...answer.headers].filter(([name]) => name !== "x-request-id");
  const text = (await answer.text()).replaceAll(answer.headers.get("x-request-id") ?? "-", "ID");
  return { status: answer.status, headers, text };
}

async function fill(platform: Platform, folder: string): Promise<void> {
  const worker = await platform.settled.work({ concurrency: 2 });
  try {
    await addEnvironment(platform, { scope: CONTOSO, name: `Contoso ${XSS}`, folder });
    await addEnvironment(platform, { scope: FABRIKAM, name: "Fabrikam", folder });
    await addEnvironment(platform, { scope: FOREIGN, name: "Contoso of the south", folder });
    for (const scope of [CONTOSO, FOREIGN]) {
      await runToEnd(platform, scope, "environment.snapshot.capture", {});
      await runToEnd(platform, scope, "environment.review.compose", { period: "2026-05" });
    }
    await writePolicy(join(folder, "north-contoso"), 9, "Added later");
    await runToEnd(platform, CONTOSO, "environment.snapshot.capture", {});
    await runToEnd(platform, CONTOSO, "environment.review.compose", { period: "2026-06" });
    // Once more with the same content: the review that stands is confirmed.
    await runToEnd(platform, CONTOSO, "environment.review.compose", { period: "2026-06" });
  } finally {
    await worker.stop();
  }
}

async function addEnvironment(
  platform: Platform,
  input: { readonly scope: RunScope; readonly name: string; readonly folder: string },
): Promise<void> {
  const { workspaceId, environmentId } = input.scope;
  const root = join(input.folder, `${workspaceId}-${environmentId}`);
  await writeExport(root);
  await ensureEnvironment(platform.database, {
    workspaceId,
    workspaceName: `Workspace ${workspaceId} ${XSS}`,
    environmentId: asEnvironmentId(environmentId ?? ""),
    environmentName: input.name,
    provider: { kind: "folder", root },
  });
}

async function writeExport(root: string): Promise<void> {
  await writePolicy(root, 1, "Win - Encryption");
  await writePolicy(root, 2, XSS);
  const catalog = join(root, "SettingsCatalog");
  await writeFile(join(catalog, "broken <b onclick=alert(3)>.json"), "{ not json");
  await writeFile(join(root, "notes <img src=x>.txt"), "no policy");
  const types = [{ type: "ConditionalAccess", status: "unlicensed" }];
  await writeFile(join(root, "_coverage.json"), JSON.stringify({ schema: 1, types }));
}

async function writePolicy(root: string, number: number, name: string): Promise<void> {
  const folder = join(root, "SettingsCatalog");
  await mkdir(folder, { recursive: true });
  const policy = {
    "@odata.type": "#microsoft.graph.deviceManagementConfigurationPolicy",
    id: `00000000-0000-4000-8000-00000000000${number}`,
    name,
    platforms: "windows10",
    technologies: "mdm",
    settingCount: 0,
    settings: [],
    assignments: [],
  };
  await writeFile(join(folder, `policy-${number}.json`), JSON.stringify(policy));
}

const LOOK_EVERY_MS = 25;
const WITHIN_MS = 30_000;

async function runToEnd(
  platform: Platform,
  scope: RunScope,
  type: string,
  input: unknown,
): Promise<OperationRun> {
  const initiator = { kind: "user", id: "maria", name: XSS } as const;
  const answer = await platform.settled.start({ ...scope, type, input, initiator });
  if (answer.kind === "refused") throw new Error(`The start was refused: ${answer.because}`);
  return ended(platform, scope.workspaceId, answer.run.id);
}

async function ended(
  platform: Platform,
  workspaceId: WorkspaceId,
  id: RunId,
): Promise<OperationRun> {
  const untilMs = performance.now() + WITHIN_MS;
  for (;;) {
    const run = await platform.settled.reader.findRun(workspaceId, id);
    if (run?.status === "completed") return run;
    if (performance.now() > untilMs) throw new Error(`Not settled: ${JSON.stringify(run)}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

function scopeOf(workspace: string, environment: string): RunScope {
  return {
    workspaceId: asWorkspaceId(workspace),
    environmentId: asEnvironmentId(environment),
  };
}
