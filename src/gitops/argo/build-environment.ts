const VARIABLE = /\$(?:\$|\{([^}]*)\}|([A-Za-z_][A-Za-z0-9_]*|[0-9*#@!?-]))/g;
const KNOWN = /^(?:ARGOCD_APP_[A-Z0-9_]+|ARGOCD_ENV_.*|KUBE_VERSION|KUBE_API_VERSIONS)$/;

/** A text of a manifest after Argo CD's build environment was put in (`Env.Envsubst`, Go's `os.Expand`). */
export interface Substituted {
  readonly text: string;
  /** Whether something was put in that is only known when it is installed. */
  readonly isUnknown: boolean;
  /** The variables that no environment has, each with its place in the text: they become nothing. */
  readonly lost: readonly { readonly name: string; readonly start: number; readonly end: number }[];
}

/** Puts in what is known: the name of the Application. */
export function substituteEnvironment(text: string, app: string): Substituted {
  let isUnknown = false;
  const lost: { name: string; start: number; end: number }[] = [];
  const replaced = text.replaceAll(
    VARIABLE,
    (all: string, braced: string | undefined, bare: string | undefined, start: number) => {
      if (all === '$$') return '$';
      const name = braced ?? bare ?? '';
      if (name === 'ARGOCD_APP_NAME') return app;
      if (KNOWN.test(name)) isUnknown = true;
      else lost.push({ name, start, end: start + all.length });
      return '';
    },
  );
  return { text: replaced, isUnknown, lost };
}
