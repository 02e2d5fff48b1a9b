import { setTimeout as sleep } from "node:timers/promises";

const EVENTS = ["unhandledRejection", "uncaughtException"] as const;
/** Until what was left behind has failed as well. */
const AFTERMATH_MS = 300;

/** What nobody heard while `work` was done: each would have ended a process, and is kept from ending this one. */
export async function unheardDuring(work: () => Promise<void>): Promise<readonly unknown[]> {
  const unheard: unknown[] = [];
  const keep = (fault: unknown) => void unheard.push(fault);
  const before = EVENTS.map((event) => ({ event, listeners: process.listeners(event as "exit") }));
  for (const { event } of before) {
    process.removeAllListeners(event);
    process.on(event as "unhandledRejection", keep);
  }
  try {
    await work();
    await sleep(AFTERMATH_MS);
    return unheard;
  } finally {
    for (const { event, listeners } of before) {
      process.off(event, keep);
      for (const listener of listeners) process.on(event as "exit", listener);
    }
  }
}
