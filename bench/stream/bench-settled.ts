import { createSettled, type Settled } from "../../packages/settled/src/create-settled.ts";
import { defineOperation } from "../../packages/settled/src/catalog/define-operation.ts";
import type { EngineDriver } from "../../packages/settled/src/ports/engine-driver.ts";
import { asWorkspaceId } from "../../packages/settled/src/run/scope.ts";

export const OPERATION = "letter.write";
const COUNT = Number(process.env["BENCH_WORKSPACES"] ?? 1);
export const WORKSPACES = Array.from({ length: COUNT }, (_, index) =>
  asWorkspaceId(`workspace-${index}`),
);

/** Takes jobs and does nothing: what is measured is what runs cause, not how they are executed. */
const IDLE_ENGINE: EngineDriver = {
  name: "idle",
  transactional: true,
  prepare: () => Promise.resolve(),
  handOverOf: ({ type, queue }) => ({ job_class: type, queue: queue.name, connection: "main" }),
  dispatch: () => Promise.resolve(),
  redispatch: () => Promise.resolve(),
  jobStateOf: () => Promise.resolve("waiting"),
  withdraw: () => Promise.resolve(),
  work: () => Promise.resolve({ stop: () => Promise.resolve() }),
  close: () => Promise.resolve(),
};

export function benchSettled(connectionString: string): Settled {
  const letter = defineOperation<unknown>({
    type: OPERATION,
    label: "Letter",
    input: { "~standard": { version: 1, vendor: "bench", validate: (value) => ({ value }) } },
    identity: (input) => JSON.stringify(input),
    capability: "letters.write",
    queue: { name: "letters" },
    handler: () => Promise.resolve(),
    copy: { doing: "The letter is being written", reasons: {} },
  });
  return createSettled({
    postgres: { connectionString },
    engine: IDLE_ENGINE,
    operations: [letter],
  });
}
