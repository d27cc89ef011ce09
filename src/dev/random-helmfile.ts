import { FuzzChance } from './fuzz-chance.ts';
import type { HelmfileCase } from './helmfile-case.ts';
import { YAML_SCALARS } from './random-scalars.ts';

const SET_VALUES =
  '5¦"5"¦true¦"true"¦"null"¦1.10¦"007"¦0644¦yes¦"yes"¦text¦"a,b"¦"{a,b}"¦"a=b"¦""¦null¦1e3¦2024-01-01¦"x\\\\y"¦"[1]"¦"{{ .Release.Name }}-x"'.split(
    '¦',
  );
const NAMES = ['a', 's', 'm.x', 'm.z.w', 'l[0]', 'l[1]', 'n[0].k', 'b', '"m.x\\\\.y"'];

/**
 * So many random helmfiles: bases, environments, templates with inherit and YAML merges, values as maps and files, paths with templates, set and
 * setString, missing files. The same for the same seed.
 */
export function randomHelmfiles(count: number, seed: number): HelmfileCase[] {
  const chance = new FuzzChance(seed);
  return Array.from({ length: count }, (_, i) => new Maker(chance).case(`random ${seed}/${i}`));
}

class Maker {
  readonly #chance: FuzzChance;
  readonly #files: Record<string, string> = {};
  #count = 0;

  constructor(chance: FuzzChance) {
    this.#chance = chance;
  }

  case(name: string): HelmfileCase {
    const hasEnvironments = this.#is(3);
    const hasTemplates = this.#is(2);
    const inBase = hasTemplates && this.#is(3);
    const templates = hasTemplates ? this.#templates() : '';
    const parts: string[] = [];
    if (inBase) {
      this.#files['base/base.yaml'] = templates;
      parts.push('bases:\n- base/base.yaml\n');
    }
    if (hasEnvironments) parts.push('environments:\n  test: {}\n  prod: {}\n');
    const handler = this.#is(8)
      ? `missingFileHandler: ${this.#pick(['Warn', 'Info', 'Debug', 'Error'])}\n`
      : '';
    const release = this.#release(hasTemplates, hasTemplates && !inBase, hasEnvironments);
    parts.push(`${handler}${inBase ? '' : templates}releases:\n${release}`);
    return {
      name,
      files: { ...this.#files, 'helmfile.yaml': parts.join('---\n') },
      file: 'helmfile.yaml',
      ...(hasEnvironments ? { environment: this.#pick(['test', 'prod']) } : {}),
    };
  }

  #templates(): string {
    const two = this.#is(2) ? '    inherit:\n    - template: one\n' : '';
    return `templates:\n  one: &one\n    namespace: apps\n${this.#fields('    ', false)}  two:\n${two}    namespace: apps\n${this.#fields('    ', false)}`;
  }

  #release(hasTemplates: boolean, isInFile: boolean, hasEnvironments: boolean): string {
    const inherits =
      hasTemplates && this.#is(2)
        ? `  inherit:\n${this.#pick(['  - template: one\n', '  - template: two\n', '  - template: one\n  - template: two\n', '  - template: one\n    except: [values]\n', '  - template: two\n    except:\n    - set\n    - setString\n'])}`
        : '';
    const merge = isInFile && this.#is(3) ? '  <<: *one\n' : '';
    return `- name: web\n  namespace: apps\n  chart: ./chart\n${merge}${inherits}${this.#fields('  ', hasEnvironments)}`;
  }

  #fields(indent: string, hasEnvironments: boolean): string {
    let text = '';
    if (this.#is(12))
      text += `${indent}missingFileHandler: ${this.#pick(['Warn', 'Info', 'Debug', 'Error'])}\n`;
    if (!this.#is(5)) text += `${indent}values:\n${this.#values(indent, hasEnvironments)}`;
    if (this.#is(6)) text += `${indent}valuesTemplate:\n${this.#map(indent)}`;
    if (this.#is(3)) text += `${indent}set:\n${this.#set(indent)}`;
    if (this.#is(8)) text += `${indent}setTemplate:\n${this.#set(indent)}`;
    if (this.#is(5)) text += `${indent}setString:\n${this.#set(indent)}`;
    return text;
  }

  #values(indent: string, hasEnvironments: boolean): string {
    return Array.from({ length: 1 + this.#chance.below(3) }, () => {
      const kind = this.#chance.below(10);
      if (kind < 5) return this.#map(indent);
      if (kind === 5 && hasEnvironments) {
        for (const one of ['test', 'prod']) this.#files[`env/${one}.yaml`] ??= this.#document();
        return `${indent}- "env/{{ .Environment.Name }}.yaml"\n`;
      }
      if (kind === 6 && this.#is(3)) return `${indent}- missing.yaml\n`;
      const file = `v/${this.#count++}.yaml`;
      if (kind === 7) {
        this.#files['web/apps.yaml'] ??= this.#document();
        return `${indent}- '{{ .Release.Name }}/{{ .Release.Namespace }}.yaml'\n`;
      }
      if (kind === 8) {
        this.#files[`${file}.gotmpl`] =
          `${this.#document()}r: {{ .Release.Name }}\ne: "{{ .Environment.Name }}-x"\n`;
        return `${indent}- ${file}.gotmpl\n`;
      }
      this.#files[file] = this.#document();
      return `${indent}- ${file}\n`;
    }).join('');
  }

  #document(): string {
    const second = this.#is(10) ? '---\nb: second\n' : '';
    return this.#keys('', '') + second;
  }

  #map(indent: string): string {
    return this.#keys(`${indent}  `, `${indent}- `);
  }

  /** Lines of a map; `first` is what the first line starts with. */
  #keys(indent: string, first: string): string {
    const keys = ['a', 'm', 'l', 's', 'b', 'c'].filter(() => this.#is(2));
    if (keys.length === 0) keys.push('a');
    const lines = keys.map((key) => {
      const usual = !this.#is(6);
      if (usual && key === 'm')
        return `m:\n${['x', 'y', 'z']
          .filter((_, i) => i === 0 || this.#is(2))
          .map((one) => `${indent}  ${one}: ${this.#scalar()}\n`)
          .join('')}`;
      if (usual && key === 'l')
        return `l: [${Array.from({ length: this.#chance.below(4) }, () => this.#pick(['1', '"2"', 'yes', 'x', '{k: 1}', '2024-01-01'])).join(', ')}]\n`;
      return `${key}: ${this.#scalar()}\n`;
    });
    return lines.map((line, i) => (i === 0 && first !== '' ? first : indent) + line).join('');
  }

  #scalar(): string {
    return this.#pick(YAML_SCALARS);
  }

  #set(indent: string): string {
    return Array.from({ length: 1 + this.#chance.below(3) }, () => {
      const name = `${indent}- name: ${this.#pick(NAMES)}\n`;
      const value = this.#is(6) ? 'values: [x, "5", "a,b", true]' : `value: ${this.#pick(SET_VALUES)}`;
      return `${name}${indent}  ${value}\n`;
    }).join('');
  }

  #is(one: number): boolean {
    return this.#chance.below(one) === 0;
  }

  #pick<T>(list: readonly T[]): T {
    return this.#chance.pick(list);
  }
}
