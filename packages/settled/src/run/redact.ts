const HIDDEN = "[redacted]";

/** Names of keys whose values are never stored, in any casing and with any separators. */
const SECRET_KEY =
  /^(?:.*[-_.])?(?:password|passwd|pwd|secret|token|api[-_]?key|apikey|authorization|cookie|set-cookie|private[-_]?key|client[-_]?secret|access[-_]?key|connection[-_]?string|credentials?)$/i;
const CAMEL_BOUNDARY = /([a-z0-9])([A-Z])/g;

/** Texts that are secrets wherever they stand. Each pattern is linear: no nested or overlapping repeats. */
const SECRET_TEXTS: readonly [RegExp, string][] = [
  [/\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]*/g, HIDDEN],
  [/\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g, HIDDEN],
  [/\b(?:ghp|gho|ghs|github_pat|xox[abprs]|sk_live|sk_test|glpat)[-_][A-Za-z0-9_-]{10,}/g, HIDDEN],
  [
    /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^]*?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|$)/g,
    HIDDEN,
  ],
  [/\b(bearer|basic)\s+[A-Za-z0-9._~+/=-]{8,}/gi, `$1 ${HIDDEN}`],
  [/\b([a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@]{0,100}):[^\s@/]{1,200}@/gi, `$1:${HIDDEN}@`],
  [
    /\b(password|passwd|pwd|secret|token|api[-_]?key|client[-_]?secret|access[-_]?key|accountkey)(["']?\s*[=:]\s*["']?)[^\s"'&;,}]{3,}/gi,
    `$1$2${HIDDEN}`,
  ],
];

/** A card number, or an id that must be passed over as a whole: its digits can look like one. */
const UUID_OR_CARD =
  /(\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b)|\b(?:4\d{3}|5[1-5]\d{2}|6011|3[47]\d{2})(?:[ -]?\d{4}){2}[ -]?\d{3,4}\b/gi;

/** The text with everything that looks like a secret replaced by `[redacted]`. */
export function redact(text: string): string {
  const hiddenTexts = SECRET_TEXTS.reduce(
    (rest, [pattern, shown]) => rest.replace(pattern, shown),
    text,
  );
  return hiddenTexts.replace(UUID_OR_CARD, (_, uuid: string | undefined) => uuid ?? HIDDEN);
}

export function isSecretKey(key: string): boolean {
  return SECRET_KEY.test(key.replace(CAMEL_BOUNDARY, "$1_$2"));
}

export function hidden(): string {
  return HIDDEN;
}
