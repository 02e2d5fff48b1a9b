import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { ArtifactDefinition } from "../catalog/artifact-definition.ts";
import { defineOperation } from "../catalog/define-operation.ts";
import type { ReconciliationAdapter } from "../catalog/reconciliation-adapter.ts";
import type { ReconciliationDecision } from "../catalog/reconciliation-decision.ts";
import type { TruthSource } from "../ports/truth-source.ts";
import type { OperationRun } from "../run/operation-run.ts";
import { asEnvironmentId, asWorkspaceId, type RunId, type RunScope } from "../run/scope.ts";
import { SettledError } from "../run/settled-error.ts";
import {
  type AdapterWorld,
  exerciseReconciliationAdapter,
} from "./exercise-reconciliation-adapter.ts";
import { exampleRun } from "./exercise-run-store/exam-runs.ts";
import { createManualClock } from "./manual-clock.ts";
import { createMemoryRunStore } from "./memory-run-store.ts";

interface Letter extends Record<string, unknown> {
  readonly id: string;
  readonly workspace_id: string;
  readonly environment_id: string | null;
  readonly run_id: RunId;
  readonly body: string | null;
}

type LetterAdapter = ReconciliationAdapter<readonly Letter[]>;

const LETTERS =
  "select * from letters where run_id = $1 and workspace_id = $2 and environment_id = $3";

const letterAdapter: LetterAdapter = {
  name: "letter",
  gather: (run, truth) =>
    truth.query<Letter>(LETTERS, [run.id, run.workspaceId, run.environmentId]),
  decide: (_, letters) => decideLetters(letters),
};

function decideLetters(letters: readonly Letter[]): ReconciliationDecision {
  const [letter, ...more] = letters;
  const checks = [{ check: "letters", passed: letters.length === 1, detail: `${letters.length}` }];
  if (letter === undefined) return { decision: "failed", reason: "nothing_produced", checks };
  const candidates = letters.map(({ id }) => ({ type: "letter", id }));
  if (more.length > 0) {
    return { decision: "attention_required", reason: "ambiguous", checks, candidates };
  }
  if (letter.body === null) return { decision: "failed", reason: "letter_empty", checks };
  return {
    decision: "succeeded",
    reason: "letter_written",
    checks,
    related: { type: "letter", id: letter.id },
    proof: { madeBy: "this_run", inScope: true, complete: true },
  };
}

const letterArtifact: ArtifactDefinition = {
  type: "letter",
  label: "Letter",
  async find(truth, id) {
    const text = "select * from letters where id = $1";
    const [letter] = await truth.query<Letter>(text, [id]);
    if (letter === undefined) return null;
    return {
      workspaceId: asWorkspaceId(letter.workspace_id),
      environmentId: letter.environment_id === null ? null : asEnvironmentId(letter.environment_id),
      title: "Letter",
      madeByRunId: letter.run_id,
      complete: letter.body !== null,
      state: "current",
    };
  },
  href: (_, id) => `/letters/${id}`,
};

/** A truth source that knows `select * from … where a = $1 and …` and has no row-level security. */
function truthOf(letters: readonly Letter[]): TruthSource {
  async function query<Row>(text: string, values: readonly unknown[] = []) {
    const [, where] = /^select \* from letters where (.+)$/.exec(text) ?? [];
    if (where === undefined) throw new SettledError("truth_violated", "Only SELECT.");
    const wanted = where.split(" and ").map((part) => part.split(" = $"));
    const found = letters.filter((letter) =>
      wanted.every(([column = "", place]) => letter[column] === values[Number(place) - 1]),
    );
    return found.map((letter) => ({ ...letter })) as Row[];
  }
  return {
    withTruth: (scope, { signal = new AbortController().signal }, look) =>
      look({ scope, signal, query }),
  };
}

const letterCopy = { title: "Letter", meaning: "About a letter.", nextStep: "Read it." };

async function makeLetterWorld(adapter: LetterAdapter): Promise<AdapterWorld> {
  const letters: Letter[] = [];
  const store = createMemoryRunStore({ clock: createManualClock() });
  const write = (
    run: OperationRun,
    scope: Partial<RunScope> = {},
    body: string | null = "Dear",
  ) => {
    const { workspaceId, environmentId } = { ...run, ...scope };
    const id = randomUUID();
    const place = { workspace_id: workspaceId, environment_id: environmentId };
    letters.push({ id, ...place, run_id: run.id, body });
    return Promise.resolve({ type: "letter", id });
  };
  return {
    operation: defineOperation({
      type: "letter.write",
      label: "Write a letter",
      input: { "~standard": { version: 1, vendor: "exam", validate: (value) => ({ value }) } },
      identity: () => "letter",
      capability: "letters.write",
      queue: { name: "letters" },
      handler: () => Promise.resolve(),
      adapter,
      artifact: letterArtifact,
      copy: {
        doing: "The letter is being written",
        reasons: { letter_written: letterCopy, letter_empty: letterCopy },
      },
    }),
    truthSource: truthOf(letters),
    async newRun(overrides) {
      const { run } = await store.insertRun(exampleRun(), { kind: "system", id: "s", name: "S" });
      return { ...run, status: "running", attempt: 1, startedAt: run.createdAt, ...overrides };
    },
    produceArtifact: (run) => write(run),
    produceIncompleteArtifact: (run) => write(run, {}, null),
    produceForeignWorkspaceArtifact: (run) =>
      write(run, { workspaceId: asWorkspaceId("elsewhere") }),
    produceForeignEnvironmentArtifact: (run) =>
      write(run, { environmentId: asEnvironmentId("elsewhere") }),
    produceSecondArtifact: (run) => write(run),
    close: () => Promise.resolve(),
  };
}

describe("an honest adapter passes", () => {
  exerciseReconciliationAdapter({
    test,
    adapterName: "letter",
    makeWorld: () => makeLetterWorld(letterAdapter),
  });
});

const gatherBy = (columns: readonly ("workspace_id" | "environment_id")[]): LetterAdapter => ({
  ...letterAdapter,
  gather(run, truth) {
    const values = { workspace_id: run.workspaceId, environment_id: run.environmentId };
    const where = columns.map((column, index) => ` and ${column} = $${index + 2}`).join("");
    return truth.query(`select * from letters where run_id = $1${where}`, [
      run.id,
      ...columns.map((column) => values[column]),
    ]);
  },
});

const deciding = (
  decide: (honest: ReconciliationDecision, letters: readonly Letter[]) => ReconciliationDecision,
): LetterAdapter => ({
  ...letterAdapter,
  decide: (_, letters) => decide(decideLetters(letters), letters),
});

/** Dishonest adapters, each with exactly the cases that must turn red. */
const PLANTED: Readonly<Record<string, { adapter: LetterAdapter; red: readonly string[] }>> = {
  "no workspace condition": {
    adapter: gatherBy(["environment_id"]),
    red: ["an artifact that stands only in another workspace is never linked"],
  },
  "no environment condition": {
    adapter: gatherBy(["workspace_id"]),
    red: ["an artifact that stands only in another environment is never linked"],
  },
  "a pick among several": {
    adapter: deciding((honest, letters) =>
      letters.length > 1 ? decideLetters(letters.slice(0, 1)) : honest,
    ),
    red: ["of two artifacts that could be the run's, none is picked: a person chooses"],
  },
  "presence taken for completeness": {
    adapter: deciding((_, letters) =>
      decideLetters(letters.map((letter) => ({ ...letter, body: "" }))),
    ),
    red: ["an incomplete artifact is no success"],
  },
  "a reason without copy": {
    adapter: deciding((honest) => ({ ...honest, reason: "because" })),
    red: [
      "there is a decision for every run, wherever it is in its life",
      "every reason that it gives is explained to operators",
    ],
  },
  "a decision that depends on the clock": {
    adapter: deciding((honest) => ({
      ...honest,
      checks: [{ check: "time", passed: true, detail: String(performance.now()) }],
    })),
    red: ["the same evidence gives the same decision, and is left as it was"],
  },
  "a look that takes silence for nothing": {
    adapter: {
      ...letterAdapter,
      gather: (run, truth) => letterAdapter.gather(run, truth).catch(() => []),
    },
    red: ["it stops, and concludes nothing, when the truth can no longer be asked"],
  },
  "success without looking": {
    adapter: deciding((honest, letters) =>
      letters.length > 0
        ? honest
        : {
            decision: "succeeded",
            reason: "letter_written",
            checks: [],
            related: { type: "letter", id: "1" },
            proof: { madeBy: "this_run", inScope: true, complete: true },
          },
    ),
    red: [
      "a run that produced nothing is never told as a success",
      "an artifact that stands only in another workspace is never linked",
      "an artifact that stands only in another environment is never linked",
    ],
  },
  "another name": {
    adapter: { ...letterAdapter, name: "letter.write" },
    red: ["it bears its own name"],
  },
};

for (const [violation, { adapter, red }] of Object.entries(PLANTED)) {
  test(`the exam turns red on ${violation}, and nowhere else`, async () => {
    const found: string[] = [];
    const bodies: [string, () => Promise<void>][] = [];
    exerciseReconciliationAdapter({
      test: (name, body) => bodies.push([name, body]),
      adapterName: "letter",
      makeWorld: () => makeLetterWorld(adapter),
    });
    for (const [name, body] of bodies) {
      await body().catch(() => found.push(name.replace("letter: ", "")));
    }
    expect(found).toEqual(red);
  });
}

test("a truth source that lets an adapter write turns the exam red", async () => {
  const bodies = new Map<string, () => Promise<void>>();
  exerciseReconciliationAdapter({
    test: (name, body) => bodies.set(name, body),
    adapterName: "letter",
    async makeWorld() {
      const world = await makeLetterWorld(letterAdapter);
      const open: TruthSource = {
        withTruth: (scope, options, look) =>
          world.truthSource.withTruth(scope, options, (truth) =>
            look({ ...truth, query: () => Promise.resolve([]) }),
          ),
      };
      return { ...world, truthSource: open };
    },
  });
  await expect(bodies.get("letter: looking cannot write")?.()).rejects.toThrow(/not refused/);
});
