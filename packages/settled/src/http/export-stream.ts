import type { Clock } from "../ports/clock.ts";
import { SettledError } from "../run/settled-error.ts";

export interface ExportSource {
  /** The next piece of text; null = that was all. A fault cuts the answer off. */
  next(): Promise<string | null>;
  /** Called once, however it ends: whole, cut, or left by its reader. */
  onEnd(): void;
}

/**
 * Text that is made as fast as it is read and no faster. A reader who stops reading is cut off when the time is over:
 * a cut answer never ends as a whole one does.
 */
export function exportStream(
  source: ExportSource,
  { clock, withinMs }: { readonly clock: Clock; readonly withinMs: number },
): ReadableStream<Uint8Array> {
  const over = new AbortController();
  const encoder = new TextEncoder();
  const end = (): void => {
    if (over.signal.aborted) return;
    over.abort();
    source.onEnd();
  };
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        void clock.sleep(withinMs, over.signal).then(() => {
          if (over.signal.aborted) return;
          end();
          controller.error(new SettledError("internal", "The export took too long."));
        });
      },
      async pull(controller) {
        try {
          const text = await source.next();
          if (over.signal.aborted) return;
          if (text !== null) return controller.enqueue(encoder.encode(text));
          end();
          controller.close();
        } catch (error) {
          if (over.signal.aborted) return;
          end();
          controller.error(error);
        }
      },
      cancel: () => end(),
    },
    { highWaterMark: 0 },
  );
}
