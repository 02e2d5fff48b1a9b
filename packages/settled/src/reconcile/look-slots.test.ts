import { expect, test } from "vitest";
import type { OperationRun } from "../run/operation-run.ts";
import { createLookSlots, type LookSlots } from "./look-slots.ts";

const LIMITS = { concurrency: 32, batch: 48 };
const NEVER = new Promise<void>(() => undefined);

/** Takes what a claim may take, all of it of the given operation. */
function fill(slots: LookSlots, operationType: string, look: Promise<void> = NEVER): number {
  let taken = 0;
  for (const { operationTypes, limit } of slots.claims()) {
    if (!operationTypes.includes(operationType)) continue;
    for (let index = 0; index < limit; index += 1) {
      slots.take({ operationType } as OperationRun, look);
      taken += 1;
    }
  }
  return taken;
}

test("an operation whose looks hang leaves room for the looks of another", () => {
  const slots = createLookSlots(["letter.write", "letter.send"], LIMITS);
  expect([fill(slots, "letter.write"), fill(slots, "letter.write")]).toEqual([24, 0]);
  expect([fill(slots, "letter.send"), fill(slots, "letter.send")]).toEqual([8, 0]);
  expect([...slots.claims()]).toEqual([]);
});

test("the only operation has all the room", () => {
  const slots = createLookSlots(["letter.write"], LIMITS);
  expect(fill(slots, "letter.write")).toBe(32);
});

test("many operations together have no more looks under way than one process may have", () => {
  const types = Array.from({ length: 9 }, (_, index) => `letter.write_${index}`);
  const slots = createLookSlots(types, LIMITS);
  let taken = 0;
  for (const type of [...types, ...types]) taken += fill(slots, type);
  expect(taken).toBe(LIMITS.concurrency);
});

test("room is waited for until a look has ended, and no longer than was said", async () => {
  const slots = createLookSlots(["letter.write"], { concurrency: 2, batch: 48 });
  const look = Promise.withResolvers<void>();
  fill(slots, "letter.write", look.promise);
  await slots.roomOr(Promise.resolve());
  expect([...slots.claims()]).toEqual([]);
  const room = slots.roomOr(NEVER);
  look.reject(new Error("The look broke."));
  await room;
  await slots.drained();
  expect([...slots.claims()]).toEqual([{ operationTypes: ["letter.write"], limit: 2 }]);
});
