import type { ActorExchange, Answer, Route } from "settled/http";
import { CONSOLE } from "../console-path.ts";

const WORKSPACE = "/workspaces/:workspace";
const ENVIRONMENT = `${WORKSPACE}/environments/:environment`;

/** Where this server once had a page, and where the console shows the same; parts of one name are the same part. */
const MOVED: readonly (readonly [from: string, to: string])[] = [
  ["/workspaces", "/"],
  [WORKSPACE, `${WORKSPACE}/environments`],
  ...[
    `${WORKSPACE}/runs`,
    `${WORKSPACE}/runs/:run`,
    ENVIRONMENT,
    `${ENVIRONMENT}/snapshots/:snapshot`,
    `${ENVIRONMENT}/reviews/:review`,
    `${ENVIRONMENT}/packs`,
    `${ENVIRONMENT}/packs/:pack`,
    `${ENVIRONMENT}/restores/:restore`,
  ].map((same) => [same, same] as const),
  [`${ENVIRONMENT}/packs/sets/:set`, `${ENVIRONMENT}/pack-sets/:set`],
  [`${ENVIRONMENT}/reviews/:review/packs`, `${ENVIRONMENT}/packs?review=:review`],
];

/** Each leads on by the shape of its address, before anything is looked up: so it tells nobody what there is. */
export const MOVED_PAGES: readonly Route[] = MOVED.map(([path, to]) => ({
  method: "GET",
  path,
  surface: "page",
  access: "actor",
  capability: null,
  answer: async (exchange: ActorExchange): Promise<Answer> => ({
    kind: "redirect",
    location: `${CONSOLE}${filled(to, exchange)}`,
  }),
}));

function filled(path: string, { pathPart }: ActorExchange): string {
  return path.replaceAll(/:([a-z]+)/g, (_, name: string) => encodeURIComponent(pathPart(name)));
}
