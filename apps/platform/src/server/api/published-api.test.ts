import type { HttpHandler } from "settled/http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPackWorld, type PackWorld, type ReviewPlace } from "../../pack/pack-world.test-kit.ts";
import { PACK_PROFILES, type PackProfile } from "../../pack/pack-profile.ts";
import { listPacks } from "../../store/pack-store.ts";
import { answersOf, refusalIn } from "./expect-answer.test-kit.ts";
import { handlerAs, sending } from "../guest-handler.test-kit.ts";
import { request, sightOf } from "../served-world.test-kit.ts";

let world: PackWorld;
let answered: ReturnType<typeof answersOf>;
let operator: HttpHandler;

beforeAll(async () => {
  world = await openPackWorld();
  answered = answersOf(world.platform);
  operator = as("operator");
});

afterAll(async () => {
  await world.close();
});

function as(role: "operator" | "viewer" | "customer", place?: ReviewPlace): HttpHandler {
  const environments = place?.environmentId == null ? null : [place.environmentId];
  return handlerAs(world.platform, { role, environments, importRoot: "/nowhere" });
}

const baseOf = ({ workspaceId, environmentId }: ReviewPlace) =>
  `/api/v1/workspaces/${workspaceId}/environments/${environmentId}`;

const act = (path: string, body: unknown, headers = {}) =>
  operator(sending("POST", path, { body, headers }));

async function packsOf(place: ReviewPlace): Promise<Readonly<Record<PackProfile, string>>> {
  const run = await world.start(place, PACK_PROFILES);
  const worker = await world.platform.settled.work({ concurrency: 1 });
  await world.completed(run);
  await worker.stop();
  const packs = await listPacks(world.platform.database, place);
  const byProfile = packs.map(({ profile, packId }) => [profile, packId]);
  return Object.fromEntries(byProfile) as Record<PackProfile, string>;
}

async function tagAt(path: string): Promise<string> {
  return tagOf(await operator(request(path)));
}

function tagOf(answer: Response): string {
  const tag = answer.headers.get("etag") ?? "";
  expect(tag).toMatch(/^"[0-9a-f]{32}"$/);
  return tag;
}

describe("what a customer sees", () => {
  test("nothing before it is published, then the review in words that are theirs, then nothing again", async () => {
    const place = await world.newReview();
    const base = baseOf(place);
    const customer = as("customer", place);
    const review = `${base}/published/reviews/${place.reviewId}`;
    const absent = await sightOf(await customer(request(`${base}/published/reviews/nobody`)));
    expect(absent.status).toBe(404);
    expect(await sightOf(await customer(request(review)))).toEqual(absent);
    const before = await answered("listPublished", await customer(request(`${base}/published`)));
    expect(before["published"]).toEqual([]);

    const published = await act(`${base}/reviews/${place.reviewId}:publish`, {});
    expect(await answered("publishReview", published)).toMatchObject({
      publication: { published_by: "Some operator" },
    });
    const shown = await customer(request(review));
    const text = await shown.clone().text();
    expect(await answered("showPublishedReview", shown)).toMatchObject({
      review_id: place.reviewId,
      sequence: 1,
      title: expect.stringContaining("Customer summary"),
      changes: [{ kind: "heading" }, {}],
      decisions: [{ kind: "heading" }, {}],
    });
    for (const internal of ["decided_by", "Maria", "composed_by", "run_id", "Some operator"]) {
      expect([internal, text.includes(internal)]).toEqual([internal, false]);
    }
    const list = await answered("listPublished", await customer(request(`${base}/published`)));
    expect(list["published"]).toMatchObject([{ kind: "review", review_id: place.reviewId }]);
    const theirs = await customer(request(`/api/v1/workspaces/${place.workspaceId}/published`));
    expect(await answered("listPublishedEnvironments", theirs)).toMatchObject({
      environments: [{ id: place.environmentId, published: 1 }],
      next: null,
    });

    const taken = await act(`${base}/reviews/${place.reviewId}:unpublish`, { reason: "too early" });
    expect(await answered("unpublishReview", taken)).toMatchObject({ publication: null });
    expect(await sightOf(await customer(request(review)))).toEqual(absent);
    const again = await act(`${base}/reviews/${place.reviewId}:unpublish`, { reason: "twice" });
    expect(await refusalIn(again)).toMatchObject({ status: 409, reason: "not_published" });
  });

  test("all else of the environment is forbidden, and another environment is as if absent", async () => {
    const place = await world.newReview();
    const other = await world.newReview();
    const customer = as("customer", place);
    const base = baseOf(place);
    for (const path of [
      "",
      "/reviews",
      `/reviews/${place.reviewId}`,
      "/packs",
      "/restores",
      "/findings",
      "/snapshots",
    ]) {
      const { status, code } = await refusalIn(await customer(request(`${base}${path}`)));
      expect([path, status, code]).toEqual([path, 403, "forbidden"]);
    }
    await act(`${baseOf(other)}/reviews/${other.reviewId}:publish`, {});
    const absent = await sightOf(await customer(request(`${base}/published/reviews/nobody`)));
    for (const path of [
      `${baseOf(other)}/published`,
      `${baseOf(other)}/published/reviews/${other.reviewId}`,
      `${base}/published/reviews/${other.reviewId}`,
      `${base}/published/reviews/${place.reviewId}`,
    ]) {
      expect([path, await sightOf(await customer(request(path)))]).toEqual([path, absent]);
    }
  });

  test("a customer pack comes whole; the packs that hold internal notes are never published", async () => {
    const place = await world.newReview();
    const base = baseOf(place);
    const packs = await packsOf(place);
    for (const profile of ["executive", "technical-auditor"] as const) {
      const answer = await act(`${base}/packs/${packs[profile]}:publish`, {});
      expect(await refusalIn(answer)).toMatchObject({ reason: "pack_not_for_customers" });
    }
    const path = `${base}/packs/${packs.customer}`;
    await answered(
      "publishPack",
      await act(`${path}:publish`, {}, { "if-match": await tagAt(path) }),
    );
    const customer = as("customer", place);
    const pack = `${base}/published/packs/${packs.customer}`;
    const shown = await answered("showPublishedPack", await customer(request(pack)));
    const [file] = shown["files"] as [{ path: string; bytes: number; sha256: string }];
    const sent = await customer(request(`${pack}/files/${file.path}`));
    expect([sent.status, sent.headers.get("etag")]).toEqual([200, `"${file.sha256}"`]);
    expect((await sent.arrayBuffer()).byteLength).toBe(file.bytes);
    expect((await customer(request(`${path}/files/zip`))).status).toBe(403);
    const hidden = `${base}/published/packs/${packs.executive}`;
    expect((await customer(request(hidden))).status).toBe(404);
    expect((await customer(request(`${hidden}/files/zip`))).status).toBe(404);

    const tag = await tagAt(path);
    await answered(
      "revokePack",
      await act(`${path}:revoke`, { reason: "damaged" }, { "if-match": tag }),
    );
    const stale = await act(`${path}:revoke`, { reason: "again" }, { "if-match": tag });
    expect(await refusalIn(stale)).toMatchObject({ status: 412, code: "stale_version" });
    expect(await refusalIn(await act(`${path}:revoke`, { reason: "again" }))).toMatchObject({
      reason: "pack_does_not_stand",
    });
    expect((await customer(request(pack))).status).toBe(404);
    expect((await customer(request(`${pack}/files/${file.path}`))).status).toBe(404);
  });

  test("a review that was taken back is not the customer's to read any more, though it was published", async () => {
    const first = await world.newReview();
    const second = await world.replaceReview(first);
    const base = baseOf(first);
    const customer = as("customer", first);
    await act(`${base}/reviews/${first.reviewId}:publish`, {});
    const path = `${base}/reviews/${second.reviewId}`;
    const tag = tagOf(await act(`${path}:publish`, {}));
    const withdrawn = await act(
      `${path}:withdraw`,
      { reason: "wrong tenant" },
      { "if-match": tag },
    );
    expect(await answered("withdrawReview", withdrawn)).toEqual({
      id: second.reviewId,
      status: "withdrawn",
      current_again_id: first.reviewId,
    });
    const { published } = await answered(
      "listPublished",
      await customer(request(`${base}/published`)),
    );
    expect(published).toMatchObject([{ review_id: first.reviewId }]);
    expect(published).toHaveLength(1);
    expect((await customer(request(`${base}/published/reviews/${second.reviewId}`))).status).toBe(
      404,
    );
    const twice = await refusalIn(await act(`${path}:invalidate`, { reason: "no" }));
    expect(twice).toMatchObject({ status: 409, reason: "already_retracted" });
    const again = await refusalIn(await act(`${path}:publish`, {}));
    expect(again).toMatchObject({ status: 409, reason: "review_withheld" });
    const lineage = await operator(request(`${path}/lineage`));
    expect(await answered("showReviewLineage", lineage)).toMatchObject({
      head_id: first.reviewId,
      reviews: [{ status: "current" }, { status: "withdrawn" }],
    });
    const shown = await answered("showReview", await operator(request(path)));
    expect(shown).toMatchObject({ document_state: "withheld", document: null });
  });
});

test("of two who act on the same state at once, one does and the other is told", async () => {
  const place = await world.newReview();
  const path = `${baseOf(place)}/reviews/${place.reviewId}`;
  await act(`${path}:publish`, {});
  const tag = tagOf(await act(`${path}:unpublish`, { reason: "not yet" }));
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => act(`${path}:publish`, {}, { "if-match": tag })),
  );
  const statuses = answers.map(({ status }) => status).toSorted((one, other) => one - other);
  expect(statuses).toEqual([200, 412, 412, 412, 412, 412]);
});

test("packs, their sets and readiness are listed and shown", async () => {
  const place = await world.newReview();
  const base = baseOf(place);
  const packs = await packsOf(place);
  const list = await answered("listPacks", await operator(request(`${base}/packs?limit=2`)));
  expect(list["packs"]).toHaveLength(2);
  const standing = { review_sequence: 1, stale: false, delivery: "open", published: false };
  expect(list["packs"]).toMatchObject([standing, standing]);
  const rest = await answered("listPacks", await operator(request(String(list["next"]))));
  expect(rest["packs"]).toHaveLength(1);
  const shown = await operator(request(`${base}/packs/${packs.customer}`));
  expect(await answered("showPack", shown)).toMatchObject({ delivery: "open", publication: null });
  const sets = await answered("listPackSets", await operator(request(`${base}/pack-sets`)));
  const [{ id }] = sets["pack_sets"] as [{ id: string }];
  const set = await answered("showPackSet", await operator(request(`${base}/pack-sets/${id}`)));
  expect(set["members"]).toHaveLength(3);
  const readiness = await operator(request(`${base}/reviews/${place.reviewId}/packs`));
  expect((await answered("showPackReadiness", readiness))["profiles"]).toHaveLength(3);
  const viewer = as("viewer");
  expect((await viewer(request(`${base}/packs/${packs.executive}/files/zip`))).status).toBe(200);
});
