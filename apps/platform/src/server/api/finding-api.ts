import { type Answer, jsonAnswer, type Route, wordsParameter } from "settled/http";
import { z } from "zod";
import { DISPOSITIONS } from "../../drift/disposition.ts";
import { type DriftFinding, FINDING_KINDS } from "../../drift/drift-finding.ts";
import { comparisonJson, findingJson } from "../../drift/finding-json.ts";
import { type FoundFindings, gatherFindings } from "../../drift/gather-findings.ts";
import { SEVERITIES } from "../../drift/severity.ts";
import type { Platform } from "../../platform.ts";
import { asPage } from "../../store/newest-page.ts";
import { notFound } from "../in-environment.ts";
import { apiRoutes } from "./api-route.ts";
import { COMPARISON_JSON, FINDING_JSON } from "./finding-schemas.ts";
import { findingKeyOf } from "./finding-key.ts";
import { listAnswer, orderOf, pageByTexts } from "./list-answer.ts";
import { conflict } from "./refusals.ts";

const COMPARISON = {
  baseline: z
    .uuid()
    .describe("the id of a baseline; without it, only what contradicts itself or was not read")
    .exactOptional(),
  snapshot: z
    .uuid()
    .describe("the id of a sealed snapshot; the newest unless said")
    .exactOptional(),
};

const LIST_QUERY = z.strictObject({
  ...COMPARISON,
  severity: wordsParameter(SEVERITIES).exactOptional(),
  kind: wordsParameter(FINDING_KINDS).exactOptional(),
  disposition: wordsParameter([...DISPOSITIONS, "new"]).exactOptional(),
  ...pageByTexts(1),
});

/** How an environment differs from a baseline now, and what was decided about it. */
export function findingApi(platform: Platform): readonly Route[] {
  const route = apiRoutes(platform);
  const seen = { method: "GET", tag: "Findings", capability: "environments.view" } as const;
  return [
    route.readEnvironment(
      {
        ...seen,
        id: "listFindings",
        path: "/findings",
        problems: [409],
        summary: "What is found in the newest snapshot, worst first",
        query: LIST_QUERY,
        answers: {
          200: {
            description: "A page, with what was compared.",
            headers: { Link: "sometimes" },
            schema: z.strictObject({
              ...COMPARISON_JSON,
              total: z.number(),
              findings: z.array(FINDING_JSON),
              next: z.string().nullable(),
            }),
          },
        },
      },
      async ({ place, query, exchange }, on) => {
        const found = await gatherFindings(on, place, comparedOf(query));
        if (found.kind === "refused") return notCompared(found.because);
        const wanted = found.report.findings.filter((one) => isWanted(one, found, query));
        const { after, limit } = orderOf(query);
        const last = wanted.findIndex(({ finding_key }) => finding_key === after?.[0]);
        const rest = after === null ? wanted : last === -1 ? [] : wanted.slice(last + 1);
        const page = asPage(rest, limit, ({ finding_key }) => finding_key);
        return listAnswer(exchange, "findings", {
          ...page,
          asJson: (one) => findingJson(one, found.decisions.get(one.finding_key) ?? null),
          textsOf: (key) => [key],
          more: { ...comparisonJson(found), total: wanted.length },
        });
      },
    ),
    route.readEnvironment(
      {
        ...seen,
        id: "showFinding",
        path: "/findings/:finding",
        problems: [409],
        summary: "One finding, with the decision in force",
        query: z.strictObject(COMPARISON),
        answers: { 200: { description: "The finding.", schema: FINDING_JSON } },
      },
      async ({ place, query, exchange }, on) => {
        const found = await gatherFindings(on, place, comparedOf(query));
        if (found.kind === "refused") return notCompared(found.because);
        const key = findingKeyOf(exchange);
        const finding = found.report.findings.find(({ finding_key }) => finding_key === key);
        if (finding === undefined) return notFound();
        return jsonAnswer(findingJson(finding, found.decisions.get(finding.finding_key) ?? null));
      },
    ),
  ];
}

function comparedOf(query: { baseline?: string | undefined; snapshot?: string | undefined }) {
  return { baselineId: query.baseline ?? null, snapshotId: query.snapshot ?? null };
}

function isWanted(
  finding: DriftFinding,
  { decisions }: FoundFindings,
  { severity, kind, disposition }: z.output<typeof LIST_QUERY>,
): boolean {
  const decided = decisions.get(finding.finding_key)?.disposition ?? "new";
  return (
    (severity === undefined || severity.includes(finding.severity)) &&
    (kind === undefined || kind.includes(finding.kind)) &&
    (disposition === undefined || disposition.includes(decided))
  );
}

function notCompared(because: "no_such_snapshot" | "no_such_baseline"): Answer {
  return because === "no_such_baseline"
    ? conflict(because, "The workspace has no such baseline.", "Name one of those that are listed.")
    : conflict(
        because,
        "The environment has no such sealed snapshot, so nothing can be compared.",
        "Capture a snapshot, or name another one.",
      );
}
