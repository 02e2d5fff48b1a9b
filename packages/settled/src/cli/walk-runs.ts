import type { ListedRunJson } from "../http/served-run-json.ts";
import { PAGE_SIZE_MAX } from "../ports/run-reader.ts";
import type { CliIo } from "./cli-io.ts";
import type { RunDesk } from "./desk/run-desk.ts";
import { type FilterOptions, filterOf } from "./filter-options.ts";

/** Every run of a filter as it stands when it is asked for, page by page: one page is held at a time. */
export async function* walkRuns(
  desk: RunDesk,
  io: CliIo,
  options: FilterOptions,
): AsyncGenerator<readonly ListedRunJson[]> {
  const now = io.now();
  const { until = now } = options;
  const filter = { ...filterOf(options), until: until < now ? until : now };
  let place: string | null = null;
  do {
    const from: { readonly cursor?: string } = place === null ? {} : { cursor: place };
    const { runs, cursor } = await desk.listRuns({ filter, limit: PAGE_SIZE_MAX, ...from });
    yield runs;
    place = cursor;
  } while (place !== null);
}
