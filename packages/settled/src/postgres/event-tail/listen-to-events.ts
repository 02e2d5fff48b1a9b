import { Client } from "pg";
import type { Logger } from "../../ports/logger.ts";
import type { NamedSql } from "../sql-files.ts";
import type { LogListener } from "./event-log.ts";

const CONNECT_WITHIN_MS = 5_000;
/** A line that fell silent is given up: nothing would be heard on it. */
const ANSWER_WITHIN_MS = 5_000;
const FIRST_WAIT_MS = 100;
const WAIT_MAX_MS = 10_000;

export interface ListenOptions {
  readonly connectionString: string;
  readonly sql: NamedSql;
  readonly logger: Logger;
}

interface Line {
  readonly client: Client;
  isAsleep: boolean;
  answered: Promise<unknown>;
}

/**
 * The one connection of a process on which it is told of events, made anew when it is cut. What was told meanwhile is
 * not made up for: whoever falls asleep on a new line has to look again.
 */
export function listenToEvents(options: ListenOptions, onTold: () => void): LogListener {
  const { sql, logger } = options;
  let line: Line | null = null;
  let isClosed = false;
  let cuts = 0;
  let timer: NodeJS.Timeout | undefined;
  let opening: Promise<void> = open();

  async function open(): Promise<void> {
    const client = new Client({
      connectionString: options.connectionString,
      connectionTimeoutMillis: CONNECT_WITHIN_MS,
      query_timeout: ANSWER_WITHIN_MS,
      application_name: "settled events",
      keepAlive: true,
    });
    const fresh: Line = { client, isAsleep: false, answered: Promise.resolve() };
    client.on("error", (error) => cut(fresh, error));
    client.on("end", () => cut(fresh, null));
    client.on("notification", onTold);
    try {
      await client.connect();
      await client.query(sql("listen-to-events"));
      line = fresh;
      cuts = 0;
      onTold();
    } catch (error) {
      reopen(error);
      client.end().catch(() => undefined);
    }
  }

  function cut(broken: Line, error: unknown): void {
    if (line !== broken) return;
    line = null;
    broken.client.end().catch(() => undefined);
    reopen(error);
  }

  function reopen(error: unknown): void {
    if (isClosed) return;
    cuts += 1;
    logger.warn({ error, cuts }, "the connection that hears of events was cut");
    const ms = Math.min(FIRST_WAIT_MS * 2 ** Math.min(cuts - 1, 10), WAIT_MAX_MS);
    clearTimeout(timer);
    const again = () => {
      opening = open();
    };
    timer = setTimeout(again, ms * (0.5 + Math.random() / 2));
    timer.unref();
  }

  /** One question after the other. Null = it was not heard. */
  function ask(on: Line, text: string): Promise<readonly unknown[] | null> {
    const answer = on.answered.then(async () => {
      try {
        return (await on.client.query(text)).rows;
      } catch (error) {
        cut(on, error);
        return null;
      }
    });
    on.answered = answer;
    return answer;
  }

  return {
    async fallAsleep() {
      const on = line;
      if (on === null) return "failed";
      if (on.isAsleep) return (await ask(on, "select 1")) === null ? "failed" : "slept";
      const rows = await ask(on, sql("fall-asleep"));
      on.isAsleep = (rows?.[0] as { is_asleep: boolean } | undefined)?.is_asleep === true;
      return on.isAsleep ? "fell" : "failed";
    },
    wake() {
      const on = line;
      if (on === null || !on.isAsleep) return;
      on.isAsleep = false;
      void ask(on, sql("stay-awake"));
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await opening;
      clearTimeout(timer);
      const last = line;
      line = null;
      await last?.answered;
      await last?.client.end().catch(() => undefined);
    },
  };
}
