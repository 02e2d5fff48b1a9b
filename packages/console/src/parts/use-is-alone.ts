import { useLayoutEffect, useState } from "react";

/** Whether nothing on the page bears its main heading, so that what stands in its place has to. */
export function useIsAlone(): boolean {
  const [isAlone, setAlone] = useState(false);
  useLayoutEffect(() => setAlone(document.querySelector("main h1") === null), []);
  return isAlone;
}
