import { Validator } from "@seriousme/openapi-schema-validator";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHurriedClock } from "../../../../packages/settled/src/http/exam/hurried-clock.test-kit.ts";
import { examineApi } from "../../../../packages/settled/src/http/exam/examine-api.test-kit.ts";
import { addMember } from "../access/add-member.ts";
import { createToken } from "../access/create-token.ts";
import { createExamWebhooks } from "../../../../packages/settled/src/webhooks/exam-webhooks.test-kit.ts";
import { createPlatformHandler } from "./platform-handler.ts";
import {
  CONTOSO,
  HOST,
  openServedWorld,
  pathOf,
  type ServedWorld,
  TOKEN,
} from "./served-world.test-kit.ts";

const REQUESTS_EACH = Number(process.env["SETTLED_EXAM_REQUESTS_EACH"] ?? 20);
const RUNS_KEPT_MAX = 30;
/** Seconds on a machine of its own; this is for one that is shared. */
const LONG_MS = 240_000;
const credentials = { authorization: `Bearer ${TOKEN}` };

let world: ServedWorld;
const runs: string[] = [];

beforeAll(async () => {
  world = await openServedWorld();
});
afterAll(() => world.close());

/** What only a real restore or a state of its own answers with success; their own tests show that. */
const ELSEWHERE: readonly string[] = [
  "putPin",
  "removePin",
  "showRestore",
  "startRestore",
  "resumeRestore",
  "listRestoreJournal",
  "revokePack",
  "publishPack",
  "unpublishPack",
  "publishReview",
  "unpublishReview",
  "showPublishedPack",
  "downloadPublishedPackFile",
  "invalidateReview",
  "showPublishedReview",
  "downloadPackFile",
  "decideFinding",
  // Who asks by a token is signed in nowhere, and so has no session to end.
  "endSession",
];

/** A baseline, a finding against it, rendered packs, and what was published of them. */
async function addResources(): Promise<Readonly<Record<string, readonly string[]>>> {
  const own = `/api/v1${pathOf(CONTOSO)}`;
  const json = async (answer: Response) => (await answer.json()) as Record<string, unknown>;
  const [review] = await world.reviewsOf(CONTOSO);
  const reviewId = review?.reviewId ?? "";
  const rendered = await world.send(
    "POST",
    "/api/v1/workspaces/north/operations/review.pack.render/runs",
    {
      body: {
        environment_id: "contoso",
        input: { review_id: reviewId, profiles: ["customer", "technical-auditor"] },
      },
    },
  );
  await world.settle(rendered);
  const packs = (await json(await world.get(`${own}/packs`)))["packs"] as {
    id: string;
    profile: string;
  }[];
  const sets = (await json(await world.get(`${own}/pack-sets`)))["pack_sets"] as { id: string }[];
  const customer = packs.find(({ profile }) => profile === "customer")?.id ?? "";
  for (const path of [`reviews/${reviewId}`, `packs/${customer}`]) {
    await world.send("POST", `${own}/${path}:publish`, { body: {} });
  }
  const released = await world.send("POST", "/api/v1/workspaces/north/baselines", {
    body: { name: "Exam", snapshot_of: "contoso" },
  });
  const findings = (await json(await world.get(`${own}/findings`)))["findings"] as {
    finding_key: string;
  }[];
  return {
    pack: packs.map(({ id }) => id),
    set: sets.map(({ id }) => id),
    file: ["zip", "manifest.json"],
    baseline: [String((await json(released))["baseline_id"])],
    version: ["1"],
    finding: findings.map(({ finding_key: key }) => key),
    snapshot_of: ["contoso"],
  };
}

/** A run that waits, since nobody works here, and a run that was cancelled. */
async function addRuns(): Promise<void> {
  const { settled } = world.platform;
  const initiator = { kind: "user", id: "exam", name: "Exam" } as const;
  for (const period of ["2026-07", "2026-08"]) {
    const input = { period };
    const type = "environment.review.compose";
    const answer = await settled.start({ ...CONTOSO, type, input, initiator });
    if (answer.kind === "refused") throw new Error(answer.because);
    runs.push(answer.run.id);
    if (period === "2026-08") await settled.cancel(answer.run, initiator);
  }
}

const members: string[] = [];
const tokens: string[] = [];

/** Somebody to change, invite again and remove, and a token to revoke. */
async function addMembers(): Promise<void> {
  const { database, settled } = world.platform;
  const parts = { database, audit: settled.audit };
  const by = { kind: "operator", id: "exam", name: "Exam" } as const;
  const place = {
    workspaceId: CONTOSO.workspaceId,
    environmentIds: null,
    role: "viewer",
    by,
  } as const;
  const added = await addMember(parts, { ...place, email: `${randomUUID()}@people.example` });
  if (added.kind === "added") members.push(added.member.personId);
  const made = await createToken(parts, { ...place, scopes: null, name: "Exam", validDays: 1 });
  if (made.kind === "created") tokens.push(made.token.tokenId);
}

async function addThings(): Promise<void> {
  await addRuns();
  await addMembers();
}

/** What can be named now: what was made last is there still. */
function newest(name: string): readonly string[] | null {
  const made = { run: runs, member: members, token: tokens }[name];
  return made?.slice(-RUNS_KEPT_MAX) ?? null;
}

test("every route that the platform serves keeps its promises", { timeout: LONG_MS }, async () => {
  const known: Readonly<Record<string, readonly string[]>> = {
    workspace: ["north"],
    environment: ["contoso", "fabrikam"],
    type: ["environment.snapshot.capture", "environment.review.compose"],
    review: (await world.reviewsOf(CONTOSO)).map(({ reviewId }) => reviewId),
    snapshot: [await world.newestSnapshot(CONTOSO)],
    ...(await addResources()),
  };
  const webhooks = createExamWebhooks(world.platform.settled, CONTOSO.workspaceId);
  const report = await examineApi({
    handle: createPlatformHandler({
      platform: world.platform,
      token: TOKEN,
      clock: createHurriedClock(),
    }),
    credentials,
    host: HOST,
    requestsEach: REQUESTS_EACH,
    elsewhere: ELSEWHERE,
    known: (name) => newest(name) ?? known[name] ?? webhooks.known(name),
    bodies: {
      startRun: [
        { environment_id: "contoso" },
        { environment_id: "contoso", input: { period: "2026-09" } },
        { environment_id: "fabrikam", input: { period: "2026-09" } },
      ],
      addMember: Array.from({ length: REQUESTS_EACH }, () => {
        return { email: `${randomUUID()}@people.example`, role: "viewer" };
      }),
      changeMember: [{ role: "operator" }],
      changeWorkspace: [{ time_zone: "Europe/Berlin" }, { time_zone: null }],
      createToken: [{ name: "Exam", role: "viewer" }],
    },
    refresh: async () => void (await Promise.all([addThings(), webhooks.add()])),
  });
  expect(report.breaches).toEqual([]);
  expect(report.neverSucceeded.filter((id) => !ELSEWHERE.includes(id))).toEqual([]);
  expect(report.requests).toBeGreaterThanOrEqual(REQUESTS_EACH * 60);
});

test("the pages about the API are there, with files of this site", async () => {
  for (const [path, words] of [
    ["/docs", "<main"],
    ["/docs/ui.js", "SwaggerUIBundle"],
    ["/docs/ui.css", ".swagger-ui"],
    ["/docs/start.js", "SwaggerUIBundle({"],
  ] as const) {
    const answer = await world.get(path);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain(words);
  }
});

test("the document of the platform is valid OpenAPI 3.1, and tells how to sign in", async () => {
  const answer = await world.get("/api/v1/openapi.json");
  const document = (await answer.json()) as Record<string, unknown>;
  expect((await new Validator().validate(structuredClone(document))).errors ?? []).toEqual([]);
  expect(document["components"]).toMatchObject({
    securitySchemes: { bearer: {}, session: { in: "cookie", name: "__Host-settled_session" } },
  });
});
