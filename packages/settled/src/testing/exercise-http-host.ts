import type { HttpHandler } from "../http/create-http-handler.ts";
import { ADDRESS_CASES } from "./exercise-http-host/address-cases.ts";
import { BODY_CASES } from "./exercise-http-host/body-cases.ts";
import { CONNECTION_CASES } from "./exercise-http-host/connection-cases.ts";
import {
  type HttpHost,
  openHttpHostWorld,
  type ServedForExam,
} from "./exercise-http-host/http-host-world.ts";

export interface HttpHostExam {
  /** A test runner's way to name one case: `test` of node:test or vitest fits. */
  readonly test: (name: string, body: () => Promise<void>) => unknown;
  /**
   * Mounts the handler at `/internal/ops` on a free port of this machine, beside a route of the host's own: `GET /own`
   * answers `own`. Closing it a second time does nothing.
   */
  readonly serve: (handle: HttpHandler) => Promise<HttpHost>;
  /** What is served, anew for each case. */
  readonly openServed: () => ServedForExam;
}

const CASES = { ...ADDRESS_CASES, ...BODY_CASES, ...CONNECTION_CASES };

/** The exam of every host that mounts the HTTP handler: whether requests and answers pass through it unharmed. */
export function exerciseHttpHost({ test, serve, openServed }: HttpHostExam): void {
  for (const [name, examine] of Object.entries(CASES)) {
    test(name, async () => {
      const world = await openHttpHostWorld(serve, openServed());
      try {
        await examine(world);
      } finally {
        await world.host.close();
      }
    });
  }
}
