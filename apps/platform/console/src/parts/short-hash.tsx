const SHORT_CHARACTERS = 18;

/** A long hash by its beginning; the whole of it for whoever points at it. */
export function ShortHash({ hash }: { readonly hash: string }) {
  return (
    <code title={hash} className="font-mono text-small whitespace-nowrap">
      {hash.length <= SHORT_CHARACTERS ? hash : `${hash.slice(0, SHORT_CHARACTERS)}…`}
    </code>
  );
}
