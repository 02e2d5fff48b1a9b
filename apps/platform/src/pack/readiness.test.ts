import { asRunId } from "settled";
import { describe, expect, test } from "vitest";
import { packMake } from "./pack-fingerprint.ts";
import { readinessOf } from "./readiness.ts";
import type { PackStanding, ReviewPack } from "./review-pack.ts";
import { fixtureInput } from "./review-fixture.test-kit.ts";

function pack(standing: PackStanding): ReviewPack {
  return {
    packId: standing.status,
    environmentId: "e",
    reviewId: "r",
    profile: "executive",
    make: packMake(fixtureInput("executive")),
    standing,
    renderedByRunId: asRunId("0198c0de-0000-7000-8000-0000000000aa"),
    createdAt: new Date(0),
  };
}

const READY = pack({ status: "ready", filesHash: "files1:x" });
const FAILED = pack({ status: "failed", failure: "render_failed", detail: "" });
const REVOKED = pack({
  status: "revoked",
  filesHash: "files1:x",
  revocation: { at: new Date(0), by: "Maria", reason: "wrong" },
});
const current = { review: { status: "current" }, isStale: false } as const;
const replaced = { review: { status: "superseded" }, isStale: true } as const;
const withdrawn = { review: { status: "withdrawn" }, isStale: false } as const;

describe("before a pack is downloaded", () => {
  test.each([
    ["ready", current, [READY], READY, false],
    ["ready", replaced, [READY], READY, true],
    ["ready", current, [REVOKED, READY], READY, false],
    ["failed", current, [FAILED], FAILED, null],
    ["revoked", current, [REVOKED], REVOKED, null],
    ["not_rendered", current, [], null, null],
    ["would_be_stale", replaced, [], null, null],
    ["review_withheld", withdrawn, [READY], null, null],
  ] as const)("it is told as %s", (state, placed, packs, counted, isStale) => {
    const [executive, customer] = readinessOf(placed, packs);
    if (executive === undefined) throw new Error("No profile was told of.");
    expect(executive).toMatchObject({ state, pack: counted });
    expect(executive.state === "ready" ? executive.isStale : null).toBe(isStale);
    expect(customer?.pack).toBeNull();
  });
});
