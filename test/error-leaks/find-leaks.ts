/** What programs say to programmers, and no answer to anybody. Each pattern is linear. */
const PATTERNS: Readonly<Record<string, RegExp>> = {
  "an SQLSTATE": /\bSQLSTATE\b|\b(?:08|22|23|25|28|40|42|53|54|55|57|58|P0|XX)[0-9P]\d{2}\b/,
  "what a database says":
    /duplicate key value|violates \S+ (?:key )?constraint|violates not-null|\b(?:relation|column|constraint|index) (?:\\?"|&quot;)|syntax error at|invalid input syntax|deadlock detected|canceling statement|could not serialize|permission denied for|row-level security/i,
  "the name of a constraint": /\w_(?:pkey|fkey|idx|uniq)\b/,
  "a stack frame": /\bat (?:[^\s"]+ \()?(?:file:|node:|\/)[^\s"]*:\d+|\.[cm]?[jt]sx?:\d+/,
  "a path of this machine":
    /(?:^|[\s"'(=:])\/(?:home|root|tmp|var|usr|srv|opt|etc|work|mnt|proc|Users)\/|\b[A-Z]:\\|file:\/\/|node_modules/,
  "what a driver says":
    /\bE(?:CONN\w{1,12}|TIMEDOUT|PIPE|NOTFOUND|NOENT|ACCES)\b|connection terminated|closed the connection|password authentication|terminating connection|too many clients|\bpg_\w+|pg-boss/i,
  "what the language says":
    /\b(?:Type|Range|Syntax|Reference)Error\b|Cannot read propert|is not a function|is not iterable|Unexpected token/,
};

/** What a text gives away, in words; empty = nothing. `names` are those of our tables, constraints and indexes. */
export function findLeaks(text: string, names: ReadonlySet<string>): readonly string[] {
  const said = Object.entries(PATTERNS).flatMap(([what, pattern]) => {
    const found = pattern.exec(text)?.[0];
    return found === undefined ? [] : [`${what}: ${found}`];
  });
  const words = new Set(text.match(/\w+(?:\.\w+)?/g));
  const named = [...words].filter((word) => names.has(word));
  return [...said, ...named.map((word) => `a name of the database: ${word}`)];
}
