/** The pattern of what nobody could assess; `id` is the drawing's own. */
export function Hatch({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern
        id={id}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="6" height="6" className="fill-off-ground" />
        <rect width="2.5" height="6" className="fill-off" />
      </pattern>
    </defs>
  );
}
