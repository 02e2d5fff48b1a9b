import type { RunListFilter } from "./answers.ts";
import type { ApiDoor } from "./api-door.ts";
import { openStream } from "./call-api.ts";
import type { CallOptions } from "./client-options.ts";
import { listQueryOf } from "./list-query.ts";
import { workspacePath } from "./runs-address.ts";

export interface ExportOptions extends CallOptions {
  /** `ndjson` unless said: one run a line, as in a list. */
  readonly format?: "csv" | "ndjson";
  /** The place that an earlier file was cut off at. */
  readonly cursor?: string;
}

const MEDIA_TYPES = { csv: "text/csv", ndjson: "application/x-ndjson" } as const;

/** The file of all runs that the filter asks for, as it arrives. */
export async function exportRuns(
  door: ApiDoor,
  filter: RunListFilter,
  { format = "ndjson", cursor, signal }: ExportOptions,
): Promise<ReadableStream<Uint8Array>> {
  const query = listQueryOf(filter);
  query.set("format", format);
  if (cursor !== undefined) query.set("cursor", cursor);
  const mediaType = MEDIA_TYPES[format];
  const { body } = await openStream(
    door,
    {
      method: "GET",
      path: `${workspacePath(door)}/runs:export`,
      query,
      headers: { accept: `${mediaType}, application/problem+json` },
      signal,
    },
    mediaType,
  );
  return body;
}
