/** An item by its name, and what it is. */
export function ItemName({
  item,
}: {
  readonly item: { readonly name: string; readonly type_label: string };
}) {
  return (
    <span className="min-w-0">
      <span className="block font-semibold break-words">{item.name}</span>
      <span className="block text-small text-soft">{item.type_label}</span>
    </span>
  );
}
