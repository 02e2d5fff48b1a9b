import type { OperationRun, StartInput } from "settled";
import { CONTOSO } from "../src/server/served-world.test-kit.ts";
import type { ConsoleWorld } from "./console-world.test-kit.ts";

const ADA = { kind: "user", id: "ada", name: "Ada" } as const;

/** Asks for a review of contoso; its run waits for a worker. */
export async function composeReview(
  { served }: Pick<ConsoleWorld, "served">,
  period: string,
  initiator: StartInput["initiator"] = ADA,
): Promise<OperationRun> {
  const answer = await served.platform.settled.start({
    ...CONTOSO,
    type: "environment.review.compose",
    input: { period },
    initiator,
  });
  if (answer.kind === "refused") throw new Error(answer.because);
  return answer.run;
}
