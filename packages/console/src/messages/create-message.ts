import { IntlMessageFormat } from "intl-messageformat";

export const LOCALE = "en";

type Values = Readonly<Record<string, string | number>>;

/** What means something in ICU MessageFormat: without it a text says what it says. */
const SYNTAX = /[{}'<]/;

/** A catalogue's texts by their keys, with values filled in (ICU MessageFormat). A text is parsed once, if it need be. */
export function createMessage<Key extends string>(
  catalogue: Readonly<Record<Key, string>>,
): (key: Key, values?: Values) => string {
  const formats = new Map<Key, IntlMessageFormat>();
  return (key, values = {}) => {
    const text = catalogue[key];
    if (!SYNTAX.test(text)) return text;
    let format = formats.get(key);
    if (format === undefined) {
      format = new IntlMessageFormat(text, LOCALE);
      formats.set(key, format);
    }
    return String(format.format({ ...values }));
  };
}
