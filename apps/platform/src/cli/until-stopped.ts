const LOOK_FOR_PARENT_EVERY_MS = 100;

/**
 * Resolves when this process shall end: at SIGINT or SIGTERM, when its terminal is closed, and when whoever started
 * it is gone. A second signal ends the process at once.
 */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    let signals = 0;
    const hear = (): void => {
      signals += 1;
      if (signals > 1) process.exit(1);
      resolve();
    };
    process.on("SIGINT", hear);
    process.on("SIGTERM", hear);
    // nohup takes the terminal away, and wants the process to live on.
    if (process.stdout.isTTY) process.on("SIGHUP", hear);
    whenParentIsGone(resolve);
  });
}

/**
 * A worker hears of its parent's end by the channel between them. npm passes a signal on to its shell, which ends
 * and tells nobody: then only the number of the parent changes.
 */
function whenParentIsGone(stop: () => void): void {
  if (process.channel !== undefined) {
    process.once("disconnect", stop);
    process.channel?.unref();
  }
  if (process.env["npm_lifecycle_event"] === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) stop();
  }, LOOK_FOR_PARENT_EVERY_MS);
  timer.unref();
}
