import { type Command, InvalidArgumentError } from "commander";
import { CommandFault, say } from "./terminal.ts";
import { untilStopped } from "./until-stopped.ts";
import { withPlatform } from "./with-platform.ts";

/** `platform worker`: executes runs and settles those that were left, until it is stopped. */
export function addWorkerCommand(program: Command): void {
  program
    .command("worker")
    .description("execute runs and settle those that were left")
    .option("--concurrency <n>", "runs at once for each queue, 1 to 100", asConcurrency, 4)
    .action(async ({ concurrency }: { concurrency: number }) => {
      await withPlatform(async ({ settled }) => {
        const worker = await settled.work({ concurrency });
        say(`Worker ${worker.leaseId} is ready.`);
        const lost = new Promise<"lost">((resolve) => {
          worker.lost.addEventListener("abort", () => resolve("lost"), { once: true });
        });
        const why = await Promise.race([untilStopped(), lost]);
        await worker.stop();
        if (why === "lost") {
          throw new CommandFault(
            "This worker was taken for dead, so it stopped. Start it again; its runs are settled by what is true.",
          );
        }
      });
    });
}

function asConcurrency(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= 100) return number;
  throw new InvalidArgumentError("Give a whole number from 1 to 100.");
}
