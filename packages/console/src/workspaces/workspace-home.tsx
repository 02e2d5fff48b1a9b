import { Navigate } from "@tanstack/react-router";
import { useMe } from "../access/use-me.ts";
import { useNavigationItems } from "../app/use-navigation-items.ts";
import { usePathPart } from "../app/use-path-part.ts";
import { LoadingState } from "../parts/loading-state.tsx";

/** The address of a workspace alone: leads to the first of its pages that the person may see. */
export function WorkspaceHome() {
  const workspace = usePathPart("workspace");
  const { isPending } = useMe();
  const [first] = useNavigationItems(workspace);
  if (isPending) return <LoadingState />;
  return <Navigate to={first?.to ?? `/workspaces/${workspace}/runs`} replace />;
}
