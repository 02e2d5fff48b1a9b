/**
 * A stream of numbers that depends on its seed text and on nothing else. Streams fork by label, so that one more
 * draw in one place never shifts what is drawn elsewhere.
 */
export interface Random {
  /** From 0 up to, never including, 1. */
  readonly fraction: () => number;
  /** Both ends included. */
  readonly integer: (least: number, most: number) => number;
  readonly chance: (share: number) => boolean;
  /** Refuses an empty list, since there is nothing to return. */
  readonly pick: <T>(items: readonly T[]) => T;
  /** Different items in random order; the whole list when `count` is larger. */
  readonly sample: <T>(items: readonly T[], count: number) => readonly T[];
  readonly guid: () => string;
  readonly fork: (label: string) => Random;
}

/** Number and text seeds of the same writing give the same stream. */
export type Seed = string | number;

export function createRandom(seed: Seed): Random {
  const word = createWordStream(String(seed));
  const fraction = (): number => word() / 0x1_0000_0000;
  const integer = (least: number, most: number): number =>
    least + Math.floor(fraction() * (most - least + 1));
  return {
    fraction,
    integer,
    chance: (share) => fraction() < share,
    pick: (items) => itemAt(items, integer(0, items.length - 1)),
    sample: (items, count) => sampleOf(items, { count, integer }),
    guid: () => guidOf(word),
    fork: (label) => createRandom(`${seed}/${label}`),
  };
}

interface SampleWish {
  readonly count: number;
  readonly integer: Random["integer"];
}

function sampleOf<T>(items: readonly T[], wish: SampleWish): readonly T[] {
  const deck = [...items];
  const count = Math.min(wish.count, deck.length);
  for (let index = 0; index < count; index += 1) {
    const other = wish.integer(index, deck.length - 1);
    const drawn = itemAt(deck, other);
    deck[other] = itemAt(deck, index);
    deck[index] = drawn;
  }
  return deck.slice(0, count);
}

function itemAt<T>(items: readonly T[], index: number): T {
  if (index < 0 || index >= items.length) throw new RangeError(`no item at ${index}`);
  return items[index] as T;
}

// Version and variant digits are set as RFC 9562 wants for version 4, so strict readers accept the ids.
function guidOf(word: () => number): string {
  const hex = [word(), word(), word(), word()].map((part) => part.toString(16).padStart(8, "0"));
  const digits = hex.join("");
  const variant = "89ab"[parseInt(digits.slice(16, 17), 16) % 4];
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join("-");
}

/** FNV-1a spreads the seed text, sfc32 (Chris Doty-Humphrey's PractRand) makes the words of 32 bits. */
function createWordStream(text: string): () => number {
  let a = fnv1a(text, 0x811c9dc5);
  let b = fnv1a(text, 0x01234567);
  let c = fnv1a(text, 0x9e3779b9);
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  // Fifteen rounds: after these the words no longer resemble a short seed.
  for (let round = 0; round < 15; round += 1) next();
  return next;
}

function fnv1a(text: string, basis: number): number {
  let hash = basis;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash | 0;
}
