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

export const PAGE_MAX = 200;
export const PAGE_DEFAULT = 50;

const NOT_OURS = "A cursor as the last page gave it in `next`.";
const PLACE = z
  .tuple([z.string().regex(/^\d{1,15}$/), z.uuid()], NOT_OURS)
  .transform(([ms, id]): NewestPlace => ({ at: new Date(Number(ms)), id }));

/** How a list that begins with the newest is paged. */
export const NEWEST_PAGE = {
  cursor: cursorParameter(PLACE).describe(NOT_OURS),
  limit: limitParameter(PAGE_MAX),
};

/** A place of one or more texts, for lists in another order. */
export function placeOfTexts(count: number) {
  return cursorParameter(z.array(z.string().max(1_000)).length(count, NOT_OURS)).describe(NOT_OURS);
}

/** What the store is asked for. */
export function orderOf<Place>(query: {
  readonly cursor?: Place | undefined;
  readonly limit?: number | undefined;
}) {
  return { after: query.cursor ?? null, limit: query.limit ?? PAGE_DEFAULT };
}

/** The schema of a list's answer. */
export function listOf(name: string, entry: z.ZodType) {
  return z.looseObject({ [name]: z.array(entry), next: z.string().nullable() });
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
