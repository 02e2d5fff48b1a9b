import type { Random } from "./random.ts";

/** Places with letters beyond ASCII among them: names travel through three encodings. */
export const SITES = ["Utrecht", "Liège", "Malmö", "Aarhus", "Porto", "Leeds", "Graz", "Turku"];

const RINGS = ["Pilot", "Broad", "Kiosk", "Shared", "Frontline", "Executives", "Finance"];

interface NameWish {
  readonly random: Random;
  readonly taken: ReadonlySet<string>;
  readonly untidyShare: number;
}

/**
 * A free name that begins with `base`: rings and sites are added as a provider would, a number only when all those are
 * gone. Names count as taken regardless of letter case, as file systems see them.
 */
export function freeName(base: string, wish: NameWish): string {
  const { random } = wish;
  const plain = random.chance(wish.untidyShare) ? untidy(base, random) : base;
  const [ring, site] = [random.pick(RINGS), random.pick(SITES)];
  const ringFirst = random.chance(0.3) ? [`${plain} - ${ring}`, plain] : [plain];
  const names = [...ringFirst, `${plain} - ${ring}`, `${plain} - ${site}`];
  names.push(`${plain} - ${site} - ${ring}`);
  const free = names.find((name) => !isTaken(name, wish.taken));
  return free ?? numbered(`${plain} - ${site}`, wish.taken);
}

function untidy(base: string, random: Random): string {
  const last = base.split(" - ").at(-1) ?? base;
  return random.pick([
    `Copy of ${base}`,
    `${last} test`,
    `NEW ${last}`,
    base.replaceAll(" - ", "_"),
  ]);
}

// Ends at the latest one past the number of taken names.
function numbered(base: string, taken: ReadonlySet<string>): string {
  for (let number = 2; number <= taken.size + 2; number += 1) {
    const name = `${base} ${number}`;
    if (!isTaken(name, taken)) return name;
  }
  throw new RangeError(`no free name after ${base}`);
}

export function isTaken(name: string, taken: ReadonlySet<string>): boolean {
  return taken.has(nameKey(name));
}

/** What `taken` sets hold. */
export function nameKey(name: string): string {
  return name.toLowerCase();
}
