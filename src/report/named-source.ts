import { fileSource, flagSource, type Source } from '../model/source.ts';

/** What the name of a file in a report stands for: a report holds no more of a source than what it shows. */
export function namedSource(shown: string): Source {
  if (/^--[a-z-]+ /.test(shown)) return flagSource(shown);
  return shown === '-' || /^<[^<>]*>$/.test(shown) ? { id: shown, kind: 'stdin', shown } : fileSource(shown);
}
