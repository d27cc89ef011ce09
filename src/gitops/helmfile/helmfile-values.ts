import { path } from '../../files/path.ts';
import { blankTemplates } from '../../load/blank-templates.ts';
import { loadValues } from '../../load/load-values.ts';
import { PLACEHOLDER, showBlanked } from '../../model/blanked-text.ts';
import type { Finding } from '../../model/finding.ts';
import { isJsonObject, type JsonObject } from '../../model/json-value.ts';
import type { Layer, ParameterWords } from '../../model/layer.ts';
import type { Span } from '../../model/span.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import { dateFindings } from '../date-findings.ts';
import { fileLayer } from '../file-layer.ts';
import { itemsAt, mapsAt } from '../kustomize/field-lists.ts';
import { manifestFinding } from '../manifest-finding.ts';
import type { OpenSource } from '../manifest-release.ts';
import { mapLayers } from '../map-layers.ts';
import { missingFile } from '../missing-file.ts';
import { parameterLayer } from '../parameter-layer.ts';
import { parseSetName } from '../parse-set-name.ts';
import type { Repository } from '../repository.ts';
import { textAt } from '../text-at.ts';
import { textPaths } from '../text-paths.ts';
import { withoutName } from '../without-name.ts';
import { filesMatching } from './files-matching.ts';
import type { HelmfileEntry } from './helmfile-state.ts';
import { type KnownNames, knownText } from './known-text.ts';
import { renderedLayer } from './rendered-layer.ts';
import { notRendered, nullSection, setEmpty, setNotRendered, severalFiles } from './value-findings.ts';

/** How the values of a release are read. */
export interface HelmfileContext {
  /** The folder of the helmfile, absolute. */
  readonly folder: string;
  readonly names: KnownNames;
  readonly missingFileHandler: string | undefined;
  /** Whether the release is not installed, or only where a condition holds. */
  readonly mayBeOff: boolean;
  /** Whether the helmfile itself is a template (`.gotmpl`). */
  readonly isTemplate: boolean;
  readonly repository: Repository;
}

/** The values of a release, weakest first, and what is not known of them. */
export interface HelmfileValues {
  readonly layers: readonly Layer[];
  readonly findings: readonly Finding[];
  readonly files: readonly string[];
  readonly unknown: readonly ValuesPath[];
  /** What cannot be read here. */
  readonly open: readonly OpenSource[];
}

/**
 * The layers in the order in which helmfile hands them to Helm: valuesTemplate, values, secrets, each with those of inherited templates first, one
 * `-f` for each entry; then set and setString (pkg/state/state.go, pkg/state/release.go).
 */
export function helmfileValues(parts: readonly HelmfileEntry[], context: HelmfileContext): HelmfileValues {
  const reader = new ValuesReader(context);
  for (const field of ['valuesTemplate', 'values', 'secrets'])
    for (const part of parts) reader.read(part, field);
  for (const field of ['setTemplate', 'set', 'setString'])
    for (const part of parts) reader.readSet(part, field);
  return reader.result();
}

class ValuesReader {
  readonly #context: HelmfileContext;
  readonly #layers: Layer[] = [];
  readonly #findings: Finding[] = [];
  readonly #files: string[] = [];
  readonly #open: OpenSource[] = [];
  /** What is not known, or of which it is said already that it stands in the wrong place. */
  readonly #misplaced: ValuesPath[] = [];

  constructor(context: HelmfileContext) {
    this.#context = context;
  }

  result(): HelmfileValues {
    // vals replaces what starts with ref+; the rest is filled in by templates.
    const unknown = textPaths(
      this.#layers,
      (text) => /^(?:ref|secretref)\+/.test(text) || text.includes(PLACEHOLDER),
    );
    return {
      layers: this.#layers,
      findings: this.#findings,
      files: this.#files,
      unknown: [...unknown, ...this.#misplaced],
      open: this.#open,
    };
  }

  read({ document, at, map }: HelmfileEntry, field: string): void {
    const value = map[field];
    if (value === undefined || value === null) return;
    if (!Array.isArray(value)) {
      this.#findings.push(
        manifestFinding('values-not-a-list', 'error', document.locate([...at, field], 'value'), {
          problem: `${field} of a release is ${isJsonObject(value) ? 'a map' : 'a single value'}, and helmfile takes a list`,
          why: 'helmfile refuses the file.',
          help: 'Write "- " in front of the first key, and indent the others as much: an entry is a path or a map.',
        }),
      );
      return;
    }
    for (const { at: place, value: item } of itemsAt(document.data, [...at, field])) {
      const span = document.locate(place, 'value');
      if (typeof item === 'string') this.#readFile(item, span, field, map);
      else if (isJsonObject(item)) this.#readMap({ document, at: place, map: item }, field);
    }
  }

  #readMap({ document, at, map }: HelmfileEntry, field: string): void {
    const object = {
      data: document.data as JsonObject,
      locate: document.locate,
      source: document.locate(at, 'value').source,
      files: [],
    };
    const layers = mapLayers(object, at, this.#context.repository);
    for (const layer of layers) {
      const rendered = field === 'valuesTemplate' ? renderedLayer(layer, this.#context.names) : undefined;
      this.#layers.push(rendered?.layer ?? layer);
      this.#misplaced.push(...(rendered?.unknown ?? []));
    }
    this.#findings.push(...dateFindings(object, at, 'helmfile', this.#context.repository));
    if (this.#context.isTemplate) {
      // What stands below such a key is put in by an action.
      this.#misplaced.push(...nullPaths(map));
      return;
    }
    const section = nullSection({ document, at, map });
    if (section !== undefined) {
      this.#findings.push(section);
      this.#misplaced.push(...Object.keys(map).map((key) => [key]));
    }
    if (field === 'valuesTemplate') return;
    this.#findings.push(...notRendered({ document, at, map }));
  }

  #readFile(written: string, span: Span, field: string, map: JsonObject): void {
    const { folder, names, repository } = this.#context;
    const prefix = textAt(map, ['valuesPathPrefix']) ?? '';
    const known = knownText(prefix + written, names);
    // Files of helm-secrets, and on the network.
    if (known === undefined || known === '' || /^[a-z][a-z0-9+.-]*:(?:\/\/|:)/i.test(known)) {
      if (known !== '') this.#open.push({ at: span, name: showBlanked(known ?? written) });
      return;
    }
    const files = filesMatching(path.resolve(folder, known), repository);
    if (files.length === 0) this.#sayMissing(path.resolve(folder, known), span, field);
    if (files.length > 1)
      this.#findings.push(
        severalFiles(
          files.map((one) => repository.shown(one)),
          span,
        ),
      );
    for (const file of files) {
      this.#files.push(file);
      const read = file.endsWith('.gotmpl') ? this.#template(file) : fileLayer(file, repository);
      if (read === undefined) {
        this.#open.push({ at: span, name: repository.shown(file) });
        continue;
      }
      this.#findings.push(...read.findings);
      if (read.layer !== undefined) this.#layers.push(read.layer);
    }
  }

  /** A values file that is a template: what it says where no control flow decides about it. */
  #template(file: string): ReturnType<typeof fileLayer> {
    const { repository } = this.#context;
    const text = repository.text(file);
    if (text === undefined || CONTROL.test(text)) return undefined;
    const source = { id: file, kind: 'file', shown: repository.shown(file) } as const;
    const { document } = loadValues(source, blankTemplates(text), { helmMajor: repository.helmMajor });
    if (document === undefined) return undefined;
    const whole = { ...document, text };
    const layer: Layer = {
      kind: 'values-file',
      label: source.shown,
      data: document.data,
      document: whole,
      scope: [],
    };
    return { layer, findings: [] };
  }

  #sayMissing(file: string, span: Span, field: string): void {
    const handler = this.#context.missingFileHandler ?? 'Error';
    const isSkipped = /^(?:Warn|Info|Debug)$/.test(handler);
    const { repository, mayBeOff } = this.#context;
    this.#findings.push(
      missingFile(file, span, repository, {
        severity: isSkipped || mayBeOff ? 'info' : 'error',
        why: isSkipped
          ? `helmfile leaves it out, since missingFileHandler is ${handler}.`
          : `helmfile stops: ${field === 'secrets' ? 'secrets file' : 'values file'} does not exist.`,
        from: 'The path is relative to the helmfile.',
      }),
    );
  }

  readSet({ document, at, map: own }: HelmfileEntry, field: string): void {
    if (own[field] === undefined) return;
    const { repository, isTemplate, names } = this.#context;
    for (const { at: place, map } of mapsAt(document.data, [...at, field])) {
      const written = textAt(map, ['name']);
      if (written === undefined) this.#findings.push(withoutName(document, place, map));
      const name =
        written === undefined ? undefined : field === 'setTemplate' ? knownText(written, names) : written;
      if (name === undefined || name.includes(PLACEHOLDER)) continue;
      const nameAt = document.locate([...place, 'name'], 'value');
      const { value, values, file } = map;
      const kind = field === 'setString' ? 'set-string' : 'set';
      const escapedName = escaped(name);
      if (value !== undefined && value !== null && value !== '' && typeof value !== 'object') {
        const valueAt = document.locate([...place, 'value'], 'value');
        const written = scalarText(String(value), document, [...place, 'value'], repository);
        const text = field === 'setTemplate' ? (knownText(written, names) ?? written) : written;
        const isKnown = !text.includes('{{') && !/^ref\+/.test(text);
        if (!isKnown && field === 'setTemplate') this.#misplaced.push(parseSetName(escapedName));
        if (!isKnown && field === 'set' && !isTemplate)
          this.#findings.push(...setNotRendered(name, text, valueAt));
        this.#layers.push(
          parameterLayer(
            {
              kind,
              name: escapedName,
              value: escaped(text),
              nameAt,
              valueAt,
              words: SET_WORDS,
            },
            repository,
          ),
        );
      } else if (Array.isArray(values) && values.length > 0) {
        const valueAt = document.locate([...place, 'values'], 'value');
        const text = `{${values.map((one) => escaped(String(one))).join(',')}}`;
        this.#layers.push(
          parameterLayer(
            { kind, name: escapedName, value: text, nameAt, valueAt, words: SET_WORDS },
            repository,
          ),
        );
      } else if (typeof file !== 'string') {
        this.#findings.push(setEmpty(name, document.locate(place, 'value'), field));
      }
    }
  }
}

/** Where a map holds null. */
function nullPaths(map: JsonObject, at: ValuesPath = []): ValuesPath[] {
  return Object.entries(map).flatMap(([key, value]) => {
    if (value === null) return [[...at, key]];
    return isJsonObject(value) ? nullPaths(value, [...at, key]) : [];
  });
}

/** How types are changed in `set` and `setString`. */
const SET_WORDS: ParameterWords = {
  asText: 'Write it under setString: set makes a number or boolean of such a text.',
  asTyped: 'Write it under set: setString makes text of everything.',
};
/** Actions that decide which lines are there, or hold several. */
const CONTROL =
  /\{\{-?\s*(?:if|else|range|with|define|block|template|end|tpl|readFile|exec|\/\*)\b|toYaml|nindent|indent\b/;

/** The text as the YAML has it: `1.10` stays what is written. */
function scalarText(
  value: string,
  document: HelmfileEntry['document'],
  at: ValuesPath,
  repository: Repository,
): string {
  const { source, start, end } = document.locate(at, 'value');
  const written = repository.textOf(source).slice(start, end);
  return /^[\w.+-]+$/.test(written) ? written : value;
}

/** `escape` in pkg/state/state.go. */
function escaped(text: string): string {
  return text.replace(/[{},]/g, '\\$&');
}
