import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const server = fileURLToPath(
  new URL('../../node_modules/yaml-language-server/bin/yaml-language-server', import.meta.url),
);

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Diagnostic {
  readonly message: string;
  readonly severity: number;
  readonly range: { readonly start: Position };
}

export interface CompletionItem {
  readonly label: string;
  readonly documentation?: string | { readonly value: string };
  readonly insertText?: string;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** The real yaml-language-server, spoken to over standard input and output as an editor does. */
export class LanguageServer {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #answers = new Map<number, (message: Message) => void>();
  readonly #diagnostics = new Map<string, (found: Diagnostic[]) => void>();
  readonly #settings: Record<string, unknown>;
  #buffer = Buffer.alloc(0);
  #lastId = 0;

  private constructor(settings: Record<string, unknown>) {
    this.#settings = settings;
    this.#child = spawn(process.execPath, [server, '--stdio']);
    this.#child.stdout.on('data', (chunk: Buffer) => this.#receive(chunk));
  }

  /** Starts the server in a workspace with the settings that an editor would send it. */
  static async start(workspace: string, yaml: Record<string, unknown> = {}): Promise<LanguageServer> {
    const settings = {
      schemaStore: { enable: false },
      validate: true,
      hover: true,
      completion: true,
      ...yaml,
    };
    const started = new LanguageServer(settings);
    const uri = pathToFileURL(workspace).href;
    await started.#request('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'workspace' }],
      capabilities: {
        textDocument: {
          hover: { contentFormat: ['markdown'] },
          completion: { completionItem: { documentationFormat: ['markdown'], snippetSupport: true } },
        },
        workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
      },
    });
    started.#notify('initialized', {});
    started.#notify('workspace/didChangeConfiguration', { settings: { yaml: settings } });
    return started;
  }

  /** Opens a file and waits for what the server has to say about it. */
  open(file: string, text: string): Promise<Diagnostic[]> {
    const uri = pathToFileURL(file).href;
    const answer = new Promise<Diagnostic[]>((resolve) => this.#diagnostics.set(uri, resolve));
    this.#notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    });
    return answer;
  }

  async hover(file: string, position: Position): Promise<string> {
    const result = await this.#ask<{ contents: { value: string } } | null>('hover', file, position);
    return result?.contents.value ?? '';
  }

  async complete(file: string, position: Position): Promise<CompletionItem[]> {
    const result = await this.#ask<{ items: CompletionItem[] }>('completion', file, position);
    return result.items;
  }

  stop(): void {
    this.#child.kill();
  }

  #ask<T>(method: string, file: string, position: Position): Promise<T> {
    const textDocument = { uri: pathToFileURL(path.resolve(file)).href };
    return this.#request(`textDocument/${method}`, { textDocument, position }) as Promise<T>;
  }

  #request(method: string, params: unknown): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#answers.set(id, ({ result, error }) =>
        error === undefined ? resolve(result) : reject(new Error(`${method}: ${error.message}`)),
      );
      this.#send({ id, method, params });
    });
  }

  #notify(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  #send(message: Message): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #receive(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const headEnd = this.#buffer.indexOf('\r\n\r\n');
      if (headEnd === -1) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#buffer.toString('utf8', 0, headEnd))?.[1]);
      const end = headEnd + 4 + length;
      if (this.#buffer.length < end) return;
      const message = JSON.parse(this.#buffer.toString('utf8', headEnd + 4, end)) as Message;
      this.#buffer = this.#buffer.subarray(end);
      this.#handle(message);
    }
  }

  #handle({ id, method, params, ...answer }: Message): void {
    if (method === undefined) {
      if (id !== undefined) this.#answers.get(id)?.({ id, ...answer });
      return;
    }
    if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: Diagnostic[] };
      this.#diagnostics.get(uri)?.(diagnostics);
      return;
    }
    // Requests of the server: it asks for its settings, and wants to register for changes of files.
    if (id === undefined) return;
    const items =
      method === 'workspace/configuration' ? (params as { items: { section?: string }[] }).items : [];
    const settings = items.map(({ section }) => (section === 'yaml' ? this.#settings : {}));
    this.#send({ id, result: method === 'workspace/configuration' ? settings : null });
  }
}
