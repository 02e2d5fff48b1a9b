/** What handlers have been seen to throw, and engines to choke on; each with what makes it poisonous. */
export const POISON_ERRORS: Readonly<Record<string, () => unknown>> = {
  "a message with NUL": () => new Error("before\u0000after"),
  "a message with a lone surrogate": () => new Error("before\ud800after"),
  "a message of 20 MB": () => new Error("x".repeat(20_000_000)),
  "a toString that throws": () => ({
    toString() {
      throw new Error("no text for you");
    },
  }),
  "no error but a text with NUL": () => "just a text\u0000",
  "no error but null": () => null,
  "nothing at all": () => undefined,
  "an object that holds itself": () => {
    const loop: { self?: unknown } = {};
    loop.self = loop;
    return loop;
  },
  "an object nested 20,000 deep": () => {
    let nest: unknown = "core";
    for (let depth = 0; depth < 20_000; depth += 1) nest = { nest };
    return nest;
  },
  "getters that throw": () =>
    Object.defineProperties(new Error("hidden"), {
      name: throwingGetter("name"),
      message: throwingGetter("message"),
      stack: throwingGetter("stack"),
      cause: throwingGetter("cause"),
    }),
  "a proxy that refuses every question": () =>
    new Proxy(
      {},
      {
        get: () => refuse(),
        getPrototypeOf: () => refuse(),
        ownKeys: () => refuse(),
      },
    ),
  "own fields that are poison": () =>
    Object.assign(new Error("plain"), { detail: "\u0000\ud800", big: 10n, code: Symbol("code") }),
  "a name with NUL": () => Object.assign(new Error("plain"), { name: "Bad\u0000Name" }),
};

function throwingGetter(name: string): PropertyDescriptor {
  return {
    get: () => {
      throw new Error(`${name} cannot be read`);
    },
  };
}

function refuse(): never {
  throw new Error("refused");
}
