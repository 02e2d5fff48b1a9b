import { randomUUID } from "node:crypto";
import { describe, test } from "vitest";
import { exerciseRunStore } from "./exercise-run-store.ts";
import { createManualClock } from "./manual-clock.ts";
import { createMemoryRunStore } from "./memory-run-store.ts";

describe("the memory store passes the exam of stores", () => {
  exerciseRunStore({
    test,
    async makeWorld() {
      const clock = createManualClock();
      const store = createMemoryRunStore({ clock });
      return {
        reader: store,
        writer: store,
        checks: store,
        transaction: store,
        newLease: async () => {
          const id = randomUUID();
          store.addLease(id);
          return id;
        },
        killLease: async (id) => store.expireLease(id),
        advance: (ms) => clock.advance(ms),
        close: async () => undefined,
      };
    },
  });
});
