import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sending } from "./guest-handler.test-kit.ts";
import {
  CONTOSO,
  FABRIKAM,
  FOREIGN,
  HOST,
  openServedWorld,
  pathOf,
  request,
  type ServedWorld,
  sightOf,
  TOKEN,
} from "./served-world.test-kit.ts";

const NOBODY = "01900000-0000-7000-8000-000000000000";
const OWN = pathOf(CONTOSO);

let world: ServedWorld;
let review: string;
let first: string;
let snapshot: string;
let foreignReview: string;
let foreignSnapshot: string;

beforeAll(async () => {
  world = await openServedWorld();
  const reviews = await world.reviewsOf(CONTOSO);
  [review = "", first = ""] = reviews.map(({ reviewId }) => reviewId);
  snapshot = await world.newestSnapshot(CONTOSO);
  foreignReview = (await world.reviewsOf(FOREIGN))[0]?.reviewId ?? "";
  foreignSnapshot = await world.newestSnapshot(FOREIGN);
});

afterAll(async () => {
  await world.close();
});

const PAGES = ["/console/", `/console${OWN}`, "/console/workspaces/north/runs", "/docs"];

function apis(): readonly string[] {
  return [
    "/api/v1/workspaces",
    "/api/v1/workspaces/north/environments",
    `/api/v1${OWN}/reviews`,
    `/api/v1${OWN}/reviews/${review}`,
    `/api/v1${OWN}/snapshots/${snapshot}`,
    "/api/v1/workspaces/north/runs",
  ];
}

async function json(path: string): Promise<Record<string, unknown>> {
  const answer = await world.get(path);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Record<string, unknown>;
}

describe("access", () => {
  test("every page is there for the owner, and sends anybody else to the sign-in", async () => {
    for (const path of PAGES) {
      expect([path, (await world.get(path)).status]).toEqual([path, 200]);
      const answer = await world.handle(request(path));
      const location = `/sign-in?return_to=${encodeURIComponent(path)}`;
      expect([answer.status, answer.headers.get("location")]).toEqual([303, location]);
      expect(await answer.text()).toBe("");
    }
  });

  test("every address of the API is there for the owner, and a 401 problem for anybody else", async () => {
    for (const path of apis()) {
      expect([path, (await world.get(path)).status]).toEqual([path, 200]);
      for (const headers of [
        {},
        { authorization: "Bearer wrong" },
        { cookie: "settled_session=1.2.3" },
      ]) {
        const answer = await world.handle(request(path, headers));
        expect(answer.status).toBe(401);
        expect(answer.headers.get("content-type")).toBe("application/problem+json");
        expect(await answer.json()).toMatchObject({ code: "not_signed_in", status: 401 });
      }
    }
  });

  test("nothing of ours is changed by a POST, and one of another site is refused first", async () => {
    const signIn = new Request(`${HOST}/sign-in`, {
      method: "POST",
      body: new URLSearchParams({ token: TOKEN }),
    });
    const cookie = (await world.handle(signIn)).headers.get("set-cookie")?.split(";")[0] ?? "";
    const made = "/api/v1/workspaces/north/environments";
    for (const path of [...PAGES, ...apis().filter((one) => one !== made)]) {
      const post = (headers: Record<string, string>) =>
        world.handle(new Request(`${HOST}${path}`, { method: "POST", headers }));
      expect((await post({ authorization: `Bearer ${TOKEN}` })).status).toBe(405);
      expect((await post({ cookie, origin: "https://evil.example" })).status).toBe(405);
    }
    const start = "/api/v1/workspaces/north/operations/environment.snapshot.capture/runs";
    const foreign = new Request(`${HOST}${start}`, {
      method: "POST",
      body: "{}",
      headers: { cookie, origin: "https://evil.example", "content-type": "application/json" },
    });
    expect((await world.handle(foreign)).status).toBe(403);
    const sent = {
      headers: { cookie, origin: "https://evil.example" },
      body: { id: "e", name: "E" },
    };
    expect((await world.handle(sending("POST", made, sent))).status).toBe(403);
  });
});

describe("what is not there", () => {
  test("foreign, absent and malformed look the same, byte for byte", async () => {
    const absent = `/workspaces/north/runs/${NOBODY}`;
    const expected = await sightOf(await world.get(`/api/v1${absent}`));
    expect(expected.status).toBe(404);
    for (const path of [
      "/workspaces/nobody/environments",
      `/workspaces/${encodeURIComponent("<script>")}/environments`,
      "/workspaces/north/environments/nobody",
      "/workspaces/north/environments/nobody/reviews",
      "/workspaces/nobody/environments/contoso",
      "/workspaces/north/environments/%2e%2e%2f",
      `${OWN}/reviews/${NOBODY}`,
      `${OWN}/reviews/${review.toUpperCase()}`,
      `${OWN}/reviews/1%27%20or%201=1`,
      `${OWN}/reviews/${foreignReview}`,
      `${OWN}/reviews/${snapshot}`,
      `${pathOf(FABRIKAM)}/reviews/${review}`,
      `${pathOf(FOREIGN)}/reviews/${review}`,
      `${OWN}/snapshots/${NOBODY}`,
      `${OWN}/snapshots/nothing`,
      `${OWN}/snapshots/${foreignSnapshot}`,
      `${pathOf(FABRIKAM)}/snapshots/${snapshot}`,
    ]) {
      expect([path, await sightOf(await world.get(`/api/v1${path}`))]).toEqual([path, expected]);
    }
  });

  test("a file that a person may not see looks like one that is not there", async () => {
    const expected = await sightOf(await world.get(`${OWN}/packs/${NOBODY}/files/zip`));
    expect(expected.status).toBe(404);
    for (const path of [
      `${OWN}/packs/${foreignReview}/files/zip`,
      `${pathOf(FOREIGN)}/packs/${review}/files/zip`,
      `/workspaces/nobody/environments/contoso/packs/${NOBODY}/files/zip`,
    ]) {
      expect([path, await sightOf(await world.get(path))]).toEqual([path, expected]);
    }
  });
});

test("runs of an environment that does not exist are hidden, and none is started there", async () => {
  const absent = await sightOf(await world.get(`/api/v1/workspaces/north/runs/${NOBODY}`));
  const filtered = await world.get("/api/v1/workspaces/north/runs?environment=nobody");
  expect(await sightOf(filtered)).toEqual(absent);
  const start = "/api/v1/workspaces/north/operations/environment.snapshot.capture/runs";
  const asked = new Request(`${HOST}${start}`, {
    method: "POST",
    body: JSON.stringify({ environment_id: "nobody" }),
    headers: { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" },
  });
  expect(await sightOf(await world.handle(asked))).toEqual(absent);
});

describe("the API", () => {
  test("lists workspaces, environments and reviews", async () => {
    const { workspaces } = await json("/api/v1/workspaces");
    expect(workspaces).toMatchObject([
      { id: "north", environments: 2 },
      { id: "south", environments: 1 },
    ]);
    expect(await json("/api/v1/workspaces/north/environments")).toMatchObject({
      environments: [
        { id: "contoso", state: "active" },
        { id: "fabrikam", name: "Fabrikam" },
      ],
    });
    expect(await json(`/api/v1${OWN}/reviews`)).toMatchObject({
      reviews: [
        { id: review, sequence: 2, supersedes_id: first, status: "current" },
        { id: first, sequence: 1, supersedes_id: null, status: "superseded" },
      ],
    });
  });

  test("gives a review with its document, its place and its last confirmation", async () => {
    expect(await json(`/api/v1${OWN}/reviews/${review}`)).toMatchObject({
      id: review,
      period: "2026-06",
      superseded_by_id: null,
      last_confirmed_at: expect.stringMatching(/Z$/),
      document_state: "intact",
      document: { totals: { items: 4, read_whole: 3, unreadable: 1 } },
    });
    expect(await json(`/api/v1${OWN}/reviews/${first}`)).toMatchObject({
      superseded_by_id: review,
      last_confirmed_at: null,
    });
  });

  test("gives a snapshot with everything that was found", async () => {
    const found = await json(`/api/v1${OWN}/snapshots/${snapshot}`);
    expect(found).toMatchObject({
      id: snapshot,
      intact: true,
      counts: { items: 4, unreadable: 1 },
    });
    expect(found["ignored"]).toHaveLength(2);
    const { items } = await json(`/api/v1${OWN}/snapshots/${snapshot}/items`);
    expect(items).toHaveLength(4);
  });

  test("says which processes are ready without a sign-in", async () => {
    const answer = await world.handle(request("/health/ready"));
    expect([answer.status, await answer.json()]).toEqual([
      200,
      {
        status: "ready",
        checks: [
          { name: "database", ok: true },
          { name: "migrations", ok: true, count: 0 },
          { name: "workers", ok: false, count: 0 },
          { name: "sweeper", ok: false },
          { name: "row-level security binds the server's account", ok: true },
          // It only took the role: the account is that of the owner.
          { name: "the server's account can take no further rights", ok: false },
        ],
      },
    ]);
  });
});

test("every answer forbids scripts, frames, guessing of types and keeping", async () => {
  const paths = ["/workspaces/north/runs", OWN, ...apis(), "/workspaces/nobody", "/nowhere"];
  for (const path of paths) {
    for (const answer of [await world.get(path), await world.handle(request(path))]) {
      const policy = answer.headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|script-src|\*/);
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      expect(answer.headers.get("x-frame-options")).toBe("DENY");
    }
  }
});
