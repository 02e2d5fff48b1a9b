import { text } from "../text.ts";

/** Says that a list was cut, and how long it is; nothing where all of it is shown. */
export function CutNote({ shown, total }: { readonly shown: number; readonly total: number }) {
  if (total <= shown) return null;
  return (
    <p className="mt-2 text-small text-soft">
      {text("list.cut", { shown: String(shown), total: String(total) })}
    </p>
  );
}
