/** Where text comes from: a file on its own, a flag, standard input, or a file inside of a packed chart. */
export type SourceKind = 'file' | 'flag' | 'stdin' | 'archive';

/** A text that spans point into. Sources are told apart by `id`; what a report prints may be the same for two of them. */
export interface Source {
  /** Of a file its absolute path, of a flag its text; never printed. */
  readonly id: string;
  readonly kind: SourceKind;
  /** As shown to the user: relative to the working directory, forward slashes; or a flag such as `--set a=b`. */
  readonly shown: string;
}

/** What a span points into when nobody wrote what it is about. */
export const NOWHERE: Source = { id: '', kind: 'file', shown: '' };

/** A file; one that lies nowhere in particular is told apart by what is shown. */
export function fileSource(shown: string, id: string = shown): Source {
  return { id, kind: 'file', shown };
}

/** A `--set…` flag, as written on a command line: it is its own text. */
export function flagSource(text: string): Source {
  return { id: text, kind: 'flag', shown: text };
}

/** Whether there is a file that a forge could show a line of. Standard input has a name when somebody gives it one. */
export function isFileOnDisk({ kind, shown }: Source): boolean {
  if (kind === 'stdin') return shown !== '-' && !/^<[^<>]*>$/.test(shown);
  return kind !== 'flag' && shown !== '';
}
