import { findLeaks } from "./find-leaks.ts";

const ERROR_STATUS_MIN = 400;
const SHOWN_CHARS_MAX = 400;

export interface AnswerWatch {
  /** What error answers gave away since the last call, each with the answer; waits for bodies on their way. */
  takeLeaks(): Promise<readonly string[]>;
  stop(): void;
}

/** The globals that answers are made and fetched by. */
export type AnswerGlobals = Pick<typeof globalThis, "Response" | "fetch">;

/** Looks at every error answer that is made in this process, and at every one that is fetched from another. */
export function watchAnswers(globals: AnswerGlobals, names: ReadonlySet<string>): AnswerWatch {
  const { Response: RealResponse, fetch: realFetch } = globals;
  let leaks: string[] = [];
  let underWay: Promise<void>[] = [];

  const look = (status: number, text: string): void => {
    const found = findLeaks(text, names);
    if (found.length === 0) return;
    leaks.push(`${found.join("; ")} in an answer of ${status}: ${text.slice(0, SHOWN_CHARS_MAX)}`);
  };

  globals.Response = new Proxy(RealResponse, {
    construct(target, input: ConstructorParameters<typeof Response>, newTarget) {
      const [body, init] = input;
      const status = init?.status ?? 200;
      if (status >= ERROR_STATUS_MIN && typeof body === "string") look(status, body);
      return Reflect.construct(target, input, newTarget) as Response;
    },
  });
  globals.fetch = async (...input) => {
    const answer = await realFetch(...input);
    if (answer.status >= ERROR_STATUS_MIN) {
      const { status } = answer;
      const read = answer.clone().text();
      // A body that was cut off gave nothing away.
      underWay.push(read.then((text) => look(status, text)).catch(() => undefined));
    }
    return answer;
  };

  return {
    async takeLeaks() {
      const waiting = underWay;
      underWay = [];
      await Promise.all(waiting);
      const taken = leaks;
      leaks = [];
      return taken;
    },
    stop() {
      globals.Response = RealResponse;
      globals.fetch = realFetch;
    },
  };
}
