import type { Answer, AnswerFile, AnswerHeaders, Html } from "./answer.ts";
import type { Initiator } from "../run/actor.ts";
import type { Exchange } from "./exchange.ts";
import { problemPage } from "./pages/problem-page.ts";
import { asProblemJson, type Problem } from "./problem.ts";
import type { Route } from "./route.ts";
import { type AnswerFrame, apiHeaders, fileHeaders, pageHeaders } from "./security-headers.ts";

/** The only maker of responses: every one bears the request's id and the headers of its surface. */
export async function asResponse(
  answer: Answer,
  surface: Route["surface"],
  exchange: Exchange,
): Promise<Response> {
  switch (answer.kind) {
    case "json":
      return jsonResponse(answer, "application/json", exchange);
    case "page":
      return pageResponse(answer.page, { status: answer.status, headers: {} }, exchange);
    case "file":
      return fileResponse(answer, exchange);
    case "asset":
      return new Response(answer.bytes, {
        headers: {
          ...apiHeaders(exchange),
          ...answer.headers,
          "content-type": answer.mediaType,
          "content-length": String(answer.bytes.byteLength),
        },
      });
    case "stream":
      return new Response(answer.body, {
        headers: {
          ...apiHeaders(exchange),
          ...answer.headers,
          "content-type": answer.mediaType,
        },
      });
    case "redirect": {
      const headers = {
        ...apiHeaders(exchange),
        ...answer.headers,
        location: answer.location,
      };
      return new Response(null, { status: 303, headers });
    }
    case "problem":
      return surface === "api"
        ? problemResponse(answer.problem, exchange)
        : pageResponse(
            problemPage(answer.problem, readBy(answer.reader, exchange)),
            answer.problem,
            exchange,
          );
  }
}

interface Envelope {
  readonly status: number;
  readonly headers: AnswerHeaders;
}

function problemResponse(problem: Problem, exchange: Exchange): Response {
  const body = asProblemJson(problem, exchange.requestId);
  const { status, headers } = problem;
  return jsonResponse({ body, status, headers }, "application/problem+json", exchange);
}

function jsonResponse(
  { body, status, headers }: Envelope & { readonly body: unknown },
  type: string,
  exchange: Exchange,
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...apiHeaders(exchange), ...headers, "content-type": type },
  });
}

/** The whole length is named first, so that whoever is cut off knows it. */
function fileResponse(
  { name, mediaType, bytes, headers }: AnswerFile,
  exchange: Exchange,
): Response {
  const safeName = name.replaceAll(/[^A-Za-z0-9._-]+/g, "-").replace(/^[.-]+/, "") || "file";
  return new Response(bytes, {
    headers: {
      ...fileHeaders(exchange),
      ...headers,
      "content-type": mediaType,
      "content-length": String(bytes.byteLength),
      "content-disposition": `attachment; filename="${safeName}"`,
    },
  });
}

async function pageResponse(
  page: Html,
  { status, headers }: Envelope,
  exchange: Exchange,
): Promise<Response> {
  return new Response(String(await page), {
    status,
    headers: { ...(await pageHeaders(frameOf(exchange))), ...headers },
  });
}

function frameOf({ requestId, desk }: Exchange): AnswerFrame {
  const { frameAncestors } = desk;
  return frameAncestors === undefined ? { requestId } : { requestId, frameAncestors };
}

function readBy(reader: Initiator | undefined, exchange: Exchange): Exchange {
  return reader === undefined ? exchange : { ...exchange, desk: { ...exchange.desk, reader } };
}
