import * as fc from "fast-check";
import { expect, test } from "vitest";
import { asWorkspaceId } from "../../run/scope.ts";
import { type EventMark, judgeLook } from "./event-mark.ts";

const NORTH = asWorkspaceId("north");

function look(head: number, writers: readonly string[]) {
  return { workspaceId: NORTH, head: String(head), writers };
}

test("what is seen while nobody writes is all there is", () => {
  expect(judgeLook(null, look(7, []), 1)).toEqual({
    settled: { head: "7", waitingFor: [], look: 1 },
    open: null,
  });
});

test("what is seen while somebody writes waits for those, and for none who come later", () => {
  const first = judgeLook(null, look(7, ["a", "b"]), 1);
  expect(first).toEqual({ settled: null, open: { head: "7", waitingFor: ["a", "b"], look: 1 } });
  const second = judgeLook(first.open, look(9, ["b", "c"]), 2);
  expect(second).toEqual({ settled: null, open: { head: "7", waitingFor: ["b"], look: 1 } });
  const third = judgeLook(second.open, look(12, ["c", "d"]), 3);
  expect(third.settled?.head).toBe("7");
  expect(third.open).toEqual({ head: "12", waitingFor: ["c", "d"], look: 3 });
});

/** Transactions with the numbers that they draw, the time of each draw, and when they end. */
const transaction = fc.record({
  begins: fc.integer({ min: 0, max: 40 }),
  lasts: fc.integer({ min: 1, max: 15 }),
  drawsAfter: fc.integer({ min: 0, max: 14 }),
  isUndone: fc.boolean(),
});

test("nothing is given out that something older may still come before, for any course of transactions", () => {
  fc.assert(
    fc.property(fc.array(transaction, { maxLength: 12 }), (given) => {
      // The lock is taken at the beginning, the number drawn later; draws at one time are in the order of the list.
      const drawn = given
        .map((one, index) => ({
          ...one,
          name: `t${index}`,
          ends: one.begins + one.lasts,
          at: one.begins + Math.min(one.drawsAfter, one.lasts - 1),
        }))
        .toSorted((a, b) => a.at - b.at)
        .map((one, index) => ({ ...one, sequence: index + 1 }));
      const visible = (time: number) => drawn.filter((one) => !one.isUndone && one.ends <= time);
      const out: number[] = [];
      let open: EventMark | null = null;
      for (let time = 0; time < 80; time += 1) {
        const head = Math.max(0, ...visible(time).map(({ sequence }) => sequence));
        const writers = drawn.filter((one) => one.begins <= time && time < one.ends);
        const judged = judgeLook(
          open,
          look(
            head,
            writers.map(({ name }) => name),
          ),
          time,
        );
        open = judged.open;
        const upTo = Number(judged.settled?.head ?? 0);
        const from = out.at(-1) ?? 0;
        const news = visible(time).filter(({ sequence }) => sequence > from && sequence <= upTo);
        out.push(...news.map(({ sequence }) => sequence));
      }
      expect(out).toEqual(drawn.filter((one) => !one.isUndone).map(({ sequence }) => sequence));
    }),
    { numRuns: 500 },
  );
});
