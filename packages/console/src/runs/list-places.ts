/** Where a person was in a list, for as long as the console is open: coming back leads there again. */
export interface ListPlace {
  /** The run that keys have chosen. */
  readonly currentId: string | null;
  /** The last event of the stream that the rows know of. */
  readonly eventId: string;
}

const PLACES_MAX = 50;
const NOWHERE: ListPlace = { currentId: null, eventId: "" };

const places = new Map<string, ListPlace>();

export function placeIn(list: string): ListPlace {
  return places.get(list) ?? NOWHERE;
}

export function keepPlace(list: string, place: Partial<ListPlace>): void {
  const kept = { ...placeIn(list), ...place };
  // What was looked at last stands last, so that the first is the one to be forgotten.
  places.delete(list);
  places.set(list, kept);
  const [oldest] = places.keys();
  if (places.size > PLACES_MAX && oldest !== undefined) places.delete(oldest);
}
