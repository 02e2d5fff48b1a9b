import { createHttpHandler, type HttpHandler } from "settled/http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPlatform, type Platform } from "../../platform.ts";
import { sending } from "../guest-handler.test-kit.ts";
import { CONTOSO, openServedWorld, pathOf, type ServedWorld } from "../served-world.test-kit.ts";
import { resourceRoutes } from "./resource-routes.ts";

const NORTH = "/api/v1/workspaces/north";
const OWN = `/api/v1${pathOf(CONTOSO)}`;

let world: ServedWorld;
let served: Platform;
let handle: HttpHandler;

beforeAll(async () => {
  world = await openServedWorld();
  const url = new URL(world.url);
  url.searchParams.set("options", "-c role=settled_server");
  served = openPlatform({ connectionString: url.href });
  handle = createHttpHandler(
    {
      settled: served.settled,
      resolveActor: async () => ({ kind: "user", id: "u1", name: "Maria" }),
      policy: { check: async () => ({ kind: "allowed" }) },
    },
    resourceRoutes(served, { importRoot: null }),
  );
});

afterAll(async () => {
  await served.close();
  await world.close();
});

test("a role that is held to the workspace it names reads and changes everything of it", async () => {
  const [review] = await world.reviewsOf(CONTOSO);
  const { reviewId = "", snapshotId = "" } = review ?? {};
  const asked: readonly (readonly [string, string, number, unknown?])[] = [
    ["GET", `${NORTH}/environments`, 200],
    ["POST", `${NORTH}/environments`, 201, { id: "e9", name: "E9" }],
    ["PATCH", OWN, 200, { name: "Renamed" }],
    ["POST", `${NORTH}/baselines`, 201, { name: "B", snapshot_of: "contoso" }],
    ["GET", `${OWN}/findings`, 200],
    ["GET", `${OWN}/reviews`, 200],
    ["POST", `${OWN}/reviews/${reviewId}:publish`, 200, {}],
    ["GET", `${OWN}/published/reviews/${reviewId}`, 200],
    ["POST", `${OWN}/reviews/${reviewId}:withdraw`, 200, { reason: "wrong" }],
    ["GET", `${OWN}/published/reviews/${reviewId}`, 404],
    ["POST", `${OWN}/restores:plan`, 200, { snapshot_id: snapshotId }],
    ["GET", `${NORTH}/audit`, 200],
  ];
  for (const [method, path, status, body] of asked) {
    const answer = await handle(sending(method, path, body === undefined ? {} : { body }));
    expect([method, path, answer.status]).toEqual([method, path, status]);
  }
});
