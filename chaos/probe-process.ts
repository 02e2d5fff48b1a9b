// A process of the small host that works, or starts runs as soon as it is told to go.
import { asEnvironmentId, asWorkspaceId } from "../packages/settled/src/run/scope.ts";
import { openProbe } from "./open-probe.ts";
import type { ProbeOrder, StartingOrder, WorkingOrder } from "./probe-order.ts";

/** One line for each start. */
export interface StartLine {
  readonly runId: string;
  readonly joined: boolean;
  readonly initiatorId: string;
  readonly createdAt: string;
}

const order = JSON.parse(process.argv[2] ?? "{}") as ProbeOrder;
const probe = openProbe({
  ...order.clocks,
  connectionString: process.env["DATABASE_URL"] ?? "",
});
const say = (line: string) => process.stdout.write(`${line}\n`);

if (order.start !== undefined) await startTogether(order.start);
else await work(order.work ?? {});

async function work({ graceMs = 5_000, ...options }: WorkingOrder): Promise<void> {
  const worker = await probe.settled.work(options);
  worker.lost.addEventListener("abort", () => say("lost"));
  process.once("SIGTERM", () => {
    void worker
      .stop({ graceMs })
      .then(() => probe.close())
      .then(() => process.exit(0));
  });
  say("ready");
}

async function startTogether(starting: StartingOrder): Promise<void> {
  const { times, workspaceId, environmentId, type, input, initiatorId } = starting;
  await probe.settled.prepare();
  say("ready");
  await new Promise((resolve) => process.stdin.once("data", resolve));
  const starts = Array.from({ length: times }, () =>
    probe.settled.start({
      workspaceId: asWorkspaceId(workspaceId),
      environmentId: asEnvironmentId(environmentId),
      initiator: { kind: "user", id: initiatorId, name: initiatorId },
      type,
      input,
    }),
  );
  for (const answer of await Promise.all(starts)) {
    if (answer.kind === "refused") throw new Error(`The start was refused: ${answer.because}`);
    const { id: runId, initiator, createdAt } = answer.run;
    const line: StartLine = {
      runId,
      joined: answer.joined,
      initiatorId: initiator.id,
      createdAt: createdAt.toISOString(),
    };
    say(JSON.stringify(line));
  }
  await probe.close();
  process.exit(0);
}
