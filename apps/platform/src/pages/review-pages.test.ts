import { asEnvironmentId, asWorkspaceId } from "settled";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openReviewWorld, type ReviewWorld } from "../review/review-world.test-kit.ts";
import { retractReview } from "../review/retract-review.ts";
import { openAsServer } from "../server/as-server.test-kit.ts";
import type { Platform } from "../platform.ts";
import { createPlatformHandler } from "../server/platform-handler.ts";
import { insertDisposition } from "../store/disposition-store.ts";

const TOKEN = "owner-token-of-the-tests";
const HOST = "https://platform.example";
const XSS = "Win - <script>alert(1)</script>";
const SCOPE = { workspaceId: asWorkspaceId("north"), environmentId: asEnvironmentId("contoso") };
const PAGE = "/workspaces/north/environments/contoso/reviews";
const EXPECTED = {
  [XSS]: { allowrealtimemonitoring: "1", puaprotection: "1" },
  "Win - Network": { enablenetworkprotection: "1" },
};
const FOUND = {
  [XSS]: { allowrealtimemonitoring: "0", puaprotection: "0" },
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

test("a review shows its sections in their order, and escapes whatever came from outside", async () => {
  const text = await pageOf(newest);
  const heads = [...text.matchAll(/<h2>\s*([^<]+?)\s*(?:<|$)/g)].map(([, head]) => head);
  expect(heads).toEqual([
    "Verdict",
    "Coverage",
    "Since the last review",
    "Open deviations",
    "What could not be assessed",
    "Conflicts and overlaps",
    "Accepted and customer-specific deviations",
    "Inventory",
    "Restores of this environment",
    "Evidence and integrity",
    "Next steps",
    "Ten questions",
  ]);
  expect(text).not.toMatch(/<script|<b>Maria|Maria <b>/);
  expect(text).toContain("Win - &lt;script&gt;alert(1)&lt;/script&gt;");
});

test("every chart says in words what it draws, and no share stands without what was not assessed", async () => {
  const text = await pageOf(newest);
  const pictures = [...text.matchAll(/role="img"\s+aria-label="([^"]+)"/g)].map(
    ([, words]) => words,
  );
  expect(pictures).toContain("Of 3: 0 as expected, 0 accepted, 3 open, 0 not assessed.");
  expect(pictures.some((words) => words?.startsWith("May 2026: 0 open deviations"))).toBe(true);
  expect(text).not.toMatch(/\d %/);
  expect([...text.matchAll(/<svg(?![^>]*(?:aria-hidden|aria-label))/g)]).toHaveLength(0);
});

test("the list of environments shows in words and colours how each area of each stands", async () => {
  const text = await (await get("/workspaces/north")).text();
  expect(plain(text)).toMatch(/How each area stands .* 3 open/);
  expect(text).toContain("Of 3: 0 as expected, 0 accepted, 3 open, 0 not assessed.");
  expect(text).toContain(`${PAGE}/${newest}`);
});

test("the ten questions are answered in their order, also what the document cannot answer by itself", async () => {
  const words = plain(await pageOf(newest));
  const questions = words.slice(words.indexOf("Ten questions 1."));
  const places = Array.from({ length: 10 }, (_, index) => questions.indexOf(` ${index + 1}. `));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(questions).toMatch(
    /As of \d{4}-\d\d-\d\d \d\d:\d\d UTC; review no\. 3, the newest of its lineage\./,
  );
  expect(questions).toContain("Nothing changed since review 2.");
  expect(questions).toContain("No restore of this environment is recorded.");
});

test("an accepted deviation that expires soon says so where there is a clock, and only there", async () => {
  expect(plain(await pageOf(newest))).toMatch(
    /Accepted Maria .* A pilot\. \d{4}-\d\d-\d\d, in 2 days/,
  );
  const { document } = await jsonOf(newest);
  expect(JSON.stringify(document)).not.toContain("in 2 days");
});

test("a review whose inputs moved on says so, and one that was replaced does not repeat it", async () => {
  expect(await pageOf(newest)).not.toContain("inputs have changed since");
  await world.capture(SCOPE, EXPECTED);
  expect(plain(await pageOf(newest))).toContain(
    "Its inputs have changed since: a newer snapshot found something else.",
  );
  expect(await pageOf(first)).not.toContain("inputs have changed since");
});

test("a review of another environment or workspace is not there", async () => {
  await world.newEnvironment("fabrikam", EXPECTED);
  await world.newEnvironment("contoso", EXPECTED, "south");
  for (const path of [
    `/workspaces/north/environments/fabrikam/reviews/${newest}`,
    `/workspaces/south/environments/contoso/reviews/${newest}`,
  ]) {
    expect([path, (await get(path)).status]).toEqual([path, 404]);
    expect((await get(`/api/v1${path}`)).status).toBe(404);
  }
});

test("a review that was taken back says by whom and why, and nothing else of it", async () => {
  await retractReview(world.platform.database, SCOPE, {
    reviewId: newest,
    became: "withdrawn",
    actor: "Maria <b>",
    reason: "The wrong <i>export</i>",
  });
  const text = await pageOf(newest);
  expect(plain(text)).toMatch(/By Maria &lt;b&gt; on .*: “The wrong &lt;i&gt;export&lt;\/i&gt;”/);
  expect(text).not.toContain("Ten questions");
  expect(await jsonOf(newest)).toMatchObject({
    document: null,
    retraction: { became: "withdrawn", actor: "Maria <b>" },
  });
  const [, second = ""] = await idsOf();
  expect(plain(await pageOf(second))).toContain("It is the newest review of its lineage.");
});

interface ReviewJson {
  readonly document: {
    readonly findings: readonly { readonly finding_key: string; readonly path: string | null }[];
  };
}

async function idsOf(): Promise<readonly string[]> {
  return (await world.reviewsOf(SCOPE)).map(({ reviewId }) => reviewId);
}

async function pageOf(id: string): Promise<string> {
  const answer = await get(`${PAGE}/${id}`);
  expect(answer.status).toBe(200);
  return answer.text();
}

async function jsonOf(id: string): Promise<ReviewJson> {
  return (await (await get(`/api/v1${PAGE}/${id}`)).json()) as ReviewJson;
}

function get(path: string): Promise<Response> {
  const headers = { authorization: `Bearer ${TOKEN}` };
  return handle(new Request(`${HOST}${path}`, { headers }));
}

/** What a person reads, in one line. */
function plain(text: string): string {
  return text
    .replace(/<style>.*?<\/style>/s, " ")
    .replaceAll(/<\/(?:td|th|p|li|h\d|section|dt|dd)>/g, " ")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/\s+/g, " ");
}
