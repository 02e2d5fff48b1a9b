import {
  type ActorExchange,
  type Answer,
  asCursor,
  cursorParameter,
  jsonAnswer,
  limitParameter,
  linkToNext,
  withParameter,
} from "settled/http";
import { z } from "zod";
import type { NewestPlace, Page } from "../../store/newest-page.ts";

export const PAGE_DEFAULT = 50;
const TEXT_CHARS_MAX = 1_000;

const EXAMPLE_ID = "01900000-0000-7000-8000-000000000000";
const PLACE = z
  .tuple([z.string().regex(/^\d{1,15}$/), z.uuid()])
  .transform(([ms, id]): NewestPlace => ({ at: new Date(Number(ms)), id }));

/** How a list that begins with the newest is paged. */
export const NEWEST_PAGE = {
  cursor: cursorParameter(PLACE, ["1779626700000", EXAMPLE_ID]).exactOptional(),
  limit: limitParameter().exactOptional(),
};

/** How a list in another order is paged: by places of so many texts. */
export function pageByTexts(count: 1 | 2) {
  const place = z.array(z.string().max(TEXT_CHARS_MAX)).length(count);
  const example = ["a", "b"].slice(0, count);
  return {
    cursor: cursorParameter<readonly string[]>(place, example).exactOptional(),
    limit: limitParameter().exactOptional(),
  };
}

/** What the store is asked for. */
export function orderOf<Place>(query: {
  readonly cursor?: Place | undefined;
  readonly limit?: number | undefined;
}) {
  return { after: query.cursor ?? null, limit: query.limit ?? PAGE_DEFAULT };
}

/** A page of a list as its route declares it. */
export function pageOf(name: string, entry: z.ZodType) {
  return {
    description: "A page.",
    schema: z.strictObject({ [name]: z.array(entry), next: z.string().nullable() }),
    headers: { Link: "sometimes" },
  } as const;
}

/** A page under its name, with the address of the one behind it. */
export function listAnswer<Entry, Place>(
  exchange: ActorExchange,
  name: string,
  page: Page<Entry, Place> & {
    readonly asJson: (entry: Entry) => unknown;
    readonly textsOf: (place: Place) => readonly string[];
    readonly more?: Readonly<Record<string, unknown>>;
  },
): Answer {
  const { url } = exchange;
  const next =
    page.next === null
      ? null
      : `${url.pathname}?${withParameter(url.searchParams, "cursor", asCursor(page.textsOf(page.next))).toString()}`;
  const body = { ...page.more, [name]: page.entries.map(page.asJson), next };
  return jsonAnswer(body, { headers: linkToNext(next) });
}

export function newestTexts({ at, id }: NewestPlace): readonly string[] {
  return [String(at.getTime()), id];
}
