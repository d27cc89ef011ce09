import { readSwitches } from '../config/read-switches.ts';
import type { FileSystem } from '../files/file-system.ts';
import { readText } from '../files/read-text.ts';
import { UsageError } from '../files/usage-error.ts';
import { loadYaml } from '../load/load-yaml.ts';
import type { EntryPart } from '../model/entry-part.ts';
import { LineIndex } from '../model/line-index.ts';
import { fileSource, type Source } from '../model/source.ts';
import { joinStatement } from '../model/statement.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** Where something of a configuration is written. */
export interface ConfigPlace {
  /** `chartlint.config.yaml:3:5` where positions are known, else the file. */
  readonly shown: string;
  readonly offset: number;
  readonly end: number;
}

/** A configuration file as it was read, unchecked. */
export interface ReadConfig {
  readonly data: unknown;
  readonly source: Source;
  /** Empty where positions are not known. */
  readonly text: string;
  place(at: ValuesPath, part?: EntryPart): ConfigPlace;
}

/** Reads YAML and JSON with positions, and loads TypeScript and JavaScript. Throws a UsageError when neither works. */
export async function readConfig(files: FileSystem, file: string, shown: string): Promise<ReadConfig> {
  if (!/\.(?:ya?ml|json)$/.test(file)) {
    const { importModule } = await import('./import-module.ts');
    return {
      data: readSwitches(await importModule(files, file, file, { shown })),
      source: fileSource(shown, file),
      text: '',
      place: () => ({ shown, offset: 0, end: 0 }),
    };
  }
  const read = readText(files, file, shown);
  if ('problem' in read) throw new UsageError(read.problem);
  const source = fileSource(shown, file);
  const { document, findings } = loadYaml(source, read.text);
  const lines = new LineIndex(read.text);
  const placeAt = (offset: number, end = offset): ConfigPlace => {
    const { line, column } = lines.positionAt(offset);
    return { shown: `${shown}:${line}:${column}`, offset, end };
  };
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (document === undefined || errors.length > 0) {
    // The reader of values speaks of Helm; here it is chartlint that cannot go on.
    const words = (message: string): string => message.replaceAll(/\bHelm( \d)?\b/g, 'chartlint');
    throw new UsageError(
      errors
        .map((one) => `${placeAt(one.span.start).shown}: ${words(joinStatement(one))} [config/syntax]`)
        .join('\n'),
    );
  }
  return {
    data: readSwitches(document.data ?? {}),
    source,
    text: read.text,
    place: (at, part = 'value') => {
      const { start, end } = document.locate(at, part);
      return placeAt(start, end);
    },
  };
}
