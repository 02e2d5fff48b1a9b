import { IntlMessageFormat } from "intl-messageformat";

export const LOCALE = "en";

type Values = Readonly<Record<string, string | number>>;

/** A catalogue's texts by their keys, with values filled in (ICU MessageFormat). A text is parsed once. */
export function createMessage<Key extends string>(
  catalogue: Readonly<Record<Key, string>>,
): (key: Key, values?: Values) => string {
  const formats = new Map<Key, IntlMessageFormat>();
  return (key, values = {}) => {
    let format = formats.get(key);
    if (format === undefined) {
      format = new IntlMessageFormat(catalogue[key], LOCALE);
      formats.set(key, format);
    }
    return String(format.format({ ...values }));
  };
}
