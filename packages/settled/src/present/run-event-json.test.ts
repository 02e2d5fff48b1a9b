import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyEvent } from "./any-run.test-kit.ts";
import { asRunEventJson } from "./run-event-json.ts";
import { sampleEvent, sampleOperation, SECRET } from "./sample-run.test-kit.ts";

const operation = sampleOperation();
const KEYS =
  "sequence workspace_id run_id version kind sentence actor request_id via from to detail at";

describe("the JSON of an event", () => {
  test("has exactly its keys and hides what needs the capability", () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        const json = asRunEventJson(event, { operation, maySeeDetail: false });
        expect(Object.keys(json).join(" ")).toBe(KEYS);
        expect(JSON.stringify(json)).not.toContain(SECRET);
      }),
    );
  });

  test("shows codes to everybody and candidates to those who may see detail", () => {
    const candidates = [{ type: "environment_review", id: "a" }];
    const detail = { reason: "ambiguous", attempt: 2, because: "Free words.", candidates };
    const event = sampleEvent({ kind: "reconciled", detail });
    const open = asRunEventJson(event, { operation, maySeeDetail: false });
    expect(open.detail).toEqual({ reason: "ambiguous", attempt: 2 });
    expect(asRunEventJson(event, { operation, maySeeDetail: true }).detail).toEqual(detail);
  });
});
