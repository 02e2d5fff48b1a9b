import { useSetup } from "../app/setup-context.ts";
import { message } from "../messages/message.ts";
import { buttonClass } from "./button.tsx";

/** The way to the sign-in, and back to this very address. Nothing where the host signs people in elsewhere. */
export function SignInLink() {
  const { signIn } = useSetup();
  if (signIn === null) return null;
  const back = encodeURIComponent(location.pathname + location.search);
  return (
    <a className={buttonClass("main")} href={`${signIn}?return_to=${back}`}>
      {message("state.sign_in")}
    </a>
  );
}
