import { createSettled, type Settled } from "../create-settled.ts";
import { createHttpHandler } from "../http/create-http-handler.ts";
import type { HttpHandlerOptions } from "../http/http-handler-options.ts";
import { IDLE_ENGINE, reviewOperations } from "../http/http.test-kit.ts";
import { serveHandler } from "../http/serve-handler.test-kit.ts";
import { migrateDatabase } from "../postgres/migrate.ts";
import { startTestDatabase } from "../testing/test-database.ts";

export interface ServedSettled {
  readonly settled: Settled;
  readonly url: string;
  close(): Promise<void>;
}

/** The API over a database of its own, on a free port. */
export async function openServedSettled(
  options: Omit<HttpHandlerOptions, "settled">,
): Promise<ServedSettled> {
  const database = await startTestDatabase();
  await migrateDatabase({ connectionString: database.url });
  const settled = createSettled({
    postgres: { connectionString: database.url },
    engine: IDLE_ENGINE,
    operations: reviewOperations(new Map()),
  });
  const server = await serveHandler(createHttpHandler({ settled, ...options }));
  return {
    settled,
    url: server.url,
    async close() {
      await server.close();
      await settled.close();
      await database.close();
    },
  };
}
