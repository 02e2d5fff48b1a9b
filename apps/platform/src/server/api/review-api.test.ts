import { asEnvironmentId, asWorkspaceId } from "settled";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openReviewWorld, type ReviewWorld } from "../../review/review-world.test-kit.ts";
import { retractReview } from "../../review/retract-review.ts";
import { openAsServer } from "../as-server.test-kit.ts";
import type { Platform } from "../../platform.ts";
import { createPlatformHandler } from "../platform-handler.ts";
import { insertDisposition } from "../../store/disposition-store.ts";

const TOKEN = "owner-token-of-the-tests";
const HOST = "https://platform.example";
const POLICY = "Win - <script>alert(1)</script>";
const SCOPE = { workspaceId: asWorkspaceId("north"), environmentId: asEnvironmentId("contoso") };
const REVIEWS = "/api/v1/workspaces/north/environments/contoso/reviews";
const EXPECTED = {
  [POLICY]: { allowrealtimemonitoring: "1", puaprotection: "1" },
  "Win - Network": { enablenetworkprotection: "1" },
};
const FOUND = {
  [POLICY]: { allowrealtimemonitoring: "0", puaprotection: "0" },
  "Win - Extra": { enablenetworkprotection: "2" },
};
const DAY_MS = 86_400_000;

let world: ReviewWorld;
let served: Platform;
let handle: (request: Request) => Promise<Response>;
let first = "";
let newest = "";

beforeAll(async () => {
  world = await openReviewWorld();
  await world.newEnvironment("contoso", EXPECTED);
  const baselineId = await world.release(SCOPE, "Workplace");
  await world.compose(SCOPE, { period: "2026-05", baseline_id: baselineId });
  await world.capture(SCOPE, FOUND);
  await world.compose(SCOPE, { period: "2026-06" });
  served = openAsServer(world.platform);
  handle = createPlatformHandler({ platform: served, token: TOKEN });
  const json = await jsonOf((await idsOf())[1] ?? "");
  const accepted = json.document.findings.find(({ path }) => path?.endsWith("puaprotection"));
  await insertDisposition(world.platform.database, SCOPE, {
    baselineId,
    findingKey: accepted?.finding_key ?? "",
    disposition: "accepted",
    actor: "Maria <b>",
    reason: "A pilot.",
    expiresAt: new Date(Date.now() + 3 * DAY_MS),
  });
  await world.compose(SCOPE, { period: "2026-07" });
  [first = "", , newest = ""] = await idsOf();
});

afterAll(async () => {
  await served.close();
  await world.close();
});

test("the ten questions are answered in their order, also what the document cannot answer by itself", async () => {
  const { answers } = await jsonOf(newest);
  expect(answers.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(answers[0]?.answer).toMatch(
    /As of \d{4}-\d\d-\d\d \d\d:\d\d UTC; review no\. 3, the newest of its lineage\./,
  );
  const words = answers.map(({ answer }) => answer).join(" ");
  expect(words).toContain("Nothing changed since review 2.");
  expect(words).toContain("No restore of this environment is recorded.");
});

test("the trend over the lineage is told from its first review on", async () => {
  const { trend } = await jsonOf(newest);
  expect(trend).toMatchObject([
    { period_key: "2026-05", open_findings: 0 },
    { period_key: "2026-06" },
    { period_key: "2026-07" },
  ]);
});

test("an accepted deviation is told with who, why and until when, in no words that grow old", async () => {
  const { document } = await jsonOf(newest);
  expect(document.accepted).toMatchObject([
    {
      policy: POLICY,
      disposition: "accepted",
      decided_by: "Maria <b>",
      decision_reason: "A pilot.",
      expires_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    },
  ]);
  expect(JSON.stringify(document)).not.toMatch(/in \d days/);
});

test("a review whose inputs moved on says which", async () => {
  expect(await jsonOf(newest)).toMatchObject({ inputs_changed: { any: false, snapshot: false } });
  await world.capture(SCOPE, EXPECTED);
  expect(await jsonOf(newest)).toMatchObject({
    status: "current",
    inputs_changed: { any: true, snapshot: true, baseline: false },
  });
});

test("a review of another environment or workspace is not there", async () => {
  await world.newEnvironment("fabrikam", EXPECTED);
  await world.newEnvironment("contoso", EXPECTED, "south");
  for (const path of [
    `/api/v1/workspaces/north/environments/fabrikam/reviews/${newest}`,
    `/api/v1/workspaces/south/environments/contoso/reviews/${newest}`,
  ]) {
    expect([path, (await get(path)).status]).toEqual([path, 404]);
  }
});

test.for(["withdrawn", "invalid"])(
  "a review that is %s is a line, and nothing of what it said",
  async (status) => {
    await setStatus(first, status);
    try {
      const told = await jsonOf(first);
      expect(told).toMatchObject({ status, document_state: "withheld", document: null });
      expect(JSON.stringify(told)).not.toContain(POLICY);
      expect(told).not.toHaveProperty("answers");
    } finally {
      await setStatus(first, "superseded");
    }
  },
);

test("a review whose bytes were changed cannot be trusted, and nothing of it is told", async () => {
  const bytes = await changeDocument(Buffer.from('{"verdict":{"text":"All is well"}}'));
  try {
    const told = await jsonOf(newest);
    expect(told).toMatchObject({ document_state: "untrustworthy", document: null });
    expect(JSON.stringify(told)).not.toContain("All is well");
    expect(told).not.toHaveProperty("answers");
  } finally {
    await changeDocument(bytes);
  }
  expect(await jsonOf(newest)).toMatchObject({ document_state: "intact" });
});

test("a review that was taken back says by whom and why, and nothing else of it", async () => {
  await retractReview(world.platform.database, SCOPE, {
    reviewId: newest,
    became: "withdrawn",
    actor: "Maria <b>",
    reason: "The wrong <i>export</i>",
  });
  const told = await jsonOf(newest);
  expect(told).toMatchObject({
    document: null,
    retraction: { became: "withdrawn", actor: "Maria <b>", reason: "The wrong <i>export</i>" },
  });
  expect(told).not.toHaveProperty("answers");
  const [, second = ""] = await idsOf();
  expect(await jsonOf(second)).toMatchObject({ status: "current", superseded_by_id: null });
});

interface ReviewJson {
  readonly answers: readonly { readonly number: number; readonly answer: string }[];
  readonly trend: readonly object[];
  readonly document: {
    readonly findings: readonly { readonly finding_key: string; readonly path: string | null }[];
    readonly accepted: readonly object[];
  };
}

async function idsOf(): Promise<readonly string[]> {
  return (await world.reviewsOf(SCOPE)).map(({ reviewId }) => reviewId);
}

async function jsonOf(id: string): Promise<ReviewJson> {
  const answer = await get(`${REVIEWS}/${id}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as ReviewJson;
}

function get(path: string): Promise<Response> {
  const headers = { authorization: `Bearer ${TOKEN}` };
  return handle(new Request(`${HOST}${path}`, { headers }));
}

async function setStatus(id: string, status: string): Promise<void> {
  const text = "update platform.reviews set status = $2 where review_id = $1";
  await world.platform.database.executeSql(text, [id, status]);
}

/** Puts other bytes under the hash of the newest review's document; answers those that were there. */
async function changeDocument(bytes: Buffer): Promise<Buffer> {
  const review = (await world.reviewsOf(SCOPE)).find(({ reviewId }) => reviewId === newest);
  const key = [SCOPE.workspaceId, review?.documentHash];
  const { database } = world.platform;
  const before = await database.executeSql(
    "select bytes from platform.blobs where workspace_id = $1 and hash = $2",
    key,
  );
  await database.executeSql(
    "update platform.blobs set bytes = $3 where workspace_id = $1 and hash = $2",
    [...key, bytes],
  );
  return (before.rows[0] as { bytes: Buffer }).bytes;
}
